"""The files of documents on this computer: where one lies, and whether it is the one on record.

A path is kept relative to the register's folder where the file lies in it, with slashes, so that the folder can be
copied to another computer with its documents; any other path is kept whole, as this computer writes it.
"""

from __future__ import annotations

import hashlib
import re
import time
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from tui_app.domain.meeting.document import FileState
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.registers import places

_QUOTES = "\"'\u201c\u201d\u2018\u2019"


def find_file(book: Book, text: str) -> Path | None:
    """The file that was typed, pasted or dropped on the terminal: in quotes or not, `~` is the home folder.

    Without a folder it is looked for where the program was started, then in the register's folder, then among the
    user's documents. None if it is in none of them.
    """
    typed = unquoted(text)
    if not typed:
        return None
    try:
        written = (Path(typed).expanduser(), Path(re.sub(r"\\(?=[ '\"()&])", "", typed)).expanduser())
        folders = (Path.cwd(), book.register.folder, places().registers.parent)
        every = (folder / path for path in written for folder in folders)
        return next((path.resolve() for path in every if path.is_file()), None)
    except (OSError, ValueError, RuntimeError):  # too long, a NUL in it, ~someone unknown
        return None


def unquoted(text: str) -> str:
    """A text without the quotes around it."""
    typed = text.strip()
    quoted = len(typed) > 1 and typed[0] in _QUOTES and typed[-1] in _QUOTES
    return typed[1:-1].strip() if quoted else typed


def require_file(book: Book, text: str) -> Path:
    """The same; Problem where it is not found."""
    if not text.strip():
        raise Problem('A document needs its file, as in "Data plan.docx".')
    found = find_file(book, text)
    if found is None:
        raise Problem(f"The file {unquoted(text)} is not found: give it with its folder.")
    return found


def looks_like_path(text: str) -> bool:
    """Whether a text was meant as the way to a file, and not as a title."""
    typed = unquoted(text)
    return bool(re.match(r"~|\.{0,2}[/\\]|[A-Za-z]:[/\\]", typed) or re.search(r"\.[A-Za-z]\w{1,4}$", typed))


def kept_path(book: Book, path: Path) -> str:
    """The path of a file as it is kept on record."""
    folder = book.register.folder.resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def whole_path(book: Book, kept: str) -> Path | None:
    r"""Where a kept path leads on this computer; None for one of another kind of computer (`C:\plans` on Linux)."""
    path = Path(kept)
    if path.is_absolute():
        return path
    elsewhere = PureWindowsPath(kept).drive or kept.startswith(("\\", "/"))
    return None if elsewhere else book.register.folder / PurePosixPath(kept)


def state_of(book: Book, kept: str, checksum: str) -> FileState:
    """What is found where a path leads; what cannot be read is not found."""
    if not kept:
        return FileState.NO_FILE
    path = whole_path(book, kept)
    try:
        if path is None or not path.is_file():
            return FileState.NOT_FOUND
        return FileState.IN_PLACE if _known_checksum(path) == checksum else FileState.CHANGED
    except (OSError, ValueError):
        return FileState.NOT_FOUND


def checksum_of(path: Path) -> str:
    """The SHA-256 of a file; OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


_SETTLED = 2.0
"""Seconds after which a change shows in a file's time: so coarse is the clock of a USB stick."""


def _known_checksum(path: Path) -> str:
    """The same, read again only where the size or the time of the file is another than when it was read last."""
    there = path.stat()
    if time.time() - there.st_mtime < _SETTLED:
        return checksum_of(path)
    return _read_once(path, there.st_size, there.st_mtime_ns)


@lru_cache(maxsize=1024)
def _read_once(path: Path, _size: int, _time: int) -> str:
    return checksum_of(path)
