"""Text in terminal cells: wide characters count two, combining accents none."""

from __future__ import annotations

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
