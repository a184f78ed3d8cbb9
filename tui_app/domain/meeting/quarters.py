"""The year: its quarters, each with its quarterly meeting (R-20), the other meetings, the annual one (R-23)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import quarter
from ..membership.roster import NETWORK
from ..symbols import quarter_named
from .meeting import Meeting, MeetingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """One quarter of a year: held, planned, missing, to come, or `-` before the record begins.

    `symbol` is that of its quarterly meeting, which stands for the quarter of its symbol wherever it was moved to.
    """

    number: int
    state: str
    symbol: str = ""


def began(meetings: Collection[Meeting], today: date) -> date:
    """The day of the first meeting of which the record was kept here, or today; the years before it are not whole."""
    return min([meeting.on for meeting in meetings if meeting.imported is None] + [today])


def first_held(meetings: Collection[Meeting]) -> date | None:
    """The day of the first meeting that was held and of which the record was kept here; None without one."""
    return min((meeting.on for meeting in meetings if meeting.held and meeting.imported is None), default=None)


def quarters(meetings: Collection[Meeting], year: int, today: date) -> tuple[Quarter, ...]:
    """The quarters of a year by their quarterly meetings (R-20); one that was cancelled leaves its quarter missing."""
    known = began(meetings, today), today
    return tuple(_quarter(meetings, (year, number), known) for number in (1, 2, 3, 4))


def _quarter(meetings: Collection[Meeting], which: tuple[int, int], known: tuple[date, date]) -> Quarter:
    """`known`: the day on which the record begins, and today."""
    _, number = which
    ours = [meeting for meeting in meetings if not meeting.cancelled and quarter_of(meeting) == which]
    for meeting in sorted(ours, key=lambda each: (not each.held, each.starts)):
        return Quarter(number=number, state="held" if meeting.held else "planned", symbol=meeting.symbol)
    first, today = map(quarter_on, known)
    if which < first:
        return Quarter(number=number, state="-")
    return Quarter(number=number, state="missing" if which < today else "to come")


def quarter_of(meeting: Meeting) -> tuple[int, int] | None:
    """The year and quarter for which a quarterly meeting of the network stands; None for any other meeting."""
    quarterly = meeting.kind is MeetingKind.QUARTERLY and meeting.body == NETWORK
    return quarter_named(meeting.symbol) if quarterly else None


def is_late(meeting: Meeting) -> bool:
    """Whether it is held, or planned, after the quarter for which it stands."""
    return (quarter_of(meeting) or quarter_on(meeting.on)) < quarter_on(meeting.on)


def quarter_on(day: date) -> tuple[int, int]:
    """The year and the quarter in which a day lies."""
    return day.year, quarter(day)


def meetings_in(meetings: Collection[Meeting], year: int, number: int) -> tuple[Meeting, ...]:
    """Every meeting that belongs to a quarter: the quarterly ones by their symbol, all others by their day."""
    return tuple(
        sorted((m for m in meetings if (quarter_of(m) or quarter_on(m.on)) == (year, number)), key=lambda m: m.starts)
    )


def years_shown(meetings: Collection[Meeting], today: date) -> tuple[int, ...]:
    """This year, and every later one for which a meeting is planned already."""
    return tuple(sorted({today.year, *(m.on.year for m in meetings if m.on.year > today.year and not m.cancelled)}))


def first_year(meetings: Collection[Meeting], today: date) -> int:
    """The year with which the record begins."""
    return min([(quarter_of(meeting) or quarter_on(meeting.on))[0] for meeting in meetings] + [today.year])


def annual_since(meetings: Collection[Meeting], today: date) -> int:
    """The first year that the record holds whole, and of which an annual meeting can be missed."""
    first = began(meetings, today)
    return first.year + (quarter(first) > 1)


def lacks_annual(meetings: Collection[Meeting], year: int) -> bool:
    """Whether no annual meeting was held in a year, nor is planned in it (R-23)."""
    annual = (m for m in meetings if m.kind is MeetingKind.ANNUAL and not m.cancelled)
    return all(not m.symbol.startswith(f"{year}/") for m in annual)
