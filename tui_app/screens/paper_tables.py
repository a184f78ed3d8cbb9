"""How a table of a paper is shown on a screen: in columns where they can be read, else a few lines a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from rich.cells import cell_len

from tui_app.documents.formats.blocks import Runs, Table, words
from tui_app.widgets.wrapping import Line, wrap, wrap_line

_GAP = "  "
_APART = "   "
_NARROW = 10
"""A column is made so narrow, or as narrow as its longest word, but no narrower."""
_LONG_WORD = 24
_TALLEST = 4
"""A row of more lines than these is easier read cell by cell."""


def table_lines(table: Table, width: int) -> Iterator[Line]:
    """The table in lines of at most `width` cells."""
    widths = _widths([table.head, *table.rows], width)
    if widths and max((_height(row, widths) for row in table.rows), default=1) <= _TALLEST:
        yield from _row(table.head, widths, "bold")
        for row in table.rows:
            yield from _row(row, widths)
        return
    for row in table.rows:
        yield from _cell_by_cell(table.head, row, width)


def _widths(rows: Sequence[tuple[Runs, ...]], width: int) -> list[int]:
    """The width of each column: as it needs, or its share of the room; none where even its words have no room."""
    columns = [[words(cell) for cell in column] for column in zip(*rows, strict=True)]
    wanted = [max(map(cell_len, column)) for column in columns]
    least = [min(most, max(_NARROW, _longest_word(column))) for most, column in zip(wanted, columns, strict=True)]
    room = width - len(_GAP) * (len(columns) - 1) - sum(least)
    if room < 0:
        return []
    return _shared_out(room, least, wanted)


def _shared_out(room: int, least: list[int], wanted: list[int]) -> list[int]:
    """The room is shared out, first to the columns that need but little of it."""
    widths = [*least]
    columns = sorted(range(len(widths)), key=lambda column: wanted[column] - least[column])
    for left, column in zip(range(len(columns), 0, -1), columns, strict=True):
        more = min(wanted[column] - least[column], room // left)
        widths[column] += more
        room -= more
    return widths


def _longest_word(column: Sequence[str]) -> int:
    return min(_LONG_WORD, max((cell_len(word) for cell in column for word in cell.split()), default=0))


def _height(row: tuple[Runs, ...], widths: Sequence[int]) -> int:
    return max(len(wrap(words(cell), width)) for cell, width in zip(row, widths, strict=True))


def _row(row: tuple[Runs, ...], widths: Sequence[int], look: str = "") -> Iterator[Line]:
    """One row, its cells wrapped within their columns."""
    cells = [wrap_line(styled(cell, look), width) for cell, width in zip(row, widths, strict=True)]
    for lines in zip_longest(*cells, fillvalue=()):
        *front, last = lines
        filled = (
            (*line, (" " * (width - _cells(line)) + _GAP, "")) for line, width in zip(front, widths, strict=False)
        )
        yield (*chain.from_iterable(filled), *last)


def _cells(line: Line) -> int:
    return sum(cell_len(text) for text, _ in line)


def _cell_by_cell(head: tuple[Runs, ...], row: tuple[Runs, ...], width: int) -> Iterator[Line]:
    """The first cell in bold, the others behind the titles of their columns, as many to a line as it holds."""
    line: Line = styled(row[0], "bold") or (("-", "bold"),)
    indent = 0
    for title, cell in zip(head[1:], row[1:], strict=True):
        if not cell:
            continue
        named = ((f"{words(title)}: " if title else "", "dim"), *styled(cell))
        if _cells(line) + len(_APART) + _cells(named) <= width - indent - 2:
            line = (*line, (_APART, ""), *named)
            continue
        yield from _hanging(line, width, indent)
        line, indent = named, 2
    yield from _hanging(line, width, indent)


def _hanging(line: Line, width: int, indent: int) -> Iterator[Line]:
    """Wrapped, a little further in than where it begins."""
    for number, part in enumerate(wrap_line(line, width - indent - 2)):
        yield ((" " * (indent + 2 if number else indent), ""), *part)


def styled(runs: Runs, look: str = "") -> Line:
    """Words with their looks; `look` is that of all of them, where it is not empty."""
    return tuple((text, look or ("bold" if strong else "")) for text, strong in runs)
