"""How a check ends: the chair's declaration, and what can follow where consensus was not reached.

Adoption is reachable only through `declare`, which asks `consensus.find`. No sequence of moves leads anywhere else.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tui_app.domain.frozen import dataclass

from ..calendar import long_date
from ..charter.charter import DecisionRule
from ..problem import Problem
from .consensus import binds, clause_of, find
from .decision import DecisionState
from .moves import Said, consult, require_open, take_position
from .proposal import Closing, Consultation, Outcome, PositionKind, Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What the chair declares: by whom, in which words, on which basis, when.

    `unasked`: it was so decided, and nobody's position was asked; then it needs no roster.
    """

    declared_by: str
    words: str
    basis: str
    at: datetime
    question: str = ""
    unasked: bool = False


def declare(proposal: Proposal, rule: DecisionRule, declaration: Declaration) -> Proposal:
    """The chair closes the check: adopted where nothing is missing, not reached where an objection stands.

    Raises Problem with what is missing otherwise.
    """
    require_open(proposal)
    heard = _confirm_silence(proposal, rule, declaration.at)
    finding = find(heard, rule)
    if finding.state is DecisionState.OBJECTED:
        return _close(heard, Outcome.NOT_REACHED, rule, declaration)
    if not finding.adoptable and not (declaration.unasked and not heard.positions):
        raise Problem(f"{proposal.number} cannot be adopted yet: {' '.join(finding.missing)}")
    return _close(heard, Outcome.ADOPTED, rule, declaration)


def _confirm_silence(proposal: Proposal, rule: DecisionRule, at: datetime) -> Proposal:
    """End the silence procedure that was broken by an objection that binds, or whose deadline has passed.

    Whoever was silent then counts as consulted; the person who declares is the
    one who confirms it.
    """
    silence = proposal.silence
    if silence is None or not proposal.in_silence:
        return proposal
    broken = any(p.objecting and binds(p, rule) for p in proposal.positions)
    if not broken and at <= silence.deadline:
        return proposal
    ended = replace(proposal, silences=(*proposal.silences[:-1], replace(silence, ended=at)))
    unheard = (PositionKind.PENDING, PositionKind.ABSENT)
    for position in () if broken else proposal.positions:
        if position.kind in unheard:
            until = f"{long_date(silence.deadline.date())}, {silence.deadline:%H:%M}"
            result = f"no objection in the silence procedure until {until}"
            ended = consult(ended, Consultation(body=position.entity, result=result, on=at.date()))
            ended = take_position(ended, position.entity, Said(kind=PositionKind.NO_POSITION), at)
    return ended


def defer(proposal: Proposal, rule: DecisionRule, declaration: Declaration) -> Proposal:
    """Put the matter off, before its check is closed or after consensus was not reached."""
    if not unreached(proposal):
        require_open(proposal)
    elif rule.escalation:
        raise _tabled_elsewhere(proposal, rule)
    return _close(proposal, Outcome.DEFERRED, rule, declaration)


def abandon(proposal: Proposal, rule: DecisionRule, declaration: Declaration) -> Proposal:
    """Close the matter without consensus: only after consensus was not reached, where the ToR have no further step."""
    if rule.escalation:
        raise _tabled_elsewhere(proposal, rule)
    if not unreached(proposal):
        raise Problem(
            f"{proposal.number} can be closed without consensus only after the chair declared that there is none."
        )
    return _close(proposal, Outcome.CLOSED, rule, declaration)


def unreached(proposal: Proposal) -> bool:
    """Whether the chair declared that consensus was not reached, and nothing followed yet."""
    return proposal.closing is not None and proposal.closing.outcome is Outcome.NOT_REACHED


def _tabled_elsewhere(proposal: Proposal, rule: DecisionRule) -> Problem:
    clause = f" ({clause_of(rule)})" if clause_of(rule) else ""
    return Problem(
        f"{proposal.number} is tabled to the {rule.escalation} where consensus is not reached{clause}: /refer."
    )


def refer(proposal: Proposal, rule: DecisionRule, declaration: Declaration) -> Proposal:
    """Table the matter to the parent body; only where consensus was not reached and the ToR has that step (R-43)."""
    if not rule.escalation:
        raise Problem(
            "The Terms of Reference know no referral: the matter can be deferred, or closed without consensus."
        )
    if not unreached(proposal):
        raise Problem(
            f"{proposal.number} can be referred to the {rule.escalation} only after consensus was not reached."
        )
    return _close(proposal, Outcome.REFERRED, rule, declaration)


def drop(proposal: Proposal, rule: DecisionRule, declaration: Declaration) -> Proposal:
    """Its proposer withdraws the text."""
    require_open(proposal)
    return _close(proposal, Outcome.WITHDRAWN, rule, declaration)


def _close(proposal: Proposal, outcome: Outcome, rule: DecisionRule, declaration: Declaration) -> Proposal:
    closing = Closing(
        outcome=outcome,
        at=declaration.at,
        declared_by=declaration.declared_by,
        words=declaration.words,
        basis=declaration.basis,
        clause=clause_of(rule),
        question=declaration.question,
        binding=tuple(position.entity for position in proposal.positions if binds(position, rule)),
        before=proposal.closing,
    )
    return replace(proposal, closing=closing)
