"""The minutes of a long meeting as Markdown, beside the parsing of the same text."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.figure import Figure, median_of
from tui_app.documents.formats.formats import in_format
from tui_app.documents.parser import parser
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.services import convene, papers
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

TEXT = "Members discussed the sources of the survey, and agreed that administrative records would supplement it."
NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


def measure(folder: Path) -> list[Figure]:
    """The minutes as Markdown, and from there as a page."""
    book, meeting = _book(folder / "register")
    figures = [_minutes(book, meeting), _page(papers.paper(book, "minutes"))]
    book.register.close()
    return figures


def _book(folder: Path) -> tuple[Book, str]:
    book = make(load_charter("kenya"), folder, "Bench", lambda: NOW, remembered=False)
    starts = datetime(2026, 9, 22, 10)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts))
    convene.open_meeting(book, meeting)
    _fill(book, meeting.id, 900)
    return book, meeting.id


def _entry(book: Book, meeting: str, rank: int) -> Entry:
    item = book.agenda(meeting).items[0].id
    return Entry(id=new_id(), meeting=meeting, item=item, rank=rank, at=NOW, kind=EntryKind.NOTE, by="Bench", text=TEXT)


def _fill(book: Book, meeting: str, entries: int) -> None:
    have = len(book.of(Entry).of(meeting))
    with book.register.transaction("filled"):
        for rank in range(have, entries):
            book.of(Entry).put(_entry(book, meeting, rank))


def _minutes(book: Book, meeting: str) -> Figure:
    text = papers.paper(book, "minutes")
    ours = median_of(lambda: papers.paper(book, "minutes"), 7)
    peer = median_of(lambda: parser().parse(text), 7)
    assert len(book.of(Entry).of(meeting)) == 900
    return Figure("minutes of 900 entries to Markdown", "ms", ours, "markdown-it-py parsing the same text", peer)


def _page(text: str) -> Figure:
    ours = median_of(lambda: in_format(text, "html"), 7)
    peer = median_of(lambda: parser().render(text), 7)
    return Figure("the same to an HTML page", "ms", ours, "markdown-it-py rendering the same text", peer)
