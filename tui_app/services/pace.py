"""What earlier meetings tell of the time that an agenda needs."""

from __future__ import annotations

from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.pace import Pace, pace_of
from tui_app.services.book import Book


def pace_before(book: Book, meeting: Meeting) -> Pace:
    """How long items took in the meetings of the same body before this one."""
    earlier = [m for m in book.meetings() if m.body == meeting.body and m.over and m.starts < meeting.starts]
    return pace_of(book.of(AgendaItem).of(each.id) for each in reversed(earlier))
