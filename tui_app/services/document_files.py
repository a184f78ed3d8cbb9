"""The files of documents on this computer: where one lies, and whether it is the one on record.

A path is kept relative to the register's folder where the file lies in it, with slashes, so that the folder can be
copied to another computer with its documents; any other path is kept whole, as this computer writes it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath, PureWindowsPath

from tui_app.domain.document import FileState
from tui_app.services.book import Book


def whole_path(book: Book, kept: str) -> Path | None:
    """Where a kept path leads on this computer; None for one of another kind of computer (`C:\\plans` on Linux)."""
    path = Path(kept)
    if path.is_absolute():
        return path
    elsewhere = PureWindowsPath(kept).drive or kept.startswith(("\\\\", "/"))
    return None if elsewhere else book.register.folder / PurePosixPath(kept)


def state_of(book: Book, kept: str, checksum: str) -> FileState:
    """What is found where a path leads; what cannot be read is not found."""
    if not kept:
        return FileState.NO_FILE
    path = whole_path(book, kept)
    try:
        if path is None or not path.is_file():
            return FileState.NOT_FOUND
        return FileState.IN_PLACE if checksum_of(path) == checksum else FileState.CHANGED
    except OSError:
        return FileState.NOT_FOUND


def checksum_of(path: Path) -> str:
    """The SHA-256 of a file; OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
