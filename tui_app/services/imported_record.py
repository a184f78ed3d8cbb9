"""The records that are made of minutes that were read: nothing is said of how it was decided, but what is minuted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tui_app.documents.language import every_language
from tui_app.documents.reading.found import ReadEntry, ReadItem, ReadMinutes, ReadOutcome, ReadParticipant
from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.agenda import AgendaItem, Span
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.imported import MINUTED, MINUTED_BASIS, NOT_FOLLOWED, SHOWN_BY, Imported
from tui_app.domain.meeting.meeting import Meeting, MeetingState, Step
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.meeting.usual_agenda import recognised
from tui_app.domain.symbols import Letter, full_symbol, official


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRecord:
    """All that an import makes of one meeting, but its sealed text."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    participants: tuple[Participant, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[ActionPoint, ...]
    entries: tuple[Entry, ...]


def imported_record(
    read: ReadMinutes, meeting: Meeting, network: str, *, nothing_open: bool, as_notes: bool
) -> ImportedRecord:
    """The records of a meeting; `network` is the symbol before that of the meeting.

    `nothing_open`: of what the file does not say how far it has come, nothing is followed up any more.
    `as_notes`: what could not be read is kept as notes, word for word.
    """
    items = tuple(_items(read.items, meeting))
    place = {id(item): made.id for item, made in zip(read.items, items, strict=True)}
    under = {id(each.outcome): place.get(id(each.item), "") for each in read.entries if each.outcome}
    making = _Making(meeting, network, under, nothing_open)
    decisions = tuple(map(making.decision, read.decisions, _numbers(read.decisions, Letter.DECISION)))
    actions = tuple(map(making.action, read.actions, _numbers(read.actions, Letter.ACTION)))
    behind = {id(outcome): made.id for outcome, made in zip(read.decisions, decisions, strict=True)}
    behind |= {id(outcome): made.id for outcome, made in zip(read.actions, actions, strict=True)}
    return ImportedRecord(
        meeting=meeting,
        items=items,
        participants=tuple(_participant(each, meeting) for each in read.participants),
        decisions=decisions,
        actions=actions,
        entries=tuple(_entries(read, meeting, place, behind, as_notes=as_notes)),
    )


def meeting_of(read: ReadMinutes, symbol: str, zone: ZoneInfo, imported: Imported) -> Meeting:
    """The meeting; where the file states no time, it was never opened and begins at midnight."""
    head = read.head
    assert head.kind is not None
    assert head.on is not None
    starts = datetime.combine(head.on, head.starts or time(), zone)
    return Meeting(
        id=new_id(), symbol=symbol, kind=head.kind, starts=starts, zone=zone.key, body=head.body, place=head.place,
        minutes_available=0, requested_by=head.requested_by, requested_on=head.requested_on, reason=head.reason,
        conjunction=head.conjunction, chairs=head.chairs, in_the_chair=head.in_the_chair,
        state=MeetingState.ADOPTED if head.adopted else MeetingState.DRAFT, adopted_on=head.adopted,
        corrections=head.corrections,
        opened=starts if head.starts else None, closed=_moment(starts, head.ends) if head.ends else None, carried=(),
        steps=(Step(what=imported.words, at=imported.at, by=imported.by),), imported=imported,
    )  # fmt: skip


def _moment(starts: datetime, at: time) -> datetime:
    """A time of day on the day of the meeting, or after the midnight that follows."""
    found = datetime.combine(starts.date(), at, starts.tzinfo)
    return found if found >= starts else found + timedelta(days=1)


def _items(items: Iterable[ReadItem], meeting: Meeting) -> Iterator[AgendaItem]:
    top = ""
    taken = (Span(start=meeting.starts, end=meeting.starts),)
    for rank, item in enumerate(items):
        made = AgendaItem(
            id=new_id(), meeting=meeting.id, rank=rank, title=item.title, parent=top if item.part else "",
            purpose=item.purpose, presenter=item.presenter, spans=taken if item.taken_up else (),
            deferred=item.deferred, closed=item.closed,
        )  # fmt: skip
        top = top if item.part else made.id
        yield recognised(made, *every_language())


def _participant(read: ReadParticipant, meeting: Meeting) -> Participant:
    began = meeting.starts
    spans = tuple(Span(start=datetime.combine(began.date(), start, began.tzinfo),
                       end=_moment(began, end) if end else meeting.closed)
                  for start, end in read.presence)  # fmt: skip
    return Participant(
        id=new_id(), meeting=meeting.id, entity=read.entity, name=read.name, title=read.title, capacity=read.capacity,
        acting_for=read.acting_for, invited_by=read.invited_by, invited_why=read.invited_why,
        apologies=read.apologies,
        presence=() if read.apologies else spans or (Span(start=began, end=meeting.closed or began),),
    )  # fmt: skip


def _numbers(outcomes: Iterable[ReadOutcome], letter: Letter) -> Iterator[str]:
    """The numbers that the file states, and for what has none the next ones that are free."""
    every = list(outcomes)
    last = max((int(each.number[1:]) for each in every if each.number), default=0)
    for each in every:
        last += not each.number
        yield each.number or official(letter, last)


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes decisions and actions of one meeting; `under`: by the outcome, the item under which it is minuted."""

    meeting: Meeting
    network: str
    under: dict[int, str]
    nothing_open: bool

    def decision(self, read: ReadOutcome, number: str) -> Decision:
        """A decision as minuted; how consensus was found is not known to this register."""
        meeting, on = self.meeting, read.adopted_on or self.meeting.on
        return Decision(
            id=new_id(), number=number, symbol=full_symbol(self.network, meeting.symbol, number),
            kind=Output.RECOMMENDATION if read.recommended else Output.DECISION, meeting=meeting.id,
            item=self.under.get(id(read), ""), proposal="", body=meeting.body, text=read.text, tier="",
            basis=as_minuted(read.basis), clause="", adopted_on=on, owners=read.responsible, due=read.due,
            progress=self._progress(read, on), answer=read.answer, carried_out=read.carried_out,
        )  # fmt: skip

    def action(self, read: ReadOutcome, number: str) -> ActionPoint:
        """An action as minuted."""
        return ActionPoint(
            id=new_id(), number=number, symbol=full_symbol(self.network, self.meeting.symbol, number),
            meeting=self.meeting.id, item=self.under.get(id(read), ""), text=read.text, responsible=read.responsible,
            due=read.due, due_words=read.due_words, progress=self._progress(read, self.meeting.on),
        )  # fmt: skip

    def _progress(self, read: ReadOutcome, since: date) -> tuple[Progress, ...]:
        imported = self.meeting.imported
        assert imported is not None
        on = max(since, self.meeting.adopted_on or since)
        if read.status is None and self.nothing_open and not read.carried_out:
            note = NOT_FOLLOWED.format(name=imported.name)
            return (Progress(on=on, status=ActionStatus.OVERTAKEN, note=note, by=imported.by),)
        if read.status is None or (read.status is ActionStatus.NOT_STARTED and not read.note):
            return ()
        shown = SHOWN_BY.format(name=imported.name) if read.status is ActionStatus.IMPLEMENTED else ""
        evidence = read.evidence or shown
        return (Progress(on=on, status=read.status, note=read.note, evidence=evidence, by=imported.by),)


def as_minuted(basis: str) -> str:
    """`as minuted: consensus of all members; imported`: what the file says, which this register does not vouch for."""
    if not basis or basis.startswith("as minuted"):
        return basis or MINUTED
    return MINUTED_BASIS.format(basis=basis)


def _entries(
    read: ReadMinutes, meeting: Meeting, place: dict[int, str], behind: dict[int, str], *, as_notes: bool
) -> Iterator[Entry]:
    """The entries in their order; then what was decided and agreed under no item, and what could not be read."""
    told = {id(each.outcome) for each in read.entries}
    loose = [ReadEntry(item=None, kind=EntryKind.DECISION if each.decision else EntryKind.ACTION, outcome=each,
                       closed=each.closed)
             for each in (*read.decisions, *read.actions) if id(each) not in told]  # fmt: skip
    if as_notes:
        loose += [ReadEntry(item=None, kind=EntryKind.NOTE, text=each.text) for each in read.unread if each.text]
    for rank, each in enumerate((*read.entries, *loose)):
        yield Entry(
            id=new_id(), meeting=meeting.id, item=place.get(id(each.item), ""), rank=rank, at=meeting.starts,
            kind=each.kind, by=read.head.taken_by, text=each.text, entity=each.entity,
            refers_to=behind.get(id(each.outcome), ""), on_record=each.on_record, closed=each.closed,
        )  # fmt: skip
