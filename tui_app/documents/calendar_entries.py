"""What a calendar is told of each meeting: the one source of the calendar file and of the paper that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.phrases import clock, zone_words
from tui_app.documents.release import CLOSED_ITEM
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.meeting import agenda_circulated_on, title_in
from tui_app.domain.meeting.meeting_words import called_words, when_words
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How often a meeting's time, place or status was changed since it was planned, and when it changed last."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One meeting as a calendar has it; times are UTC, `lines` are plain text for whoever opens it."""

    uid: str
    revision: Revision
    starts: datetime
    ends: datetime
    when: str
    summary: str
    place: str
    cancelled: bool
    lines: tuple[str, ...]


def calendar_entry(record: MeetingRecord, register_id: str, revision: Revision) -> CalendarEntry:
    """The entry of one meeting; it names the network by its symbol, and nobody's address."""
    meeting, words = record.meeting, words_of(record.charter)
    starts = meeting.starts.astimezone(UTC)
    ends = starts + timedelta(minutes=meeting.minutes_available)
    title = f"{record.charter.symbol}{words.colon}{title_in(words, meeting)}"
    return CalendarEntry(
        uid=f"{meeting.id}@{register_id}",
        revision=revision,
        starts=starts,
        ends=ends,
        when=f"{when_words(meeting, words)}-{clock(ends, meeting)} ({zone_words(starts, meeting)})",
        summary=f"{words('CANCELLED')}{words.colon}{title}" if meeting.cancelled else title,
        place=meeting.place,
        cancelled=meeting.cancelled,
        lines=tuple(_lines(record, words)),
    )


def _lines(record: MeetingRecord, words: Words) -> Iterator[str]:
    meeting, called = record.meeting, called_words(record.meeting, words)
    if meeting.cancelled:
        yield f"{words('CANCELLED')}{words.colon}{meeting.cancelled_because}"
    if called:
        yield f"{called[:1].upper()}{called[1:]}."
    if meeting.reason:
        yield f"{words('Reason')}{words.colon}{meeting.reason}"
    if meeting.conjunction:
        yield f"{words('In conjunction with')}{words.colon}{meeting.conjunction}"
    yield from _agenda(record, words)


def _agenda(record: MeetingRecord, words: Words) -> Iterator[str]:
    """The agenda only as it went to the members: not before it was circulated, and not once it is another."""
    sent = agenda_circulated_on(record.meeting)
    if sent is None or record.meeting.cancelled:
        return
    agenda = words(
        "Agenda v{version}, circulated on {day}", version=record.meeting.agenda_version, day=words.date(sent)
    )
    yield (
        f"{agenda}{words.semicolon}{words('it is being changed')}"
        if record.agenda_changed
        else f"{agenda}{words.colon.rstrip(' ')}"
    )
    for item in () if record.agenda_changed else record.agenda.items:
        purpose = words("for {purpose}", purpose=words(item.purpose.value))
        title = words(CLOSED_ITEM) if record.agenda.number_alone(item) else f"{told(item.title, words)}, {purpose}"
        yield f"{words('Item {number}', number=record.agenda.numbers[item.id])}{words.colon}{title}"
