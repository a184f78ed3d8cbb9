"""Who took part: representatives by entity, apologies, who was not represented, guests (R-11 to R-14)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import facts
from tui_app.documents.markdown import escape, heading, paragraph, table
from tui_app.documents.phrases import clock
from tui_app.domain.meeting.attendance import Capacity, Participant
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words


def participation(record: MeetingRecord) -> Iterator[str]:
    """The blocks of the section."""
    words = words_of(record.charter)
    yield heading(3, words("Participation"))
    if not record.participants:
        yield paragraph(words("No attendance was recorded."))
        return
    members = _in_order(record, member=True)
    if members:
        yield _table(record, members, words)
    yield _absent(record, words)
    guests = _in_order(record, member=False)
    if guests:
        yield paragraph(words("Guests, who give no position:"))
        yield _guests(record.meeting, guests, words)


def _in_order(record: MeetingRecord, *, member: bool) -> list[Participant]:
    chosen = (p for p in record.participants if p.attended and (p.capacity is Capacity.MEMBER) is member)
    return sorted(chosen, key=lambda p: (p.entity.casefold(), p.presence[0].start, p.name.casefold()))


def _table(record: MeetingRecord, people: list[Participant], words: Words) -> str:
    spoken = {seat.entity: seat.spoken for seat in record.seats}
    rows = (
        [spoken.get(p.entity, p.entity), _name(p, words), p.title, words(p.capacity.value),
         in_and_out(p, record.meeting, words)]
        for p in people
    )  # fmt: skip
    header = [*map(words, ("Entity", "Representative", "Title", "Capacity", "In and out"))]
    return table(header, [[*map(escape, row)] for row in rows])


def _guests(meeting: Meeting, people: list[Participant], words: Words) -> str:
    rows = (
        [p.entity, _name(p, words), words(p.capacity.value), _invitation(p, words), in_and_out(p, meeting, words)]
        for p in people
    )
    header = [*map(words, ("Organisation", "Name", "Capacity", "Invited", "In and out"))]
    return table(header, [[*map(escape, row)] for row in rows])


def _name(participant: Participant, words: Words) -> str:
    acting = words("acting for {person}", person=participant.acting_for) if participant.acting_for else ""
    return ", ".join(filter(None, (participant.name, acting))) or words("not named")


def _invitation(participant: Participant, words: Words) -> str:
    if participant.capacity is not Capacity.INVITEE:
        return ""
    inviter = participant.invited_by
    by = words("by {inviter}", inviter=inviter) if inviter else words("by whom is not recorded")
    why = told(participant.invited_why, words)
    return f"{by}, {words('for {reason}', reason=why)}" if why else by


def in_and_out(participant: Participant, meeting: Meeting, words: Words) -> str:
    """`10:05-11:10, 11:30-12:00`; `from 10:05` while they are in the room; empty if not known."""
    if not meeting.timed:
        return ""
    spans = (
        f"{clock(span.start, meeting)}-{clock(span.end, meeting)}"
        if span.end
        else words("from {time}", time=clock(span.start, meeting))
        for span in participant.presence
    )
    return ", ".join(spans)


def _absent(record: MeetingRecord, words: Words) -> str:
    attendance = record.attendance
    absent = (
        (words("Apologies"), attendance.apologies),
        (words("Not represented"), attendance.not_represented),
    )
    none = "" if record.meeting.imported else words("none")  # of old minutes only what they say is known
    return facts(((label, ", ".join(names) or none) for label, names in absent), words)
