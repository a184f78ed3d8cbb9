"""What is half typed, kept beside the register so that it survives a crash; never in the journal."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from tui_app.domain.frozen import dataclass
from tui_app.services.book import Book

Key = tuple[str, str]
"""The place that asks, and its question."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The words that were typed to a question, or to a chain of them, by the label of each; and on which day last."""

    words: Mapping[str, str]
    on: date


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What stood in the line.

    `entry`: the id of the entry that it was to change, if it was no new one; `aside`: the new one that was half typed
    before that.
    """

    text: str = ""
    entry: str = ""
    aside: str = ""


def _file(book: Book) -> Path:
    return book.register.folder / "half-typed.json"


def _long_file(book: Book) -> Path:
    return book.register.folder / "half-written.json"


def _answers_file(book: Book) -> Path:
    return book.register.folder / "half-answered.json"


def _write(book: Book, file: Path, content: object) -> None:
    """In one step, so that a crash leaves the one or the other; a failure must never stop the typing."""
    if book.register.read_only:
        return
    new = file.with_suffix(".new")
    try:
        with open(new, "w", encoding="utf-8", opener=_private) as written:
            written.write(json.dumps(content))
        new.replace(file)
    except OSError:
        return


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def keep(book: Book, typed: HalfTyped) -> None:
    """Keep the line."""
    _write(book, _file(book), asdict(typed))


def recall(book: Book, meeting_id: str) -> HalfTyped:
    """What was half-typed when the program last ended, for the meeting in session."""
    from tui_app.domain.meeting.minutes import Entry

    try:
        kept = json.loads(_file(book).read_text(encoding="utf-8"))
        typed = HalfTyped(str(kept["text"]), str(kept["entry"]), str(kept.get("aside", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return HalfTyped()
    entry = book.of(Entry).find(typed.entry)
    return typed if entry is not None and entry.meeting == meeting_id else HalfTyped(typed.text or typed.aside)


def _long_texts(book: Book) -> dict[str, str]:
    try:
        kept = json.loads(_long_file(book).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(about): str(text) for about, text in kept.items()} if isinstance(kept, dict) else {}


def keep_long(book: Book, about: str, text: str, saved: str) -> None:
    """Keep a long text that is being written, by what it is about; nothing is kept of one that is as it was `saved`."""
    others = {each: kept for each, kept in _long_texts(book).items() if each != about}
    _write(book, _long_file(book), others if text == saved else {**others, about: text})


def unsaved_of(book: Book, record: str) -> tuple[str, ...]:
    """What of a record is written and not saved: the names of its parts, which stand behind its id."""
    return tuple(about.partition(" ")[2] for about in _long_texts(book) if about.partition(" ")[0] == record)


def forget_long(book: Book, record: str) -> None:
    """Keep nothing more of what was written of a record: it cannot change any more."""
    kept = _long_texts(book)
    others = {about: text for about, text in kept.items() if about.partition(" ")[0] != record}
    if others != kept:
        _write(book, _long_file(book), others)


def recall_long(book: Book, about: str) -> str | None:
    """The long text that was written and not saved; None if there is none."""
    return _long_texts(book).get(about)


def keep_answers(book: Book, answers: Mapping[Key, Answers]) -> None:
    """Keep what stands in open questions."""
    _write(book, _answers_file(book), [[*key, each.words, each.on.isoformat()] for key, each in answers.items()])


def recall_answers(book: Book) -> dict[Key, Answers]:
    """What stood in open questions when the program last ended."""
    try:
        kept = json.loads(_answers_file(book).read_text(encoding="utf-8"))
        return {(str(place), str(asked)): Answers(_texts(words), date.fromisoformat(on))
                for place, asked, words, on in kept}  # fmt: skip
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _texts(words: Mapping[str, str]) -> dict[str, str]:
    return {str(label): str(text) for label, text in words.items()}
