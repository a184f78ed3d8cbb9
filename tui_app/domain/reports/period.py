"""A stretch of days that a report is on: a quarter, a half-year, a year, or any other."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..calendar import long_date, read_date, short_date
from ..frozen import dataclass
from ..problem import Problem
from ..words import ENGLISH, Words

PARTS = {
    3: (
        *("the first quarter of {year}", "the second quarter of {year}"),
        *("the third quarter of {year}", "the fourth quarter of {year}"),
    ),
    6: ("the first half of {year}", "the second half of {year}"),
    12: ("{year}",),
}
"""The parts of a year as labels, by how many months they have."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both of it."""

    since: date
    until: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.since <= day <= self.until

    @property
    def months(self) -> int:
        """How many whole calendar months it is; 0 if it is not."""
        count = (self.until.year - self.since.year) * 12 + self.until.month - self.since.month + 1
        return count if self.since.day == 1 and (self.until + timedelta(days=1)).day == 1 else 0

    @property
    def words(self) -> str:
        """`the third quarter of 2026`, `the first half of 2026`, `2026`, or its two days."""
        return period_words(self, ENGLISH)


def period_words(period: Period, words: Words) -> str:
    """The same in some language."""
    months, year = period.months, period.since.year
    if months in PARTS and (period.since.month - 1) % months == 0:
        return words(PARTS[months][(period.since.month - 1) // months], year=year)
    return words("{since} to {until}", since=words.date(period.since), until=words.date(period.until))


def typed_period(period: Period) -> str:
    """The period as `read_period` reads it."""
    months = period.months
    if months in (3, 6, 12) and (period.since.month - 1) % months == 0:
        number = (period.since.month - 1) // months + 1
        return f"{ {3: f'Q{number} ', 6: f'H{number} ', 12: ''}[months] }{period.since.year}"
    return f"{short_date(period.since)} to {short_date(period.until)}"


def period_on(day: date, months: int) -> Period:
    """The period of so many calendar months in which a day lies, counted from a January."""
    place = (day.year * 12 + day.month - 1) // months * months
    return Period(_first(place), _first(place + months) - timedelta(days=1))


def _first(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def before(period: Period) -> Period:
    """The period of as many months that ends the day before."""
    return period_on(period.since - timedelta(days=1), period.months)


_PART = re.compile(r"(?:([qh])([1-4])[ /]*(20\d\d)|(20\d\d)[ /]*([qh])([1-4])|(20\d\d))")


def read_period(text: str, today: date) -> Period:
    """`Q3 2026`, `2026H1`, `2026`, or two days with `to` between them; Problem with the forms that would be right."""
    words = " ".join(text.casefold().split())
    found = _PART.fullmatch(words)
    if found:
        letter, number = found[1] or found[5], int(found[2] or found[6] or 1)
        months = {"q": 3, "h": 6}.get(letter, 12)
        year = int(found[3] or found[4] or found[7])
        if number * months <= 12:
            return period_on(date(year, (number - 1) * months + 1, 1), months)
    days = re.split(r"\s+(?:to|until|-)\s+", words)
    if len(days) != 2:
        raise Problem(f"{text.strip()!r} is not a period: write Q3 2026, H1 2026, 2026, or 1 Jul 2026 to 30 Sep 2026.")
    return checked_period(read_date(days[0], today), read_date(days[1], today))


def checked_period(since: date, until: date) -> Period:
    """The period between two days; Problem if the first is the later."""
    if until < since:
        raise Problem(f"The period ends before it begins: {long_date(since)} to {long_date(until)}.")
    return Period(since, until)
