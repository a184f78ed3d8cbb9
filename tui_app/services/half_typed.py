"""The half-typed line, kept beside the register so that it survives a crash; never in the journal."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from tui_app.domain.meeting.minutes import Entry
from tui_app.services.book import Book


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What stood in the line; `entry`: the id of the entry that it was to change, if it was no new one."""

    text: str = ""
    entry: str = ""


def _file(book: Book) -> Path:
    return book.register.folder / "half-typed.json"


def keep(book: Book, typed: HalfTyped) -> None:
    """Keep the line; a failure is passed over, for it must never stop the typing."""
    if book.register.read_only:
        return
    try:
        _file(book).touch(mode=0o600)
        _file(book).write_text(json.dumps(asdict(typed)), encoding="utf-8")
    except OSError:
        return


def recall(book: Book, meeting_id: str) -> HalfTyped:
    """What was half-typed when the program last ended, for the meeting in session."""
    try:
        kept = json.loads(_file(book).read_text(encoding="utf-8"))
        typed = HalfTyped(str(kept["text"]), str(kept["entry"]))
    except (OSError, ValueError, KeyError, TypeError):
        return HalfTyped()
    entry = book.of(Entry).find(typed.entry)
    return typed if entry is not None and entry.meeting == meeting_id else HalfTyped(typed.text)
