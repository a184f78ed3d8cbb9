"""How Home writes the year: each quarter with its quarterly meeting, then whatever else is held in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_app.domain.attention.matter import Standing
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.meeting_words import year_words
from tui_app.domain.meeting.quarters import Quarter, lacks_annual, meetings_in, quarters, years_shown
from tui_app.widgets.rows import Row

_KEYS = "   (M plans a meeting; on its agenda d moves it, X cancels it)"
_WITHOUT = {"missing": "no meeting was held", "to come": "no meeting is planned yet"}


def year_rows(there: Standing, today: date) -> Iterator[Row]:
    """This year, and what is planned for later ones; the key of a meeting's row is its id."""
    for year in years_shown(there.meetings, today):
        keys = _KEYS if year == today.year and any(not each.held for each in there.meetings) else ""
        yield Row("", (f"The year {year}{keys}",), "heading")
        for each in quarters(there.meetings, year, today):
            meetings = meetings_in(there.meetings, year, each.number)
            if meetings or year == today.year:
                yield from _quarter_rows(each, meetings)
    annual = there.charter.cadence.annual
    if annual is not None and lacks_annual(there.meetings, today.year):
        clause = f" ({annual.clauses[0]})" if annual.clauses else ""
        yield Row("annual", ("no annual", f"no annual meeting is planned in {today.year} yet{clause}"), "dim")


def _quarter_rows(of: Quarter, meetings: tuple[Meeting, ...]) -> Iterator[Row]:
    what = f"Q{of.number} {of.state}"
    if not of.symbol:
        yield Row(what, (what, _WITHOUT.get(of.state, "")), "bold" if of.state == "missing" else "dim")
    for meeting in sorted(meetings, key=lambda each: each.symbol != of.symbol):
        first = meeting.symbol == of.symbol
        yield Row(meeting.id, (what if first else "", year_words(meeting)), _look(meeting))


def _look(meeting: Meeting) -> str:
    return "bold" if meeting.in_session else "" if not (meeting.held or meeting.cancelled) else "dim"
