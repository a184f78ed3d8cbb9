"""The half-typed line, kept beside the register so that it survives a crash; never in the journal."""

from __future__ import annotations

from pathlib import Path

from tui_app.services.book import Book


def _file(book: Book) -> Path:
    return book.register.folder / "half-typed.txt"


def keep(book: Book, text: str) -> None:
    """Keep the text; a failure is passed over, for it must never stop the typing."""
    if book.register.read_only:
        return
    try:
        _file(book).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError:
        return


def recall(book: Book) -> str:
    """What was half-typed when the program last ended."""
    try:
        return _file(book).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
