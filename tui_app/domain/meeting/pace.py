"""How long items of a kind took in earlier meetings, for whoever plans the next agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui_app.domain.frozen import dataclass

from ..names import fold
from .agenda import Agenda, AgendaItem

_SHOWN = 3
"""As many earlier times as are told of one item."""

Times = Mapping[str, tuple[int, ...]]
"""Minutes, the latest meeting first, by a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The minutes that items took, by what they were called and by suggestion."""

    by_kind: Times

    def took(self, item: AgendaItem) -> tuple[int, ...]:
        """The last times of the items with the same title, or of the same suggestion."""
        return next((times[:_SHOWN] for key in _keys(item) if (times := self.by_kind.get(key, ()))), ())

    def measured(self, agenda: Agenda) -> tuple[int, int]:
        """How many items of an agenda ran before, and the minutes that they took on average, in all."""
        known = [times for item in agenda.items if not item.parent and (times := self.took(item))]
        return len(known), sum(round(sum(times) / len(times)) for times in known)


def pace_of(meetings: Iterable[Sequence[AgendaItem]]) -> Pace:
    """What the items of meetings that are over took, the latest meeting first; parts count within their item."""
    kinds: dict[str, list[int]] = {}
    for items in meetings:
        for item in items:
            took = minutes_taken(item, items)
            if took is not None:
                for key in _keys(item):
                    kinds.setdefault(key, []).append(took)
    return Pace(by_kind={key: tuple(times) for key, times in kinds.items()})


def minutes_taken(item: AgendaItem, items: Iterable[AgendaItem]) -> int | None:
    """The minutes that an item was on the table with its parts, rounded; None where it never was."""
    spans = [span for each in items if item.id in (each.id, each.parent) for span in each.spans]
    seconds = sum((span.end - span.start).total_seconds() for span in spans if span.end is not None)
    return round(seconds / 60) if spans else None


def _keys(item: AgendaItem) -> tuple[str, ...]:
    return (*((item.suggestion,) if item.suggestion else ()), fold(item.title))
