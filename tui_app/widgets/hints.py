"""The keys at the foot of a place: where the window is narrow, no key is parted from its word."""

from __future__ import annotations

from functools import partial

from rich.cells import cell_len

from tui_app.widgets.laid_out import LaidOut

BETWEEN = "  "
"""What parts two hints."""


def hint_lines(hints: str, width: int) -> list[str]:
    """The lines as they are given where `width` cells hold each; else as many whole hints in a line as it holds."""
    given = hints.split("\n")
    if all(cell_len(line) <= width for line in given):
        return given
    first, *others = BETWEEN.join(given).split(BETWEEN)
    lines = [first]
    for hint in others:
        longer = f"{lines[-1]}{BETWEEN}{hint}"
        if cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(hint)
    return lines


def laid_hints(hints: str) -> LaidOut:
    """Hints, each a key and its word, for `Static` to show."""
    return LaidOut(partial(hint_lines, hints))
