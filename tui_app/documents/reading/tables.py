"""Tables by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui_app.documents.reading.blocks import Block, Kind, Said
from tui_app.documents.reading.reading import Reading
from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import did_you_mean


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, its cells by the field that their column means."""

    line: int
    cells: Mapping[str, Said]
    text: str

    def __getitem__(self, field: str) -> str:
        """The text of a cell; empty where the table has no such column."""
        return self.cells[field].text if field in self.cells else ""

    def said(self, field: str) -> Said:
        """The cell whole."""
        return self.cells.get(field, Said(""))


def rows(reading: Reading, section: Sequence[Block], columns: Mapping[str, str]) -> Iterator[Row]:
    """The rows of every table of a section; `columns`: by a folded heading the field that it means."""
    fields: list[str] = []
    for block in section:
        if block.kind is Kind.HEADER:
            fields = [_field(reading, block, said.text, columns) for said in block.cells]
        elif block.kind is Kind.ROW and any(said.text for said in block.cells):
            cells = dict(zip(fields, block.cells, strict=False))
            cells.pop("", None)
            yield Row(block.line, cells, "; ".join(said.text for said in block.cells if said.text))


def _field(reading: Reading, block: Block, heading: str, columns: Mapping[str, str]) -> str:
    found = columns.get(reading.english(heading), "")
    if not found:
        names = [name.capitalize() for name in columns]
        reading.miss(block.line, f"{heading!r} is not a column here: {did_you_mean(heading, names)}", heading)
    return found
