"""How long items of a kind took in earlier meetings, for whoever plans the next agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..names import fold
from .agenda import Agenda, AgendaItem, Purpose

_SHOWN = 3
"""As many earlier times as are told of one item."""

Times = Mapping[str, tuple[int, ...]]
"""Minutes, the latest meeting first, by a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The minutes that items took, by what they were called and by suggestion, and by what they were for."""

    by_kind: Times
    by_purpose: Mapping[Purpose, tuple[int, ...]]

    def took(self, item: AgendaItem) -> tuple[int, ...]:
        """The last times of the items with the same title, or of the same suggestion."""
        return next((times[:_SHOWN] for key in _keys(item) if (times := self.by_kind.get(key, ()))), ())

    def usual(self, item: AgendaItem) -> int | None:
        """The minutes that such an item took on average; without one of its title, the items for the same purpose."""
        times = self.took(item) or (() if item.standing else self.by_purpose.get(item.purpose, ()))
        return round(sum(times) / len(times)) if times else None

    def whole(self, agenda: Agenda) -> int:
        """The minutes that an agenda takes if its items take what such items took; the others, what is planned."""
        usual = ((item, self.usual(item)) for item in agenda.items if not item.parent)
        return sum(agenda.taken_by(item) if took is None else took for item, took in usual)


def pace_of(meetings: Iterable[Sequence[AgendaItem]]) -> Pace:
    """What the items of meetings that are over took, the latest meeting first; parts count within their item."""
    kinds: dict[str, list[int]] = {}
    purposes: dict[Purpose, list[int]] = {}
    for items in meetings:
        for item in items:
            took = minutes_taken(item, items)
            if took is None:
                continue
            for key in _keys(item):
                kinds.setdefault(key, []).append(took)
            if not (item.standing or item.parent):
                purposes.setdefault(item.purpose, []).append(took)
    return Pace(by_kind={key: tuple(times) for key, times in kinds.items()},
                by_purpose={purpose: tuple(times) for purpose, times in purposes.items()})  # fmt: skip


def minutes_taken(item: AgendaItem, items: Iterable[AgendaItem]) -> int | None:
    """The minutes that an item was on the table with its parts, rounded; None where it never was."""
    spans = [span for each in items if item.id in (each.id, each.parent) for span in each.spans]
    seconds = sum((span.end - span.start).total_seconds() for span in spans if span.end is not None)
    return round(seconds / 60) if spans else None


def _keys(item: AgendaItem) -> tuple[str, ...]:
    return (*((item.suggestion,) if item.suggestion else ()), fold(item.title))
