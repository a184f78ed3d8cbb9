"""The text of `keys.toml`: what each action is given there, the other lines too where one cannot be read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

A_LINE = '"agenda.add" = "a"'
"""How one is written."""


def read_text(text: str) -> tuple[dict[str, object], tuple[str, ...]]:
    """By the id of an action what it is given, and a sentence for each line that cannot be read.

    TOMLDecodeError where none can be.
    """
    try:
        return dict(flat(tomllib.loads(text))), ()
    except tomllib.TOMLDecodeError:
        given, unread = _line_by_line(text)
        if not given:
            raise
        return given, unread


def _line_by_line(text: str) -> tuple[dict[str, object], tuple[str, ...]]:
    given: dict[str, object] = {}
    unread, heading = [], ""
    for number, line in enumerate(text.split("\n"), 1):
        is_heading = line.lstrip().startswith("[")
        try:
            table = tomllib.loads(line if is_heading else f"{heading}\n{line}")
        except tomllib.TOMLDecodeError as error:
            why = str(error).partition(" (at ")[0]
            unread.append(f"line {number} cannot be read ({why}): a line reads {A_LINE}.")
            continue
        heading = line if is_heading else heading
        for id, value in flat(table):
            if id in given:
                unread.append(f"line {number} gives {id} a key once more: the first one counts.")
            given.setdefault(id, value)
    return given, tuple(unread)


def flat(table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """The lines of a table: `[agenda]` with `add = "a"`, and `agenda.add = "a"`, mean `"agenda.add" = "a"`."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
