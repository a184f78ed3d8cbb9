"""One entity on one sheet: seats, attendance, positions with their words, what it carries out; closed texts marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, papers
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.follow_up import find_followed_up
from tui_app.services.ownership import assign, read_assignment
from tui_app.services.paper_names import file_name
from tui_app.services.pen import Pen
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = make(load_charter("kenya"), tmp_path / "r", "A. Otieno", clock=lambda: NOW, remembered=False)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    pen = Pen(book, meeting.id)
    for line in (
        "/in UNHCR K. Hassan", "/in FAO P. Wekesa", "/apologies ILO",
        "/propose The Network endorses the plan", "/position UNHCR reservation para 3: seasonal work",
        "/position FAO joins", "/closed", "/propose The Network endorses the list",
        "/position FAO objects resources: asks for a budget line", "/open",
        "/action UNHCR, FAO: share the list by 2026-09-10", "/action all: read it by 30 Sep",
        "/decide The Network took note of the report",
    ):  # fmt: skip
        try:
            capture.take(pen, line)
        except Problem as problem:
            raise AssertionError(f"{line}: {problem}") from problem
    decision = find_followed_up(book, "D01")
    assign(book, decision, read_assignment(book, decision, "FAO by 30 Oct"))
    yield book
    book.register.close()


def test_it_has_everything_about_one_entity(book: Book) -> None:
    sheet = papers.paper(book, "entity", entity="fao")
    for said in (
        "INTERNAL USE ONLY",
        "| Kenya UN Network on Migration | member | the beginning | |",
        "Represented at its one meeting.",
        "| 2026/Q3 | 22 September 2026 | represented | P. Wekesa |",
        "Joined: 2026/Q3/D01, 2026/Q3/P1.",
        "| UNNM-KEN/2026/Q3/P2 | (closed session) The Network endorses the list | objects | "
        "resources: asks for a budget line |",
        "| UNNM-KEN/2026/Q3/D01 | The Network took note of the report | 30 October 2026 | not started |",
        "| UNNM-KEN/2026/Q3/A01 | share the list | 10 September 2026 | **12 days overdue**, not started |",
        "| UNNM-KEN/2026/Q3/A02 | read it | 30 September 2026 | not started |",
    ):
        assert said in sheet


def test_apologies_and_absence_are_told_apart(book: Book) -> None:
    assert "| 2026/Q3 | 22 September 2026 | apologies | |" in papers.paper(book, "entity", entity="ILO")
    absent = papers.paper(book, "entity", entity="WHO")
    assert "Not represented at its one meeting." in absent
    assert "It owns no decision." in absent


def test_words_of_a_reservation_stand_with_their_paragraph(book: Book) -> None:
    assert "| reservation | para 3: seasonal work |" in papers.paper(book, "entity", entity="UNHCR")


def test_it_asks_whose_sheet_it_is_and_has_a_name_of_its_own(book: Book) -> None:
    with pytest.raises(Problem, match="name it, as in UNHCR"):
        papers.paper(book, "entity")
    with pytest.raises(Problem, match="UNHCR"):
        papers.paper(book, "entity", entity="UNHCRR")
    assert file_name(book, "entity", entity="UN Women").startswith("UNNM-KEN UN Women entity ")


def test_a_network_that_never_met_has_a_sheet_too(tmp_path: Path) -> None:
    fresh = make(load_charter("kenya"), tmp_path / "f", "A. Otieno", clock=lambda: NOW, remembered=False)
    sheet = papers.paper(fresh, "entity", entity="FAO")
    assert "No meeting was held while it had a seat." in sheet
    assert "It was asked for no position." in sheet
    assert not fresh.of(Meeting).all()
    fresh.register.close()
