"""Consensus as the UN holds it: the absence of objection, never a count.

A pure reading of a proposal by its charter's rule: where the matter stands,
what is still missing, and the sentence that says so with its clause. The moves
that change a proposal are in `moves`.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.domain.frozen import dataclass

from ..calendar import long_moment
from ..charter.charter import Binding, DecisionRule, Tier
from .decision import DecisionState
from .effect import undone
from .proposal import Position, PositionKind, Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where a check stands.

    `missing` are sentences for what must happen before the chair can declare
    adoption; empty where nothing is. `remarks` are sentences to be heard that
    do not block.
    """

    state: DecisionState
    missing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def adoptable(self) -> bool:
        """Whether the chair may declare adoption."""
        return self.state is DecisionState.AGREED


NOBODY_ENTITLED = "Nobody has a seat in this body yet: admit its members first."


def binds(position: Position, rule: DecisionRule) -> bool:
    """Whether this entity's objection blocks: all members, or only the Executive Committee (KEN:134)."""
    return rule.binding_tier is Tier.MEMBER or position.tier is rule.binding_tier


def find(proposal: Proposal, rule: DecisionRule) -> Finding:
    """Where the matter stands by the charter's rule, and why."""
    if proposal.closing is not None:
        return Finding(state=DecisionState(proposal.closing.outcome.value))
    if proposal.round is None:
        return Finding(state=DecisionState.DRAFTED, missing=("The positions have not been asked yet.",))
    if not proposal.positions:
        return Finding(state=DecisionState.CONSULTATION, missing=(NOBODY_ENTITLED,))
    binding = [p for p in proposal.positions if binds(p, rule)]
    remarks = _remarks(proposal, rule)
    objections = tuple(_objection(p, rule) for p in binding if p.objecting)
    if objections:
        return Finding(state=DecisionState.OBJECTED, missing=objections, remarks=remarks)
    if proposal.in_silence:
        return Finding(state=DecisionState.SILENCE, missing=(_silence(proposal),), remarks=remarks)
    unheard = (*_pending(proposal.positions), *_not_consulted(proposal, binding, rule))
    if unheard:
        return Finding(state=DecisionState.CONSULTATION, missing=unheard, remarks=remarks)
    gate = _state_gate(proposal, rule)
    if gate:
        return Finding(state=DecisionState.AWAITING_CONSULTATION, missing=gate, remarks=remarks)
    return Finding(state=DecisionState.AGREED, remarks=remarks)


def _objection(position: Position, rule: DecisionRule) -> str:
    ground = f" on {position.ground}" if position.ground else ""
    sought = f": {position.words}" if position.words else ""
    return f"{position.entity} objects{ground}{sought}. While this stands the text cannot be adopted{_by(rule)}."


def _silence(proposal: Proposal) -> str:
    assert proposal.silence is not None
    until = long_moment(proposal.silence.deadline)
    return f"The silence procedure runs until {until}; after it a person confirms, before it anyone may object."


def _pending(positions: Iterable[Position]) -> tuple[str, ...]:
    names = [p.entity for p in positions if p.kind is PositionKind.PENDING]
    return (f"Not yet asked: {', '.join(names)}.",) if names else ()


def not_consulted(proposal: Proposal, rule: DecisionRule) -> tuple[str, ...]:
    """The entities of the binding tier that are absent and were not consulted (R-40)."""
    return tuple(
        p.entity
        for p in proposal.positions
        if binds(p, rule) and p.kind is PositionKind.ABSENT and proposal.consulted(p.entity) is None
    )


def _not_consulted(proposal: Proposal, binding: list[Position], rule: DecisionRule) -> tuple[str, ...]:
    absent = not_consulted(proposal, rule)
    if not absent or not rule.consult_absent:
        return ()
    # Only a rule of all members asks for the consultation in so many words; of another it is a reading.
    clause = clause_of(rule)
    read = "" if rule.statement is Binding.ALL_MEMBERS else ", as read here"
    return (f"{', '.join(absent)} must be consulted in writing, or by silence ({clause}{read}).",)


def _state_gate(proposal: Proposal, rule: DecisionRule) -> tuple[str, ...]:
    if not (proposal.state_concern and rule.state_concern):
        return ()
    if proposal.consulted(rule.state_concern) is not None:
        return ()
    return (f"This concerns the state: {rule.state_concern} must be consulted before adoption{_by(rule)}.",)


def _remarks(proposal: Proposal, rule: DecisionRule) -> tuple[str, ...]:
    outside = [p for p in proposal.positions if p.objecting and not binds(p, rule)]
    said = [
        f"{p.entity}'s objection is on record and does not bind: it is not on the Executive Committee{_by(rule)}."
        for p in outside
    ]
    absent = not_consulted(proposal, rule)
    if absent and not rule.consult_absent:
        said.append(f"Absent and not consulted: {', '.join(absent)}.")
    return tuple(filter(None, (*said, undone(proposal.text, proposal.effects))))


def clause_of(rule: DecisionRule) -> str:
    """The clause that states the rule; empty where the ToR states none (R-45: never claim that it does)."""
    stated = rule.statement is not Binding.NOT_STATED
    return rule.clauses[0] if rule.clauses and stated else ""


def _by(rule: DecisionRule) -> str:
    clause = clause_of(rule)
    return f" ({clause})" if clause else ""
