"""The record: a durable entry beside a raw append and fsync; opening beside json.load; minutes beside their parsing."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.figure import Figure, median_of
from tui_app.documents.parser import parser
from tui_app.domain.identity import new_id
from tui_app.domain.meeting import MeetingKind
from tui_app.domain.minutes import Entry, EntryKind
from tui_app.services import convene, papers
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.registers import make, open_book

TEXT = "Members discussed the sources of the survey, and agreed that administrative records would supplement it."
NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


def measure(folder: Path) -> list[Figure]:
    """All figures of the record."""
    book, meeting = _book(folder / "register")
    figures = [_minutes(book, meeting)]
    for entries in (1_000, 10_000):
        _fill(book, meeting, entries)
        figures.append(_commit(book, meeting, folder, entries))
    book.register.close()
    return [*figures, _opening(folder)]


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


def _commit(book: Book, meeting: str, folder: Path, entries: int) -> Figure:
    entry = _entry(book, meeting, entries)
    ours = median_of(lambda: book.of(Entry).put(_fresh(entry)), 200)
    line = (book.register.folder / "register.journal").read_bytes().splitlines(keepends=True)[-1]
    file = os.open(folder / f"raw-{entries}", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def raw() -> None:
        os.write(file, line)
        os.fsync(file)

    peer = median_of(raw, 200)
    os.close(file)
    return Figure(f"a durable entry at {entries:,} entries", "ms", ours, "append + fsync of the same line", peer)


def _fresh(entry: Entry) -> Entry:
    from dataclasses import replace

    return replace(entry, id=new_id())


def _opening(folder: Path) -> Figure:
    register = folder / "register"

    def ours() -> None:
        open_book(register, "Bench", read_only=True).register.close()

    opened = open_book(register, "Bench", read_only=True)
    stock = folder / "stock.json"
    tables = {"entries": {str(n): {"text": e.text, "meeting": e.meeting, "item": e.item, "at": e.at.isoformat(),
                                   "kind": e.kind, "by": e.by, "rank": e.rank}
                          for n, e in enumerate(opened.of(Entry).all())}}  # fmt: skip
    opened.register.close()
    stock.write_text(json.dumps(tables), encoding="utf-8")
    peer = median_of(lambda: json.loads(stock.read_text(encoding="utf-8")), 7, time.process_time)
    return Figure("opening 10,000 entries, verified", "ms CPU", median_of(ours, 7, time.process_time),
                  "json.load of the same entries", peer)  # fmt: skip


def _minutes(book: Book, meeting: str) -> Figure:
    text = papers.paper(book, "minutes")
    ours = median_of(lambda: papers.paper(book, "minutes"), 7)
    peer = median_of(lambda: parser().parse(text), 7)
    assert len(book.of(Entry).of(meeting)) == 900
    return Figure("minutes of 900 entries to Markdown", "ms", ours, "markdown-it-py parsing the same text", peer)
