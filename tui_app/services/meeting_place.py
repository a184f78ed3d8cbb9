"""Where a meeting is held, and with which other one."""

from __future__ import annotations

from dataclasses import replace

from tui_app.domain.meeting.meeting import Meeting
from tui_app.services.book import Book
from tui_app.services.correcting import require_correctable


def set_place(book: Book, meeting: Meeting, place: str) -> Meeting:
    """Set where it meets, empty for not known; Problem once the minutes of the meeting are adopted."""
    require_correctable(meeting)
    where = read_place(place)
    with book.register.transaction(
        f"{meeting.symbol} meets at {where}" if where else f"place of {meeting.symbol} open"
    ):
        return book.of(Meeting).put(replace(meeting, place=where))


def set_conjunction(book: Book, meeting: Meeting, other: str) -> Meeting:
    """Set the meeting with which it is held (R-26), empty for none; Problem once its minutes are adopted."""
    require_correctable(meeting)
    known = read_place(other)
    with book.register.transaction(f"{meeting.symbol} {conjunction_words(known)}"):
        return book.of(Meeting).put(replace(meeting, conjunction=known))


def conjunction_words(other: str) -> str:
    """`in conjunction with the UNCT meeting`."""
    return f"in conjunction with {read_place(other)}" if other.strip() else "by itself"


def read_place(text: str) -> str:
    """A place as it is kept: on one line, with single spaces."""
    return " ".join(text.split())


def place_words(place: str) -> str:
    """`It meets at: UN House, Gigiri`, what is told before a place is recorded."""
    return f"It meets at: {read_place(place)}"
