"""What of a meeting was taken behind closed doors, and its record without that (R-71)."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from tui_app.documents.language import words_of
from tui_app.documents.phrases import said, speaker_unnamed
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.carry_over import Carried
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import Body
from tui_app.domain.words import Words

CLOSED_ITEM = "(closed item)"
"""The label that stands in place of what was taken behind closed doors."""


def behind_closed_doors(record: MeetingRecord) -> frozenset[str]:
    """The ids of the proposals, decisions and actions of which an entry was taken behind closed doors."""
    closed = {entry.refers_to for entry in record.entries if entry.closed and entry.refers_to}
    proposals = closed | {decision.proposal for decision in record.decisions if decision.id in closed}
    return frozenset(proposals | {d.id for d in record.decisions if d.proposal in proposals})


def withheld(record: Decision | Proposal | ActionPoint, words: Words) -> bool:
    """Whether only its number is told, so that an empty field means nothing."""
    return record.text == words(CLOSED_ITEM)


def without_closed_items(record: MeetingRecord) -> MeetingRecord:
    """The record with closed items kept by their number alone."""
    closed, text = behind_closed_doors(record), words_of(record.charter)(CLOSED_ITEM)
    private = {item.id for item in record.agenda.items if record.agenda.number_alone(item)}
    return replace(
        record,
        entries=tuple(_entry(entry, closed, text) for entry in record.entries),
        proposals=tuple(_proposal(each, text) if each.id in closed else each for each in record.proposals),
        decisions=tuple(_decision(each, text) if each.id in closed else each for each in record.decisions),
        actions=tuple(_action(each, text) if each.id in closed else each for each in record.actions),
        agenda=replace(record.agenda, items=tuple(_item(record, each, text) for each in record.agenda.items)),
        documents=tuple(each for each in record.documents if each.item not in private),
        carried=tuple(_carried(each, text) if each.closed else each for each in record.carried),
    )


def _item(record: MeetingRecord, item: AgendaItem, text: str) -> AgendaItem:
    if not record.agenda.number_alone(item):
        return item
    return replace(item, title=text, presenter="", closed=False, untold=False, serves="", proposed_by="", put_off=())


def for_outsiders(record: MeetingRecord, released: Container[str]) -> MeetingRecord:
    """What somebody outside may be told of a meeting: when and where it is held, the titles of its agenda, and the text
    of the decisions that stand and are `released`, by their own symbols or by that of the meeting.

    It is made of what is named here and of nothing else, so that whatever else a record has, or comes to have, stays
    inside: who came, what was said, who took which position, what is on the table, to be done, by whom (R-66, R-70).
    """
    shown = without_closed_items(record)
    told = (each for each in shown.decisions if each.state is DecisionState.ADOPTED)
    return _bare_record(shown, (d for d in told if d.symbol in released or record.meeting.symbol in released))


def released_minutes(record: MeetingRecord) -> MeetingRecord:
    """What a release of its minutes lets out of a meeting: beside what outsiders may be told of any, every decision,
    what was said, by nobody's name unless it was placed on record, and the action points.

    Not who came, who took which position, what was put and not adopted, what other meetings had left open: a release
    names the minutes of the one meeting, and nobody in person.
    """
    shown = without_closed_items(record)
    said = (_unattributed(record, entry) for entry in shown.entries if shown.visible(entry) and entry.kind in _TOLD)
    actions = (_bare_action(each) for each in shown.actions if not each.struck)
    return replace(_bare_record(shown, shown.decisions), entries=tuple(said), actions=tuple(actions))


_TOLD = frozenset({EntryKind.NOTE, EntryKind.STATEMENT, EntryKind.ACTION, EntryKind.DECISION})
"""Not proposals, nor the chair's words on them, which name who objected."""


def _bare_record(shown: MeetingRecord, decisions: Iterable[Decision]) -> MeetingRecord:
    meeting, body = shown.meeting, shown.body
    return MeetingRecord(
        charter=shown.charter,
        meeting=Meeting(
            id=meeting.id, symbol=meeting.symbol, kind=meeting.kind, starts=meeting.starts, zone=meeting.zone,
            body=meeting.body, place=meeting.place, state=meeting.state, adopted_on=meeting.adopted_on,
        ),
        body=Body(id=body.id, symbol=body.symbol, name=body.name, kind=body.kind),
        agenda=replace(shown.agenda, items=tuple(map(_bare_item, shown.agenda.items))),
        decisions=tuple(map(_bare, decisions)),
        seats=(), entities=(), participants=(), entries=(), proposals=(), actions=(), documents=(),
    )  # fmt: skip


def _unattributed(record: MeetingRecord, entry: Entry) -> Entry:
    """A line of the minutes; a statement is put as one of somebody unnamed, unless its author asked to be named."""
    kept = Entry(id=entry.id, meeting=entry.meeting, item=entry.item, rank=entry.rank, at=entry.at, by="",
                 kind=entry.kind, text=entry.text, refers_to=entry.refers_to)  # fmt: skip
    if entry.kind is not EntryKind.STATEMENT:
        return kept
    if entry.on_record:
        return replace(kept, entity=entry.entity, on_record=True)
    words = words_of(record.charter)
    return replace(
        kept, kind=EntryKind.NOTE, text=said(speaker_unnamed(record, entry.entity, words), entry.text, words)
    )


def _bare_item(item: AgendaItem) -> AgendaItem:
    return AgendaItem(id=item.id, meeting=item.meeting, rank=item.rank, title=item.title, parent=item.parent,
                      purpose=item.purpose)  # fmt: skip


def _bare(decision: Decision) -> Decision:
    return Decision(
        id=decision.id, number=decision.number, symbol=decision.symbol, kind=decision.kind, meeting=decision.meeting,
        item=decision.item, body=decision.body, text=decision.text, adopted_on=decision.adopted_on,
        superseded_by=decision.superseded_by, rescinded_by=decision.rescinded_by,
        proposal="", tier="", basis="", clause="",
    )  # fmt: skip


def _bare_action(action: ActionPoint) -> ActionPoint:
    return ActionPoint(id=action.id, number=action.number, symbol=action.symbol, meeting=action.meeting,
                       item=action.item, text=action.text, responsible=action.responsible, due=action.due,
                       due_words=action.due_words)  # fmt: skip


def _carried(carried: Carried, text: str) -> Carried:
    """What another meeting took behind closed doors keeps its symbol alone."""
    record = carried.record
    if isinstance(record, ActionPoint):
        return replace(carried, record=_action(record, text), closed=False)
    kept = _decision(record, text) if isinstance(record, Decision) else _proposal(record, text)
    return replace(carried, record=kept, closed=False)


def _entry(entry: Entry, closed: Container[str], text: str) -> Entry:
    """Closed words are gone; an entry with a number keeps it through the record to which it refers."""
    if not entry.closed and entry.refers_to not in closed:
        return entry
    numbered = entry.kind in (EntryKind.ACTION, EntryKind.DECISION, EntryKind.PROPOSAL)
    open_again = replace(entry, closed=False, text="" if numbered else text, entity="", on_record=False)
    return open_again if numbered else replace(open_again, kind=EntryKind.NOTE, refers_to="")


def _proposal(proposal: Proposal, text: str) -> Proposal:
    ended = proposal.closing and replace(
        proposal.closing, declared_by="", words=text, basis="", clause="", question="", before=None
    )
    return replace(
        proposal, text=text, proposed_by="", state_concern=False, effects=(), rounds=(), consultations=(),
        silences=(), closing=ended, answer=proposal.answer and replace(proposal.answer, words="", by=""),
    )  # fmt: skip


def _decision(decision: Decision, text: str) -> Decision:
    return replace(
        decision, text=text, basis="", clause="", declared_by="", owners=(), due=None, progress=(), effects=(),
        earlier=(), answer=decision.answer and replace(decision.answer, motivation="", by=""),
    )  # fmt: skip


def _action(action: ActionPoint, text: str) -> ActionPoint:
    return replace(action, text=text, responsible=(), due=None, due_words="", progress=(), earlier=())
