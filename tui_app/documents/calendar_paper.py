"""The meetings of a year, or one of them, as the calendar file tells of them (R-29)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_app.documents.calendar_entries import CalendarEntry
from tui_app.documents.letterhead import facts, paper
from tui_app.documents.markdown import bullets, escape, paragraph, table
from tui_app.domain.charter.charter import Charter


def year_paper(charter: Charter, year: str, entries: Sequence[CalendarEntry]) -> str:
    """Every meeting of a year, by date."""
    body = _list(entries) if entries else paragraph(f"No meeting is on record for {year}.")
    return paper(charter, f"Calendar of {year}", body)


def entry_paper(charter: Charter, symbol: str, entry: CalendarEntry) -> str:
    """One meeting whole."""
    return paper(charter, f"Calendar entry of {symbol}", *_one(entry))


def _one(entry: CalendarEntry) -> Iterator[str]:
    yield facts([("Meeting", entry.summary), ("When", entry.when), ("Where", entry.place), ("Status", _status(entry))])
    yield bullets(map(escape, entry.lines))


def _list(entries: Sequence[CalendarEntry]) -> str:
    rows = ((entry.when, entry.summary, entry.place, _status(entry)) for entry in entries)
    return table(["When", "Meeting", "Where", "Status"], [[*map(escape, row)] for row in rows])


def _status(entry: CalendarEntry) -> str:
    changed = f", changed {entry.revision.number} time{'s' * (entry.revision.number > 1)}"
    return ("cancelled" if entry.cancelled else "confirmed") + (changed if entry.revision.number else "")
