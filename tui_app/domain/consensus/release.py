"""What the network has released for the public: what a decision that stands names, and nothing else (R-70)."""

from __future__ import annotations

from collections.abc import Iterable

from .decision import Decision, DecisionState
from .effect import EffectKind


def releases(decision: Decision) -> frozenset[str]:
    """The symbols of what a decision releases: of decisions, or of meetings whose minutes are meant.

    One that was superseded or rescinded releases nothing any more.
    """
    if decision.state is not DecisionState.ADOPTED:
        return frozenset()
    return frozenset(effect.subject for effect in decision.effects if effect.kind is EffectKind.RELEASE)


def all_released(decisions: Iterable[Decision]) -> frozenset[str]:
    """The symbols of all that was released."""
    return frozenset(symbol for decision in decisions for symbol in releases(decision))
