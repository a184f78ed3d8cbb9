"""Trying something on the record and taking it back, to know whether it could be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui_app.services.book import Book

T = TypeVar("T")


class _TakenBack(Exception):
    """Leaves a transaction, so that nothing of it is kept."""


def tried(book: Book, deed: Callable[[], T]) -> T:
    """What the deed gives; whatever it changed is taken back. Its Problem if it cannot be done."""
    try:
        with book.register.transaction("tried"):
            result = deed()
            raise _TakenBack
    except _TakenBack:
        return result
