"""Rows: records as plain values, with exactly the keys that `--json` promises; days and times are ISO 8601 text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime

from tui_app.domain.consensus.answering import answer_words, who_answers
from tui_app.domain.consensus.consensus import find
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Position, PositionKind, Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import kept_words
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.membership.roster import NETWORK, Entity, Seat, seats_on
from tui_app.domain.symbols import full_symbol
from tui_app.services.book import Book

Row = dict[str, object]
KINDS = {ActionPoint: "action", Proposal: "proposal", Comment: "comment", Corrigendum: "corrigendum"}
"""What a record is called whose kind says nothing of that."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the records of all meetings refer to, gathered once: by id, entities by acronym.

    `spoken` fills as it is asked for: the entries with words of their own by meeting and item.
    """

    book: Book
    today: date
    meetings: Mapping[str, Meeting]
    items: Mapping[str, AgendaItem]
    proposals: Mapping[str, Proposal]
    entities: Mapping[str, Entity]
    spoken: dict[str, Mapping[str, tuple[Entry, ...]]] = field(default_factory=dict)

    def item(self, id: str) -> str:
        """The title of an agenda item, empty if there is none."""
        return self.items[id].title if id in self.items else ""

    def seated(self, meeting: str) -> tuple[str, ...]:
        """Who has a seat today of the body that met."""
        body = self.meetings[meeting].body
        return tuple(seat.entity for seat in seats_on(self.book.of(Seat).of(body), body, self.today))

    def spellings(self, entities: Iterable[str]) -> tuple[str, ...]:
        """Each entity's acronym and full name."""
        return tuple(
            name for each in entities for name in (each, self.entities[each].name if each in self.entities else "")
        )


def gather(book: Book) -> Shelf:
    """The shelf of a register as it is now."""
    return Shelf(
        book=book,
        today=book.today(),
        meetings={meeting.id: meeting for meeting in book.meetings()},
        items=book.of(AgendaItem).by_id,
        proposals=book.of(Proposal).by_id,
        entities={entity.acronym: entity for entity in book.of(Entity).all()},
    )


def decision_row(around: Shelf, decision: Decision) -> Row:
    """A decision with the positions of the round that was adopted; `nothing_to_carry_out` stands there only if so."""
    proposal = around.proposals.get(decision.proposal)
    return {
        "symbol": decision.symbol,
        "kind": decision.kind.value,
        "state": decision.state.value,
        "text": decision.text,
        "body": decision.body,
        "tier": decision.tier,
        "basis": decision.basis,
        "meeting": around.meetings[decision.meeting].symbol,
        "item": around.item(decision.item),
        "round": _round(proposal),
        "owners": list(decision.owners),
        "due": _iso(decision.due),
        "positions": _positions(proposal),
        "implementation": decision.implementation.value,
        "response": _response(around, decision),
        **({"nothing_to_carry_out": True} if decision.left_to_nobody else {}),
    }


def proposal_row(around: Shelf, proposal: Proposal) -> Row:
    """A proposal that never became a decision, under its working number and with no decision's follow-up."""
    rule, meeting = around.book.charter_of(proposal.body).decision, around.meetings[proposal.meeting]
    return {
        "symbol": full_symbol(around.book.charter.symbol, meeting.symbol, proposal.number),
        "kind": "proposal",
        "state": find(proposal, rule).state.value,
        "text": proposal.text,
        "body": proposal.body,
        "tier": rule.binding_tier.value,
        "basis": proposal.closing.basis if proposal.closing else "",
        "meeting": meeting.symbol,
        "item": around.item(proposal.item),
        "round": _round(proposal),
        "owners": [],
        "due": None,
        "positions": _positions(proposal),
        "implementation": None,
        "response": _response(around, proposal),
    }


def _response(around: Shelf, record: Decision | Proposal) -> Row | str | None:
    """What the parent body answered, "awaiting" until it did, null where it has nothing to answer."""
    if record.answer is None:
        return "awaiting" if record.awaits_answer else None
    answer = record.answer
    by = who_answers(record, around.book.charter)
    return {"kind": answer.kind.value, "by": by, "on": _iso(answer.on), "motivation": answer_words(answer)}


def _round(proposal: Proposal | None) -> int | None:
    return proposal.round.number if proposal and proposal.round else None


def _positions(proposal: Proposal | None) -> list[Row]:
    return [
        {"entity": position.entity, "position": _standing(position).value, "words": position_words(position)}
        for position in (proposal.positions if proposal else ())
    ]


def _standing(position: Position) -> PositionKind:
    """What stands of a position: who withdrew its objection was heard and objects no more."""
    return PositionKind.NO_POSITION if position.withdrawn else position.kind


def position_words(position: Position) -> str:
    """`resources: asks for a budget line`, `para 3: seasonal work`: as they were typed."""
    before = position.ground.value if position.ground else position.paragraph
    words = f"{before}: {position.words}" if before else position.words
    return f"objection withdrawn: {words}" if position.withdrawn else words


def action_row(around: Shelf, action: ActionPoint) -> Row:
    """An action point; `due` is a day, or "next meeting" as long as that has no date."""
    return {
        "symbol": action.symbol,
        "text": action.text,
        "responsible": list(action.responsible),
        "due": _iso(action.due) or action.due_words or None,
        "due_words": kept_words(action.due, action.due_words) or None,
        "status": action.status.value,
        "meeting": around.meetings[action.meeting].symbol,
    }


def found_row(
    around: Shelf, record: Decision | Proposal | ActionPoint | Entry | Comment | Corrigendum, context: str
) -> Row:
    """Whatever a search found: what it says, and as `context` the passage in which the words are, if it is another."""
    meeting, number = around.meetings[record.meeting], "" if isinstance(record, Entry) else record.number
    kind = record.kind.value if isinstance(record, Decision | Entry) else KINDS[type(record)]
    return {
        "kind": kind,
        "symbol": full_symbol(around.book.charter.symbol, meeting.symbol, number) if number else None,
        "meeting": meeting.symbol,
        "on": _iso(record.on if isinstance(record, Comment | Corrigendum) else meeting.on),
        "item": "" if isinstance(record, Comment | Corrigendum) else around.item(record.item),
        "entity": record.entity or None if isinstance(record, Entry | Comment) else None,
        "text": record.text,
        "context": context or None,
    }


def meeting_row(around: Shelf, meeting: Meeting) -> Row:
    """A meeting with the number of its entries, decisions and actions that stand."""
    book = around.book
    return {
        "symbol": meeting.symbol,
        "kind": meeting.kind.value,
        "state": meeting.state.value,
        "opened": _iso(meeting.opened),
        "closed": _iso(meeting.closed),
        "entries": sum(not entry.struck for entry in book.of(Entry).of(meeting.id)),
        "decisions": len(book.of(Decision).of(meeting.id)),
        "actions": sum(not action.struck for action in book.of(ActionPoint).of(meeting.id)),
    }


def member_row(around: Shelf, seat: Seat) -> Row:
    """A seat: `from` null is from the beginning, `until` null without an end.

    `speaks_for` stands there only for a consortium, `body` for a working group, `pending` while it waits for approval.
    """
    entity = around.entities.get(seat.entity)
    return {
        "entity": seat.entity,
        "name": entity.name if entity else seat.entity,
        "tier": seat.tier.value,
        "from": _iso(seat.since),
        "until": _iso(seat.until),
        **({"speaks_for": seat.speaks_for} if seat.speaks_for else {}),
        **({"body": seat.body} if seat.body != NETWORK else {}),
        **({"pending": True} if seat.pending else {}),
    }


def _iso(when: date | datetime | None) -> str | None:
    return when.isoformat() if when else None
