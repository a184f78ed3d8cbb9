"""The agenda and the minutes of a meeting as they stand, and in each version that went to the members (R-27)."""

from __future__ import annotations

from datetime import date

from tui_app.documents.agenda import agenda_paper
from tui_app.documents.minutes import minutes_paper
from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind, last_of, version_named
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_sentence
from tui_app.domain.meeting.minutes import AdoptedMinutes
from tui_app.domain.problem import Problem
from tui_app.services.book import Book


def text_now(book: Book, meeting: Meeting, kind: PaperKind, on: date | None = None) -> str:
    """The agenda or the minutes as they stand; what the agenda follows up as it is `on` a day (today)."""
    return agenda_text(book, meeting, on or book.today()) if kind is PaperKind.AGENDA else minutes_text(book, meeting)


def agenda_text(book: Book, meeting: Meeting, on: date) -> str:
    """The agenda; what is followed up stands as it was on that day, or on the day of the meeting if that is over."""
    return agenda_paper(book.record(meeting.id), min(on, meeting.on))


def minutes_text(book: Book, meeting: Meeting) -> str:
    """The minutes; adopted ones are the very text that was adopted, whatever came later (R-60).

    Those that went to the members and are another text by now say so.
    """
    if meeting.cancelled:
        raise Problem(f"{state_sentence(meeting)} ({meeting.cancelled_because}): it has no minutes.")
    if meeting.state is MeetingState.ADOPTED:
        return book.of(AdoptedMinutes).get(meeting.id).text
    record, following = book.record(meeting.id), book.next_meeting_after(meeting)
    text, sent = minutes_paper(record, None, following), record.sent(PaperKind.MINUTES)
    changed = sent is not None and bool(sent.text) and sent.text != text
    return minutes_paper(record, None, following, changed=True) if changed else text


def circulated_text(book: Book, meeting: Meeting, kind: PaperKind, version: int) -> str:
    """The very text of a version that went out; Problem with those that were kept."""
    return version_named(book.of(CirculatedPaper).of(meeting.id), kind, version, meeting.symbol).text


def minutes_changed(book: Book, meeting: Meeting) -> bool:
    """Whether the minutes as they stand are another text than the version that went out last, if it was kept."""
    sent = last_of(book.of(CirculatedPaper).of(meeting.id), PaperKind.MINUTES)
    return sent is not None and sent.text != minutes_text(book, meeting)
