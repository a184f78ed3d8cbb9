"""Where texts are advice to the parent body, one that is the network's own decision (KOS:43, KOS:115)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, membership
from tui_app.services.basis import record_basis
from tui_app.services.charters import load_charter
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make


def in_session(tmp_path, key):
    book = make(load_charter(key), tmp_path / key, "A. Officer", clock=lambda: datetime(2026, 9, 22, 8, tzinfo=UTC))
    if key == "kosovo":
        membership.admit(book, "IOM", "International Organization for Migration", date(2026, 1, 1))
        record_basis(book, "by the practice of consensus")
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    return book, Pen(book, convene.open_meeting(book, meeting).id)


@pytest.mark.parametrize(
    "lines",
    [
        ("/in IOM", "/propose The Network takes note of the report.", "/effect own", "/rest joins", "/declare"),
        ("/in IOM", "/decide The Network takes note of the report.", "/effect own"),
    ],
)
def test_it_waits_for_no_answer_and_the_chair_does_not_call_it_a_recommendation(tmp_path, lines):
    book, pen = in_session(tmp_path, "kosovo")
    for line in lines:
        capture.take(pen, line)
    (decision,) = book.of(Decision).all()
    assert decision.kind is Output.DECISION
    assert not decision.awaits_answer
    assert "Recommendation to" not in paper(book, "minutes")
    assert "so recommended" not in paper(book, "minutes")
    if "/propose" in lines[1]:
        assert "declared the recommendation" not in paper(book, "minutes")
    book.register.close()


def test_without_it_the_text_is_advice_that_waits(tmp_path):
    book, pen = in_session(tmp_path, "kosovo")
    for line in ("/in IOM", "/decide The Network recommends a survey."):
        capture.take(pen, line)
    assert book.of(Decision).all()[0].awaits_answer
    book.register.close()


def test_where_every_text_is_the_networks_own_it_is_not_said(tmp_path):
    book, pen = in_session(tmp_path, "kenya")
    capture.take(pen, "/propose The Network takes note of the report.")
    with pytest.raises(Problem, match="every adopted text is a decision"):
        capture.take(pen, "/effect own")
    book.register.close()
