"""The annotated agenda: what is on the table, who presents it, and when each item begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tui_app.documents.follow_up import carried_table
from tui_app.documents.letterhead import facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, strong, table
from tui_app.documents.particulars import particulars, state_line
from tui_app.documents.phrases import CLOSED_PART, clock, in_a_sentence
from tui_app.domain.calendar import long_date
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.circulated import PaperKind, circulated_words
from tui_app.domain.meeting.meeting import MeetingState, agenda_circulated_on
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.meeting.timetable import starts


def agenda_paper(record: MeetingRecord, on: date | None = None) -> str:
    """The agenda as it stands, a draft until the meeting is opened; what is followed up stands as it was `on` a day.

    That day is the one of the meeting, unless another is given.
    """
    planned = record.meeting.state is MeetingState.PLANNED
    as_planned = replace(record, meeting=replace(record.meeting, opened=None, closed=None))
    what = "Annotated draft agenda" if planned else "Agenda"
    return paper(
        record.charter,
        f"{what} of the {in_a_sentence(record.meeting.title)}",
        paragraph(f"Status: {strong(_version(record))}"),
        facts([*particulars(as_planned), ("Circulated", _sent(record))]),
        heading(3, "Items"),
        _items(record) if record.agenda.items else paragraph("No items yet."),
        paragraph(escape(_total(record))),
        *_follow_up(record, on or record.meeting.on),
    )


def _follow_up(record: MeetingRecord, on: date) -> Iterator[str]:
    """What earlier meetings left open (R-63), the answers awaited among it (R-43, R-44)."""
    if record.carried:
        yield heading(3, "For follow-up")
        yield carried_table(record, on)


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


def _sent(record: MeetingRecord) -> str:
    """When the version that the members have went out, and to whom; until the meeting is opened."""
    sent = record.sent(PaperKind.AGENDA) if record.meeting.state is MeetingState.PLANNED else None
    return circulated_words(sent) if sent else ""


def _items(record: MeetingRecord) -> str:
    times = starts(record.agenda, record.meeting.starts)
    rows = (
        (
            clock(times[item.id], record.meeting),
            record.agenda.numbers[item.id],
            _title(record, item),
            item.purpose.value,
            item.presenter,
            f"{taken} min" if (taken := record.agenda.taken_by(item)) else "",
            "; ".join(_document_words(record, item.id)),
        )
        for item in record.agenda.items
    )
    header = ["Time", "No.", "Item", "For", "Presenter", "Planned", "Documents"]
    return table(header, [[*map(escape, row)] for row in rows])


def _title(record: MeetingRecord, item: AgendaItem) -> str:
    origin = f" ({item.origin})" if item.origin else ""
    return f"{item.title}{origin}{CLOSED_PART if record.agenda.in_closed_part(item) else ''}"


def _document_words(record: MeetingRecord, item_id: str) -> Iterator[str]:
    for document in record.documents:
        if document.item == item_id and not document.held_back:
            version = f" ({document.version})" if document.version else ""
            yield f"{document.number} {document.title}{version}".strip()


def _total(record: MeetingRecord) -> str:
    planned, available = record.agenda.minutes, record.meeting.minutes_available
    over = f", {planned - available} minutes more than there are" if planned > available else ""
    return f"Planned: {planned} of {available} minutes{over}."
