"""Who carries a decision out, named after the meeting too; the time that a meeting has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.meeting_place import set_place
from tui_app.services.meeting_time import set_time_available
from tui_app.services.ownership import assign, read_assignment
from tui_app.services.pen import Pen
from tui_app.services.registers import make


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    clock = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: clock)
    invitation = convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
    meeting = convene.open_meeting(book, convene.plan(book, invitation))
    capture.take(Pen(book, meeting.id), "/decide The Network endorses the data plan.")
    convene.close_meeting(book, book.of(Meeting).get(meeting.id))
    return book


def decision(book: Book) -> Decision:
    return book.of(Decision).all()[0]


def test_an_owner_is_named_after_the_meeting(book: Book) -> None:
    assign(book, decision(book), read_assignment(book, decision(book), "iom, ILO by 30 Oct"))
    assert (decision(book).owners, decision(book).due) == (("IOM", "ILO"), date(2026, 10, 30))


def test_another_owner_keeps_the_date(book: Book) -> None:
    assign(book, decision(book), read_assignment(book, decision(book), "IOM by 30 Oct"))
    assign(book, decision(book), read_assignment(book, decision(book), "Secretariat"))
    assert (decision(book).owners, decision(book).due) == (("Secretariat",), date(2026, 10, 30))


def test_an_unknown_owner_gets_the_nearest_name(book: Book) -> None:
    with pytest.raises(Problem, match="UNHCR"):
        read_assignment(book, decision(book), "UNHCRR by 30 Oct")


def test_a_decision_that_no_longer_stands_gets_no_owner(book: Book) -> None:
    line = read_assignment(book, decision(book), "IOM")
    with book.register.transaction("superseded"):
        book.of(Decision).put(replace(decision(book), superseded_by="later"))
    with pytest.raises(Problem, match="superseded"):
        assign(book, decision(book), line)


def test_the_place_of_a_meeting_is_set_until_its_minutes_are_adopted(book: Book) -> None:
    (meeting,) = book.meetings()
    assert set_place(book, meeting, " UN House,  Gigiri ").place == "UN House, Gigiri"
    assert set_place(book, meeting, " ").place == ""
    with book.register.transaction("adopted"):
        book.of(Meeting).put(replace(book.meetings()[0], state=MeetingState.ADOPTED))
    with pytest.raises(Problem, match="corrigendum"):
        set_place(book, book.meetings()[0], "elsewhere")


def test_the_time_of_a_meeting_is_set_until_its_minutes_are_adopted(book: Book) -> None:
    (meeting,) = book.meetings()
    assert set_time_available(book, meeting, 150).minutes_available == 150
    with book.register.transaction("adopted"):
        book.of(Meeting).put(replace(book.meetings()[0], state=MeetingState.ADOPTED))
    with pytest.raises(Problem, match="corrigendum"):
        set_time_available(book, book.meetings()[0], 90)
