"""What was put before the parent body, and by which meeting."""

from __future__ import annotations

from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.services.book import Book


def referred_by(book: Book, meeting: Meeting, number: str = "") -> tuple[Proposal, ...]:
    """The proposals that a meeting referred, or that one of them; Problem with one that did."""
    referred = {p.number: p for p in book.of(Proposal).of(meeting.id) if p.referred}
    if number and number.upper() in referred:
        return (referred[number.upper()],)
    if number and referred:
        raise Problem(f"{number} was not referred by {meeting.symbol}: {did_you_mean(number, referred)}")
    if not referred:
        other = last_to_refer(book)
        there = f": {other} has" if other else ", and no other meeting has"
        raise Problem(f"{meeting.symbol} has referred nothing to the {book.charter.decision.escalation}{there}.")
    return tuple(referred.values())


def last_to_refer(book: Book) -> str | None:
    """The symbol of the last meeting that referred something."""
    meetings = {p.meeting for p in book.of(Proposal).all() if p.referred}
    return next((meeting.symbol for meeting in reversed(book.meetings()) if meeting.id in meetings), None)
