"""The closed and the open part of a meeting (R-24): the doors follow the agenda from one part into the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.attendance import Capacity, Participant, leave
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.services.book import Book


def enter_part(book: Book, meeting: Meeting, item: AgendaItem, at: datetime) -> tuple[Meeting, str]:
    """The meeting as the item goes on the table, with its doors as the item's part asks; and what to tell of it.

    Between items of one part the doors stay as they are. The guests of a stakeholder meeting have left when
    its closed part begins. The caller saves the meeting.
    """
    agenda = book.agenda(meeting.id)
    before = next((each for each in agenda.items if each.id == meeting.current_item), None)
    closes = agenda.in_closed_part(item)
    entered = replace(meeting, current_item=item.id)
    if closes == (before is not None and agenda.in_closed_part(before)):
        return entered, ""
    if not closes:
        return replace(entered, doors_closed=False), "The open part begins: the session is open."
    sent_out = _send_out(book, meeting, at) if meeting.kind is MeetingKind.STAKEHOLDER else ()
    left = f" {', '.join(sent_out)} left." if sent_out else ""
    return replace(entered, doors_closed=True), f"The closed part begins: the session is closed.{left}"


def _send_out(book: Book, meeting: Meeting, at: datetime) -> tuple[str, ...]:
    present = (each for each in book.of(Participant).of(meeting.id) if each.present)
    guests = [each for each in present if each.capacity is Capacity.INVITEE]
    for guest in guests:
        book.of(Participant).put(leave(guest, at))
    return tuple(dict.fromkeys(guest.entity for guest in guests))


def closed_to(meeting: Meeting, participant: Participant) -> str:
    """What to tell of a guest who comes in while the session is closed; empty of anybody else."""
    if not meeting.doors_closed or participant.capacity is not Capacity.INVITEE:
        return ""
    return f"The session is closed, and {participant.entity} is no member: /out {participant.entity}, or /open."
