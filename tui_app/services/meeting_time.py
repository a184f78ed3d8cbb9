"""The minutes that a meeting has for its agenda."""

from __future__ import annotations

from dataclasses import replace

from tui_app.domain.meeting.meeting import Meeting
from tui_app.services.book import Book
from tui_app.services.correcting import require_correctable


def set_time_available(book: Book, meeting: Meeting, minutes: int) -> Meeting:
    """Set the minutes available; Problem once the minutes of the meeting are adopted."""
    require_correctable(meeting)
    with book.register.transaction(f"{meeting.symbol} has {minutes} minutes"):
        return book.of(Meeting).put(replace(meeting, minutes_available=minutes))
