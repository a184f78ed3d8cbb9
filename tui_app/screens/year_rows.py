"""How Home writes the years: the lines of each below its heading."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_app.commands.catalogue import key_of
from tui_app.domain.attention.matter import Standing
from tui_app.domain.attention.year import YearLine, year_lines
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.quarters import first_year, years_shown
from tui_app.widgets.rows import Row


def year_rows(there: Standing, today: date, asked: int | None = None) -> Iterator[Row]:
    """This year and what is planned for later ones, or the year `asked` for; the key of a meeting's row is its id."""
    for year in (asked,) if asked else years_shown(there.meetings, today):
        keys = _keys(there, year, today)
        yield Row("", (f"The year {year}{f'   ({keys})' if keys else ''}",), "heading")
        for line in year_lines(there, year, today):
            if line.meeting is not None or year <= today.year:
                yield _row(line)


def _keys(there: Standing, year: int, today: date) -> str:
    to_plan = year == today.year and any(not each.held for each in there.meetings)
    earlier = first_year(there.meetings, today) < year <= today.year
    before = f"{key_of('home.year-before')} {year - 1}" if earlier else ""
    after = f"{key_of('home.year-after')} {year + 1}" if year < today.year else ""
    return "; ".join(filter(None, (_planning() if to_plan else "", before, after)))


def _planning() -> str:
    plan, move, cancel = map(key_of, ("any.new-meeting", "agenda.when", "agenda.cancel-meeting"))
    return f"{plan} plans one; on its agenda {move} moves it, {cancel} cancels it"


def _row(line: YearLine) -> Row:
    if line.meeting is None:
        return Row(line.what, (line.what, line.sentence), "late" if line.state == "missing" else "dim")
    return Row(line.meeting.id, (line.what, line.sentence), _look(line.meeting))


def _look(meeting: Meeting) -> str:
    return "bold" if meeting.in_session else "" if not (meeting.held or meeting.cancelled) else "dim"
