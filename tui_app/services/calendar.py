"""The calendar of a year or of one meeting, as a paper and as a file for Outlook (R-29)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tui_app.documents.calendar_entries import CalendarEntry, Revision, calendar_entry
from tui_app.documents.calendar_paper import entry_paper, year_paper
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.domain.problem import Problem
from tui_app.services.book import Book

_ANNOUNCED = ("starts", "zone", "place", "minutes_available", "conjunction")


def calendar_markdown(book: Book, of: str | None, year: int) -> str:
    """The calendar as a paper; `of` is a meeting's symbol or a year, without it the `year` is meant."""
    named, entries = _named(book, of, year), _entries(book, of, year)
    return year_paper(book.charter, named, entries) if _is_year(named) else entry_paper(book.charter, named, *entries)


def calendar_bytes(book: Book, of: str | None = None) -> bytes:
    """The same as an .ics file, of this year if nothing is named; Problem if there is no meeting in it."""
    from tui_app.documents.calendar_file import calendar_file  # the library behind it takes a while to load

    entries = _entries(book, of, book.today().year)
    if not entries:
        raise Problem(f"No meeting is on record for {of or book.today().year}: there is nothing for a calendar.")
    return calendar_file(book.charter, entries)


def _named(book: Book, of: str | None, year: int) -> str:
    return (of if _is_year(of) else book.meeting(of).symbol) if of else str(year)


def _is_year(of: str) -> bool:
    return re.fullmatch(r"\d{4}", of.strip()) is not None


def _entries(book: Book, of: str | None, year: int) -> tuple[CalendarEntry, ...]:
    if of and not _is_year(of):
        meetings = [book.meeting(of)]
    else:
        wanted = of.strip() if of else str(year)
        meetings = [each for each in book.meetings() if wanted in (str(each.on.year), each.symbol[:4])]
    known = _revisions(book)
    return tuple(calendar_entry(book.record(each.id), book.register.id, known[each.id]) for each in meetings)


def _revisions(book: Book) -> Mapping[str, Revision]:
    """From the journal and not from the record: what was undone has been a change too, and a number never falls."""
    table, last = book.of(Meeting).name, dict[str, tuple[Any, ...]]()
    found: dict[str, Revision] = {}
    for transaction in book.register.history(table):
        for operation in transaction.ops:
            if operation.table != table:
                continue
            told = _announced(operation.document or {})
            known = found.get(operation.id)
            number = 0 if known is None else known.number + (told != last[operation.id])
            found[operation.id] = Revision(number=number, at=_to_the_second(transaction.at))
            last[operation.id] = told
    return found


def _announced(document: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a calendar shows of a meeting's time, place and status; empty for a meeting that is not there."""
    return (*map(document.get, _ANNOUNCED), document.get("state") == MeetingState.CANCELLED.value) if document else ()


def _to_the_second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
