"""A silence procedure outlasts its meeting: what may still be done when the meeting is closed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import adopting, capture, circulating, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

MEMBERS = ("RCO", "IOM", "UNHCR", "UNICEF", "UN WOMEN", "UNDP", "UNFPA", "UNODC")  # all of Albania's but WHO


class Clock:
    now = datetime(2026, 9, 22, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def closed(tmp_path: Path, clock: Clock) -> tuple[Book, Pen]:
    """A meeting of Albania's network, closed while a silence procedure runs until 25 September, 17:00."""
    book = make(load_charter("albania"), tmp_path / "r", "E. Hoxha", clock, remembered=False)
    kind = MeetingKind.QUARTERLY
    meeting = convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 9, 22, 10)))
    meeting = convene.open_meeting(book, meeting)
    pen = Pen(book, meeting.id)
    for line in (
        *(f"/in {m} A. Person" for m in MEMBERS),
        "/propose A text.",
        "/rest joins",
        "/silence 2026-09-25T17:00",
    ):
        capture.take(pen, line)
    convene.close_meeting(book, pen.meeting)
    return book, pen


def test_unbroken_it_is_confirmed_by_a_person_after_the_deadline(closed: tuple[Book, Pen], clock: Clock) -> None:
    book, pen = closed
    with pytest.raises(Problem, match="The silence procedure runs until 25 September 2026, 17:00"):
        capture.take(pen, "/declare")
    clock.now += timedelta(days=4)
    capture.take(pen, "/declare")
    (decision,) = book.of(Decision).all()
    assert (decision.text, decision.adopted_on.isoformat()) == ("A text.", "2026-09-26")


def test_broken_it_is_an_objection(closed: tuple[Book, Pen], clock: Clock) -> None:
    book, pen = closed
    clock.now += timedelta(days=1)
    capture.take(pen, "/position WHO objects mandate: health is its own")
    capture.take(pen, "/declare")
    (proposal,) = book.of(Proposal).all()
    assert proposal.closing is not None
    assert proposal.closing.outcome is Outcome.NOT_REACHED


def test_nothing_else_is_taken_and_the_minutes_wait(closed: tuple[Book, Pen]) -> None:
    book, pen = closed
    for line in ("a note", "/a IOM: x by fri", "/p another text", "/decide so", "/next"):
        with pytest.raises(Problem, match="is closed and its minutes are a draft"):
            capture.take(pen, line)
    circulating.circulate(book, pen.meeting)
    with pytest.raises(Problem, match="has an open proposal, P1"):
        adopting.adopt(book, pen.meeting)
