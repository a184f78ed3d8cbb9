"""Dates and times as a secretary says and reads them: day before month, always."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from .day_forms import FORMS, MONTHS, NAMED_DAY, SLASHED_DAY, WEEKDAYS, Origin
from .problem import Problem, nearest


def long_date(on: date) -> str:
    """`21 November 2026`, as papers of the UN write it."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def long_moment(at: datetime) -> str:
    """`25 September 2026, 17:00 EAT`, as a deadline is announced."""
    return f"{long_date(at.date())}, {at:%H:%M %Z}".strip()


def short_date(on: date) -> str:
    """`21 Nov 2026`, for lists."""
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"


def day_and_date(on: date) -> str:
    """`Sat 21 Nov 2026`, so that a wrong weekday is seen at once."""
    return f"{WEEKDAYS[on.weekday()][:3]} {short_date(on)}"


def quarter(on: date) -> int:
    """The quarter of the calendar year, 1 to 4."""
    return (on.month + 2) // 3


def read_time(phrase: str) -> time:
    """`10:20`, `9.05` or `1020` as a time of day; Problem for anything else."""
    found = re.fullmatch(r"(\d{1,2})[:.h]?(\d{2})", phrase.strip())
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    raise Problem(f"{phrase.strip()!r} is not a time: write it as 10:20.")


def read_offset(phrase: str) -> timezone:
    """`+03:00` or `Z` as an offset from UTC; Problem for anything else."""
    found = re.fullmatch(r"([+-])(\d{2}):(\d{2})", phrase)
    if phrase == "Z":
        return UTC
    if not found or int(found[2]) > 14 or int(found[3]) > 59:
        raise Problem(f"{phrase!r} is not an offset from UTC: write it as +03:00.")
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(-size if found[1] == "-" else size)


def read_date(phrase: str, today: date, next_meeting: date | None = None) -> date:
    """The date that a phrase means on the day `today`.

    Read are: `30 Sep`, `30 September 2026`, `30/9`, `30.9.2026`, `2026-09-30`,
    `fri` (the next one after today), `+3d`, `+2w`, `+1m`, `today`, `tomorrow`,
    `eow`, `eom`, `eoq`, `eoy`, `end of September`, `next meeting`. A day
    without a year is the next such day, today included. Day before month,
    always. Raises Problem with the forms that would be right.
    """
    words = _words(phrase)
    origin = Origin(today, next_meeting)
    for pattern, meaning in FORMS:
        found = re.fullmatch(pattern, words)
        if found:
            try:
                on = meaning(found, origin)
                return date(on.year, on.month, on.day)
            except (ValueError, OverflowError):
                raise Problem(f"{phrase.strip()!r} lies outside the calendar: write a year such as 2026.") from None
    raise Problem(
        f"{phrase.strip()!r} is not a date: write 30 Sep, 30/9/2026, 2026-09-30, fri, +2w, eoq or next meeting."
    )


def is_date_phrase(phrase: str) -> bool:
    """Whether a phrase is one of the forms that `read_date` reads, and so says nothing beside the day it means."""
    words = _words(phrase)
    return any(re.fullmatch(pattern, words) for pattern, _ in FORMS)


_HALF_A_YEAR = timedelta(days=183)


def read_past_date(phrase: str, today: date, since: date | None = None) -> date:
    """A day that lies behind, or today: without a year the last such day, if not before `since` or half a year ago.

    Read are the forms of `read_date`, and `yesterday`. Problem: it is none, is still to come, or could be either.
    """
    if _words(phrase) == "yesterday":
        return today - timedelta(days=1)
    if not is_date_phrase(phrase):
        raise Problem(f"{phrase.strip()!r} is not a day: write 18 Sep, 18/9/2026, 2026-09-18 or today.")
    on = read_date(phrase, today, date.max)
    if on > today and _lacks_year(phrase):
        on = _last_such_day(phrase, today)
        if on < (since or today) and today - on > _HALF_A_YEAR:
            raise Problem(f"{phrase.strip()!r} is still to come, or long past: give its year, as in {short_date(on)}.")
    if on > today:
        raise Problem(f"{phrase.strip()!r} is still to come: write today or a day before it, as in 18 Sep.")
    return on


def read_coming_date(phrase: str, today: date) -> date:
    """The date for which something is planned; Problem for a day without its year that was less than half a year ago.

    Such a day is more likely meant than the one of next year. With its year any day is read, a past one too.
    """
    on = read_date(phrase, today)
    if _lacks_year(phrase):
        last = _last_such_day(phrase, today)
        if last < today and today - last <= _HALF_A_YEAR:
            raise Problem(f"{phrase.strip()!r} is over: give its year, as in {short_date(last)} or {short_date(on)}.")
    return on


def read_since(phrase: str, today: date) -> date:
    """The first day of what goes on, as a seat: a day of the months looks back, unless its year is given.

    Problem: it could be either of two years.
    """
    return read_past_date(phrase, today) if _lacks_year(phrase) else read_date(phrase, today)


def _lacks_year(phrase: str) -> bool:
    found = [re.fullmatch(form, _words(phrase)) for form in (NAMED_DAY, SLASHED_DAY)]
    return any(each is not None and each[3] is None for each in found)


def _last_such_day(phrase: str, today: date) -> date:
    """The last such day until today, of a phrase without a year."""
    on = read_date(phrase, today)
    return on if on == today else read_date(phrase, date(on.year - 1, 1, 1))


def _words(phrase: str) -> str:
    return " ".join(phrase.casefold().replace(",", " ").split())


def read_date_and_time(phrase: str, today: date) -> tuple[date, time]:
    """The date and the time of day that a phrase means: `22 Sep 10:00`, `fri 14.30`, `2026-09-22T10:00`.

    The date in any form of `read_coming_date`, then the time; Problem with what is missing or wrong.
    """
    day, at = split_date_and_time(phrase)
    return read_coming_date(day, today), at


def split_date_and_time(phrase: str) -> tuple[str, time]:
    """The words of the date, and the time of day behind them; Problem with what is missing."""
    found = re.fullmatch(r"(.+?)(?:(?<=\d)[tT]|[ ,]+(?:at )?)(\d{1,2}[:.h]\d{2})", phrase.strip())
    if found is None:
        raise Problem(f"{phrase.strip()!r} has no date and time: write both, as in 22 Sep 10:00.")
    return found[1], read_time(found[2])


_MEANT = r"(?i)\+\d|\d{1,4}[./-]\d|eo[wmqy]\b|today\b|tomorrow\b|\d{1,2}(?:st|nd|rd|th)?(?: of)? ([a-z]{3,})"


def looks_like_date(phrase: str) -> bool:
    """Whether a phrase was meant as a date, so that a mistake in it is told and not swallowed as text.

    Not the bare names of months and days ("by March" is a date, "by may" and "by the sun" are English), and not a
    number before anything but what is nearly a month ("by 20 members").
    """
    found = re.match(_MEANT, phrase.strip())
    if not found or not found[1]:
        return bool(found)
    word = found[1].casefold()
    months = [name.casefold() for name in MONTHS if name.casefold()[0] == word[0]]
    return nearest(word, [*months, *(name[:3] for name in months), "sept"], least=0.7) is not None
