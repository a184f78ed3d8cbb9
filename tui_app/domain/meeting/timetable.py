"""The time of a meeting against the time that its agenda needs, and an item in words."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from ..calendar import read_time
from ..problem import Problem
from ..words import ENGLISH, Words
from .agenda import Agenda, AgendaItem

LONGEST = 24 * 60
"""The most minutes that a meeting can have."""


def minutes_words(count: int) -> str:
    """`1 minute`, `20 minutes`."""
    return f"{count} minute{'' if count == 1 else 's'}"


def time_words(planned: int, available: int) -> str:
    """`95 of 120 minutes`; where it is too much, by how many minutes."""
    over = planned - available
    return f"{planned} of {available} minutes" + (f": {minutes_words(over)} over" if over > 0 else "")


def starts(agenda: Agenda, opening: datetime) -> dict[str, datetime]:
    """When each item begins if every one takes the minutes planned; parts begin within their item."""
    times: dict[str, datetime] = {}
    following = within = opening
    for item in agenda.items:
        if item.parent in times:
            times[item.id] = within
            within += timedelta(minutes=item.minutes)
        else:
            times[item.id] = within = following
            following += timedelta(minutes=agenda.taken_by(item))
    return times


def item_words(item: AgendaItem) -> str:
    """`Data plan - for decision - closed part - 20 minutes - IOM`, an agenda line as it was understood."""
    planned = minutes_words(item.minutes) if item.minutes else "no minutes yet"
    doors = "closed part" if item.closed else ""
    return " - ".join(filter(None, (item.title, f"for {item.purpose}", doors, planned, item.presenter)))


_LENGTH = re.compile(r"(?:(\d{1,2})\s*h(?:ours?)?)?\s*(?:(\d{1,4})\s*(?:m|min|mins|minutes)?)?", re.IGNORECASE)


def read_time_available(text: str, starts: datetime) -> int:
    """The minutes that a meeting has: `120`, `90 min`, `2h30`, or `until 12:30` for one that starts at `starts`."""
    words = text.strip()
    if found := re.fullmatch(r"(?:until\s+)?(\d{1,2}[:.]\d{2})", words, re.IGNORECASE):
        return _until(found[1], starts)
    length = _LENGTH.fullmatch(words)
    minutes = int(length[1] or 0) * 60 + int(length[2] or 0) if length else 0
    if not 0 < minutes <= LONGEST:
        raise Problem(f"{words!r} is no time for a meeting: write 120, 2h30 or until 12:30.")
    return minutes


def _until(clock: str, starts: datetime) -> int:
    end = datetime.combine(starts.date(), read_time(clock), starts.tzinfo)
    if end <= starts:
        raise Problem(f"The meeting starts at {starts:%H:%M}: it cannot end at {end:%H:%M}.")
    return (end - starts) // timedelta(minutes=1)


def late_words(due: date | None, today: date, words: Words = ENGLISH) -> str:
    """`12 days overdue` for what is still to be done; empty where there is time left."""
    late = (today - due).days if due else 0
    return words.count(late, "1 day overdue", "{number} days overdue") if late > 0 else ""
