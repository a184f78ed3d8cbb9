"""Who and by when, changed after the meeting: what is typed, what stays, what is told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.calendar import read_date
from tui_app.domain.capture.who_and_when import split_due
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import (
    Assignment,
    Terms,
    changed_words,
    deadline_words,
    read_terms,
    terms_echo,
    terms_line,
    typed_deadline,
)
from tui_app.domain.names import entity_names
from tui_app.domain.problem import Problem

TODAY = date(2026, 11, 21)
NAMES = entity_names([(name, name) for name in ("IOM", "ILO", "UNHCR")])
NOW = Terms(responsible=("IOM",), due=date(2026, 9, 30), due_words="30 Sep")
NOV_30 = date(2026, 11, 30)


def read(text: str, now: Terms = NOW) -> Terms:
    return read_terms(text, now, NAMES, lambda phrase: read_date(phrase, TODAY))


@pytest.mark.parametrize(
    ("text", "responsible", "due", "words", "why"),
    [
        ("ilo", ("ILO",), NOW.due, "30 Sep", ""),
        ("by 30 Nov", ("IOM",), NOV_30, "", ""),
        ("IOM, ILO by 30 Nov", ("IOM", "ILO"), NOV_30, "", ""),
        ("all by 30 Nov because the ministry moved it", ("All members",), NOV_30, "", "the ministry moved it"),
        ("IOM by before the winter", ("IOM",), None, "before the winter", ""),
        ("IOM by 30 Nov (before the winter)", ("IOM",), NOV_30, "before the winter", ""),
        ("IOM by no date", ("IOM",), None, "", ""),
    ],
)
def test_terms_are_read_and_what_is_not_said_stays(
    text: str, responsible: tuple[str, ...], due: date | None, words: str, why: str
) -> None:
    assert read(text) == Terms(responsible=responsible, due=due, due_words=words, why=why)


def test_a_day_given_later_keeps_the_words_beside_it() -> None:
    in_words = read("IOM by before the winter")
    dated = read("by 30 Nov", in_words)
    assert deadline_words(dated.due, dated.due_words) == "30 November 2026 (before the winter)"
    assert terms_echo("A07", dated) == "A07 - IOM - by Mon 30 Nov 2026 (before the winter)"
    assert read(terms_line(dated), dated) == dated
    assert read("by 15 Dec", dated).due_words == "before the winter"
    assert read("by 15 Dec ()", dated).due_words == ""


@pytest.mark.parametrize(("text", "told"), [("UNHCRR", "UNHCR"), ("IOM by 31 Sep", "no 31 September"), ("", "Who")])
def test_what_cannot_be_read_is_told(text: str, told: str) -> None:
    with pytest.raises(Problem, match=told):
        read(text)


def test_what_was_changed_is_told_with_what_it_was() -> None:
    before = Assignment(responsible=("IOM",), due=NOW.due, due_words="30 Sep", until=TODAY, by="A. Otieno", why="late")
    assert changed_words(before, read("ILO by 30 Nov")) == (
        "IOM, then ILO; due 30 September 2026, moved to 30 November 2026: late  (A. Otieno)"
    )


_DEADLINES = st.tuples(
    st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.sampled_from(["", "before the winter", "the floods"])
)


@given(_DEADLINES)
def test_a_deadline_can_be_typed_again_as_it_stands(deadline: tuple[date | None, str]) -> None:
    due, words = deadline
    if due or words:
        text, read_due, read_words = split_due(f"do it by {typed_deadline(due, words)}", lambda p: read_date(p, TODAY))
        assert (text, read_due) == ("do it", due)
        assert deadline_words(read_due, read_words) == deadline_words(due, words)


def test_correcting_the_minutes_corrects_what_was_agreed_and_no_more() -> None:
    first = Assignment(responsible=("IOM",), due=NOW.due, due_words="30 Sep", until=TODAY)
    moved = ActionPoint(id="a", number="A01", symbol="x/A01", meeting="m", item="i", text="draft", responsible=("ILO",),
                        due=NOV_30, earlier=(first,))  # fmt: skip
    corrected = moved.corrected("draft it", Terms(responsible=("UNHCR",), due=NOW.due))
    assert (corrected.text, corrected.responsible, corrected.due) == ("draft it", ("ILO",), NOV_30)
    assert corrected.agreed.responsible == ("UNHCR",)
