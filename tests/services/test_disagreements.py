"""A discrepancy of the Terms of Reference is settled by a decision, and stays in sight (R-05)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, papers
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.disagreements import disagreements, settle
from tui_app.services.pen import Pen
from tui_app.services.registers import make

COMMITTEE = "KEN/body-committee-not-annex-committee"
D01 = "UNNM-KEN/2026/Q3/D01"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    now = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
    book = make(load_charter("kenya"), tmp_path / "r", "A. Otieno", lambda: now, remembered=False)
    kind = MeetingKind.QUARTERLY
    meeting = convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    capture.take(Pen(book, meeting.id), "/decide The Executive Committee is that of Annex I")
    return book


def settled(book: Book) -> dict[str, str | None]:
    return {each.id: each.resolved_by_decision for each in disagreements(book)}


def test_none_is_settled_until_a_decision_settles_it_and_it_is_still_listed(book: Book) -> None:
    assert set(settled(book).values()) == {None}
    settle(book, COMMITTEE, D01.lower())
    assert settled(book)[COMMITTEE] == D01
    assert f"Settled by {D01}." in papers.paper(book, "members")
    settle(book, COMMITTEE, "")
    assert settled(book)[COMMITTEE] is None


def test_only_a_decision_of_this_register_settles_only_a_discrepancy_of_its_charter(book: Book) -> None:
    with pytest.raises(Problem, match="There is no decision 'D09'"):
        settle(book, COMMITTEE, "D09")
    with pytest.raises(Problem, match="did you mean"):
        settle(book, COMMITTEE + "s", D01)
    assert set(settled(book).values()) == {None}
