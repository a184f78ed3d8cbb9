"""What a paper lacks before it goes out, and where it is dealt with."""

from datetime import UTC, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import Purpose
from tui_app.domain.meeting.minutes import Entry
from tui_app.services import adopting, capture, circulating, convene
from tui_app.services.charters import load_charter
from tui_app.services.lacking import lacking
from tui_app.services.pen import Pen
from tui_app.services.registers import make


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    made = make(load_charter("kosovo"), tmp_path / "r", "A. Otieno", lambda: datetime(2026, 9, 22, 8, tzinfo=UTC))
    kind = convene.MeetingKind.QUARTERLY
    convene.plan(made, convene.Invitation(kind=kind, starts=datetime(2026, 9, 22, 10), place="UN House"))
    yield made
    made.register.close()


def meeting(book):
    return book.meeting("2026/Q3")


def told(book, kind):
    return [(lack.sentence, lack.place, lack.record) for lack in lacking(book, kind, meeting(book))]


def take(book, *lines):
    for line in lines:
        capture.take(Pen(book, meeting(book).id), line)


def test_an_agenda_lacks_documents_of_items_for_decision_and_what_is_still_to_be_written(book):
    items = {item.title: item for item in book.agenda(meeting(book).id).items}
    found = told(book, "agenda")
    assert all(place == "agenda" and items for _, place, _ in found)
    assert "The place of the meeting is not set" not in [sentence for sentence, _, _ in found]
    deciding = {item.id for item in items.values() if item.purpose is Purpose.DECISION}
    assert {record for _, _, record in found} <= deciding


def test_minutes_lack_owners_dates_and_words_that_were_left_for_later(book):
    convene.open_meeting(book, meeting(book))
    take(book, "/in IOM A. Person", "The budget is TBD until the autumn.", "It was fine??", "All was said.",
         "/a IOM: write to the ministry", "/a IOM: call by 30 Sep")  # fmt: skip
    (first, _) = book.of(ActionPoint).all()
    found = told(book, "minutes")
    assert ("2026/Q3/A01 has no date", "actions", first.id) in found
    entries = {each.text: each.id for each in book.of(Entry).of(meeting(book).id)}
    written = [(place, record) for sentence, place, record in found if sentence.startswith("Still to be written")]
    assert written == [
        ("minutes", entries["The budget is TBD until the autumn."]),
        ("minutes", entries["It was fine??"]),
    ]
    assert told(book, "actions") == [("2026/Q3/A01 has no date", "actions", first.id)]


def test_nobody_present_is_told_once_the_meeting_is_over(book):
    convene.open_meeting(book, meeting(book))
    assert told(book, "minutes") == []
    convene.close_meeting(book, meeting(book))
    assert ("Nobody is recorded as present", "minutes", "") in told(book, "minutes")


def test_what_was_adopted_lacks_nothing_any_more(book):
    convene.open_meeting(book, meeting(book))
    take(book, "The budget is TBD.")
    convene.close_meeting(book, meeting(book))
    circulating.circulate(book, meeting(book))
    assert told(book, "minutes")
    adopting.adopt(book, meeting(book))
    assert told(book, "minutes") == []


@pytest.mark.parametrize("kind", ["members", "history", "report 2026/R01", "completeness", ""])
def test_of_other_papers_nothing_is_told(book, kind):
    assert lacking(book, kind, meeting(book)) == ()
    assert lacking(book, "minutes", None) == ()
    assert book.of(Decision).all() == ()
