"""How the agenda place writes its items."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import day_and_date, long_date, short_date
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.backlog_words import origin
from tui_app.domain.meeting.carry_over import carried_words
from tui_app.domain.meeting.document import Document, lacks_papers
from tui_app.domain.meeting.meeting import MeetingState, agenda_adopted_on, agenda_circulated_on
from tui_app.domain.meeting.meeting_words import called_words, standing_words
from tui_app.domain.meeting.pace import Pace
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.meeting.timetable import item_words, minutes_words, starts, time_words
from tui_app.services.meeting_place import conjunction_words
from tui_app.widgets.rows import Row

DOCUMENTS = 7
"""The cells for the numbers of an item's documents; more of them are counted."""

_INDENT = "\u00a0\u00a0"
"""Stands before a sub-item; wrapping breaks at plain spaces only."""


def headline(record: MeetingRecord, pace: Pace, waiting: int) -> str:
    """The meeting, its day and place, its time against what the items need, whether the members have this agenda.

    `pace` tells how long such items took before, `waiting` how many suggestions are in the backlog.
    """
    meeting = record.meeting
    fixed = meeting.cancelled or meeting.state is MeetingState.ADOPTED
    none = "no place recorded" if meeting.held else "no place yet"
    where = meeting.place or ("" if fixed else f"{none}: {key_of('agenda.place')} sets it")
    first = ", ".join(filter(None, (meeting.title, day_and_date(meeting.on), where)))
    more = (called_words(meeting), conjunction_words(meeting.conjunction) if meeting.conjunction else "")
    cancelled = f"{standing_words(meeting)}."
    stands = f"{cancelled[:1].upper()}{cancelled[1:]}" if meeting.cancelled else _circulated(record)
    in_backlog = f"{waiting} in the backlog ({key_of('agenda.backlog')})"
    waits = in_backlog if waiting and not (meeting.over or meeting.cancelled) else ""
    time = "; ".join(filter(None, (planned_words(record), _pace_words(record, pace), waits)))
    lines = (first, ", ".join(filter(None, more)), time, stands)
    return "\n".join(filter(None, lines))


def items_words(record: MeetingRecord) -> str:
    """`5 items, 95 of 120 minutes planned.`"""
    items = len(record.agenda.items)
    return f"{items} item{'s' * (items != 1)}, {planned_words(record)}."


def planned_words(record: MeetingRecord) -> str:
    """`95 of 120 minutes planned`, and how many items have none yet."""
    agenda, available = record.agenda, record.meeting.minutes_available
    parts = {item.parent for item in agenda.items}
    bare = sum(not item.minutes and not item.parent and item.id not in parts for item in agenda.items)
    without = f"; {bare} item{'s have' if bare > 1 else ' has'} none yet" if bare else ""
    return f"{time_words(agenda.minutes, available)}{without}"


def _pace_words(record: MeetingRecord, pace: Pace) -> str:
    """`3 of 8 items took 35 before`, where earlier meetings tell it and the meeting is still to come."""
    known, minutes = pace.measured(record.agenda)
    every = sum(not item.parent for item in record.agenda.items)
    whose = "such items" if known == every else f"{known} of {every} items"
    return f"{whose} took {minutes} before" if known and not record.meeting.held else ""


def _circulated(record: MeetingRecord) -> str:
    meeting, planned = record.meeting, record.meeting.state is MeetingState.PLANNED
    if not meeting.agenda_version:
        circulate = key_of("agenda.circulate")
        return f"Not circulated yet: {circulate} records that it went to the members." if planned else ""
    when, adopted = agenda_circulated_on(meeting), bool(agenda_adopted_on(meeting))
    sent = f"Agenda v{meeting.agenda_version} circulated{f' on {long_date(when)}' if when else ''}"
    sent += ", adopted by the meeting" if adopted else ""
    if not (record.agenda_fingerprint != meeting.agenda_adopted if adopted else record.agenda_changed):
        return sent
    circulates = f": {key_of('agenda.circulate')} circulates v{meeting.agenda_version + 1}" if planned else ""
    return f"{sent}; changed since{circulates}"


def agenda_rows(record: MeetingRecord, pace: Pace) -> list[Row]:
    """One row an item: when it begins, number (`>` on the table, `+` taken up), minutes, purpose, documents, title."""
    zone = ZoneInfo(record.meeting.zone)
    begins = starts(record.agenda, record.meeting.starts.astimezone(zone))
    return [_row(item, f"{begins[item.id]:%H:%M}", record, pace) for item in record.agenda.items]


def _row(item: AgendaItem, begins: str, record: MeetingRecord, pace: Pace) -> Row:
    current = record.meeting.in_session and item.id == record.meeting.current_item
    taken = bool(item.spans) and not current
    number = record.agenda.numbers[item.id]
    presenter = f" ({item.presenter})" if item.presenter else ""
    deferred = " - deferred" if item.deferred else ""
    doors = " (closed)" if record.agenda.in_closed_part(item) else ""
    times = pace.took(item) if not record.meeting.held else ()
    took = f"  (took {', '.join(map(str, times))})" if times else ""
    cells = (
        begins,
        f"{'>' if current else '+' if taken else ' '} {number}",
        f"{record.agenda.taken_by(item) or '-':>3}",
        item.purpose.value,
        papers(item, record.documents),
        f"{_INDENT * bool(item.parent)}{item.title}{presenter}{doors}{deferred}{took}",
    )
    return Row(item.id, cells, "bold" if current else "dim" if taken or item.deferred else "")


def papers(item: AgendaItem, documents: Iterable[Document]) -> str:
    """The numbers of its documents; `none` where one is expected and there is none, `?` if none was circulated."""
    own = [document for document in documents if document.item == item.id]
    if not own:
        return "none" if item.expects_document else ""
    lacks = "?" if lacks_papers(item, own) else ""
    numbers = f"{' '.join(document.number for document in own)}{lacks}"
    return numbers if len(numbers) <= DOCUMENTS else f"{len(own)} docs{lacks}"


def about(item: AgendaItem, record: MeetingRecord, on: date) -> str:
    """The item under the cursor in sentences: its line, its documents, what was taken under it.

    Of the follow-up, what is carried over to it, as it stands `on` a day (R-63).
    """
    own = [document for document in record.documents if document.item == item.id]
    said = origin(item)
    came = [f"{said[:1].upper()}{said[1:]}."] if said else []
    lines = [f"{record.agenda.numbers[item.id]}  {item_words(item)}", *came]
    taken = record.agenda.taken_by(item)
    if 0 < item.minutes < taken:
        lines.append(f"Its parts need {minutes_words(taken)}, more than its own {item.minutes}.")
    if lacks_papers(item, own):
        lines.append("It is for decision, and no document was circulated for it.")
    lines += [_document(document) for document in own]
    if item == record.agenda.follow_up:
        lines += carried_words(record.carried, on)
    return "\n".join([*lines, *_taken(item, record)])


def _document(document: Document) -> str:
    version = f", version {document.version}" if document.version else ""
    held = "held back" if document.held_back else "not circulated"
    sent = f"circulated {short_date(document.circulated)}" if document.circulated else held
    return f"Document {document.number} {document.title}{version}, {sent}"


def _taken(item: AgendaItem, record: MeetingRecord) -> list[str]:
    entries = sum(record.visible(entry) for entry in record.entries_under(item))
    if not item.spans:
        return []
    now = item.spans[-1].end or item.spans[-1].start
    spent = minutes_words(int(item.spent(now).total_seconds() // 60))
    clock = "On the table" if item.spans[-1].end is None else f"Taken up for {spent}"
    return [f"{clock}; {entries} entr{'y' if entries == 1 else 'ies'} in the minutes."]
