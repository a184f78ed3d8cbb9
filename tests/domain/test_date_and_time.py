from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.calendar import read_date_and_time, short_date
from tui_app.domain.problem import Problem

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("phrase", "on", "at"),
    [
        ("22 Sep 10:00", date(2026, 9, 22), time(10)),
        ("22 September 2026, 9.05", date(2026, 9, 22), time(9, 5)),
        ("2026-09-22T10:00", date(2026, 9, 22), time(10)),
        ("2026-09-22 10:00", date(2026, 9, 22), time(10)),
        ("22/9 at 14h30", date(2026, 9, 22), time(14, 30)),
        ("22.9. 14.30", date(2026, 9, 22), time(14, 30)),
        ("sat 14:30", date(2026, 9, 5), time(14, 30)),
        ("+2w 10:00", date(2026, 9, 15), time(10)),
        (" 1 Oct  10:00 ", date(2026, 10, 1), time(10)),
    ],
)
def test_a_date_and_a_time_are_read_in_the_forms_in_which_people_write_them(phrase, on, at):
    assert read_date_and_time(phrase, TODAY) == (on, at)


@pytest.mark.parametrize("phrase", ["22 Sep", "10:00", "", "22 Sep 2026", "22 Sep 25:00", "31 Feb 10:00", "soon 10:00"])
def test_what_is_missing_or_wrong_is_told_in_one_sentence(phrase):
    with pytest.raises(Problem, match=r"^\S.*[.]$"):
        read_date_and_time(phrase, TODAY)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.times())
def test_every_date_and_time_is_read_back(on, at):
    moment = (on, at.replace(second=0, microsecond=0))
    assert read_date_and_time(f"{short_date(on)} {at:%H:%M}", TODAY) == moment
    assert read_date_and_time(f"{on.isoformat()}T{at:%H:%M}", TODAY) == moment
