"""Planning, opening and closing meetings, on the day and when they are written up afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.services import adopting, capture, circulating, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.convene import Invitation
from tui_app.services.pen import Pen
from tui_app.services.registers import make

START = datetime(2026, 9, 22, 10)


def book_on(folder: Path, now: datetime, charter: str = "kenya") -> Book:
    return make(load_charter(charter), folder, "A. Otieno", lambda: now, remembered=False)


def planned(book: Book) -> Meeting:
    return convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=START))


def test_on_the_day_the_clock_dates_what_is_said(tmp_path: Path) -> None:
    book = book_on(tmp_path / "r", datetime(2026, 9, 22, 7, 30, tzinfo=UTC))
    meeting = convene.open_meeting(book, planned(book))
    capture.take(Pen(book, meeting.id), "said")
    assert [e.at.isoformat() for e in book.of(Entry).all()] == ["2026-09-22T10:30:00+03:00"]
    closed = convene.close_meeting(book, meeting)
    assert (closed.opened, closed.closed) == (meeting.opened, book.now())


def test_minutes_written_up_later_never_bear_the_time_of_the_writing(tmp_path: Path) -> None:
    book = book_on(tmp_path / "r", datetime(2026, 11, 21, 3, 0, tzinfo=UTC))
    meeting = convene.open_meeting(book, planned(book))
    pen = Pen(book, meeting.id, keeps_time=True)
    for line in ("first", "/time 10:20", "second", "/time now", "third"):
        capture.take(pen, line)
    assert [f"{e.at:%d %H:%M}" for e in book.of(Entry).all()] == ["22 10:00", "22 10:20", "22 10:20"]
    closed = convene.close_meeting(book, meeting)
    assert closed.closed is not None
    assert f"{closed.closed:%d %H:%M}" == "22 10:20"


def test_a_meeting_is_not_closed_before_it_was_opened(tmp_path: Path) -> None:
    book = book_on(tmp_path / "r", datetime(2026, 9, 22, 7, 30, tzinfo=UTC))
    meeting = convene.open_meeting(book, planned(book), time(10, 5))
    with pytest.raises(Problem, match="was opened at 10:05: it cannot be closed at 09:00"):
        convene.close_meeting(book, meeting, convene.moment(book, meeting, time(9, 0)))


def test_one_meeting_is_in_session_at_a_time(tmp_path: Path) -> None:
    book = book_on(tmp_path / "r", datetime(2026, 9, 22, 7, 30, tzinfo=UTC))
    convene.open_meeting(book, planned(book))
    with pytest.raises(Problem, match="2026/Q3 is in session: close it before you open 2026/Q3-2"):
        convene.open_meeting(book, planned(book))


GROUNDS = [
    (Invitation(kind=MeetingKind.ON_REQUEST, starts=START), "needs who requested it and when"),
    (Invitation(kind=MeetingKind.EXTRAORDINARY, starts=START), "needs its reason"),
    (Invitation(kind=MeetingKind.WORKING_GROUP, starts=START), "needs the group"),
    (Invitation(kind=MeetingKind.QUARTERLY, starts=START, zone="Africa/Nairobbi"), "is not a time zone"),
    (Invitation(kind=MeetingKind.QUARTERLY, starts=START, body="WG-X"), "There is no body 'WG-X'"),
]


@pytest.mark.parametrize(("invitation", "sentence"), GROUNDS)
def test_a_meeting_without_what_it_needs_is_refused(tmp_path: Path, invitation: Invitation, sentence: str) -> None:
    book = book_on(tmp_path / "r", datetime(2026, 9, 1, tzinfo=UTC))
    with pytest.raises(Problem, match=sentence):
        convene.plan(book, invitation)
    assert not book.meetings()


def test_minutes_are_circulated_before_they_are_adopted_and_then_cannot_change(tmp_path: Path) -> None:
    book = book_on(tmp_path / "r", datetime(2026, 9, 22, 7, 30, tzinfo=UTC))
    meeting = convene.open_meeting(book, planned(book))
    capture.take(Pen(book, meeting.id), "said")
    meeting = convene.close_meeting(book, meeting)
    with pytest.raises(Problem, match="circulate them to the members"):
        adopting.adopt(book, meeting)
    meeting, what = circulating.circulate(book, meeting)
    assert what == "minutes v1 circulated"
    meeting = adopting.adopt(book, meeting)
    assert meeting.state is MeetingState.ADOPTED
    with pytest.raises(Problem, match="adopted"):
        book.register.undo()
    from tui_app.services import correcting

    with pytest.raises(Problem, match="only a corrigendum"):
        correcting.strike(book, book.of(Entry).all()[0])


def test_an_annual_meeting_begins_with_the_purposes_of_its_charter(tmp_path: Path) -> None:
    book = book_on(tmp_path / "r", datetime(2026, 9, 1, tzinfo=UTC), "albania")
    meeting = convene.plan(book, Invitation(kind=MeetingKind.ANNUAL, starts=START))
    titles = [item.title for item in book.agenda(meeting.id).items]
    assert [t for t in titles if "progress" in t or "collaboration" in t or "challenges" in t] == titles[3:6]
