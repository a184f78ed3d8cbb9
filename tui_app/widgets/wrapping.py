"""Text in terminal cells: wide characters count two, combining accents none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, chop_cells, set_cell_size


@lru_cache(maxsize=16_384)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most `width` cells, broken at spaces, a longer word within itself."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines.extend(_wrap_part(part, max(1, width)))
    return tuple(lines)


def _wrap_part(text: str, width: int) -> list[str]:
    if cell_len(text) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = chop_cells(word, width) if cell_len(word) > width else [word]
        lines.extend(full)
    return [*lines, line]


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded, or cut with an ellipsis."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, max(0, width - 1)).rstrip() + "…", width)


def cut(text: str, width: int, most: int, more: str = "") -> str:
    """The text in at most so many lines; where it is longer, the last line says so, and how to see the rest."""
    lines = [line for part in text.split("\n") for line in wrap(part, width)]
    if len(lines) <= most:
        return "\n".join(lines)
    end = f" ... {more}".rstrip()
    *kept, last = lines[:most]
    return "\n".join([*kept, wrap(last, width - len(end))[0] + end])


Line = tuple[tuple[str, str], ...]
"""Words of a line, each with its look."""


def wrap_line(line: Line, width: int) -> Iterator[Line]:
    """The words in lines of at most `width` cells, as `wrap` breaks them, each with the look that it had."""
    text = "".join(words for words, _ in line)
    lines = wrap(text, width)
    if len(line) < 2:
        look = line[0][1] if line else ""
        yield from (((each, look),) for each in lines)
        return
    start = 0
    for each in lines:
        start = max(start, text.find(each, start))  # the spaces at which it breaks are dropped
        yield tuple(_cut(line, start, start + len(each)))
        start += len(each)


def _cut(line: Line, start: int, end: int) -> Iterator[tuple[str, str]]:
    """What a line holds between two places in its text."""
    place = 0
    for words, look in line:
        part = words[max(0, start - place) : max(0, end - place)]
        place += len(words)
        if part:
            yield part, look
