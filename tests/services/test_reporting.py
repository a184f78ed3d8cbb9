"""What is reported in a meeting is dated that day, by the line that the pen takes as by a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.progress_words import read_progress
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import adopting, capture, circulating, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.foresight import foretell
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.reporting import find_followed, report

QUARTERLY = MeetingKind.QUARTERLY


def meeting_on(book: Book, day: datetime, *lines: str) -> Meeting:
    """A meeting in session in which these lines were taken."""
    meeting = convene.open_meeting(book, convene.plan(book, convene.Invitation(kind=QUARTERLY, starts=day)))
    pen = Pen(book, meeting.id, keeps_time=True)
    for line in lines:
        capture.take(pen, line)
    return book.of(Meeting).get(meeting.id)


@pytest.fixture
def kenya(tmp_path: Path) -> Iterator[Book]:
    """Actions of two meetings, and a referral; the third meeting, of 22 September, is in session on 5 October."""
    now = datetime(2026, 10, 5, 7, 30, tzinfo=UTC)
    book = make(load_charter("kenya"), tmp_path / "r", "A. Otieno", lambda: now, remembered=False)
    first = meeting_on(book, datetime(2026, 3, 10, 10), "/a IOM: send the plan by 30 Apr", "/a ILO: share the survey")
    convene.close_meeting(book, first)
    second = meeting_on(book, datetime(2026, 6, 16, 10), "/in all", "/a UNHCR: ask the ministry", "/p A hard text.",
                        "/position IOM objects resources: a budget", "/rest joins", "/declare",
                        "/refer Is there a budget?")  # fmt: skip
    convene.close_meeting(book, second)
    meeting_on(book, datetime(2026, 9, 22, 10), "/item 3")
    yield book
    book.register.close()


@pytest.fixture
def pen(kenya: Book) -> Pen:
    meeting = kenya.meeting_at_hand()
    assert meeting is not None
    return Pen(kenya, meeting.id)


@pytest.fixture
def said(pen: Pen) -> Callable[[str], str]:
    """What a line became, and that its echo had said so before."""

    def take(line: str) -> str:
        echo = foretell(pen, line, {})
        taken = capture.take(pen, line)
        assert echo == f"Reported: {taken}"
        return str(taken)

    return take


def test_it_is_dated_the_day_of_the_meeting_and_printed_under_follow_up(
    kenya: Book, said: Callable[[str], str]
) -> None:
    assert said("/report 2026/Q1/A01 delayed: the visa") == "2026/Q1/A01 delayed: the visa"
    assert (
        said("/report A02 implemented: sent, evidence: a letter")
        == "2026/Q1/A02 implemented: sent (evidence: a letter)"
    )
    first, second, _ = kenya.of(ActionPoint).all()
    assert [each.progress[-1].on for each in (first, second)] == [date(2026, 9, 22)] * 2
    minutes = paper(kenya, "minutes", "2026/Q3")
    assert "| 30 April 2026 | **overdue**, delayed, 22 September 2026: the visa |" in minutes
    assert "| implemented, 22 September 2026: sent (evidence: a letter) |" in minutes


def test_the_answer_of_the_parent_body_is_taken_too(kenya: Book, said: Callable[[str], str]) -> None:
    assert said("/report P1 decided on 8 Sep: there is one") == "2026/Q2/P1 decided: there is one"
    (referral,) = kenya.of(Proposal).all()
    assert referral.answer is not None
    assert (referral.answer.on, referral.answer.words) == (date(2026, 9, 8), "there is one")
    assert said("/report P1 returned: more data").endswith("returned: more data")
    assert "returned, 22 September 2026: more data" in paper(kenya, "minutes", "2026/Q3")


def test_what_this_meeting_agreed_can_be_reported_on_too(kenya: Book, pen: Pen, said: Callable[[str], str]) -> None:
    capture.take(pen, "/d The Network agreed to meet again")
    assert said("/report D01 implemented: done, evidence: the invitation").startswith("2026/Q3/D01 implemented")
    (decision,) = kenya.of(Decision).all()
    assert decision.progress[-1].on == date(2026, 9, 22)


REFUSED = [
    ("/report A01 delayed", "A01 can be 2026/Q1/A01 or 2026/Q2/A01: write it with its meeting"),
    ("/report A09 delayed", "A09 is not followed up here: it can be one of: 2026/Q1/A01|did you mean"),
    ("/report 2026/Q1/A02 implemented: sent", "needs its evidence to be implemented"),
    ("/report 2026/Q1/A02 followed", "is an action"),
    ("/report P1 in progress", "was referred: its answer is decided or returned"),
    ("/report P1 returned", "needs its words"),
]


@pytest.mark.parametrize(("line", "sentence"), REFUSED)
def test_what_cannot_be_recorded_is_refused_before_enter_as_after(pen: Pen, line: str, sentence: str) -> None:
    before = pen.book.register.sequence
    for attempt in (lambda: foretell(pen, line, {}), lambda: capture.take(pen, line)):
        with pytest.raises(Problem, match=sentence):
            attempt()
    assert pen.book.register.sequence == before


def test_a_later_report_that_stands_is_told_when_one_of_an_earlier_day_is_noted(pen: Pen) -> None:
    assert capture.take(pen, "/report 2026/Q1/A02 implemented: sent, evidence: a letter").note == ""
    taken = capture.take(pen, "/report 2026/Q1/A02 in progress on 20 Sep 2026")
    assert taken.note == "A02 stays implemented, as reported for 22 Sep 2026: this one is of an earlier day."


def test_one_undo_takes_a_report_back(kenya: Book, said: Callable[[str], str]) -> None:
    said("/report 2026/Q1/A02 delayed")
    kenya.register.undo()
    assert not any(action.progress for action in kenya.of(ActionPoint).all())


def test_a_report_belongs_to_the_minutes_until_they_are_adopted(kenya: Book, pen: Pen) -> None:
    followed = find_followed(kenya, pen.meeting, "2026/Q1/A02")
    convene.close_meeting(kenya, pen.meeting)
    assert str(report(kenya, pen.meeting, followed, read_progress("delayed", kenya.today()))) == "2026/Q1/A02 delayed"
    circulating.circulate(kenya, pen.meeting)
    adopting.adopt(kenya, pen.meeting)
    with pytest.raises(Problem, match=r"what is reported since is recorded of the action"):
        report(kenya, pen.meeting, followed, read_progress("overtaken", kenya.today()))
