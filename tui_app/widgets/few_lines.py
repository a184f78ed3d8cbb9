"""A text that changes with each key and mostly takes one line."""

from __future__ import annotations

from rich.cells import cell_len
from textual.widgets import Static


class FewLines(Static):
    """Words of one line, sometimes of more: only then is the screen laid out anew, which at each key takes longest."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", id=id, classes=classes, markup=False)
        self._wraps = True  # how wide it is has yet to be seen

    def say(self, words: str) -> None:
        """Show these words."""
        wraps = "\n" in words or cell_len(words) > self.content_size.width
        self.update(words, layout=wraps or self._wraps)
        self._wraps = wraps
