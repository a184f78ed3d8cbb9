"""A list as a file for a spreadsheet (RFC 4180): the tables of the paper in their order, as one.

The first row says what the file is: classification, network, name of the paper, standing footnotes. The second names
the columns. Dates keep the words of the paper: a day written anew would be a second writer, which could disagree.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from tui_app.documents.formats.reading import Reading, Table, footnotes, read_paper, tables, words
from tui_app.domain.problem import Problem

SECTION = "Section"
"""The column that has the headings of the tables, where any has one; the word is English and French alike."""

_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), in full width too."""


def csv_file(markdown: str) -> bytes:
    """The file, which Excel knows by its first bytes to be UTF-8; Problem if there is no table in the paper."""
    reading = read_paper(markdown)
    found = [*tables(reading.tokens)]
    if not found:
        raise Problem("This paper has no table, so there is nothing for a spreadsheet: take html.")
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([*map(_safe, row)] for row in (_about(reading), *_rows(found)))
    return written.getvalue().encode("utf-8-sig")


def _about(reading: Reading) -> tuple[str, ...]:
    notes = (words(reading.tokens[place + 1]) for place in footnotes(reading.tokens))
    return (reading.classification, reading.network, reading.name, *notes)


def _rows(found: Sequence[Table]) -> Iterator[list[str]]:
    """Every row under the columns of all tables; a column that a table does not have is empty in its rows."""
    columns = [*dict.fromkeys(column for table in found for column in _columns(table))]
    parted = any(table.under for table in found)
    yield [*([SECTION] if parted else []), *(name for name, _ in columns)]
    for table in found:
        of_table = _columns(table)
        for row in table.rows[1:]:
            cells = dict(zip(of_table, row, strict=True))
            section = [" / ".join(table.under)] if parted else []
            yield [*section, *(cells.get(column, "") for column in columns)]


def _columns(table: Table) -> list[tuple[str, int]]:
    """The names of the columns, each with how many before it have the same."""
    names = table.rows[0]
    return [(name, names[:place].count(name)) for place, name in enumerate(names)]


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULAS) else cell
