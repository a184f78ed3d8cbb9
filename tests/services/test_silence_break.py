"""A break of silence that came before the deadline and is typed after it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make


class Clock:
    now = datetime(2026, 9, 22, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def late(tmp_path):
    """A pen, half an hour after a silence procedure of three days has run out."""
    clock = Clock()
    book = make(load_charter("albania"), tmp_path / "register", "A. Officer", clock=clock)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    pen = Pen(book, convene.open_meeting(book, meeting).id)
    for line in ("/in all", "/propose A text", "/rest joins", "/silence 25 Sep 17:00 by e-mail to all"):
        capture.take(pen, line)
    convene.close_meeting(book, pen.meeting)
    clock.now += timedelta(days=3, hours=7)
    yield pen
    book.register.close()


@pytest.mark.parametrize("when", ["25 Sep 16:50", "today at 16.50", "16:50"])
def test_it_is_recorded_with_when_it_came_and_no_silence_is_confirmed(late, when):
    with pytest.raises(Problem, match="received 25 Sep 16:50"):
        capture.take(late, "/position WHO objects legal: against the law")
    capture.take(late, f"/position WHO objects legal: against the law, received {when}")
    (proposal,) = late.book.of(Proposal).all()
    who = next(p for p in proposal.positions if p.entity == "WHO")
    assert f"{who.at:%H:%M}" == "16:50"
    assert who.words == "against the law"
    capture.take(late, "/declare")
    (proposal,) = late.book.of(Proposal).all()
    assert proposal.closing.outcome is Outcome.NOT_REACHED


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("25 Sep 17:01", "has passed"),
        ("26 Sep 10:00", "still to come|no time between"),
        ("1 Sep 10:00", "no time between"),
    ],
)
def test_it_cannot_have_come_at_another_time(late, when, told):
    with pytest.raises(Problem, match=told):
        capture.take(late, f"/position WHO objects legal: against the law, received {when}")
