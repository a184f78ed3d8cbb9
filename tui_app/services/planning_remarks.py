"""What is told of a meeting when it is planned, because the Terms of Reference say otherwise; none of it blocks."""

from __future__ import annotations

from datetime import date

from tui_app.domain.charter.sentences import unstated_meeting
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.quarters import quarter_of, quarter_on
from tui_app.services.book import Book
from tui_app.services.convene import caller_named, known_caller


def told_of_day(book: Book, kind: MeetingKind, day: date) -> tuple[str, ...]:
    """That the ToR do not provide for such a meeting, or that its quarter has a quarterly one already (R-20)."""
    return tuple(filter(None, (unstated_meeting(book.charter, kind.value), _second(book, kind, day))))


def _second(book: Book, kind: MeetingKind, day: date) -> str:
    there = [m.symbol for m in book.meetings() if quarter_of(m) == quarter_on(day) and not m.cancelled]
    if kind is not MeetingKind.QUARTERLY or not there:
        return ""
    return f"Q{quarter_on(day)[1]} {day.year} has its quarterly meeting already, {there[0]}: this is one more."


def told_of_caller(book: Book, kind: MeetingKind, typed: str) -> tuple[str, ...]:
    """That the ToR let another body call an extraordinary meeting (R-22), or that nobody of that name is known."""
    rule = book.charter.cadence.extraordinary if kind is MeetingKind.EXTRAORDINARY else None
    caller = caller_named(book, kind, typed)
    if kind is MeetingKind.ON_REQUEST and not known_caller(book, caller):
        return (f"{caller} is no entity on record and no body of the ToR: recorded as typed.",)
    if rule is None or not rule.called_by or caller == rule.called_by:
        return ()
    cited = f" ({', '.join(rule.clauses)})" if rule.clauses else ""
    return (f"The {rule.called_by} calls extraordinary meetings{cited}: {caller} is recorded all the same.",)
