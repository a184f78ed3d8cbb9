"""The forms in which people write a day, each with the date that it means: day before month, always."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tui_app.domain.frozen import dataclass

from .problem import Problem

if TYPE_CHECKING:
    import pendulum

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Origin:
    """What relative dates are counted from."""

    today: date
    next_meeting: date | None

    @property
    def pendulum(self) -> pendulum.Date:
        """Today as pendulum counts: months of unequal length, quarters, weekdays."""
        import pendulum

        return pendulum.date(self.today.year, self.today.month, self.today.day)


def _month(word: str) -> int:
    for number, name in enumerate(MONTHS, 1):
        if len(word) >= 3 and name.casefold().startswith(word.rstrip(".")):
            return number
        if word.rstrip(".") == "sept":
            return 9
    raise Problem(f"{word!r} is not a month: write it as Sep or September.")


def _calendar_date(day: str, month: int, year: str | None, today: date) -> date:
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
        this_year = date(today.year, month, int(day))
        return this_year if this_year >= today else date(today.year + 1, month, int(day))
    except ValueError:
        if (day, month) == ("29", 2):
            raise _no_leap_day(year, today) from None
        named = f"{day} {MONTHS[month - 1]} {year or today.year}" if 1 <= month <= 12 else f"{day}/{month}"
        raise Problem(f"There is no {named}: the day comes first, then the month.") from None


def _no_leap_day(year: str | None, today: date) -> Problem:
    """The sentence for a 29 February that there is not, with the next one that there is."""
    from calendar import isleap  # half a millisecond

    wanted = year or str(today.year if today.month < 3 else today.year + 1)
    leap = next(each for each in range(today.year, today.year + 9) if isleap(each))
    instead = f"write 28 Feb {year} or {leap}-02-29" if year else f"write 28 Feb, or its year too, as in {leap}-02-29"
    return Problem(f"There is no 29 February {wanted}: {instead}.")


def _iso(found: re.Match[str], _: Origin) -> date:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise Problem(f"There is no {found[0]}: write year, month, day, as in 2026-09-30.") from None


def _named(found: re.Match[str], origin: Origin) -> date:
    return _calendar_date(found[1], _month(found[2]), found[3], origin.today)


def _slashed(found: re.Match[str], origin: Origin) -> date:
    if not 1 <= int(found[2]) <= 12:
        raise Problem(f"There is no month {found[2]} in {found[0]!r}: the day comes first, then the month.")
    return _calendar_date(found[1], int(found[2]), found[3], origin.today)


def _weekday(found: re.Match[str], origin: Origin) -> date:
    wanted = next(n for n, name in enumerate(WEEKDAYS) if name.casefold().startswith(found[1][:3]))
    return origin.today + timedelta(days=(wanted - origin.today.weekday() - 1) % 7 + 1)


def _after(found: re.Match[str], origin: Origin) -> date:
    unit = {"d": "days", "w": "weeks", "m": "months", "y": "years"}[found[2]]
    return origin.pendulum.add(**{unit: int(found[1])})


def _end(found: re.Match[str], origin: Origin) -> date:
    import pendulum

    if found[1] == "w":
        return origin.today + timedelta(days=(4 - origin.today.weekday()) % 7)
    unit = {"m": "month", "q": "quarter", "y": "year"}[found[1]]
    return pendulum.Date.last_of(origin.pendulum, unit)


def _end_of_month(found: re.Match[str], origin: Origin) -> date:
    month = _month(found[1])
    year = int(found[2] or origin.today.year)
    if not found[2] and month < origin.today.month:
        year += 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _next_meeting(_: re.Match[str], origin: Origin) -> date:
    if origin.next_meeting is None:
        raise Problem("No next meeting is planned yet: give a date, or add the meeting first.")
    return origin.next_meeting


# Of these two the third group is the year, which may be left out.
NAMED_DAY = r"(?:[a-z]{3,9} )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9}\.?)(?: (\d{4}|\d{2}))?"
SLASHED_DAY = r"(\d{1,2})[/.](\d{1,2})\.?(?:[/.]?(\d{4}|\d{2}))?"

FORMS: tuple[tuple[str, Callable[[re.Match[str], Origin], date]], ...] = (
    (r"today", lambda _, origin: origin.today),
    (r"tomorrow", lambda _, origin: origin.today + timedelta(days=1)),
    (r"(?:the )?next meeting", _next_meeting),
    (r"(\d{4})-(\d{1,2})-(\d{1,2})", _iso),
    (r"\+(\d{1,3}) ?([dwmy])(?:ays?|eeks?|onths?|ears?)?", _after),
    (r"eo([wmqy])", _end),
    (r"end of (?:the )?([wmqy])(?:eek|onth|uarter|ear)", _end),
    (r"(?:the )?end of ([a-z]{3,9}) ?(\d{4})?", _end_of_month),
    (r"(?:next |on )?(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?", _weekday),
    (NAMED_DAY, _named),
    (SLASHED_DAY, _slashed),
)
"""A phrase, folded to small letters and single spaces, is the first of these that it fits as a whole."""
