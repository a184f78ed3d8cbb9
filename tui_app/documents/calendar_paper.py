"""The meetings of a year, or one of them, as the calendar file tells of them (R-29)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_app.documents.calendar_entries import CalendarEntry
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import facts, paper
from tui_app.documents.markdown import bullets, escape, paragraph, table
from tui_app.domain.charter.charter import Charter
from tui_app.domain.words import Words


def year_paper(charter: Charter, year: str, entries: Sequence[CalendarEntry]) -> str:
    """Every meeting of a year, by date."""
    words = words_of(charter)
    body = _list(entries, words) if entries else paragraph(words("No meeting is on record for {year}.", year=year))
    return paper(charter, words("Calendar of {year}", year=year), body)


def entry_paper(charter: Charter, symbol: str, entry: CalendarEntry) -> str:
    """One meeting whole."""
    words = words_of(charter)
    return paper(charter, words("Calendar entry of {symbol}", symbol=symbol), *_one(entry, words))


def _one(entry: CalendarEntry, words: Words) -> Iterator[str]:
    labels = map(words, ("Meeting", "When", "Where", "Status"))
    yield facts(zip(labels, (entry.summary, entry.when, entry.place, _status(entry, words)), strict=True), words)
    yield bullets(map(escape, entry.lines))


def _list(entries: Sequence[CalendarEntry], words: Words) -> str:
    rows = ((entry.when, entry.summary, entry.place, _status(entry, words)) for entry in entries)
    return table([*map(words, ("When", "Meeting", "Where", "Status"))], [[*map(escape, row)] for row in rows])


def _status(entry: CalendarEntry, words: Words) -> str:
    status = words("cancelled" if entry.cancelled else "confirmed")
    changed = words.count(entry.revision.number, "changed 1 time", "changed {number} times")
    return f"{status}, {changed}" if entry.revision.number else status
