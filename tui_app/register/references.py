"""Which records name which others, and what of that does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tui_app.domain.completeness.gap import Explained
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.backlog import Suggestion
from tui_app.domain.meeting.circulated import CirculatedPaper
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import AdoptedMinutes, Entry
from tui_app.domain.membership.network import Network
from tui_app.domain.membership.roster import Body, Entity, Seat
from tui_app.domain.membership.sharing import SharedList
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.domain.problem import Problem
from tui_app.domain.workplan.workplan import Workplan, WorkplanLine
from tui_app.register.register import Register


class Reference(NamedTuple):
    """A field of one type of record that names one of another by `by`, or several, as a tuple or as a dict's values.

    An empty field names none.
    """

    source: type[Any]
    field: str
    targets: tuple[type[Any], ...]
    by: str = "id"


REFERENCES = (
    *(Reference(source, "meeting", (Meeting,))
      for source in (AgendaItem, Participant, Entry, Proposal, Decision, ActionPoint, Document, Explained,
                     CirculatedPaper, Comment, Corrigendum)),
    *(Reference(source, "item", (AgendaItem,)) for source in (Entry, Proposal, Decision, ActionPoint, Document)),
    *(Reference(source, "body", (Body,), by="symbol")
      for source in (ChairTerm, Decision, Meeting, Proposal, Seat, SharedList, Suggestion)),
    Reference(AdoptedMinutes, "id", (Meeting,)),
    Reference(AgendaItem, "parent", (AgendaItem,)),
    Reference(AgendaItem, "suggestion", (Suggestion,)),
    Reference(Decision, "proposal", (Proposal,)),
    *(Reference(Decision, field, (Decision,)) for field in ("superseded_by", "rescinded_by")),
    *(Reference(source, field, (Decision,), by="symbol")
      for source, field in ((Body, "established_by"), (Body, "abolished_by"), (ChairTerm, "decision"),
                            (Network, "settled"), (Seat, "approved_by"), (Workplan, "endorsed_by"),
                            (WorkplanLine, "decisions"), (Corrigendum, "decision"))),
    Reference(Entry, "refers_to", (Proposal, Decision, ActionPoint)),
    Reference(Corrigendum, "decided_at", (Meeting,), by="symbol"),
    Reference(Meeting, "adopted_at", (Meeting,), by="symbol"),
    Reference(Meeting, "current_item", (AgendaItem,)),
    Reference(Seat, "entity", (Entity,), by="acronym"),
    Reference(WorkplanLine, "actions", (ActionPoint,), by="symbol"),
)  # fmt: skip


def unreadable(register: Register) -> Iterator[str]:
    """A sentence on each record that is not as its type should be."""
    for repository in register.tables.values():
        for id in register.documents(repository.name):
            try:
                repository.get(id)
            except Problem as problem:
                yield str(problem)


def dangling(register: Register) -> Iterator[str]:
    """A sentence on each record that names another one that is not there; all must be readable."""
    for reference in REFERENCES:
        repository, targets = register.repository(reference.source), [*map(register.repository, reference.targets)]
        there = {getattr(record, reference.by) for target in targets for record in target.all()}
        for record in repository.all():
            for named in _names(getattr(record, reference.field)):
                if named not in there:
                    wanted = " or ".join(target.name for target in targets)
                    yield (
                        f"The record {record.id} in {repository.name!r} names {named} as its {reference.field}, and "
                        f"there is no such record in {wanted}."
                    )


def _names(field: str | tuple[str, ...] | dict[str, str]) -> tuple[str, ...]:
    if isinstance(field, str):
        return (field,) if field else ()
    return tuple(field.values() if isinstance(field, dict) else field)
