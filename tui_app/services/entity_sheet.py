"""Gathering what is on record of one entity (R-68)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_app.documents.entity import entity_paper
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import PositionKind, Proposal
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.membership.entity_sheet import Attended, EntitySheet, Stance, attended
from tui_app.domain.membership.roster import Entity, Seat
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import full_symbol
from tui_app.services.book import Book
from tui_app.services.chasing import actions_of, decisions_of
from tui_app.services.unfinished import behind_closed_doors

MEETINGS = 8
"""As many of its last meetings as the sheet tells of: two years of quarterly ones."""


def entity_text(book: Book, entity: str, on: date) -> str:
    """The sheet of an entity, named in any of its spellings, as Markdown; Problem with the nearest name."""
    return entity_paper(book.charter, entity_sheet(book, entity, on), book.meetings())


def entity_sheet(book: Book, entity: str, on: date) -> EntitySheet:
    """The same, gathered."""
    if not entity.strip():
        raise Problem("A sheet is of one entity: name it, as in UNHCR.", option="--entity UNHCR")
    acronym = book.names().require(entity)
    named = next((each.name for each in book.of(Entity).all() if each.acronym == acronym), acronym)
    closed = _closed(book)
    return EntitySheet(
        entity=acronym,
        name=named,
        on=on,
        seats=tuple(seat for seat in book.of(Seat).all() if seat.entity == acronym),
        attended=tuple(_attended(book, acronym))[:MEETINGS],
        stances=tuple(_stances(book, acronym, closed)),
        decisions=decisions_of(book, acronym, on),
        actions=actions_of(book, acronym, on),
        closed=closed,
    )


def _closed(book: Book) -> frozenset[str]:
    """The ids of what was taken behind closed doors; a decision with its proposal."""
    told = {entry.refers_to for entry in behind_closed_doors(book) if entry.refers_to}
    texts = told | {d.proposal for d in book.of(Decision).all() if d.id in told and d.proposal}
    return frozenset(texts | {d.id for d in book.of(Decision).all() if d.proposal in texts})


def _attended(book: Book, entity: str) -> Iterator[Attended]:
    """The meetings held of each body in which it had a seat that day, the newest first.

    Of one that was imported, whose roster is not on record, those of which the file names it.
    """
    for meeting in reversed(book.meetings()):
        people = book.of(Participant).of(meeting.id)
        if meeting.imported is not None:
            named = entity in (*meeting.imported.absent, *(each.entity for each in people))
        else:
            named = meeting.held and any(seat.entity == entity for seat in book.seats(meeting))
        if named:
            yield attended(entity, meeting, people)


def _stances(book: Book, entity: str, closed: frozenset[str]) -> Iterator[Stance]:
    """Its last position on every text that was put, the newest first; nothing where it was not asked."""
    decided = {d.proposal: d for d in book.of(Decision).all() if d.proposal}
    for meeting in reversed(book.meetings()):
        for proposal in reversed(book.of(Proposal).of(meeting.id)):
            for position in () if proposal.struck else proposal.positions:
                if position.entity == entity and position.kind is not PositionKind.PENDING:
                    became = decided.get(proposal.id)
                    symbol = became.symbol if became else full_symbol(
                        book.charter.symbol, meeting.symbol, proposal.number)  # fmt: skip
                    yield Stance(symbol=symbol, text=proposal.text, position=position, heard=_heard(proposal, entity),
                                 closed=proposal.id in closed)  # fmt: skip


def _heard(proposal: Proposal, entity: str) -> str:
    return "; ".join(held.result for held in proposal.consultations if held.body == entity and not held.waived)
