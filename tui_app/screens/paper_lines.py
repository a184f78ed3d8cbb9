"""How a paper in Markdown is shown on a screen: its words without the marks, each line with its look."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.formats.blocks import Block, Passage, Rule, blocks
from tui_app.screens.paper_tables import styled, table_lines
from tui_app.widgets.wrapping import Line, wrap_line

_QUOTED = str.maketrans(">", "│")


def paper_lines(markdown: str, width: int) -> Iterator[Line]:
    """The paper in lines of at most `width` cells, made as they are asked for."""
    first = True
    for block in blocks(markdown):
        if not first and not (isinstance(block, Passage) and block.close):
            yield ()
        first = False
        yield from _lines(block, width)


def _lines(block: Block, width: int) -> Iterator[Line]:
    match block:
        case Passage():
            yield from _passage(block, width)
        case Rule():
            yield (("─" * width, "dim"),)
        case _:
            yield from table_lines(block, width)


def _passage(passage: Passage, width: int) -> Iterator[Line]:
    """Wrapped; what belongs to a point or a quotation stays beneath its beginning."""
    first, further = (mark.translate(_QUOTED) for mark in (passage.first, passage.further))
    whole = styled(passage.runs, "heading" if passage.level else "")
    for number, line in enumerate(wrap_line(whole, width - len(further))):
        mark = further if number else first
        yield ((mark, "dim"), *line) if mark else line
