"""One meeting's whole record, put together for papers and screens."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from tui_app.domain.frozen import dataclass

from ..charter.charter import Charter
from ..consensus.decision import Decision
from ..consensus.proposal import Proposal
from ..follow_up.action import ActionPoint
from ..follow_up.assignment import by_words, typed_deadline
from ..membership.roster import Body, Entity, Seat
from ..membership.tenure import ChairTerm
from .agenda import Agenda, AgendaItem, fingerprint
from .attendance import Attendance, Capacity, Participant, attendance
from .carry_over import Carried
from .circulated import CirculatedPaper, PaperKind, last_of
from .document import Document
from .meeting import Meeting
from .minutes import Entry, EntryKind


@dataclass(frozen=True, kw_only=True)
class MeetingRecord:
    """Everything that was recorded of one meeting; `seats` are those held on its day.

    `carried` is what is followed up at it, the oldest first (R-63); `circulated`: every version that went out;
    `adopting`: the meeting that adopted the minutes, if one did.
    """

    charter: Charter
    meeting: Meeting
    body: Body
    agenda: Agenda
    seats: tuple[Seat, ...]
    entities: tuple[Entity, ...]
    participants: tuple[Participant, ...]
    entries: tuple[Entry, ...]
    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[ActionPoint, ...]
    documents: tuple[Document, ...]
    chair_terms: tuple[ChairTerm, ...] = ()
    carried: tuple[Carried, ...] = ()
    circulated: tuple[CirculatedPaper, ...] = ()
    adopting: Meeting | None = None

    def __hash__(self) -> int:
        """That of its meeting: two records of one meeting are told apart by comparing them, which is quick."""
        return hash(self.meeting.id)

    @cached_property
    def attendance(self) -> Attendance:
        """Who of the entitled entities is represented; of an imported meeting, as its file says."""
        imported = self.meeting.imported
        if imported is None:
            return attendance((seat.entity for seat in self.seats), self.participants)
        members = dict.fromkeys(each.entity for each in self.participants if each.capacity is Capacity.MEMBER)
        return replace(attendance(members, self.participants), not_represented=imported.absent)

    @property
    def entitled(self) -> tuple[str, ...]:
        """The entities with a seat on its day; of an imported meeting, those of which its file speaks as members."""
        if self.meeting.imported is None:
            return tuple(seat.entity for seat in self.seats)
        there = self.attendance
        return tuple(dict.fromkeys((*there.represented, *there.left, *there.apologies, *there.not_represented)))

    @property
    def agenda_changed(self) -> bool:
        """Whether the agenda is another than the one that was circulated last."""
        return self.meeting.agenda_fingerprint not in ("", self.agenda_fingerprint)

    @property
    def agenda_fingerprint(self) -> str:
        """That of the agenda as it stands."""
        return fingerprint(self.agenda, self.meeting.starts, self.meeting.minutes_available)

    def sent(self, kind: PaperKind) -> CirculatedPaper | None:
        """The version of the agenda or the minutes that went out last, if one was kept."""
        return last_of(self.circulated, kind)

    @cached_property
    def _by_id(self) -> dict[str, Proposal | Decision | ActionPoint]:
        every: list[Proposal | Decision | ActionPoint] = [*self.proposals, *self.decisions, *self.actions]
        return {record.id: record for record in every}

    def entries_under(self, item: AgendaItem) -> tuple[Entry, ...]:
        """The entries of one agenda item in their order, struck ones too."""
        return tuple(entry for entry in self.entries if entry.item == item.id)

    def behind(self, entry: Entry) -> Proposal | Decision | ActionPoint | None:
        """The record in which the words of an entry live, if they do not stand in the entry itself."""
        return self._by_id.get(entry.refers_to)

    @cached_property
    def on_the_table(self) -> Proposal | None:
        """The proposal that was put last and is still open."""
        return next((p for p in reversed(self.proposals) if p.open), None)

    def visible(self, entry: Entry) -> bool:
        """Whether the entry stands in the minutes: not struck, and neither is what it refers to."""
        behind = self.behind(entry)
        return not entry.struck and not (isinstance(behind, Proposal | ActionPoint) and behind.struck)


def entry_words(entry: Entry, record: MeetingRecord) -> str:
    """An entry as one line of plain text, as lists and the command line show it."""
    behind = None if entry.text else record.behind(entry)  # the chair's words stand in the entry itself
    if isinstance(behind, ActionPoint):
        return action_words(behind)
    if isinstance(behind, Decision):
        return f"{behind.number} {behind.text}"
    if isinstance(behind, Proposal):
        return f"{behind.number} {behind.text}"
    return f"{entry.entity}: {entry.text}" if entry.entity else entry.text


def action_words(action: ActionPoint) -> str:
    """`A07 IOM, ILO - revise section 2 - by 30 Sep 2026`."""
    from ..calendar import short_date

    who = ", ".join(action.responsible) or "(nobody yet)"
    when = by_words(action.due, action.due_words, short_date)
    by = f" - {when}" if when else ""
    return f"{action.number} {who} - {action.text}{by}"


def typed_form(entry: Entry, record: MeetingRecord) -> str:
    """The entry as a line that could be typed again to make it, for editing it whole."""
    behind = None if entry.text else record.behind(entry)
    if isinstance(behind, ActionPoint):
        who = f"{', '.join(behind.responsible)}: " if behind.responsible else ""
        by = f" by {typed_deadline(behind.due, behind.due_words)}" if behind.due or behind.due_words else ""
        return f"/action {who}{behind.text}{by}"
    if isinstance(behind, Proposal):
        return f"/propose {behind.text}"
    if entry.kind is EntryKind.STATEMENT:
        return f"{'! ' if entry.on_record else ''}{entry.entity}: {entry.text}"
    return f"/{entry.text}" if entry.text.startswith("/") else entry.text
