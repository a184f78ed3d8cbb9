"""Who took part: representatives by entity, apologies, who was not represented, guests (R-11 to R-14)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.letterhead import facts
from tui_app.documents.markdown import escape, heading, paragraph, table
from tui_app.documents.phrases import clock
from tui_app.domain.meeting.attendance import Capacity, Participant
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.record import MeetingRecord


def participation(record: MeetingRecord) -> Iterator[str]:
    """The blocks of the section."""
    yield heading(3, "Participation")
    if not record.participants:
        yield paragraph("No attendance was recorded.")
        return
    members = _in_order(record, member=True)
    if members:
        yield _table(record, members)
    yield _absent(record)
    guests = _in_order(record, member=False)
    if guests:
        yield paragraph("Guests, who give no position:")
        yield _guests(record.meeting, guests)


def _in_order(record: MeetingRecord, *, member: bool) -> list[Participant]:
    chosen = (p for p in record.participants if p.attended and (p.capacity is Capacity.MEMBER) is member)
    return sorted(chosen, key=lambda p: (p.entity.casefold(), p.presence[0].start, p.name.casefold()))


def _table(record: MeetingRecord, people: list[Participant]) -> str:
    spoken = {seat.entity: seat.spoken for seat in record.seats}
    rows = (
        [spoken.get(p.entity, p.entity), _name(p), p.title, p.capacity.value, in_and_out(p, record.meeting)]
        for p in people
    )
    return table(["Entity", "Representative", "Title", "Capacity", "In and out"], [[*map(escape, row)] for row in rows])


def _guests(meeting: Meeting, people: list[Participant]) -> str:
    rows = ([p.entity, _name(p), p.capacity.value, _invitation(p), in_and_out(p, meeting)] for p in people)
    return table(["Organisation", "Name", "Capacity", "Invited", "In and out"], [[*map(escape, row)] for row in rows])


def _name(participant: Participant) -> str:
    acting = f"acting for {participant.acting_for}" if participant.acting_for else ""
    return ", ".join(filter(None, (participant.name, acting))) or "not named"


def _invitation(participant: Participant) -> str:
    if participant.capacity is not Capacity.INVITEE:
        return ""
    by = f"by {participant.invited_by}" if participant.invited_by else "by whom is not recorded"
    return f"{by}, for {participant.invited_why}" if participant.invited_why else by


def in_and_out(participant: Participant, meeting: Meeting) -> str:
    """`10:05-11:10, 11:30-12:00`; `from 10:05` while they are in the room."""
    spans = (
        f"{clock(span.start, meeting)}-{clock(span.end, meeting)}" if span.end else f"from {clock(span.start, meeting)}"
        for span in participant.presence
    )
    return ", ".join(spans)


def _absent(record: MeetingRecord) -> str:
    attendance = record.attendance
    return facts(
        [
            ("Apologies", ", ".join(attendance.apologies) or "none"),
            ("Not represented", ", ".join(attendance.not_represented) or "none"),
        ]
    )
