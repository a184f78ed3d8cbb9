"""Chasing: which actions and decisions fall to one entity, and the text that reminds it of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from tui_app.documents.chasing import chasing_paper
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.chasing import chase, falls_to
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.domain.membership.roster import Seat, seats_on
from tui_app.domain.names import ALL_MEMBERS
from tui_app.services.book import Book

Record = TypeVar("Record", ActionPoint, Decision)


def actions_of(book: Book, entity: str, on: date) -> tuple[ActionPoint, ...]:
    """The actions that fall to an entity; those of all members where it has a seat of the body that met."""
    there = (action for action in book.of(ActionPoint).all() if not action.struck)
    return tuple(_falling_to(book, there, entity, on))


def decisions_of(book: Book, entity: str, on: date) -> tuple[Decision, ...]:
    """The decisions that an entity carries out; those of all members as with actions."""
    return tuple(_falling_to(book, book.of(Decision).all(), entity, on))


def _falling_to(book: Book, records: Iterable[Record], entity: str, on: date) -> Iterator[Record]:
    seated = {seat.body for seat in book.of(Seat).all() if seat.entity == entity and seat.held_on(on)}
    bodies = {meeting.id: meeting.body for meeting in book.meetings()}
    return (each for each in records if falls_to(each, entity, (entity,) if bodies[each.meeting] in seated else ()))


def chasing_text(book: Book, entity: str, on: date) -> str:
    """The reminder of all that an entity has open, as Markdown; the entity is named in any of its spellings.

    It asks for an answer before the next meeting of a body that agreed some of it.
    """
    named = book.names().responsible(entity)
    theirs = chase((*actions_of(book, named, on), *decisions_of(book, named, on)), on)
    meetings = {meeting.id: meeting for meeting in book.meetings()}
    bodies = {meetings[each.meeting].body for each in theirs.every}
    coming = (m for m in meetings.values() if m.state is MeetingState.PLANNED and m.on >= on and m.body in bodies)
    return chasing_paper(book.charter, named, theirs, meetings.values(), on, next(coming, None))


def reminded(book: Book, action: ActionPoint) -> tuple[str, ...]:
    """Whom a reminder of this action can go to: those responsible, and each member where all of them are."""
    body = book.of(Meeting).get(action.meeting).body
    members = (seat.entity for seat in seats_on(book.of(Seat).of(body), body, book.today()))
    named = (name for name in action.responsible if name != ALL_MEMBERS)
    return tuple(dict.fromkeys((*named, *(members if ALL_MEMBERS in action.responsible else ()))))
