"""Whose turn it is in a check: the order of asking, who is next, whom a consultation is of."""

from __future__ import annotations

from ..charter.charter import DecisionRule
from ..consensus.consensus import binds, not_consulted
from ..consensus.proposal import Position, PositionKind, Proposal
from ..problem import Problem


def asking_order(proposal: Proposal, rule: DecisionRule) -> tuple[Position, ...]:
    """The positions of the present round, those that bind first, otherwise as on the roster."""
    return tuple(sorted(proposal.positions, key=lambda position: not binds(position, rule)))


def state_body(proposal: Proposal, rule: DecisionRule) -> str:
    """The body of the state that is consulted on this proposal; empty where it does not concern the state."""
    return (rule.state_concern or "") if proposal.state_concern else ""


def next_turn(proposal: Proposal, rule: DecisionRule, after: str = "") -> str:
    """Whom the chair turns to next: an entity, or the state's body; empty where nobody is left.

    First who is still to be asked, below `after` before above it; then who is absent and must be consulted;
    then the state's body.
    """
    if not proposal.open or proposal.in_silence:
        return ""
    order = asking_order(proposal, rule)
    names = [position.entity for position in order]
    below = names.index(after) + 1 if after in names else 0
    unasked = [p.entity for p in (*order[below:], *order[:below]) if p.kind is PositionKind.PENDING]
    absent = not_consulted(proposal, rule) if rule.consult_absent else ()
    state = state_body(proposal, rule)
    unheard = (state,) if state and proposal.consulted(state) is None else ()
    return next(iter((*unasked, *absent, *unheard)), "")


def to_consult(proposal: Proposal, rule: DecisionRule, chosen: str) -> str:
    """Whom a consultation is of: the absent entity chosen, else the state's body; Problem if there is neither."""
    here = next((position for position in proposal.positions if position.entity == chosen), None)
    absent = here is not None and here.kind is PositionKind.ABSENT
    state = state_body(proposal, rule)
    if absent and (proposal.consulted(chosen) is None or not state or proposal.consulted(state) is not None):
        return chosen
    if state:
        return state
    if here is None:
        raise Problem("There is no entity under the cursor to consult.")
    raise Problem(f"{here.entity} is not absent: take its position; absent entities are consulted in writing.")
