"""The annotated agenda: what is on the table, who presents it, and when each item begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tui_app.documents.follow_up import carried_table
from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, strong, table
from tui_app.documents.particulars import particulars, state_line
from tui_app.documents.phrases import clock, in_a_sentence, in_closed_part
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.backlog_words import origin
from tui_app.domain.meeting.circulated import PaperKind, circulated_words
from tui_app.domain.meeting.meeting import MeetingState, agenda_adopted_on, agenda_circulated_on, title_in
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.meeting.timetable import starts
from tui_app.domain.words import Words

AS_NAMED = "Titles and texts stand in the language of the network."
"""The label on an agenda in another language, where what the program itself entered is not told in it."""


def agenda_paper(record: MeetingRecord, on: date | None = None, note: str = "") -> str:
    """The agenda as it stands, a draft until the meeting is opened; what is followed up stands as it was `on` a day.

    That day is the one of the meeting, unless another is given. `note`: a label below its status.
    """
    planned, words = record.meeting.state is MeetingState.PLANNED, words_of(record.charter)
    as_planned = replace(record, meeting=replace(record.meeting, opened=None, closed=None))
    title = in_a_sentence(title_in(words, record.meeting))
    return paper(
        record.charter,
        words("Annotated draft agenda of the {meeting}" if planned else "Agenda of the {meeting}", meeting=title),
        paragraph(words("Status") + words.colon + strong(_version(record, words))),
        paragraph(words(note)) if note else "",
        facts([*particulars(as_planned), (words("Circulated"), _sent(record, words))], words),
        heading(3, words("Items")),
        _items(record, words) if record.agenda.items else paragraph(words("No items yet.")),
        paragraph(escape(_total(record, words))),
        *_follow_up(record, on or record.meeting.on, words),
    )


def _follow_up(record: MeetingRecord, on: date, words: Words) -> Iterator[str]:
    """What earlier meetings left open (R-63), the answers awaited among it (R-43, R-44)."""
    if record.carried:
        yield heading(3, words("For follow-up"))
        yield carried_table(record, on)


def _version(record: MeetingRecord, words: Words) -> str:
    meeting = record.meeting
    planned = meeting.state is MeetingState.PLANNED
    if meeting.cancelled:
        return state_line(meeting, words)
    if agenda_adopted_on(meeting):
        return _adopted(record, words)
    if not meeting.agenda_version:
        return words("DRAFT, not yet circulated") if planned else words("Not circulated")
    when = agenda_circulated_on(meeting)
    version = f"v{meeting.agenda_version}"
    sent = words("circulated on {day}", day=words.date(when)) if when else words("circulated")
    changed = f"{words.semicolon}{words('changed since')}" if record.agenda_changed else ""
    return (
        f"{words('DRAFT {version}', version=version) if planned else version}, {sent}{_until(record, words)}{changed}"
    )


def _adopted(record: MeetingRecord, words: Words) -> str:
    """`v2, ADOPTED on 22 September 2026, with what was changed since v2`."""
    meeting, version = record.meeting, f"v{record.meeting.agenda_version}"
    adopted = words("ADOPTED on {day}", day=words.day(agenda_adopted_on(meeting)))
    another = meeting.agenda_fingerprint not in ("", meeting.agenda_adopted)
    with_what = f", {words('with what was changed since {version}', version=version)}" if another else ""
    since = f"{words.semicolon}{words('changed since')}" if record.agenda_fingerprint != meeting.agenda_adopted else ""
    return f"{f'{version}, ' if meeting.agenda_version else ''}{adopted}{with_what}{since}"


def _until(record: MeetingRecord, words: Words) -> str:
    """Until when comments on the version that the members have are awaited; until the meeting is opened."""
    sent = record.sent(PaperKind.AGENDA) if record.meeting.state is MeetingState.PLANNED else None
    return f", {words('comments by {day}', day=words.date(sent.comments_by))}" if sent and sent.comments_by else ""


def _sent(record: MeetingRecord, words: Words) -> str:
    """When the version that the members have went out, and to whom; until the meeting is opened."""
    sent = record.sent(PaperKind.AGENDA) if record.meeting.state is MeetingState.PLANNED else None
    return circulated_words(sent, words) if sent else ""


def _items(record: MeetingRecord, words: Words) -> str:
    times = starts(record.agenda, record.meeting.starts)
    rows = (
        (
            clock(times[item.id], record.meeting),
            record.agenda.numbers[item.id],
            _title(record, item, words),
            words(item.purpose.value),
            told(item.presenter, words),
            words("{number} min", number=taken) if (taken := record.agenda.taken_by(item)) else "",
            words.semicolon.join(_document_words(record, item.id)),
        )
        for item in record.agenda.items
    )
    header = [*map(words, ("Time", "No.", "Item", "For|purpose", "Presenter", "Planned", "Documents"))]
    return table(header, [[*map(escape, row)] for row in rows])


def _title(record: MeetingRecord, item: AgendaItem, words: Words) -> str:
    said = origin(item, words)
    came = f" ({said})" if said else ""
    return f"{told(item.title, words)}{came}{in_closed_part(words, closed=record.agenda.in_closed_part(item))}"


def _document_words(record: MeetingRecord, item_id: str) -> Iterator[str]:
    for document in record.documents:
        if document.item == item_id and not document.held_back:
            version = f" ({document.version})" if document.version else ""
            yield f"{document.number} {document.title}{version}".strip()


def _total(record: MeetingRecord, words: Words) -> str:
    planned, available = record.agenda.minutes, record.meeting.minutes_available
    over = f", {words('{number} minutes more than there are', number=planned - available)}"
    taken = words("Planned: {planned} of {available} minutes", planned=planned, available=available)
    return f"{taken}{over if planned > available else ''}."
