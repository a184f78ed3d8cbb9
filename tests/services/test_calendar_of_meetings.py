"""The calendar of a year or of one meeting: what it tells, and how often each meeting was changed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import circulating, convene
from tui_app.services.book import Book
from tui_app.services.calendar import calendar_bytes, calendar_markdown
from tui_app.services.charters import load_charter
from tui_app.services.convene import Invitation
from tui_app.services.meeting_place import set_place
from tui_app.services.meeting_time import set_time_available
from tui_app.services.moving import Change, cancel, move
from tui_app.services.prepare_agenda import add_item
from tui_app.services.registers import make

NOW = datetime(2026, 9, 1, 7, 0, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", lambda: NOW, remembered=False)
    convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    return book


def event(book, of="2026/Q3"):
    (found,) = Calendar.from_ical(calendar_bytes(book, of)).walk("VEVENT")
    return found


def test_an_entry_is_known_again_by_its_uid_whatever_changes(book):
    uid = event(book)["uid"]
    meeting = book.meeting("2026/Q3")
    assert uid == f"{meeting.id}@{book.register.id}"
    move(book, meeting, Change(starts=datetime(2026, 10, 1, 9)))
    assert event(book)["uid"] == uid
    assert event(book)["dtstart"].dt == datetime(2026, 10, 1, 6, tzinfo=UTC)


def test_every_change_of_time_place_or_status_raises_the_number_an_undone_one_too(book):
    numbers = [event(book)["sequence"]]
    for change in (
        lambda: move(book, book.meeting("2026/Q3"), Change(starts=datetime(2026, 9, 24, 10))),
        book.register.undo,
        lambda: set_place(book, book.meeting("2026/Q3"), "UN House"),
        lambda: set_time_available(book, book.meeting("2026/Q3"), 90),
        lambda: cancel(book, book.meeting("2026/Q3"), "no room"),
        book.register.undo,
    ):
        change()
        numbers.append(event(book)["sequence"])
    assert numbers == [0, 1, 2, 3, 4, 5, 6]


def test_what_no_calendar_shows_does_not_raise_it(book):
    circulating.circulate(book, book.meeting("2026/Q3"))
    convene.open_meeting(book, book.meeting("2026/Q3"))
    convene.close_meeting(book, book.meeting("2026/Q3"))
    assert event(book)["sequence"] == 0
    assert event(book)["status"] == "CONFIRMED"


def test_the_same_record_gives_the_same_file(book):
    assert calendar_bytes(book, "2026") == calendar_bytes(book, "2026")


def test_the_agenda_is_in_it_only_as_it_was_circulated(book):
    assert "Opening" not in event(book)["description"]
    circulating.circulate(book, book.meeting("2026/Q3"))
    assert "Item 1: Opening and adoption of the agenda, for decision" in event(book)["description"]
    add_item(book, book.meeting("2026/Q3"), "A secret of tomorrow", None)
    told = event(book)["description"]
    assert "it is being changed" in told
    assert "Item 1" not in told
    assert "secret" not in told


def test_a_year_has_its_cancelled_meetings_too_and_no_other_year(book):
    convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2027, 2, 9, 10)))
    cancel(book, book.meeting("2026/Q3"), "no room")
    events = Calendar.from_ical(calendar_bytes(book)).walk("VEVENT")
    assert [(str(e["summary"]), e["status"]) for e in events] == [
        ("CANCELLED: UNNM-KEN: Third quarterly meeting of 2026", "CANCELLED")
    ]
    assert "CANCELLED: no room" in events[0]["description"]
    with pytest.raises(Problem, match="No meeting is on record for 2025"):
        calendar_bytes(book, "2025")


def test_the_paper_shows_what_is_in_the_file(book):
    text = calendar_markdown(book, None, 2026)
    assert (
        "| Tue 22 Sep 2026, 10:00-12:00 (Africa/Nairobi, UTC+03:00) | UNNM-KEN: Third quarterly meeting of 2026 |"
        in text
    )
    assert "- **Status**: confirmed" in calendar_markdown(book, "2026/Q3", 2026)
    assert "No meeting is on record for 2025." in calendar_markdown(book, "2025", 2026)
