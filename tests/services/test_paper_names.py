"""What files are called: no version hides another, and every system takes the name."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.services import adopting, capture, circulating, convene
from tui_app.services.charters import load_charter
from tui_app.services.paper_names import _taken_everywhere, file_name
from tui_app.services.pen import Pen
from tui_app.services.registers import make


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    made = make(load_charter("kenya"), tmp_path / "r", "A. Otieno", lambda: datetime(2026, 9, 22, 8, tzinfo=UTC))
    convene.plan(made, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    yield made
    made.register.close()


def meeting(book):
    return book.meeting("2026/Q3")


def test_each_version_of_an_agenda_has_a_name_of_its_own(book):
    assert file_name(book, "agenda") == "UNNM-KEN 2026-Q3 agenda draft.md"
    circulating.circulate(book, meeting(book))
    assert file_name(book, "agenda", "2026/Q3") == "UNNM-KEN 2026-Q3 agenda v1.md"
    convene.open_meeting(book, meeting(book))
    assert file_name(book, "agenda", ending="html") == "UNNM-KEN 2026-Q3 agenda v1.html"


def test_each_version_of_minutes_has_a_name_of_its_own(book):
    convene.open_meeting(book, meeting(book))
    capture.take(Pen(book, meeting(book).id), "One member recalled the deadline.")
    assert file_name(book, "minutes") == "UNNM-KEN 2026-Q3 minutes in session.md"
    convene.close_meeting(book, meeting(book))
    assert file_name(book, "minutes") == "UNNM-KEN 2026-Q3 minutes draft.md"
    circulating.circulate(book, meeting(book))
    assert file_name(book, "minutes") == "UNNM-KEN 2026-Q3 minutes v1.md"
    (entry,) = book.of(Entry).of(meeting(book).id)
    book.of(Entry).put(replace(entry, text="Two members recalled the deadline."))
    assert file_name(book, "minutes") == "UNNM-KEN 2026-Q3 minutes v2 draft.md"
    circulating.circulate(book, meeting(book))
    adopting.adopt(book, meeting(book))
    assert file_name(book, "minutes") == "UNNM-KEN 2026-Q3 minutes adopted.md"


@pytest.mark.parametrize(
    ("kind", "of", "name"),
    [
        ("decisions", "2026/Q3", "UNNM-KEN decisions 2026-09-22.md"),
        ("members", None, "UNNM-KEN members 2026-09-22.md"),
        ("workplan", "2026/Q3", "UNNM-KEN 2026 workplan 2026-09-22.md"),
        ("completeness", "2026/Q3", "UNNM-KEN 2026-Q3 completeness 2026-09-22.md"),
        ("tabling-note", "2026/Q3", "UNNM-KEN 2026-Q3 tabling note.md"),
        ("calendar", "2026", "UNNM-KEN 2026 calendar.md"),
        ("calendar", "2026/Q3", "UNNM-KEN 2026-Q3 calendar.md"),
    ],
)
def test_lists_bear_the_day_as_at_which_they_are_made(book, kind, of, name):
    assert file_name(book, kind, of) == name


def test_a_public_version_and_an_entity_are_in_the_name(book):
    assert file_name(book, "minutes", public=True) == "UNNM-KEN 2026-Q3 minutes public draft.md"
    assert file_name(book, "entity", entity="Min. of\nLabour / Jobs") == (
        "UNNM-KEN Min. of Labour - Jobs entity 2026-09-22.md"
    )


def test_a_paper_that_there_is_not_has_no_name(book):
    with pytest.raises(Problem, match="not a kind of paper"):
        file_name(book, "minuets")


@given(st.text(min_size=1))
def test_every_system_takes_the_name(text):
    name = _taken_everywhere(f"UNNM {text} minutes")
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name == name.strip(" .")
    assert len(name) <= 120
