"""What can be done with a proposal that is open: each move gives a new proposal or a Problem.

A closed check takes no move, so an adopted text cannot be edited. How a check ends is in `ending`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from tui_app.domain.frozen import dataclass

from ..calendar import long_moment
from ..charter.charter import Tier
from ..problem import Problem, did_you_mean
from .effect import Effect, alike
from .proposal import (
    Consultation,
    Ground,
    Position,
    PositionKind,
    Proposal,
    Round,
    SilenceProcedure,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One entity as the roster and the room have it when a check opens."""

    entity: str
    tier: Tier
    represented_by: str = ""
    present: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A position as it was said, before it is given a time."""

    kind: PositionKind
    words: str = ""
    ground: Ground | None = None
    paragraph: str = ""


def require_open(proposal: Proposal) -> None:
    """Raise Problem if the check is closed: its text and its positions stay as they are."""
    if not proposal.open:
        ended = proposal.closing.outcome.value.replace("_", " ") if proposal.closing else "struck out"
        raise Problem(f"{proposal.number} is {ended} and cannot change: propose a new text.")


def open_check(proposal: Proposal, asked: Iterable[Asked], at: datetime) -> Proposal:
    """Put the text to the body: round 1, with everyone who is entitled.

    Where attendance was taken, who is not in the room is absent; where it was
    not, nobody's absence is known and everyone is still to be asked.
    """
    require_open(proposal)
    if proposal.rounds:
        return proposal
    return replace(proposal, rounds=(Round(number=1, text=proposal.text, opened=at, positions=_unasked(asked)),))


def _unasked(asked: Iterable[Asked | Position]) -> tuple[Position, ...]:
    """A new position for each: to be asked if it is in the room, or if nobody is known to be."""
    roster = tuple(asked)
    taken = any(a.present for a in roster)
    return tuple(
        Position(
            entity=a.entity,
            tier=a.tier,
            kind=PositionKind.PENDING if a.present or not taken else PositionKind.ABSENT,
            represented_by=a.represented_by,
            present=a.present,
        )
        for a in roster
    )


def amend(proposal: Proposal, text: str, at: datetime, *, closed: bool = False) -> Proposal:
    """A new text: round n+1, positions back to pending, the old ones kept; `closed`: it is made behind closed doors.

    A text that was made there is put once more, unchanged, when it is put in the open.
    """
    require_open(proposal)
    if not text.strip():
        raise Problem("The amended text is empty: write /amend followed by the whole new text.")
    if proposal.round is None:
        return replace(proposal, text=text)
    if text == proposal.text and (closed or not proposal.round.closed):
        raise Problem(f"This is the text of round {proposal.round.number} unchanged: amend it or ask for positions.")
    number = proposal.round.number + 1
    following = Round(number=number, text=text, opened=at, positions=_unasked(proposal.positions), closed=closed)
    return replace(proposal, text=text, rounds=(*proposal.rounds, following))


def take_position(proposal: Proposal, entity: str, said: Said, at: datetime, *, closed: bool = False) -> Proposal:
    """Record what one entity says of the present round; `closed`: behind closed doors."""
    _require_words(entity, said)
    _require_silence_rules(proposal, said, at)
    _require_heard(proposal, entity, said)
    proposal = _break_silence(_resolve(proposal, entity, said, at), entity, said)

    def stated(position: Position) -> Position:
        return replace(
            position,
            kind=said.kind,
            words=said.words,
            ground=said.ground,
            paragraph=said.paragraph,
            at=None if said.kind is PositionKind.PENDING else at,
            withdrawn=None,
            closed=closed,
        )

    return _change(proposal, entity, stated)


def _require_heard(proposal: Proposal, entity: str, said: Said) -> None:
    """Who is known to be away says nothing in the room: it is consulted in writing first (R-40); it may object."""
    away = any(p.entity == entity and p.kind is PositionKind.ABSENT and proposal.away(p) for p in proposal.positions)
    held = proposal.consulted(entity)
    heard = proposal.in_silence or (held is not None and not held.waived)
    if away and not heard and said.kind not in (PositionKind.ABSENT, PositionKind.PENDING, PositionKind.OBJECTS):
        raise Problem(
            f"{entity} is not in the room: record what it answered in writing, as in /consult {entity}: agrees, by "
            f"e-mail, or that it came (/in {entity})."
        )


def _resolve(proposal: Proposal, entity: str, said: Said, at: datetime) -> Proposal:
    """An objection given up for another position stays on record, as withdrawn then if it was not before."""
    objection = next((p for p in proposal.positions if p.entity == entity and p.kind is PositionKind.OBJECTS), None)
    if proposal.round is None or objection is None:
        return proposal
    if objection.objecting and said.kind is PositionKind.ABSENT:
        raise Problem(f"{entity} objects, and its objection stands though it leaves: only {entity} withdraws it.")
    if objection.objecting and said.kind in (PositionKind.OBJECTS, PositionKind.PENDING):
        return proposal
    resolved = (*proposal.round.resolved, replace(objection, withdrawn=objection.withdrawn or at))
    return replace(proposal, rounds=(*proposal.rounds[:-1], replace(proposal.round, resolved=resolved)))


def _break_silence(proposal: Proposal, entity: str, said: Said) -> Proposal:
    """Note with the silence procedure that runs who objected in it."""
    silence = proposal.silence
    if silence is None or not proposal.in_silence or said.kind is not PositionKind.OBJECTS:
        return proposal
    objections = tuple(dict.fromkeys((*silence.objections, entity)))
    return replace(proposal, silences=(*proposal.silences[:-1], replace(silence, objections=objections)))


def _require_silence_rules(proposal: Proposal, said: Said, at: datetime) -> None:
    if proposal.silence is None or not proposal.in_silence:
        return
    if at > proposal.silence.deadline:
        raise Problem(
            "The deadline of the silence procedure has passed: declare its result, or amend the text. An objection "
            "that came before it ends with when it did, as in: , received 25 Sep 16:50."
        )
    if said.kind is not PositionKind.OBJECTS:
        raise Problem("While the silence procedure runs only a break of silence is taken: objects, with its ground.")


def _require_words(entity: str, said: Said) -> None:
    if said.kind is PositionKind.OBJECTS and (said.ground is None or not said.words):
        grounds = ", ".join(ground.value for ground in Ground)
        raise Problem(
            f"{entity}'s objection needs its ground and the change it seeks, as in: resources: asks for a budget "
            f"line. Grounds: {grounds}."
        )
    if said.kind is PositionKind.RESERVATION and not said.words:
        raise Problem(f"{entity}'s reservation needs its text, as in: para 3: seasonal work is not covered.")
    if said.kind is PositionKind.STATEMENT and not said.words:
        raise Problem(f"{entity}'s statement needs its words: they are printed under the decision.")


def rest(proposal: Proposal, kind: PositionKind, at: datetime, *, closed: bool = False) -> Proposal:
    """Everyone who is present and still to be asked takes that position ("it is so decided")."""
    if kind not in (PositionKind.JOINS, PositionKind.NO_POSITION, PositionKind.ABSENT):
        raise Problem("The rest can together join, take no position or be absent; other positions are an entity's own.")
    for position in proposal.positions:
        if position.kind is PositionKind.PENDING:
            proposal = take_position(proposal, position.entity, Said(kind=kind), at, closed=closed)
    return proposal


def withdraw_objection(proposal: Proposal, entity: str, at: datetime, *, closed: bool = False) -> Proposal:
    """The entity withdraws its objection, at that time; what it had said stays on record.

    A silence procedure that it had broken is over: whoever has not been heard is asked, or in a new one.
    """

    def withdrawn(position: Position) -> Position:
        if not position.objecting:
            raise Problem(f"{entity} has no objection standing on {proposal.number}.")
        return replace(position, withdrawn=at, closed=closed)

    changed = _change(proposal, entity, withdrawn)
    silence = proposal.silence
    if silence is None or not proposal.in_silence or entity not in silence.objections:
        return changed
    return replace(changed, silences=(*proposal.silences[:-1], replace(silence, ended=at)))


def attend(proposal: Proposal, entity: str, represented_by: str, present: bool) -> Proposal:
    """An entity comes or goes during the check: who is in the room is asked, who left unasked is absent."""
    if proposal.round is None or all(p.entity != entity for p in proposal.positions):
        return proposal

    def seated(position: Position) -> Position:
        unasked = position.kind in (PositionKind.PENDING, PositionKind.ABSENT)
        kind = (PositionKind.PENDING if present else PositionKind.ABSENT) if unasked else position.kind
        name = represented_by or position.represented_by
        return replace(position, kind=kind, present=present, represented_by=name)

    return _change(proposal, entity, seated)


def consult(proposal: Proposal, consultation: Consultation) -> Proposal:
    """Record a consultation that was held, or waived with its reason; a member's answer is on the present text."""
    require_open(proposal)
    if not consultation.result.strip():
        need = "the reason" if consultation.waived else "its result"
        raise Problem(f"The consultation of {consultation.body} needs {need}, after a colon.")
    answered = any(p.entity == consultation.body for p in proposal.positions) and not consultation.waived
    number = proposal.round.number if proposal.round and answered else 0
    return replace(proposal, consultations=(*proposal.consultations, replace(consultation, round=number)))


def add_effect(proposal: Proposal, effect: Effect | None) -> Proposal:
    """Its adoption will do one thing more, or the same to the same in another way; None: nothing but be recorded."""
    require_open(proposal)
    if effect is None:
        return replace(proposal, effects=())
    if effect in proposal.effects:
        raise Problem(f"The adoption of {proposal.number} {effect} already.")
    earlier = alike(proposal.effects, effect)
    if earlier is None:
        return replace(proposal, effects=(*proposal.effects, effect))
    return replace(proposal, effects=tuple(effect if each is earlier else each for each in proposal.effects))


def keep_silence(proposal: Proposal, deadline: datetime, circulated: str, at: datetime) -> Proposal:
    """Open a silence procedure on the present text until `deadline`."""
    require_open(proposal)
    if proposal.round is None:
        raise Problem("Ask for positions first: the silence procedure is on the text of a round.")
    if deadline <= at:
        raise Problem(f"The deadline, {long_moment(deadline)}, has passed: give one that is still to come.")
    silence = SilenceProcedure(
        opened=at,
        deadline=deadline,
        circulated=circulated,
        recipients=tuple(position.entity for position in proposal.positions),
        round=proposal.round.number,
    )
    return replace(proposal, silences=(*proposal.silences, silence))


def _change(proposal: Proposal, entity: str, change: Callable[[Position], Position]) -> Proposal:
    require_open(proposal)
    if proposal.round is None:
        raise Problem(f"{proposal.number} has not been put to the body yet: open the check first.")
    names = [p.entity for p in proposal.positions]
    if entity not in names:
        raise Problem(f"{entity} has no seat in this check: {did_you_mean(entity, names)}")
    positions = tuple(change(p) if p.entity == entity else p for p in proposal.positions)
    return replace(proposal, rounds=(*proposal.rounds[:-1], replace(proposal.rounds[-1], positions=positions)))
