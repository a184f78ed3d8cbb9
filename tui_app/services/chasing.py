"""Chasing: which actions fall to one entity, and the text that reminds it of them."""

from __future__ import annotations

from datetime import date

from tui_app.documents.chasing import chasing_paper
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.chasing import chase, falls_to
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.domain.membership.roster import NETWORK, Seat, seats_on
from tui_app.domain.names import ALL_MEMBERS
from tui_app.services.book import Book


def actions_of(book: Book, entity: str, on: date) -> tuple[ActionPoint, ...]:
    """The actions that fall to an entity; those of all members where it has a seat of the body that met."""
    seated = {seat.body for seat in book.of(Seat).all() if seat.entity == entity and seat.held_on(on)}
    bodies = {meeting.id: meeting.body for meeting in book.meetings()}
    return tuple(
        action for action in book.of(ActionPoint).all()
        if not action.struck and falls_to(action, entity, (entity,) if bodies[action.meeting] in seated else ())
    )  # fmt: skip


def chasing_text(book: Book, entity: str, on: date) -> str:
    """The reminder of an entity's open actions as Markdown; the entity is named in any of its spellings."""
    named = book.names().responsible(entity)
    planned = (m for m in book.meetings() if m.state is MeetingState.PLANNED and m.on >= on and m.body == NETWORK)
    theirs = chase(actions_of(book, named, on), on)
    return chasing_paper(book.charter, named, theirs, book.meetings(), on, next(planned, None))


def reminded(book: Book, action: ActionPoint) -> tuple[str, ...]:
    """Whom a reminder of this action can go to: those responsible, and each member where all of them are."""
    body = book.of(Meeting).get(action.meeting).body
    members = (seat.entity for seat in seats_on(book.of(Seat).of(body), body, book.today()))
    named = (name for name in action.responsible if name != ALL_MEMBERS)
    return tuple(dict.fromkeys((*named, *(members if ALL_MEMBERS in action.responsible else ()))))
