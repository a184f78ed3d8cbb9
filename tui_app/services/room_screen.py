"""What the room is to see beside the text, as the first window has it: a file beside the register, not in it."""

from __future__ import annotations

import json

from tui_app.domain.problem import Problem
from tui_app.services.book import Book

FILE_NAME = "projector.json"


def show_positions(book: Book, meeting_id: str, *, shown: bool) -> None:
    """Let projector screens show the positions of a meeting, or hide them; Problem if nothing can be written here."""
    book.register.check_writable()
    file = book.register.folder / FILE_NAME
    try:
        file.touch(mode=0o600)
        file.write_text(json.dumps({"positions": meeting_id if shown else ""}), encoding="utf-8")
    except OSError as error:
        raise Problem(f"{file} cannot be written: {error.strerror or error}.") from error


def positions_shown(book: Book, meeting_id: str) -> bool:
    """Whether the positions of this very meeting are to be seen; of every other one they are hidden."""
    try:
        kept = json.loads((book.register.folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(kept, dict) and kept.get("positions") == meeting_id
