"""History: who changed what and when, for the whole register or for one record (R-72)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain
from typing import Any

from tui_app.domain.action import ActionPoint
from tui_app.domain.decision import Decision
from tui_app.domain.meeting import Meeting
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.proposal import Proposal
from tui_app.domain.roster import Entity
from tui_app.domain.symbols import full_symbol, read_meeting_symbol
from tui_app.domain.workplan import WorkplanLine
from tui_app.services.book import Book
from tui_app.services.rows import Row

Document = Mapping[str, Any]


def history(book: Book, symbol: str = "") -> Iterator[Row]:
    """The transactions, oldest first, of the register or of the record with a symbol.

    Each row is `{sequence, at, by, why, changes}`; `changes` are `{table, id, changed}`, where `changed` gives the
    new value of every field that is another than before, and is null where the record was removed.
    """
    table, id = _find(book, symbol) if symbol else (None, None)
    before: dict[tuple[str, str], Document] = {}
    for transaction in book.register.history(table, id):
        changes = []
        for operation in transaction.ops:
            key = operation.table, operation.id
            if id is None or key == (table, id):
                changed = _changed(before.get(key, {}), operation.document)
                changes.append({"table": operation.table, "id": operation.id, "changed": changed})
            before[key] = operation.document or {}
        at = transaction.at.astimezone(book.zone).isoformat(timespec="seconds")
        yield {"sequence": transaction.sequence, "at": at, "by": transaction.by, "why": transaction.why,
               "changes": changes}  # fmt: skip


def _changed(old: Document, new: Document | None) -> dict[str, Any] | None:
    if new is None:
        return None
    names = dict.fromkeys(chain(old, new))
    return {name: new.get(name) for name in names if old.get(name) != new.get(name)}


def _find(book: Book, symbol: str) -> tuple[str, str]:
    """The table and the id of the record with a symbol; Problem with the nearest."""
    known = dict(_symbols(book))
    typed = [symbol.strip().casefold()]
    with suppress(Problem):
        typed.append(read_meeting_symbol(symbol).casefold())
    for each, place in known.items():
        if each.casefold() in typed:
            return place
    raise Problem(f"There is no record {symbol.strip()!r} in this register: {did_you_mean(symbol, known)}")


def _symbols(book: Book) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every symbol by which a record can be named, with its table and id."""
    network = book.charter.symbol
    meetings = {meeting.id: meeting.symbol for meeting in book.meetings()}
    for meeting in book.meetings():
        yield meeting.symbol, (book.of(Meeting).name, meeting.id)
    for decision in book.of(Decision).all():
        yield decision.symbol, (book.of(Decision).name, decision.id)
    for action in book.of(ActionPoint).all():
        yield action.symbol, (book.of(ActionPoint).name, action.id)
    for proposal in book.of(Proposal).all():
        symbol = full_symbol(network, meetings[proposal.meeting], proposal.number)
        yield symbol, (book.of(Proposal).name, proposal.id)
    for line in book.of(WorkplanLine).all():
        yield line.symbol, (book.of(WorkplanLine).name, line.id)
    for entity in book.of(Entity).all():
        yield entity.acronym, (book.of(Entity).name, entity.id)
