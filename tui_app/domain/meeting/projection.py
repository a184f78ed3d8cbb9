"""What stands on the projector screen: all that the room may see of a meeting, and nothing else.

Every text in here is seen by whoever is in the room. `services/projection` makes it from the record.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ..frozen import dataclass
from ..words import Words
from .versions import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How long an item has been on the table: `spent` before, and again `since` then, on the day of the meeting, `on`.

    `planned`: in minutes, 0 where none are.
    """

    spent: timedelta
    since: datetime | None
    on: date
    planned: int

    def at(self, now: datetime) -> timedelta:
        """The time taken so far."""
        return self.spent + (max(now - self.since, timedelta()) if self.since and self.runs(now) else timedelta())

    def over(self, now: datetime) -> int:
        """The whole minutes that it has taken too many."""
        left = timedelta(minutes=self.planned) - self.at(now)
        return max(0, -left // timedelta(minutes=1)) if self.planned else 0

    def runs(self, now: datetime) -> bool:
        """Whether the item is on the table; on another day than the meeting's that counts for nothing."""
        return self.since is not None and now.date() == self.on


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedItem:
    """The item on the table, or the one that follows."""

    number: str
    title: str
    purpose: str
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedPosition:
    """What one entity says of the text, without its words; `binds`: it alone could block, where not all do."""

    entity: str
    position: str
    objects: bool
    binds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedText:
    """The text before the body, or decided. `changes`: the whole text, against that of the round before.

    `marks` and `legend` say how its changes are marked, and what a mark behind an entity means.
    `declared`: how it ended, in the chair's words; empty while it is open.
    """

    heading: str
    changes: tuple[Change, ...]
    marks: str
    positions: tuple[ProjectedPosition, ...] = ()
    legend: str = ""
    declared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """One screen. `said`: what stands there in place of an item, its first line the largest.

    `footnotes` are those of the network's name. A closed session has no more than what is said of it.
    """

    network: str = ""
    meeting: str = ""
    said: tuple[str, ...] = ()
    item: ProjectedItem | None = None
    following: str = ""
    text: ProjectedText | None = None
    footnotes: tuple[str, ...] = ()


def time_taken(clock: Clock, now: datetime) -> str:
    """`4:07`, or `1:04:07`: hours, minutes and seconds on the table; empty where the clock has not run."""
    taken = clock.at(now)
    if not (taken or clock.runs(now)):
        return ""
    minutes, seconds = divmod(int(taken.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def time_planned(clock: Clock, now: datetime, words: Words) -> str:
    """`20 minutes planned`, `of 20 minutes`, then how many there are too many; empty where none were planned."""
    if not clock.planned:
        return ""
    if over := clock.over(now):
        return words.count(over, "1 minute over", "{number} minutes over")
    if not time_taken(clock, now):
        return words.count(clock.planned, "1 minute planned", "{number} minutes planned")
    return words.count(clock.planned, "of 1 minute", "of {number} minutes")
