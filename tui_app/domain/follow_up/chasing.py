"""What one entity still has to do, as it is reminded of it: what is late, what is to come, what has no date."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from ..names import ALL_MEMBERS
from .action import ActionPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Chase:
    """The open actions of one entity, each by deadline and symbol; `undated` have no day, though perhaps words."""

    overdue: tuple[ActionPoint, ...]
    coming: tuple[ActionPoint, ...]
    undated: tuple[ActionPoint, ...]

    @property
    def every(self) -> tuple[ActionPoint, ...]:
        """All of them, the late ones first."""
        return (*self.overdue, *self.coming, *self.undated)


def falls_to(action: ActionPoint, entity: str, members: Container[str]) -> bool:
    """Whether an entity has to do it: by its name, or as one of `members` where all members have to."""
    return entity in action.responsible or (ALL_MEMBERS in action.responsible and entity in members)


def chase(actions: Iterable[ActionPoint], today: date) -> Chase:
    """Sort the open ones among an entity's actions by how they stand on a day."""
    still_open = sorted((action for action in actions if action.open), key=by_deadline)
    return Chase(
        overdue=tuple(a for a in still_open if a.overdue(today)),
        coming=tuple(a for a in still_open if a.due and not a.overdue(today)),
        undated=tuple(a for a in still_open if a.due is None),
    )


def by_deadline(action: ActionPoint) -> tuple[date, str, int, str]:
    """Orders actions by deadline, those without a day last, then by meeting and number."""
    meeting, _, number = action.symbol.rpartition("/")
    return action.due or date.max, meeting, len(number), number
