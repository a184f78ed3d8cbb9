"""Searching: all words must occur, case and accents do not matter, filters narrow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.problem import Problem
from tui_app.domain.review.search import card, fold, hint, read_period, read_query, search

TODAY = date(2026, 9, 22)
FILTERS = {
    "is": ("open", "overdue", "not started", "awaiting_consultation"),
    "kind": ("decision", "recommendation"),
    **dict.fromkeys(("owner", "since", "until", "meeting", "item", "body", "text"), ()),
}


def a_card(name, text, *, states=("open",), kind="decision", owner=(), meeting="2026/Q3", item="", on=TODAY):
    fields = {"is": states, "kind": (kind,), "owner": owner, "meeting": (meeting,), "item": (item,),
              "body": ("network",), "text": (text,)}  # fmt: skip
    return card(name, (text, item, *owner), fields, on)


CARDS = (
    a_card("data", "The Network endorsed the data plan", owner=("IOM", "International Organization for Migration"),
           item="Data on labour migration"),
    a_card("letter", "Requested a letter to Šarūnas of the Ministère", kind="recommendation", owner=("UN Women",),
           states=("not started", "overdue"), meeting="2025/Q1", on=date(2025, 2, 11)),
    a_card("survey", "Took note of the survey: the data are old", states=("awaiting_consultation",), owner=("UNHCR",),
           meeting="2026/WG-DATA-1", item="Survey", on=date(2026, 3, 31)),
)  # fmt: skip


def found(query):
    return [*search(read_query(query, FILTERS, TODAY), CARDS)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["data", "letter", "survey"]),
        ("DATA", ["data", "survey"]),
        ("data plan", ["data"]),
        ("plan data", ["data"]),
        ('"data plan"', ["data"]),
        ('"plan data"', []),
        ('"the data pl', ["data"]),
        ("sarunas ministere", ["letter"]),
        ("Ministe\u0300re", ["letter"]),
        ('"survey: the"', ["survey"]),
        ("is:open", ["data"]),
        ("is:overdue is:not-started", ["letter"]),
        ('is:"not started"', ["letter"]),
        ("is:awaiting", ["survey"]),
        ("kind:rec", ["letter"]),
        ("owner:unhcr", ["survey"]),
        ("owner:women", ["letter"]),
        ('owner:"un women"', ["letter"]),
        ("owner:organization", ["data"]),
        ("owner:omen", []),
        ("meeting:2026Q3", ["data"]),
        ("meeting:2026/q3", ["data"]),
        ("meeting:2026", ["data", "survey"]),
        ("meeting:2026/WG-DATA-1", ["survey"]),
        ("meeting:2026/WG-DATA", ["survey"]),
        ("meeting:2026/Q", []),
        ('item:"labour mig"', ["data"]),
        ("item:bour", []),
        ("text:ndorse", ["data"]),
        ("text:labour", []),
        ("body:network data", ["data", "survey"]),
        ("since:2025Q2", ["data", "survey"]),
        ("until:2025", ["letter"]),
        ("since:2025Q1 until:2026-03", ["letter", "survey"]),
        ("since:31/3/2026 until:2026-03-31", ["survey"]),
        ("until: owner: data", ["data", "survey"]),
        ("10:30", []),
    ],
)
def test_what_a_query_finds(query, names):
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("ownr:IOM", "did you mean 'owner:'"),
        ("ownr:", "did you mean 'owner:'"),
        ("http://x", "no filter 'http:'"),
        ("is:opne", "There is no is:opne: did you mean 'is:open'\\?"),
        ("kind:decison", "did you mean 'kind:decision'"),
        ("since:soon", "not a date"),
        ("since:2025-13", "no month 13"),
        ("since:2025Q5", "no quarter 5 in '2025Q5': a year has 2025Q1 to 2025Q4"),
        ("since:0000", "not a date"),
        ("since:2026 until:2024", "begins after until:2024 ends"),
    ],
)
def test_a_filter_that_cannot_be_is_told_with_the_nearest(query, told):
    with pytest.raises(Problem, match=told):
        found(query)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025/q1", date(2025, 1, 1), date(2025, 3, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2025-02-11", date(2025, 2, 11), date(2025, 2, 11)),
        ("today", TODAY, TODAY),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_period_is_its_first_and_last_day(text, first, last):
    assert read_period(text, TODAY) == (first, last)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Filters: is: kind: owner: since: until: meeting: item: body: text: and @name of a saved search"),
        ("data kind:", "kind: decision, recommendation"),
        ("owner:", ""),
        ("kind:d", ""),
        ("data", ""),
    ],
)
def test_what_can_be_typed_next_is_told(typed, told):
    assert hint(typed, FILTERS) == told


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_is_found_in_either_case_and_by_each_of_its_words(text):
    for typed in (text, text.upper(), text.lower()):
        if fold(typed) == fold(text):
            words = " ".join(f'"{word}"' for word in typed.replace('"', " ").split())
            assert [*search(read_query(words, FILTERS, TODAY), [a_card("it", text)])] == ["it"]


@given(
    st.one_of(st.text(), st.from_regex(r'(is|owner|since|until|meeting|item|text|kind):"?[\w/ -]*"?', fullmatch=True))
)
def test_whatever_is_typed_is_a_query_or_one_sentence(text):
    try:
        answer = found(text)
    except Problem as problem:
        answer = str(problem)
    assert isinstance(answer, list) or answer.endswith(".") or "did you mean" in answer
