"""What a captured line may refer to, and what it must have."""

from __future__ import annotations

from datetime import date, datetime

from tui_app.domain.frozen import dataclass

from ..calendar import read_date
from ..names import EntityNames
from ..problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a line may refer to: the names, the day, the meeting after this one.

    `followed_up`: the symbols of what was carried over to the meeting and is open.
    """

    names: EntityNames
    now: datetime
    next_meeting: date | None = None
    followed_up: tuple[str, ...] = ()

    def date(self, phrase: str) -> date:
        """A date as typed on this day."""
        return read_date(phrase, self.now.date(), self.next_meeting)


def need(argument: str, form: str) -> str:
    """The words after a command; Problem with its form if there are none."""
    if not argument:
        raise Problem(f"Something is missing: write {form}.")
    return argument
