"""The quarters of a year, each with its quarterly meeting (R-20)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from .calendar import quarter
from .meeting import Meeting, MeetingKind, MeetingState
from .roster import NETWORK


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """One quarter of a year: held, planned, missing, to come, or before the record begins; the meeting's symbol."""

    number: int
    state: str
    symbol: str = ""


def quarters(meetings: Collection[Meeting], year: int, today: date) -> tuple[Quarter, ...]:
    """The quarters of a year by their quarterly meetings (R-20)."""
    first = min([meeting.on for meeting in meetings] + [today])
    return tuple(_quarter(meetings, year, number, (first, today)) for number in (1, 2, 3, 4))


def _quarter(meetings: Iterable[Meeting], year: int, number: int, known: tuple[date, date]) -> Quarter:
    """`known`: the day on which the record begins, and today."""
    for meeting in meetings:
        ours = meeting.kind is MeetingKind.QUARTERLY and meeting.body == NETWORK
        if ours and (meeting.on.year, quarter(meeting.on)) == (year, number):
            planned = meeting.state is MeetingState.PLANNED
            return Quarter(number=number, state="planned" if planned else "held", symbol=meeting.symbol)
    first, today = ((day.year, quarter(day)) for day in known)
    if (year, number) < first:
        return Quarter(number=number, state="-")
    return Quarter(number=number, state="missing" if (year, number) < today else "to come")
