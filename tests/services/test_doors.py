"""A stakeholder meeting has a closed and an open part (R-24): the doors follow the agenda, and papers the doors."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui_app.documents.minutes import minutes_paper
from tui_app.documents.public import public_minutes
from tui_app.documents.release import released_minutes
from tui_app.domain.meeting.agenda import item_line
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.meeting.minutes import Entry
from tui_app.services import capture, circulating, convene, papers
from tui_app.services.book import Book
from tui_app.services.calendar import calendar_markdown
from tui_app.services.charters import load_charter
from tui_app.services.convene import Invitation
from tui_app.services.pen import Pen
from tui_app.services.prepare_agenda import set_agenda
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 8, 30, tzinfo=UTC)


def planned(folder: Path, kind: MeetingKind = MeetingKind.STAKEHOLDER, charter: str = "kosovo") -> tuple[Book, Meeting]:
    book = make(load_charter(charter), folder, "A", lambda: NOW, remembered=False)
    return book, convene.plan(book, Invitation(kind=kind, starts=datetime(2026, 9, 22, 10)))


@pytest.fixture
def pen(tmp_path) -> Pen:
    book, meeting = planned(tmp_path / "register")
    return Pen(book, convene.open_meeting(book, meeting).id)


def test_it_begins_with_the_members_alone_and_goes_on_with_the_stakeholders(pen):
    lines = [item_line(item) for item in pen.book.agenda(pen.meeting_id).items]
    assert [("[closed]" in line) for line in lines] == [True, True, True, False, False]
    assert pen.meeting.doors_closed


def test_entering_the_other_part_turns_the_doors_and_says_so(pen):
    assert capture.take(pen, "/item 3").note == ""
    assert pen.meeting.doors_closed
    assert capture.take(pen, "/next").note == "The open part begins: the session is open."
    assert not pen.meeting.doors_closed
    assert capture.take(pen, "/item 1").note == "The closed part begins: the session is closed."
    assert pen.meeting.doors_closed
    pen.book.register.undo()
    assert not pen.meeting.doors_closed


def test_within_a_part_the_doors_stay_as_they_were_set_by_hand(pen):
    capture.take(pen, "/item 4")
    capture.take(pen, "/closed")
    capture.take(pen, "/next")
    assert pen.meeting.doors_closed


def test_external_participants_leave_when_the_closed_part_begins(pen):
    for line in ("/item 4", "/guest Balkan Daily: M. Hoxha invited by IOM", "/in IOM A. B.", "/item 2"):
        taken = capture.take(pen, line)
    assert taken.note == "The closed part begins: the session is closed. Balkan Daily left."
    there = {p.entity: p.present for p in pen.book.of(Participant).of(pen.meeting_id)}
    assert there == {"Balkan Daily": False, "IOM": True}


def test_a_guest_of_the_closed_part_is_told(pen):
    taken = capture.take(pen, "/guest Balkan Daily: M. Hoxha invited by IOM")
    assert taken.note.startswith("The session is closed, and Balkan Daily")


def test_what_is_closed_is_marked_inside_and_kept_out_outside(pen):
    set_lines = ["A secret plan [closed] 10m IOM", "  A part of it 5m", "An open matter 10m"]
    book, meeting = pen.book, convene.close_meeting(pen.book, pen.meeting)
    second = convene.plan(book, Invitation(kind=MeetingKind.STAKEHOLDER, starts=datetime(2026, 9, 22, 14)))
    set_agenda(book, second, set_lines)
    assert "A secret plan (closed part)" in papers.paper(book, "agenda", second.symbol)
    assert "A part of it (closed part)" in papers.paper(book, "agenda", second.symbol)
    circulating.circulate(book, second)
    entry = calendar_markdown(book, second.symbol, 2026)
    assert "secret" not in entry
    assert "A part of it" not in entry
    assert "An open matter" in entry
    opened = convene.open_meeting(book, book.meeting(second.symbol))
    pen = Pen(book, opened.id)
    for line in ("hidden words", "/item 2", "open words"):
        capture.take(pen, line)
    record = book.record(opened.id)
    assert "(closed session) hidden words" in minutes_paper(record)
    outside = public_minutes(released_minutes(record), ())
    for kept_out in ("hidden words", "A secret plan", "A part of it"):
        assert kept_out not in outside
    assert "open words" in outside
    assert meeting.over


def test_elsewhere_an_item_can_be_closed_too_and_nobody_is_sent_out(tmp_path):
    book, meeting = planned(tmp_path / "kenya", MeetingKind.QUARTERLY, "kenya")
    set_agenda(book, meeting, ["Opening [decision] 5m", "A case [closed] 10m"])
    pen = Pen(book, convene.open_meeting(book, meeting).id)
    assert not pen.meeting.doors_closed
    capture.take(pen, "/guest Expert: B. C. invited by IOM for item 2")
    capture.take(pen, "/next")
    capture.take(pen, "a word")
    assert book.of(Entry).all()[-1].closed
    assert all(p.present for p in book.of(Participant).of(meeting.id))
