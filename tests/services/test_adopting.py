"""The next meeting adopts the minutes of the one before, with corrections, and both papers say so (R-60)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.capture.capture import read_line
from tui_app.domain.capture.lines import AdoptLine
from tui_app.domain.meeting.meeting import MeetingState
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter
from tui_app.services import capture, convene, versions
from tui_app.services.adopting import adopt
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.circulating import circulate
from tui_app.services.foresight import foretell
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.sealing import judge

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """Kenya's register: two earlier meetings with circulated minutes, the third one in session."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", lambda: NOW)
    for starts in (datetime(2026, 3, 10, 10), datetime(2026, 6, 16, 10), datetime(2026, 9, 22, 10)):
        kind = convene.MeetingKind.QUARTERLY
        meeting = convene.open_meeting(book, convene.plan(book, convene.Invitation(kind=kind, starts=starts)))
        if starts.month < 9:
            capture.take(Pen(book, meeting.id), "Members discussed the sources")
            convene.close_meeting(book, meeting)
            circulate(book, book.meeting(meeting.symbol))
    yield book
    book.register.close()


def at_hand(book: Book) -> Pen:
    return Pen(book, book.meeting("2026/Q3").id)


def echo(book: Book, line: str) -> str:
    numbers = {letter: book.next_number(book.meeting("2026/Q3").id, letter) for letter in Letter}
    return foretell(at_hand(book), line, numbers)


def test_the_previous_minutes_are_adopted_with_corrections_and_both_papers_say_so(book: Book) -> None:
    line = "/adopt with the following corrections: item 3, for May read June."
    assert echo(book, line) == (
        "Adopts: the minutes of 2026/Q2, v1 of 22 September 2026, with the corrections “item 3, for May read June”; "
        "this cannot be undone; written under 1 Opening and adoption of the agenda, not 2 Minutes of the previous "
        "meeting"
    )
    taken = capture.take(at_hand(book), line)
    assert str(taken) == "minutes of 2026/Q2 adopted, with the following corrections: item 3, for May read June"
    adopted = book.meeting("2026/Q2")
    assert (adopted.state, adopted.adopted_on, adopted.adopted_at) == (
        MeetingState.ADOPTED, date(2026, 9, 22), "2026/Q3",
    )  # fmt: skip
    text = paper(book, "minutes", "2026/Q2")
    assert "- **Adopted at**: the third quarterly meeting of 2026 (2026/Q3)\n" in text
    assert "- **Adopted with the following corrections**: item 3, for May read June\n" in text
    assert "unchanged" in judge(book, "minutes.md", text.encode())
    assert (
        "The minutes of the second quarterly meeting of 2026 were adopted, with the following corrections: item 3, "
        "for May read June."
    ) in paper(book, "minutes", "2026/Q3")
    with pytest.raises(Problem, match="cannot be undone"):
        book.register.undo()


def test_what_the_question_asks_is_told_with_the_line_too(book: Book) -> None:
    capture.take(at_hand(book), "/item 2")
    assert echo(book, "/adopt").endswith("as they are; this cannot be undone")
    assert capture.take(at_hand(book), "/adopt").note == (
        "Nobody is in the room on record. From then on they cannot change, and this cannot be undone."
    )


def test_minutes_changed_since_they_went_out_are_told_with_the_line_and_typing_on_prints_them_no_more(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = Pen(book, book.meeting("2026/Q2").id)
    assert "as changed since" not in echo(book, "/adopt")
    capture.edit(earlier, book.record(earlier.meeting_id).entries[0], "Members discussed the sources of the survey")
    assert "as changed since" in echo(book, "/adopt")
    monkeypatch.setattr(versions, "minutes_paper", None)
    capture.take(at_hand(book), "A note of the present meeting")
    assert "as changed since" in echo(book, "/adopt 2026/Q2")
    monkeypatch.undo()
    book.register.undo()
    book.register.undo()
    assert "as changed since" not in echo(book, "/adopt")


def test_the_agenda_is_adopted_with_what_was_changed_since_it_went_out(book: Book) -> None:
    assert echo(book, "/adopt agenda") == "Adopts: the agenda, which was not circulated"
    meeting = convene.plan(
        book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10))
    )
    circulate(book, meeting)
    convene.close_meeting(book, book.meeting("2026/Q3"))
    pen = Pen(book, convene.open_meeting(book, book.meeting("2026/Q4")).id)
    assert "Status: **v1, circulated on" in paper(book, "agenda", "2026/Q4")
    capture.take(pen, "/adopt the agenda")
    assert "Status: **v1, ADOPTED on 8 December 2026**" in paper(book, "agenda", "2026/Q4")
    assert "The agenda was adopted as circulated." in paper(book, "minutes", "2026/Q4")
    with pytest.raises(Problem, match="adopted already"):
        capture.take(pen, "/adopt agenda")
    capture.take(pen, "/new Late item 5m")
    assert "ADOPTED on 8 December 2026; changed since**" in paper(book, "agenda", "2026/Q4")
    capture.take(pen, "/adopt agenda")
    changed = "Status: **v1, ADOPTED on 8 December 2026, with what was changed since v1**"
    assert changed in paper(book, "agenda", "2026/Q4")
    assert "The agenda was adopted with what was changed since." in paper(book, "minutes", "2026/Q4")
    book.register.undo()
    assert changed not in paper(book, "agenda", "2026/Q4")


def test_another_meeting_s_minutes_are_named(book: Book) -> None:
    assert "the minutes of 2026/Q1, v1" in echo(book, "/adopt 2026/Q1")
    assert str(capture.take(at_hand(book), "/adopt 2026q1")) == "minutes of 2026/Q1 adopted"
    assert book.meeting("2026/Q2").state is MeetingState.CIRCULATED


def test_what_is_in_the_way_is_told_before_enter_and_by_it(book: Book) -> None:
    for _ in range(2):
        capture.take(at_hand(book), "/adopt")
    for line, sentence in (
        ("/adopt", "2026/Q2 has adopted minutes"),
        ("/adopt 2026/Q3", "2026/Q3 is no earlier meeting of this body"),
        ("/adopt the data plan", "a text is decided with /decide"),
        ("/adopt with corrections:", "Which corrections"),
    ):
        with pytest.raises(Problem, match=sentence):
            echo(book, line)
        with pytest.raises(Problem, match=sentence):
            capture.take(at_hand(book), line)


def test_a_draft_is_not_adopted_by_the_next_meeting(tmp_path: Path, book: Book) -> None:
    fresh = make(load_charter("albania"), tmp_path / "albania", "A. Otieno", lambda: NOW, remembered=False)
    for starts in (datetime(2026, 6, 16, 10), datetime(2026, 9, 22, 10)):
        kind = convene.MeetingKind.QUARTERLY
        meeting = convene.open_meeting(fresh, convene.plan(fresh, convene.Invitation(kind=kind, starts=starts)))
        with pytest.raises(Problem, match="No earlier meeting" if starts.month < 9 else "circulate them"):
            capture.take(Pen(fresh, meeting.id), "/adopt")
        if starts.month < 9:
            convene.close_meeting(fresh, meeting)
    fresh.register.close()


def test_adopting_between_meetings_names_no_meeting(book: Book) -> None:
    adopt(book, book.meeting("2026/Q2"))
    assert "**Adopted at**" not in paper(book, "minutes", "2026/Q2")


@pytest.mark.parametrize(
    ("typed", "meeting", "corrections"),
    [
        ("", "", ""),
        ("2026/Q1", "2026/Q1", ""),
        ("minutes of 2026/EX1.", "2026/EX1", ""),
        ("with the following corrections: a", "", "a"),
        ("with corrections: item 3: a", "", "item 3: a"),
        ("2026/Q1, with the following amendments a, b", "2026/Q1", "a, b"),
    ],
)
def test_the_line_is_read_as_it_is_said(typed: str, meeting: str, corrections: str) -> None:
    assert read_line(f"/adopt {typed}", None) == AdoptLine(meeting, corrections)  # type: ignore[arg-type]
