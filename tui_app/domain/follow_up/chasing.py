"""What one entity still has to do, as it is reminded of it: what is late, what is to come, what has no date."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from tui_app.domain.frozen import dataclass

from ..consensus.decision import Decision
from ..names import ALL_MEMBERS
from .action import ActionPoint

Owed = ActionPoint | Decision
"""What an entity has to carry out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chase:
    """What one entity still has to carry out, each by deadline and symbol; `undated`: no day, though perhaps words."""

    overdue: tuple[Owed, ...]
    coming: tuple[Owed, ...]
    undated: tuple[Owed, ...]

    @property
    def every(self) -> tuple[Owed, ...]:
        """All of them, the late ones first."""
        return (*self.overdue, *self.coming, *self.undated)


def falls_to(record: Owed, entity: str, members: Container[str]) -> bool:
    """Whether an entity has to do it: by its name, or as one of `members` where all members have to."""
    responsible = record.terms.responsible
    return entity in responsible or (ALL_MEMBERS in responsible and entity in members)


def chase(records: Iterable[Owed], today: date) -> Chase:
    """Sort the open ones among what an entity has to carry out by how they stand on a day."""
    still_open = sorted((record for record in records if record.open), key=by_deadline)
    return Chase(
        overdue=tuple(each for each in still_open if each.overdue(today)),
        coming=tuple(each for each in still_open if each.due and not each.overdue(today)),
        undated=tuple(each for each in still_open if each.due is None),
    )


def by_deadline(record: Owed) -> tuple[date, str, int, str]:
    """Orders records by deadline, those without a day last, then by meeting and number."""
    meeting, _, number = record.symbol.rpartition("/")
    return record.due or date.max, meeting, len(number), number
