"""Joint statements: from adopted text only, with version and checksum; public by a release alone (R-53, R-70)."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.paper_names import file_name
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make

KIND = "joint-statement"
TEXT = "The Network calls upon all to count those who move."


@pytest.fixture
def pen(tmp_path):
    now = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
    book = make(load_charter("albania"), tmp_path / "register", "A. Otieno", lambda: now, remembered=False)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 9)))
    convene.open_meeting(book, meeting)
    pen = Pen(book, meeting.id, keeps_time=True)
    capture.take(pen, "/in all")
    yield pen
    book.register.close()


def taken(pen: Pen, *lines: str) -> Book:
    for line in lines:
        capture.take(pen, line)
    return pen.book


def test_only_an_adopted_text_is_a_statement(pen):
    book = taken(pen, "/propose The Network is concerned.", "/effect statement")
    with pytest.raises(Problem, match="No joint statement is adopted yet: /effect statement"):
        paper(book, KIND)
    taken(pen, "/rest joins", f"/amend {TEXT}", "/rest joins", "/declare")
    text = paper(book, KIND)
    assert "## Joint statement" in text
    assert f"> {TEXT}\n" in text
    assert "- **Version**: text 2\n" in text
    assert f"- **Checksum of the text**: {sha256(TEXT.encode()).hexdigest()}\n" in text
    assert "is concerned" not in text
    assert "INTERNAL USE ONLY" in text
    assert "in the name of" not in text
    assert "(ALB:" in text
    assert file_name(book, KIND) == "UNNM-ALB 2026-Q3-D01 joint statement adopted.md"


def test_a_decision_that_is_none_or_stands_no_more_is_told_in_a_sentence(pen):
    book = taken(pen, "/d The Network took note.", f"/d {TEXT}", "/effect statement")
    assert TEXT in paper(book, KIND, "D02")
    with pytest.raises(Problem, match=r"D01 is no joint statement; there is: UNNM-ALB/2026/Q3/D02\."):
        paper(book, KIND, "D01")
    taken(pen, "/d The Network speaks no more of it.", "/effect rescind D02")
    with pytest.raises(Problem, match="is rescinded: it is the voice of the network no more"):
        paper(book, KIND, "D02")


def test_it_is_public_by_a_release_and_names_it(pen):
    book = taken(pen, f"/d {TEXT}", "/effect statement")
    with pytest.raises(Problem, match="No decision in force releases"):
        paper(book, KIND, public=True)
    taken(pen, "/d The Network releases its statement.", "/effect release D01")
    text = paper(book, KIND, public=True)
    assert "INTERNAL" not in text
    assert f"> {TEXT}\n" in text
    assert "- **Released by**: UNNM-ALB/2026/Q3/D02 of 22 September 2026\n" in text
