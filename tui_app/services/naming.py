"""Which record a symbol names, however short it is typed: `2026/Q3/D04`, `Q3/D04`, `D04`, `2026/Q3/3`, `UNHCR`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.backlog import Suggestion
from tui_app.domain.meeting.circulated import CirculatedPaper
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.membership.roster import Body, Entity, Seat
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.reports.report import Report
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.register.past import Address
from tui_app.services.book import Book

R = TypeVar("R")


@dataclass(frozen=True)
class Known:
    """Every symbol of a register without the network's own, as lists print it, with the records that it names.

    `at_hand`: the meetings to which a number without a meeting can belong, the likeliest first.
    """

    network: str
    at_hand: tuple[str, ...]
    addresses: Mapping[str, tuple[Address, ...]]

    def find(self, typed: str) -> tuple[str, tuple[Address, ...]]:
        """The symbol that was meant and its records; Problem with the nearest one.

        Without a meeting in front, that of a meeting at hand is meant; without a year, the same year.
        """
        wanted = _fold(re.sub(f"^{re.escape(self.network)}/", "", typed.strip(), flags=re.IGNORECASE))
        within = (part for meeting in self.at_hand for part in (meeting, meeting.partition("/")[0]))
        for candidate in (wanted, *(f"{_fold(part)}/{wanted}" for part in within)):
            if candidate in self._by_fold:
                return self._by_fold[candidate], self.addresses[self._by_fold[candidate]]
        near = did_you_mean(re.sub(r"\b([DA])(\d)$", r"\g<1>0\2", typed.strip().upper()), self._names())
        raise Problem(f"There is no record {typed.strip()!r} in this register: {near}")

    @cached_property
    def _by_fold(self) -> dict[str, str]:
        return {_fold(symbol): symbol for symbol in self.addresses}

    def _names(self) -> Iterator[str]:
        """The numbers at hand, and every symbol; not items and documents, whose numbers are near to everything."""
        for meeting in self.at_hand:
            inside = (
                symbol.removeprefix(f"{meeting}/") for symbol in self.addresses if symbol.startswith(f"{meeting}/")
            )
            yield from (number for number in inside if number[0].isalpha())
        yield from (symbol for symbol in self.addresses if not re.search(r"/\d[\da-z.]*$", symbol))


def _fold(symbol: str) -> str:
    """A symbol without its case, with the stroke that `2026Q3` leaves out, and without a number's leading noughts."""
    text = " ".join(symbol.casefold().split())
    text = re.sub(r"^(\d{4})[ -]?(?=[a-z])", r"\1/", text)
    return re.sub(r"\b([acdprsw])0+(?=\d+$)", r"\1", text)


def named(typed: str, by_symbol: Mapping[str, R], what: str, likely: Iterable[str] = ()) -> R:
    """The record that a symbol means, typed whole or from any stroke on: `2026/Q3/D04`, `q3/d4`; `D04` if only one.

    `by_symbol`: the records by their whole symbols; `what` they are, as in "decision"; `likely`: those to propose
    first. Problem: there is none, with the nearest; or several meetings have that number.
    """
    wanted = _fold(typed)
    found = [symbol for symbol in by_symbol if wanted and f"/{_fold(symbol)}".endswith(f"/{wanted}")]
    if len(found) == 1:
        return by_symbol[found[0]]
    short = [symbol.partition("/")[2] for symbol in found[-3:] or (*likely,) or by_symbol]
    if found:
        raise Problem(f"{typed.strip()} can be {' or '.join(short)}: name the meeting.")
    near = did_you_mean(typed.strip().upper(), short) if short else "there is none yet."
    raise Problem(f"There is no {what} {typed.strip()!r}: {near}")


def find_decision(book: Book, typed: str) -> Decision:
    """The decision that a symbol means, as `named` reads it; Problem with the nearest."""
    return named(typed, {decision.symbol: decision for decision in book.of(Decision).all()}, "decision")


def looks_like_decision(typed: str) -> bool:
    """Whether words are meant as the symbol of a decision, so that a mistake in it is told."""
    return re.fullmatch(r"(?:\S+/)?D\d{1,3}", typed.strip(), re.IGNORECASE) is not None


def decision_symbol(book: Book, typed: str) -> str:
    """The whole symbol of the decision that is meant; empty where nothing was typed."""
    return find_decision(book, typed).symbol if typed.strip() else ""


def known(book: Book, at_hand: Meeting | None = None) -> Known:
    """The symbols of a register; what is typed short belongs to the meeting at hand, or to the last that was held."""
    held = [meeting for meeting in book.meetings() if meeting.held]
    likely = [at_hand or book.meeting_at_hand(), held[-1] if held else None]
    symbols = dict.fromkeys(meeting.symbol for meeting in likely if meeting is not None)
    return Known(network=book.charter.symbol, at_hand=tuple(symbols), addresses=dict(_addresses(book)))


def _addresses(book: Book) -> Iterator[tuple[str, tuple[Address, ...]]]:
    meetings = book.meetings()
    symbols = {meeting.id: meeting.symbol for meeting in meetings}
    for meeting in reversed(meetings):
        papers = ((book.of(CirculatedPaper).name, each.id) for each in book.of(CirculatedPaper).of(meeting.id))
        yield meeting.symbol, ((book.of(Meeting).name, meeting.id), *papers)
    for record in _numbered(book):
        symbol = f"{symbols[record.meeting]}/{record.number}"
        yield symbol, ((book.register.repository(type(record)).name, record.id),)
    for meeting in reversed(meetings):
        for document in book.of(Document).of(meeting.id):
            yield f"{meeting.symbol}/{document.number}", ((book.of(Document).name, document.id),)
        for id, number in book.agenda(meeting.id).numbers.items():
            yield f"{meeting.symbol}/{number}", ((book.of(AgendaItem).name, id),)
    for comment in book.of(Comment).all():
        yield f"{symbols[comment.meeting]}/{comment.number}", ((book.of(Comment).name, comment.id),)
    for corrigendum in book.of(Corrigendum).all():
        yield f"{symbols[corrigendum.meeting]}/{corrigendum.number}", ((book.of(Corrigendum).name, corrigendum.id),)
    for body in book.of(Body).all():
        yield body.symbol, ((book.of(Body).name, body.id),)
    for suggestion in book.of(Suggestion).all():
        yield suggestion.number, ((book.of(Suggestion).name, suggestion.id),)
    for line in book.of(WorkplanLine).all():
        yield line.symbol, ((book.of(WorkplanLine).name, line.id),)
    for report in book.of(Report).all():
        yield report.symbol, ((book.of(Report).name, report.id),)
    yield from _entities(book)


def _numbered(book: Book) -> Iterator[Decision | ActionPoint | Proposal]:
    """What has a number in its meeting, newest first."""
    yield from reversed(book.of(Decision).all())
    yield from reversed(book.of(ActionPoint).all())
    yield from reversed(book.of(Proposal).all())


def numbered(book: Book, id: str) -> tuple[str, Address] | None:
    """The symbol and the address of the numbered record of a meeting with an id, if there is one."""
    for record_type in (Decision, ActionPoint, Proposal, Comment, Corrigendum):
        repository = book.register.repository(record_type)
        record = repository.find(id)
        if isinstance(record, Decision | ActionPoint | Proposal | Comment | Corrigendum):
            return f"{book.of(Meeting).get(record.meeting).symbol}/{record.number}", (repository.name, id)
    return None


def _entities(book: Book) -> Iterator[tuple[str, tuple[Address, ...]]]:
    """Each entity with its seats: joining and leaving is what happens to it."""
    seats: dict[str, list[Address]] = {}
    for seat in book.of(Seat).all():
        seats.setdefault(seat.entity, []).append((book.of(Seat).name, seat.id))
    for entity in book.of(Entity).all():
        yield entity.acronym, ((book.of(Entity).name, entity.id), *seats.get(entity.acronym, ()))
