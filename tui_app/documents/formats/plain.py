"""A paper as plain text for a mail: no marks and no escapes, and tables that read well in any letters."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.formats.blocks import Passage, Rule, Runs, Table, blocks, words

_ROW = 120
"""A table whose rows fit in so many characters has one line a row; a longer one a line a cell."""


def plain_text(markdown: str) -> str:
    """The words of the paper: a paragraph or a point to a line, since a mail wraps its lines itself.

    Columns of spaces would not stand below each other in the letters of a mail, so the cells of a table bear the
    titles of their columns.
    """
    lines: list[str] = []
    for block in blocks(markdown):
        if lines and not (isinstance(block, Passage) and block.close):
            lines.append("")
        lines.extend(_lines(block))
    return "\n".join(lines) + "\n"


def lines_to_compare(markdown: str) -> str:
    """The words of the paper as two versions are held against each other: a row of a table to a line, no list marks.

    A heading keeps a `#`, so that what differs can stand under it.
    """
    return "\n".join(line for block in blocks(markdown) for line in _compared(block))


def _compared(block: Passage | Table | Rule) -> Iterator[str]:
    match block:
        case Passage():
            yield f"{'# ' if block.level else ''}{words(block.runs)}"
        case Table():
            titles = [words(title) for title in block.head]
            yield from ("; ".join(_cells(titles, row)) for row in block.rows)
        case Rule():
            pass


def _lines(block: Passage | Table | Rule) -> Iterator[str]:
    match block:
        case Passage():
            first, *others = words(block.runs).split("\n")
            yield block.first.replace("> ", "") + first
            yield from (block.further.replace("> ", "") + line for line in others)
        case Rule():
            yield "-" * 8
        case Table():
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    titles = [words(title) for title in table.head]
    rows = [_cells(titles, row) for row in table.rows]
    if all(len("; ".join(cells)) <= _ROW for cells in rows):
        yield from (f"- {'; '.join(cells)}" for cells in rows)
        return
    for number, (first, *others) in enumerate(rows):
        if number:
            yield ""
        yield first
        yield from (f"  {cell}" for cell in others)


def _cells(titles: list[str], row: tuple[Runs, ...]) -> list[str]:
    """The first cell, which names the row, and the others behind the titles of their columns; empty ones are left."""
    first, *others = map(words, row)
    named = (f"{title}: {cell}" if title else cell for title, cell in zip(titles[1:], others, strict=True) if cell)
    return [first or "-", *named]
