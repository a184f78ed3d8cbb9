"""The annotated agenda: what is on the table, who presents it, and when each item begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui_app.documents.letterhead import facts, paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong, table
from tui_app.documents.particulars import particulars, state_line
from tui_app.documents.phrases import clock, in_a_sentence
from tui_app.domain.awaiting import Awaited
from tui_app.domain.calendar import long_date
from tui_app.domain.meeting import MeetingState, agenda_circulated_on
from tui_app.domain.record import MeetingRecord
from tui_app.domain.timetable import starts


def agenda_paper(record: MeetingRecord, waiting: Sequence[Awaited] = ()) -> str:
    """The agenda as it stands, a draft until the meeting is opened; `waiting` is what has no answer yet."""
    planned = record.meeting.state is MeetingState.PLANNED
    as_planned = replace(record, meeting=replace(record.meeting, opened=None, closed=None))
    what = "Annotated draft agenda" if planned else "Agenda"
    return paper(
        record.charter,
        f"{what} of the {in_a_sentence(record.meeting.title)}",
        paragraph(f"Status: {strong(_version(record))}"),
        facts(particulars(as_planned)),
        heading(3, "Items"),
        _items(record) if record.agenda.items else paragraph("No items yet."),
        paragraph(escape(_total(record))),
        *_waiting(waiting),
    )


def _waiting(waiting: Sequence[Awaited]) -> Iterator[str]:
    """What was put to the parent body before this meeting and not answered (R-43, R-44): for the follow-up."""
    for body in dict.fromkeys(each.by for each in waiting):
        yield heading(3, escape(f"For follow-up: awaiting the answer of the {body}"))
        theirs = [each for each in waiting if each.by == body]
        yield bullets(strong(e.symbol) + escape(f" {e.text} (since {long_date(e.since)})") for e in theirs)


def _version(record: MeetingRecord) -> str:
    meeting = record.meeting
    if meeting.cancelled:
        return state_line(meeting)
    if not meeting.agenda_version:
        return "DRAFT, not yet circulated" if meeting.state is MeetingState.PLANNED else "Not circulated"
    when = agenda_circulated_on(meeting)
    circulated = f"v{meeting.agenda_version}, circulated{f' on {long_date(when)}' if when else ''}"
    circulated += "; changed since" if record.agenda_changed else ""
    return f"DRAFT {circulated}" if meeting.state is MeetingState.PLANNED else circulated


def _items(record: MeetingRecord) -> str:
    times = starts(record.agenda, record.meeting.starts)
    rows = (
        (
            clock(times[item.id], record.meeting),
            record.agenda.numbers[item.id],
            item.title,
            item.purpose.value,
            item.presenter,
            f"{taken} min" if (taken := record.agenda.taken_by(item)) else "",
            "; ".join(_document_words(record, item.id)),
        )
        for item in record.agenda.items
    )
    header = ["Time", "No.", "Item", "For", "Presenter", "Planned", "Documents"]
    return table(header, [[*map(escape, row)] for row in rows])


def _document_words(record: MeetingRecord, item_id: str) -> Iterator[str]:
    for document in record.documents:
        if document.item == item_id:
            version = f" ({document.version})" if document.version else ""
            yield f"{document.number} {document.title}{version}".strip()


def _total(record: MeetingRecord) -> str:
    planned, available = record.agenda.minutes, record.meeting.minutes_available
    over = f", {planned - available} minutes more than there are" if planned > available else ""
    return f"Planned: {planned} of {available} minutes{over}."
