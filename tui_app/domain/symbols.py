"""Official symbols: `UNNM-KEN/2026/Q3/D04`, stable and never reused (R-61)."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cache

from .calendar import quarter
from .problem import Problem


class Letter(StrEnum):
    """The letter before an official number within a meeting, a workplan, the reports of a year, or the backlog."""

    DECISION = "D"
    ACTION = "A"
    PROPOSAL = "P"
    WORKPLAN_LINE = "W"
    SUGGESTION = "S"
    REPORT = "R"
    COMMENT = "C"
    CORRIGENDUM = "Corr."


def official(letter: Letter, number: int) -> str:
    """The number as minutes print it within its meeting: `D04`; proposals are working numbers: `P3`; `Corr.1`."""
    return f"{letter}{number}" if letter in (Letter.PROPOSAL, Letter.CORRIGENDUM) else f"{letter}{number:02d}"


def full_symbol(network: str, meeting: str, number: str) -> str:
    """The symbol of a decision or an action over all meetings: network, meeting, number."""
    return f"{network}/{meeting}/{number}"


def first_free(stem: str, taken: set[str], *, numbered: bool) -> str:
    """A meeting symbol not yet taken: `2026/EX1`, `2026/EX2` (numbered), or `2026/Q3`, then `2026/Q3-2`."""
    if numbered:
        return next(s for n in range(1, len(taken) + 2) if (s := f"{stem}{n}") not in taken)
    if stem not in taken:
        return stem
    return next(s for n in range(2, len(taken) + 3) if (s := f"{stem}-{n}") not in taken)


def quarter_stem(on: date) -> str:
    """`2026/Q3`, the calendar quarter in which a date lies."""
    return f"{on.year}/Q{quarter(on)}"


@cache
def quarter_named(symbol: str) -> tuple[int, int] | None:
    """The year and the quarter for which a quarterly meeting's symbol stands; None for any other symbol."""
    found = re.fullmatch(r"(\d{4})/Q([1-4])(?:-\d+)?", symbol)
    return (int(found[1]), int(found[2])) if found else None


def read_meeting_symbol(text: str) -> str:
    """A meeting symbol as people type it (`2026/q3`, `2026Q3`, `UNNM-KEN/2026/Q3`) in its official form."""
    found = re.fullmatch(r"(?:.*/)?(\d{4})[/ -]?([A-Za-z][\w-]*)", text.strip())
    if not found:
        raise Problem(f"{text.strip()!r} is not a meeting: symbols look like 2026/Q3, 2026/EX1 or 2026/AN.")
    return f"{found[1]}/{found[2]}"
