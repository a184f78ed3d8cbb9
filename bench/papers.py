"""Papers in a real terminal: the minutes of a long meeting from the key to the first screen, and scrolling in them.

Their peer is markdown-it-py parsing the same text, in the same run. Not on Windows, which has no such terminals.
"""

from __future__ import annotations

import os
import select
import time
from pathlib import Path

from bench.figure import Figure, median_of
from bench.keys import DOWN, FRAME, press, settle, slowest, terminal
from bench.many_meetings import fill
from bench.one_meeting import Size
from tui_app.documents.minutes import minutes_paper
from tui_app.documents.parser import parser
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.services.book import Book
from tui_app.services.correcting import strike
from tui_app.services.papers import paper

LONG = Size(meetings=1, entries=900, decisions=72, actions=68)
F9, UP, TAB, PAGE_DOWN, HOME, END = b"\x1b[20~", b"\x1b[A", b"\t", b"\x1b[6~", b"\x1b[H", b"\x1b[F"
UNDO = b"\x1a"
TIMES, PAGES = 7, 60


def measure(folder: Path) -> list[Figure]:
    """The first screen of the minutes, as the median; a line and a page on in them, each the 95th of a hundred keys."""
    if os.name == "nt":
        return []
    book = fill(folder / "register", LONG)
    text = paper(book, "minutes")
    record = book.record(book.meetings()[0].id)
    ours = median_of(lambda: minutes_paper(record), TIMES)
    _something_to_undo(book)
    book.register.close()
    peer = median_of(lambda: parser().parse(text), TIMES)
    first, line, page, end = _in_a_terminal(folder)
    whole = f"markdown-it-py parsing the same {len(text) // 1000} kB"
    return [
        Figure("minutes of 900 entries, 72 proposals: to Markdown", "ms", ours, whole, peer),
        Figure("their preview, to the first screen", "ms", first, whole, peer),
        Figure("their preview, scrolling a line, p95", "ms", line, whole, peer),
        Figure("their preview, scrolling a page, p95", "ms", page, whole, peer),
        Figure("their preview, from the first screen to the end", "ms", end, whole, peer),
    ]


def _something_to_undo(book: Book) -> None:
    """So many changes that each time the paper is one that was never made before."""
    notes = [entry for entry in book.of(Entry).all() if entry.kind is EntryKind.NOTE]
    for entry in notes[:TIMES]:
        strike(book, entry)


def _in_a_terminal(folder: Path) -> tuple[float, float, float, float]:
    """Milliseconds: to the first screen, a line on, a page on, to the end."""
    home = {"MINUTEBOOK_HOME": str(folder / "home")}
    with terminal(["-m", "tui_app", "--register", str(folder / "register")], home) as app:
        _until(app, F9, b"Minutes of the")
        settle(app, 2.0)
        first = []
        for _ in range(TIMES):
            _until(app, UP, b"genda of the")
            press(app, UNDO)
            settle(app, 1.0)
            first.append(_until(app, DOWN, b"Minutes of the"))
            settle(app, 1.5)
        _until(app, UP, b"genda of the")
        _until(app, DOWN, b"Minutes of the")
        press(app, TAB)
        end = _until(app, END, b"joins")
        settle(app, 0.5)
        press(app, HOME)
        line = slowest(app, [DOWN] * PAGES)
        page = slowest(app, [PAGE_DOWN] * PAGES)
        press(app, b"\x11")
    return sorted(first)[TIMES // 2], line, page, end


def _until(app: int, key: bytes, words: bytes) -> float:
    """The milliseconds from a key until these words are painted, with all that is painted with them."""
    began = time.perf_counter()
    os.write(app, key)
    painted = b""
    while words not in painted:
        if not select.select([app], [], [], 10.0)[0]:
            raise TimeoutError(f"{words!r} was not painted within ten seconds.")
        painted += os.read(app, 1 << 16)
    last = time.perf_counter()
    while select.select([app], [], [], FRAME)[0]:
        os.read(app, 1 << 16)
        last = time.perf_counter()
    return (last - began) * 1000
