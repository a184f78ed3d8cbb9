"""Corrigenda: after adoption minutes do not change; what is wrong in them is put right beside them, numbered (R-60)."""

from __future__ import annotations

import re
from datetime import date

from tui_app.domain.frozen import dataclass

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrigendum:
    """One correction of adopted minutes: for what they say, read what is right.

    `number` is `Corr.1`, never used again; `decided_at` the symbol of the meeting that made it, `decision` that of the
    decision: one of the two at least. `on`: the day of that meeting or decision; `by`: who recorded it.
    """

    id: str
    meeting: str
    number: str
    says: str
    reads: str
    on: date
    by: str
    decided_at: str = ""
    decision: str = ""

    @property
    def text(self) -> str:
        """`for "May" read "June"`."""
        return f'for "{self.says}" read "{self.reads}"'

    @property
    def ordinal(self) -> str:
        """The number alone: `1`."""
        return self.number.removeprefix("Corr.")


def stands_in(says: str, minutes: str) -> bool:
    """Whether words stand in minutes, which are Markdown; marks, case and line ends do not matter."""
    return _plain(says) in _plain(minutes)


def _plain(text: str) -> str:
    return " ".join(_ESCAPED.sub(r"\1", text).replace("*", "").casefold().split())
