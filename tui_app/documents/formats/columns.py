"""How wide the columns of a table are on A4: what is short stays on one or two lines, long texts share the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import sqrt

ROOM = 108
"""How many small letters of nine points stand between the usual margins of A4 upright, with a reserve for wide fonts.
"""

_PADDING = 2.5
_BOLD = 1.15
"""How much wider a heading is than the same text in a cell."""
_SHORT = 24
"""A cell up to this long, as a symbol, a date or a name, is broken once at most."""
_LONGEST_WORD = 28
_BREAKS = re.compile(r"(?<=\s)(?=\S)|(?<=-)(?=[^\W\d])")
"""Where a browser and Word begin a new line: not behind a stroke, and not at a hyphen before a digit."""


def widths(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """The share of each column in percent; `rows` are the texts of the cells, one row at least, with the headings."""
    columns = [*zip(*rows, strict=True)]
    least = [_PADDING + max(_BOLD * _least(heading), *map(_least, cells), 0) for heading, *cells in columns]
    most = [_PADDING + max(_BOLD * _length(heading), *map(_length, cells), 0) for heading, *cells in columns]
    usual = [*map(_usual, columns)]
    wide = _filled(least, most, usual) if sum(most) > ROOM else most
    return tuple(round(100 * each / sum(wide), 1) for each in wide)


def _length(text: str) -> float:
    """In small letters; capitals and digits take more."""
    return len(text) + 0.25 * sum(each.isupper() or each.isdigit() for each in text)


def _usual(cells: Sequence[str]) -> float:
    """How long the cells of a column are, the long ones counting more, and short ones that are better left whole."""
    lengths = [*map(len, cells)]
    return sqrt(sum(each * each for each in lengths) / len(lengths)) * (1.5 if max(lengths) <= _SHORT else 1)


def _least(cell: str) -> float:
    """The width below which a cell looks torn."""
    starts = [found.start() for found in _BREAKS.finditer(cell)]
    if len(cell) <= _SHORT:
        halves = (max(_length(cell[:start].strip()), _length(cell[start:])) for start in starts)
        return min(halves, default=_length(cell))
    pieces = (cell[start:end].strip() for start, end in zip([0, *starts], [*starts, None], strict=True))
    return min(max(map(_length, pieces)), _LONGEST_WORD)


def _filled(least: Sequence[float], most: Sequence[float], usual: Sequence[float]) -> list[float]:
    """As wide as the room allows where the usual cells of all columns have as many lines, within what each may be."""

    def at(share: float) -> list[float]:
        columns = zip(least, most, usual, strict=True)
        return [min(max(share * length, narrow), broad) for narrow, broad, length in columns]

    low, high = 0.0, 10.0
    for _ in range(30):  # fine enough for a cell of 10,000 letters
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at(middle)) < ROOM else (low, middle)
    return at(low)
