"""Moving a planned meeting to another time or place, and cancelling it; its symbol stays, and is not used again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.meeting import MOVED, Meeting, MeetingState, require_step, state_sentence
from tui_app.domain.meeting.meeting_words import moment_words
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.convene import open_meeting, require_standing, today_at, zone_of
from tui_app.services.meeting_place import read_place


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to be another for a planned meeting; None leaves it as it is. `starts` without an offset: in `zone`."""

    starts: datetime | None = None
    zone: str | None = None
    place: str | None = None
    minutes_available: int | None = None
    conjunction: str | None = None


def move(book: Book, meeting: Meeting, change: Change) -> Meeting:
    """Move a meeting that has not been opened; Problem if it has, if nothing changes, or its body is not there then."""
    if meeting.state is not MeetingState.PLANNED:
        raise Problem(f"{state_sentence(meeting)}: only a meeting that is still to come can be moved.")
    moved = changed(meeting, change)
    if moved == meeting:
        raise Problem(f"{meeting.symbol} is on {_where_and_when(meeting)} already: nothing changes.")
    require_standing(book.body(meeting.body), moved.on)
    what = f"{MOVED} {_where_and_when(meeting)} to {_where_and_when(moved)}"
    if _where_and_when(meeting) == _where_and_when(moved):
        what = "particulars changed"
    with book.register.transaction(f"{meeting.symbol} {what}"):
        return book.of(Meeting).put(book.stepped(moved, what))


def open_today(book: Book, meeting: Meeting) -> Meeting:
    """Open a meeting that is held today and not on the day it was planned for: it is moved, its time of day kept."""
    starts = datetime.combine(today_at(book, meeting), meeting.starts.timetz())
    with book.register.transaction(f"{meeting.symbol} moved to today and opened"):
        return open_meeting(book, move(book, meeting, Change(starts=starts)))


def changed(meeting: Meeting, change: Change) -> Meeting:
    """The meeting as it would be; Problem if a zone or a length is none."""
    zone = zone_of(change.zone or "", meeting.zone)
    starts = change.starts or meeting.starts.replace(tzinfo=None if change.zone else meeting.starts.tzinfo)
    minutes = meeting.minutes_available if change.minutes_available is None else change.minutes_available
    if minutes <= 0:
        raise Problem(f"{minutes} is no time for a meeting: give its minutes, as 120.", option="--minutes")
    return replace(
        meeting,
        starts=(starts if starts.tzinfo else starts.replace(tzinfo=zone)).astimezone(zone),
        zone=zone.key,
        place=meeting.place if change.place is None else read_place(change.place),
        minutes_available=minutes,
        conjunction=meeting.conjunction if change.conjunction is None else " ".join(change.conjunction.split()),
    )


def cancel(book: Book, meeting: Meeting, reason: str) -> Meeting:
    """Cancel a meeting that has not been opened, for a reason, which is printed; it stays in the year and the lists."""
    require_step(meeting, MeetingState.CANCELLED)
    because = " ".join(reason.split())
    if not because:
        raise Problem(f"Cancelling {meeting.symbol} needs the reason, which is printed.")
    cancelled = replace(meeting, state=MeetingState.CANCELLED, cancelled_because=because)
    with book.register.transaction(f"{meeting.symbol} cancelled: {because}"):
        return book.of(Meeting).put(book.stepped(cancelled, "cancelled"))


def _where_and_when(meeting: Meeting) -> str:
    return ", ".join(filter(None, (moment_words(meeting.starts, meeting.zone), meeting.place)))
