"""What the network has released for the public: what a decision that stands names, and nothing else (R-70)."""

from __future__ import annotations

from collections.abc import Iterable

from .decision import Decision, DecisionState
from .effect import EffectKind


def releases(decision: Decision) -> frozenset[str]:
    """What a decision releases: symbols of decisions, or of meetings whose minutes are meant; other papers by their
    word, as `agenda 2026/Q4`, `workplan 2027`, `members`.

    One that was superseded or rescinded releases nothing any more.
    """
    if decision.state is not DecisionState.ADOPTED:
        return frozenset()
    return frozenset(effect.subject for effect in decision.effects if effect.kind is EffectKind.RELEASE)


def all_released(decisions: Iterable[Decision]) -> frozenset[str]:
    """All that was released."""
    return frozenset(symbol for decision in decisions for symbol in releases(decision))


def releasing(decisions: Iterable[Decision], *subjects: str) -> tuple[Decision, ...]:
    """The decisions in force that release any of these, in their order."""
    return tuple(decision for decision in decisions if releases(decision) & {*subjects})
