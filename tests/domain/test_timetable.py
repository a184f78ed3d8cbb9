"""The time of a meeting: in words, as typed, and what is late."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.meeting.agenda import read_item
from tui_app.domain.meeting.timetable import LONGEST, item_words, late_words, read_time_available, time_words
from tui_app.domain.problem import Problem

TEN = datetime(2026, 9, 22, 10, tzinfo=timezone(timedelta(hours=3)))


@pytest.mark.parametrize(
    ("planned", "available", "words"),
    [
        (95, 120, "95 of 120 minutes"),
        (120, 120, "120 of 120 minutes"),
        (135, 120, "135 of 120 minutes: 15 minutes over"),
        (121, 120, "121 of 120 minutes: 1 minute over"),
    ],
)
def test_time_is_said_in_words_when_it_is_over(planned: int, available: int, words: str) -> None:
    assert time_words(planned, available) == words


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("120", 120), ("90 min", 90), ("45m", 45), ("2h", 120), ("2h30", 150), ("1 hour 15 minutes", 75),
     ("until 12:30", 150), ("Until 11.15", 75), ("13:00", 180)],
)  # fmt: skip
def test_time_available_is_read_as_people_say_it(text: str, minutes: int) -> None:
    assert read_time_available(text, TEN) == minutes


@pytest.mark.parametrize("text", ["", "0", "long", "until 09:00", "until 25:00", "30h", "-5"])
def test_no_time_gets_a_sentence(text: str) -> None:
    with pytest.raises(Problem, match=r"\.$"):
        read_time_available(text, TEN)


@given(st.integers(1, LONGEST))
def test_every_number_of_minutes_is_read_as_it_is_written(minutes: int) -> None:
    assert read_time_available(str(minutes), TEN) == minutes
    assert read_time_available(f"{minutes} minutes", TEN) == minutes


@given(st.text(max_size=20))
def test_any_text_is_minutes_or_a_problem(text: str) -> None:
    with suppress(Problem):
        assert 0 < read_time_available(text, TEN) <= LONGEST


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Data plan [decision] 20m IOM", "Data plan - for decision - 20 minutes - IOM"),
        ("Data plan", "Data plan - for discussion - no minutes yet"),
        ("  2a) Sources [information] 1m", "Sources - for information - 1 minute"),
    ],
)
def test_an_agenda_line_is_echoed_as_it_was_understood(line: str, words: str) -> None:
    assert item_words(read_item(line, "m", ("IOM",), rank=0)) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [(date(2026, 9, 21), "1 day overdue"), (date(2026, 9, 10), "12 days overdue"), (date(2026, 9, 22), ""), (None, "")],
)
def test_what_is_late_says_by_how_much(due: date | None, words: str) -> None:
    assert late_words(due, date(2026, 9, 22)) == words
