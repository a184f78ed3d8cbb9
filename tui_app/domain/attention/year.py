"""A year as Home and the command line tell it: its quarters, every meeting in them, and the annual one that lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_app.domain.frozen import dataclass

from ..meeting.meeting import Meeting
from ..meeting.meeting_words import year_words
from ..meeting.quarters import Quarter, annual_since, lacks_annual, meetings_in, quarters
from .matter import Standing

_WITHOUT = {
    "missing": "no quarterly meeting was held",
    "to come": "no quarterly meeting is planned yet",
    "-": "before this record begins",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One line of a year: a meeting, a quarter without its quarterly meeting, or that the annual one lacks.

    `quarter` is None and `state` "no annual" on the last; `state` is empty on the other meetings of a quarter.
    """

    year: int
    quarter: int | None
    state: str
    sentence: str
    meeting: Meeting | None = None

    @property
    def what(self) -> str:
        """`Q3 held`, `no annual`; empty on the other meetings of a quarter."""
        return f"Q{self.quarter} {self.state}" if self.quarter and self.state else self.state


def year_lines(standing: Standing, year: int, today: date) -> Iterator[YearLine]:
    """A year as it stands on a day: each quarter's quarterly meeting first, then whatever else is held in it."""
    for each in quarters(standing.meetings, year, today):
        yield from _of_quarter(each, year, meetings_in(standing.meetings, year, each.number))
    rule = standing.charter.cadence.annual
    wanted = year >= min(annual_since(standing.meetings, today), today.year)
    if rule is not None and wanted and lacks_annual(standing.meetings, year):
        clause = f" ({rule.clauses[0]})" if rule.clauses else ""
        told = f"was held in {year}" if year < today.year else f"is planned in {year} yet"
        yield YearLine(year=year, quarter=None, state="no annual", sentence=f"no annual meeting {told}{clause}")


def _of_quarter(of: Quarter, year: int, meetings: tuple[Meeting, ...]) -> Iterator[YearLine]:
    if not of.symbol:
        yield YearLine(year=year, quarter=of.number, state=of.state, sentence=_WITHOUT.get(of.state, ""))
    for meeting in sorted(meetings, key=lambda each: each.symbol != of.symbol):
        state = of.state if meeting.symbol == of.symbol else ""
        yield YearLine(year=year, quarter=of.number, state=state, sentence=year_words(meeting), meeting=meeting)
