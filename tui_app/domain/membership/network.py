"""The network whose register this is."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime

from tui_app.domain.frozen import dataclass

from ..charter.charter import Charter


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One network with its charter as it was when the register was made or last revised.

    `basis`: on what this network decides where its ToR states no rule (R-45);
    empty until it is recorded. `settled`: by the id of a discrepancy of the ToR,
    the symbol of the decision that settled it (R-05).
    """

    id: str
    charter: Charter
    made: datetime
    basis: str = ""
    settled: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The last official number given with one letter in one meeting; it only ever rises, even past an undo."""

    id: str
    last: int
