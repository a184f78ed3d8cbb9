"""Progress is noted by day, and nothing is implemented without its evidence."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, correcting, follow_up
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kenya"), tmp_path / "r", "A. Otieno",
                clock=lambda: datetime(2026, 9, 22, 7, 30, tzinfo=UTC))  # fmt: skip
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    pen = Pen(book, meeting.id)
    capture.take(pen, "/action IOM: revise section 2 by 30 Sep")
    capture.take(pen, "/decide The Network endorsed the data plan")
    yield book
    book.register.close()


@pytest.fixture(params=[ActionPoint, Decision])
def report(request, book):
    """Reports on the one action, or the one decision, of the book."""
    record = book.of(request.param).all()[0]
    return lambda *words: follow_up.report(book, record, Reported(*words))


def test_notes_are_kept_one_after_the_other(report):
    report(ActionStatus.IN_PROGRESS, " half is done ", "", date(2026, 9, 22))
    record = report(ActionStatus.IMPLEMENTED, "", "Data plan, version 3")
    assert [(p.on, p.status, p.note, p.evidence, p.by) for p in record.progress] == [
        (date(2026, 9, 22), ActionStatus.IN_PROGRESS, "half is done", "", "A. Otieno"),
        (date(2026, 9, 22), ActionStatus.IMPLEMENTED, "", "Data plan, version 3", "A. Otieno"),
    ]
    assert not record.open


@pytest.mark.parametrize("evidence", ["", "  "])
def test_implemented_needs_its_evidence(report, evidence):
    with pytest.raises(Problem, match="needs its evidence"):
        report(ActionStatus.IMPLEMENTED, "done", evidence)


@pytest.mark.parametrize("status", [s for s in ActionStatus if s is not ActionStatus.IMPLEMENTED])
def test_any_other_status_stands_alone(report, status):
    assert report(status).progress[-1].status is status


def test_an_action_that_was_struck_out_is_not_reported_on(book):
    action = book.of(ActionPoint).all()[0]
    correcting.strike(book, next(e for e in book.of(Entry).all() if e.refers_to == action.id))
    with pytest.raises(Problem, match="struck out"):
        follow_up.report(book, action, Reported(ActionStatus.DELAYED))


def test_nothing_is_reported_of_a_day_before_it_was_agreed(report):
    with pytest.raises(Problem, match=r"2026/Q3/.01 was agreed on 22 Sep 2026: nothing can be reported .* 21 Sep 2026"):
        report(ActionStatus.IN_PROGRESS, "early", "", date(2026, 9, 21))
    assert report(ActionStatus.IN_PROGRESS).progress[-1].on == date(2026, 9, 22)
