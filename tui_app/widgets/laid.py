"""Rows laid out in lines for a list of some width, as far as somebody has asked for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, count, islice
from operator import is_not

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui_app.domain.frozen import dataclass
from tui_app.widgets.wrapping import fit, wrap

NARROW = 72
"""In a list of fewer cells the words need those of columns that can do with less, or be done without."""
FEW = 40
"""So many new rows among those of before are laid out at once."""
BOLD, MARK = Style(bold=True), Style(bold=True, underline=True)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `look`: "" plain, "dim" done, "late" bold in front of its words, "bold" binding, "heading" a title.

    The cursor passes over a heading.

    A cell may hold newlines; the last column wraps, and so does a heading.
    `marked`: folded words that stand out where they occur.
    """

    key: str
    cells: tuple[str, ...]
    look: str = ""
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title and width in cells; the last column takes what is left.

    `narrow`: its width in a list that has fewer than `NARROW` cells, where that is another one; 0 leaves it out.
    """

    title: str
    width: int = 0
    narrow: int | None = None

    def within(self, cells: int) -> int:
        """Its width in a list of so many cells."""
        return self.width if self.narrow is None or cells >= NARROW else self.narrow


class Laid:
    """Rows with their lines; `ends` says below which line each row ends. More are taken from a source as needed.

    `whole`: nothing more is to come. `before`: what was laid out before, of which is taken over what a list begins and
    ends with as it did: of two thousand entries a new one changes one.
    """

    def __init__(self, rows: Iterable[Row], widths: Sequence[int], *, wraps: bool, before: Laid | None = None) -> None:
        self.widths = tuple(widths)
        self.rows: list[Row] = []
        self.lines: list[tuple[str, ...]] = []
        self.ends: list[int] = []
        self.whole = False
        self._wraps = wraps
        self._coming: Iterator[Row] = iter(rows)
        if before is not None and before.widths == self.widths and isinstance(rows, list):
            self._take_over(rows, before)

    @property
    def indent(self) -> int:
        """So many cells stand in front of the last column."""
        return sum(self.widths[:-1]) + len(self.widths) - 1

    @property
    def height(self) -> int:
        """The lines of all rows so far."""
        return self.ends[-1] if self.ends else 0

    def take(self, most: int) -> bool:
        """Lay out some more rows; whether there were any."""
        more = [*islice(self._coming, most)]
        for row in more:
            self._add(row, self._row_lines(row))
        self.whole = len(more) < most
        return bool(more)

    def _add(self, row: Row, lines: tuple[str, ...]) -> None:
        self.rows.append(row)
        self.lines.append(lines)
        self.ends.append(self.height + len(lines))

    def _take_over(self, rows: list[Row], before: Laid) -> None:
        """The rows at the beginning that stood there before; and those at the end, if hardly any between are others."""
        first = _alike(rows, before.rows)
        self.rows, self.lines, self.ends = before.rows[:first], before.lines[:first], before.ends[:first]
        self._coming = iter(rows[first:])
        last = _alike(rows[first:][::-1], before.rows[first:][::-1])
        others, below = len(rows) - first - last, len(before.rows) - last
        if others <= FEW:
            self.take(others)
            lower = self.height - (before.ends[below - 1] if below else 0)
            self.rows += before.rows[below:]
            self.lines += before.lines[below:]
            self.ends += [end + lower for end in before.ends[below:]]
            self._coming, self.whole = iter(()), True

    def all(self) -> Sequence[Row]:
        """Every row, now."""
        while self.take(1000):
            pass
        return self.rows

    def place_of(self, key: str) -> int | None:
        """Where the row with a key is; all before it are laid out then, and all others where there is none."""
        place = 0
        while place < len(self.rows) or self.take(100):
            if self.rows[place].key == key:
                return place
            place += 1
        return None

    def anew(self, widths: Sequence[int]) -> Laid:
        """The same in other widths, as far as it was laid out."""
        other = Laid(chain(self.rows, self._coming), widths, wraps=self._wraps)
        other.take(len(self.rows))
        return other

    def _row_lines(self, row: Row) -> tuple[str, ...]:
        widths = self.widths
        if row.look == "heading":
            whole = sum(widths) + len(widths) - 1
            titles = wrap(row.cells[0], whole) if self._wraps else row.cells[:1]
            return tuple(fit(title, whole) for title in titles)
        *front, last = row.cells
        first = "".join(fit(cell, width) + " " for cell, width in zip(front, widths[:-1], strict=True))
        lines = wrap(last, widths[-1]) if self._wraps else (last.replace("\n", " "),)
        indent = " " * self.indent
        return tuple((first if n == 0 else indent) + fit(line, widths[-1]) for n, line in enumerate(lines))


def _alike(rows: Sequence[Row], before: Sequence[Row]) -> int:
    """With how many rows the two begin alike."""
    others = (place for place in compress(count(), map(is_not, rows, before)) if rows[place] != before[place])
    return next(others, min(len(rows), len(before)))


def segments(text: str, style: Style, row: Row, *, front: int = 0) -> list[Segment]:
    """A line of a row, in which the marked words stand out, without colour too; so many cells in `front` are bold."""
    if front:
        cells = set_cell_size(text, front)
        return [Segment(cells, style + BOLD), *segments(text.removeprefix(cells), style, row)]
    if not row.marked:
        return [Segment(text, style)]
    from tui_app.domain.review.ranking import marks

    parts, at = [], 0
    for start, end in marks(text, row.marked, of=row.cells[-1]):
        parts += [Segment(text[at:start], style), Segment(text[start:end], style + MARK)]
        at = end
    return [*parts, Segment(text[at:], style)]
