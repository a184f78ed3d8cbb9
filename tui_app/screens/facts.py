"""One record in two columns: facts with their labels, and under headings what else there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.widgets.rows import Row


def facts(*facts: tuple[str, str]) -> Iterator[Row]:
    """A row for each label and its value; a fact without a value is not shown."""
    return (Row(label, (label, value)) for label, value in facts if value)


def under(heading: str, rows: Iterable[Row]) -> list[Row]:
    """The rows under a heading; nothing where there are none."""
    listed = list(rows)
    return [Row("", (heading,), "heading"), *listed] if listed else []
