"""Dates and times as a secretary says them: day before month, always."""

import re
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.calendar import (
    MONTHS,
    day_and_date,
    long_date,
    looks_like_date,
    quarter,
    read_coming_date,
    read_date,
    read_past_date,
    read_since,
    read_time,
    short_date,
)
from tui_app.domain.problem import Problem

TUESDAY = date(2026, 9, 22)
NEXT_MEETING = date(2026, 12, 8)


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("30 Sep", date(2026, 9, 30)),
        ("30 sept", date(2026, 9, 30)),
        ("30 September 2026", date(2026, 9, 30)),
        ("30th of September", date(2026, 9, 30)),
        ("Wed 30 Sep 2026", date(2026, 9, 30)),
        ("30 Sep 27", date(2027, 9, 30)),
        ("21 Sep", date(2027, 9, 21)),
        ("22 Sep", date(2026, 9, 22)),
        ("30/9", date(2026, 9, 30)),
        ("5/3/2027", date(2027, 3, 5)),
        ("05.03.2027", date(2027, 3, 5)),
        ("5.3.", date(2027, 3, 5)),
        ("2026-09-30", date(2026, 9, 30)),
        ("today", TUESDAY),
        ("tomorrow", date(2026, 9, 23)),
        ("fri", date(2026, 9, 25)),
        ("Friday", date(2026, 9, 25)),
        ("next fri", date(2026, 9, 25)),
        ("tue", date(2026, 9, 29)),
        ("+3d", date(2026, 9, 25)),
        ("+2w", date(2026, 10, 6)),
        ("+1m", date(2026, 10, 22)),
        ("+1y", date(2027, 9, 22)),
        ("+5 months", date(2027, 2, 22)),
        ("eow", date(2026, 9, 25)),
        ("eom", date(2026, 9, 30)),
        ("eoq", date(2026, 9, 30)),
        ("eoy", date(2026, 12, 31)),
        ("end of the quarter", date(2026, 9, 30)),
        ("end of February", date(2027, 2, 28)),
        ("end of feb 2028", date(2028, 2, 29)),
        ("end of September", date(2026, 9, 30)),
        ("next meeting", NEXT_MEETING),
        ("the next meeting", NEXT_MEETING),
    ],
)
def test_each_form_of_a_date_is_read(phrase, meant):
    assert read_date(phrase, TUESDAY, NEXT_MEETING) == meant


def test_a_month_later_is_the_last_day_of_a_shorter_month():
    assert read_date("+1m", date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("", "not a date"),
        ("soon", "not a date"),
        ("Sep 30", "not a date"),
        ("9/30/2026", "no month 30"),
        ("31 Sep", "no 31 September"),
        ("31/9", "no 31 September"),
        ("30 Sup", "not a month"),
        ("2026-02-30", "no 2026-02-30"),
        ("2026-13-01", "no 2026-13-01"),
        ("end of Sup", "not a month"),
        ("30 Sep 0000", "no 30 September"),
        ("end of September 0000", "outside the calendar"),
        ("end of December 9999", "outside the calendar"),
    ],
)
def test_what_is_no_date_is_told_in_one_sentence(phrase, told):
    with pytest.raises(Problem, match=told):
        read_date(phrase, TUESDAY)


def test_the_next_meeting_is_no_date_until_it_is_planned():
    with pytest.raises(Problem, match="No next meeting is planned"):
        read_date("next meeting", TUESDAY)


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(DAYS, DAYS)
def test_a_date_that_the_program_writes_is_read_as_that_date(on, today):
    day_first = (f"{on.day}/{on.month}/{on.year}", f"{on.day}.{on.month}.{on.year}")
    for written in (long_date(on), short_date(on), day_and_date(on), on.isoformat(), *day_first):
        assert read_date(written, today) == on


@given(DAYS, st.integers(1, 28), st.integers(1, 12))
def test_a_day_without_a_year_is_the_next_such_day(today, day, month):
    found = read_date(f"{day}/{month}", today)
    assert (found.day, found.month) == (day, month)
    assert today <= found < date(today.year + 1, today.month, min(today.day, 28)) or today.day > 28


@given(DAYS, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_the_next_one_after_today(today, weekday):
    found = read_date(weekday, today)
    assert 1 <= (found - today).days <= 7
    assert day_and_date(found).casefold().startswith(weekday)


@pytest.mark.parametrize(
    ("phrase", "today", "told"),
    [("29 Feb", date(2026, 11, 21), "There is no 29 February 2027: write 28 Feb, or its year too, as in 2028-02-29."),
     ("29/2", date(2026, 1, 5), "There is no 29 February 2026: write 28 Feb, or its year too, as in 2028-02-29."),
     ("29 Feb", date(2028, 3, 10), "There is no 29 February 2029: write 28 Feb, or its year too, as in 2028-02-29."),
     ("29 Feb 2026", date(2026, 11, 21),
      "There is no 29 February 2026: write 28 Feb 2026 or 2028-02-29.")],
)  # fmt: skip
def test_a_leap_day_that_there_is_not_is_told_with_one_that_there_is(phrase, today, told):
    with pytest.raises(Problem, match=re.escape(told)):
        read_date(phrase, today)


@given(
    st.one_of(
        st.text(),
        st.from_regex(r"[+]?[0-9]{1,4}[ /.-]?([0-9]{1,2}|[dwmy]|sep|feb)([ /.-][0-9]{2,4})?", fullmatch=True),
        st.from_regex(r"end of (sep|dec|feb|xyz)[a-z]? ?[0-9]{0,4}", fullmatch=True),
    ),
    st.dates(),
)
def test_whatever_is_typed_is_a_date_or_one_sentence(phrase, today):
    try:
        answer = read_date(phrase, today)
    except Problem as problem:
        answer = str(problem)
    assert answer.endswith(".") if isinstance(answer, str) else type(answer) is date


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [("10:20", time(10, 20)), ("9.05", time(9, 5)), ("1020", time(10, 20)), ("14h30", time(14, 30))],
)
def test_each_form_of_a_time_is_read(phrase, meant):
    assert read_time(phrase) == meant


@pytest.mark.parametrize("phrase", ["", "24:00", "10:60", "ten", "10", "10:2", "10:20:30"])
def test_what_is_no_time_is_told(phrase):
    with pytest.raises(Problem, match="is not a time: write it as 10:20"):
        read_time(phrase)


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [("30 Sepp", True), ("+2x", True), ("2026-99-99", True), ("tomorrow evening", True), ("eoq", True),
     ("the sun", False), ("may", False), ("consensus", False), ("", False), ("  ", False)],
)  # fmt: skip
def test_a_mistyped_date_is_told_apart_from_text(phrase, meant):
    assert looks_like_date(phrase) is meant


def test_the_quarters_of_a_year():
    assert [quarter(date(2026, month, 1)) for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1 Jan", date(2026, 1, 1)), ("12 Jan", date(2026, 1, 12)), ("30 Nov", date(2025, 11, 30)),
     ("1 Feb 2026", date(2026, 2, 1)), ("2027-01-01", date(2027, 1, 1)), ("today", date(2026, 1, 12)),
     ("+2w", date(2026, 1, 26))],
)  # fmt: skip
def test_a_first_day_looks_back_unless_its_year_is_given(typed, meant):
    assert read_since(typed, date(2026, 1, 12)) == meant


def test_a_first_day_that_could_be_of_two_years_asks_for_its_year():
    with pytest.raises(Problem, match="give its year"):
        read_since("1 Mar", date(2026, 1, 12))


DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("phrase", "on"),
    [("18 Nov", date(2026, 11, 18)), ("Wed 18 Nov", date(2026, 11, 18)), ("18/11", date(2026, 11, 18)),
     ("21 Nov", DAY), ("today", DAY), ("yesterday", date(2026, 11, 20)), ("18 Nov 2025", date(2025, 11, 18)),
     ("2026-09-18", date(2026, 9, 18))],
)  # fmt: skip
def test_a_day_that_lies_behind_is_the_last_such_day(phrase, on):
    assert read_past_date(phrase, DAY) == on


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [("next meeting", "is still to come: write today or a day before it"), ("fri", "is still to come"),
     ("22 Nov", "still to come, or long past: give its year, as in 22 Nov 2025"), ("22 Nov 2026", "is still to come"),
     ("whenever", "is not a day: write 18 Sep"), ("31 Feb", "There is no 31 February")],
)  # fmt: skip
def test_what_cannot_lie_behind_is_told_without_forms_for_days_to_come(phrase, sentence):
    with pytest.raises(Problem) as refused:
        read_past_date(phrase, DAY)
    assert sentence in str(refused.value)
    assert not {"fri,", "+2w", "eoq", "planned"} & {*str(refused.value).split()}


def test_a_day_long_past_is_read_where_it_cannot_be_before_something():
    assert read_past_date("15 Mar", DAY, since=date(2026, 3, 1)) == date(2026, 3, 15)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(-366, 366))
def test_a_bare_day_is_never_planned_a_year_after_the_one_that_is_just_over(today, days):
    day = today + timedelta(days=days)
    bare = f"{day.day} {MONTHS[day.month - 1]}"
    try:
        read = read_coming_date(bare, today)
    except Problem:
        return
    assert today <= read <= today + timedelta(days=184)


@pytest.mark.parametrize("phrase", ["9 Nov", "Mon 9 Nov", "9.11.", "9/11"])
def test_a_bare_day_just_over_is_asked_for_with_its_year(phrase):
    with pytest.raises(Problem, match=f"'{phrase}' is over: give its year, as in 9 Nov 2026 or 9 Nov 2027"):
        read_coming_date(phrase, DAY)


@pytest.mark.parametrize("phrase", ["9 Nov 2026", "9.11.2026", "2026-11-09"])
def test_with_its_year_a_day_that_is_over_is_planned_all_the_same(phrase):
    assert read_coming_date(phrase, DAY) == date(2026, 11, 9)
