"""A table in a Word file: as wide as the page, its headings repeated on each, no row broken over two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_app.documents.formats.columns import widths
from tui_app.documents.formats.word_page import WIDTH, element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Tc
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from markdown_it.token import Token

    Cell = Sequence[Token]
    WriteWords = Callable[[Paragraph, Cell], None]

_SIZE = 9


def write_table(document: Document, rows: Sequence[Sequence[Cell]], write_words: WriteWords) -> None:
    """The rows of inline tokens, the first of them the headings."""
    from docx.shared import Pt

    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for made, row in zip(table._tbl.tr_lst, rows, strict=True):
        made.get_or_add_trPr().append(element("w:cantSplit"))
        for cell, tokens in zip(made.tc_lst, row, strict=True):
            _fill(table, cell, tokens, write_words)
    shares = widths([["".join(token.content for token in cell) for cell in row] for row in rows])
    _set_widths(table, [WIDTH * share / sum(shares) for share in shares])
    _set_headings(table)
    after = document.add_paragraph()  # tables that touch would become one
    after.paragraph_format.space_after, after.paragraph_format.line_spacing = Pt(0), Pt(8)


def _fill(table: Table, cell: CT_Tc, tokens: Cell, write_words: WriteWords) -> None:
    from docx.shared import Pt
    from docx.text.paragraph import Paragraph

    paragraph = Paragraph(cell.p_lst[0], table)
    paragraph.paragraph_format.space_after = Pt(1)
    write_words(paragraph, tokens)
    for run in paragraph.runs:
        run.font.size = Pt(_SIZE)


def _set_widths(table: Table, wide: Sequence[float]) -> None:
    from docx.shared import Cm

    table.autofit = False
    for column, width in zip(table.columns, wide, strict=True):
        column.width = Cm(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, wide, strict=True):
            cell.width = Cm(width)


def _set_headings(table: Table) -> None:
    """The first row is bold, shaded, and stands at the top of each page."""
    from docx.text.paragraph import Paragraph

    first = table._tbl.tr_lst[0]
    first.get_or_add_trPr().append(element("w:tblHeader"))
    for cell in first.tc_lst:
        cell.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="E3E7EE"))
        for run in Paragraph(cell.p_lst[0], table).runs:
            run.bold = True
