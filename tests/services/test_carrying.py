"""What was open when a meeting opened is kept with it, and its papers say later what was on the table that day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.documents.minutes import minutes_paper
from tui_app.documents.public import public_minutes
from tui_app.documents.release import released_minutes, without_closed_items
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.follow_up import report
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.prepare_agenda import set_agenda
from tui_app.services.registers import make


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 6, 16, 7, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(tmp_path: Path, clock: Clock) -> Iterator[Book]:
    """Two actions, a decision and a referral of the second quarter; the third quarter's meeting is planned."""
    book = make(load_charter("kenya"), tmp_path / "r", "A. Otieno", clock, remembered=False)
    kind = MeetingKind.QUARTERLY
    second = convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 6, 16, 10)))
    convene.open_meeting(book, second)
    pen = Pen(book, second.id)
    for line in ("/a IOM: send the plan by 30 Jun", "/a ILO: share the survey by 1 Jul", "/d Took note of the plan"):
        capture.take(pen, line)
    capture.take(pen, "/closed")
    capture.take(pen, "/a UNHCR: ask the ministry")
    convene.close_meeting(book, book.meeting("2026/Q2"))
    convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 9, 22, 10)))
    clock.at = datetime(2026, 9, 22, 7, tzinfo=UTC)
    yield book
    book.register.close()


@pytest.fixture
def opened(book: Book) -> Callable[[], Meeting]:
    return lambda: convene.open_meeting(book, book.meeting("2026/Q3"))


def symbols(book: Book) -> list[str]:
    return [each.symbol for each in book.record(book.meeting("2026/Q3").id).carried]


def of(book: Book, number: str) -> ActionPoint:
    return next(action for action in book.of(ActionPoint).all() if action.number == number)


def test_it_is_found_when_the_meeting_opens_and_stays_whatever_is_done_since(
    book: Book, opened: Callable[[], Meeting], clock: Clock
) -> None:
    assert book.meeting("2026/Q3").carried is None
    report(book, of(book, "A02"), Reported(ActionStatus.OVERTAKEN, on=date(2026, 9, 1)))
    assert symbols(book) == ["2026/Q2/D01", "2026/Q2/A01", "2026/Q2/A03"]
    opened()
    clock.at = datetime(2026, 10, 5, 7, tzinfo=UTC)
    report(book, of(book, "A01"), Reported(ActionStatus.IMPLEMENTED, evidence="a letter"))
    assert symbols(book) == ["2026/Q2/D01", "2026/Q2/A01", "2026/Q2/A03"]
    minutes = paper(book, "minutes", "2026/Q3")
    assert "| 2026/Q2/A01 | send the plan | IOM | 30 June 2026 | **overdue**, not started |" in minutes
    assert "2026/Q2/A02" not in minutes


def test_undoing_the_opening_takes_it_back(book: Book, opened: Callable[[], Meeting]) -> None:
    opened()
    book.register.undo()
    assert book.meeting("2026/Q3").carried is None
    report(book, of(book, "A01"), Reported(ActionStatus.OVERTAKEN))
    assert len(opened().carried or ()) == 3


def test_what_is_reported_on_the_day_is_printed_and_carried_no_further(
    book: Book, opened: Callable[[], Meeting]
) -> None:
    meeting = opened()
    report(book, of(book, "A01"), Reported(ActionStatus.IMPLEMENTED, "sent", "a letter", meeting.on))
    assert "| 30 June 2026 | implemented, 22 September 2026: sent (evidence: a letter) |" in paper(
        book, "minutes", "2026/Q3"
    )
    convene.close_meeting(book, meeting)
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10)))
    following = book.record(book.meeting("2026/Q4").id)
    assert [each.symbol for each in following.carried] == ["2026/Q2/D01", "2026/Q2/A02", "2026/Q2/A03"]


def test_before_the_opening_the_agenda_shows_what_would_be_carried_as_at_that_day(book: Book, clock: Clock) -> None:
    agenda = paper(book, "agenda", "2026/Q3")
    assert "### For follow-up" in agenda
    assert "| 2026/Q2/A02 | share the survey | ILO | 1 July 2026 | **overdue**, not started |" in agenda
    clock.at = datetime(2026, 7, 1, 7, tzinfo=UTC)
    assert "| 2026/Q2/A02 | share the survey | ILO | 1 July 2026 | not started |" in paper(book, "agenda", "2026/Q3")


def test_an_agenda_without_a_follow_up_is_told_at_opening_and_the_minutes_leave_nothing_out(
    book: Book, opened: Callable[[], Meeting]
) -> None:
    assert not any("carried" in sentence for sentence in convene.before_opening(book, book.meeting("2026/Q3")))
    set_agenda(book, book.meeting("2026/Q3"), ["Data on labour migration"])
    (told,) = convene.before_opening(book, book.meeting("2026/Q3"))
    assert told == "4 matters are carried over, and no item is called Follow-up: /new Follow-up adds one."
    meeting = opened()
    minutes = paper(book, "minutes", "2026/Q3")
    assert "No item of the agenda was for what earlier meetings had left open:" in minutes
    assert minutes.count("2026/Q2/A01") == 1
    capture.take(Pen(book, meeting.id), "/new Follow-up")
    minutes = paper(book, "minutes", "2026/Q3")
    assert "No item of the agenda" not in minutes
    assert minutes.count("2026/Q2/A01") == 1


def test_what_was_taken_behind_closed_doors_is_marked_and_leaves_no_word_in_a_public_paper(
    book: Book, opened: Callable[[], Meeting]
) -> None:
    record = book.record(opened().id)
    assert "| 2026/Q2/A03 | (closed session) ask the ministry | UNHCR |" in minutes_paper(record)
    assert "| 2026/Q2/A03 | (closed item) |" in minutes_paper(without_closed_items(record))
    assert "ministry" not in minutes_paper(without_closed_items(record))
    assert "A03" not in public_minutes(released_minutes(record), ())


def test_a_meeting_opened_by_an_older_program_follows_up_what_was_open_on_its_day(book: Book) -> None:
    opened = convene.open_meeting(book, book.meeting("2026/Q3"))
    with book.register.transaction("as an older program left it"):
        book.of(Meeting).put(replace(opened, carried=None))
    report(book, of(book, "A01"), Reported(ActionStatus.IMPLEMENTED, evidence="a letter", on=date(2026, 10, 1)))
    assert len(symbols(book)) == 4


def test_the_owner_of_a_decision_carried_over_is_named_in_the_room(book: Book, opened: Callable[[], Meeting]) -> None:
    pen = Pen(book, opened().id)
    assert "owner UNHCR by 2026-12-20" in str(capture.take(pen, "/owner 2026/Q2/D01 UNHCR by 20 Dec"))
    (decision,) = book.of(Decision).all()
    assert (decision.owners, decision.due) == (("UNHCR",), date(2026, 12, 20))
    capture.take(pen, "/owner 2026/Q2/D01 IOM")
    decision = book.of(Decision).get(decision.id)
    assert (decision.owners, decision.earlier[0].responsible) == (("IOM",), ("UNHCR",))
    with pytest.raises(Problem, match="There is no decision '2026/Q2/D09': did you mean '2026/Q2/D01'"):
        capture.take(pen, "/owner 2026/Q2/D09 IOM")
    with pytest.raises(Problem, match="the decisions of this meeting are none yet"):
        capture.take(pen, "/owner D01 IOM")
