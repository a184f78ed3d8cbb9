"""Texts that are said again and again: painted anew where they are other words, laid out anew where that is needed."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.widgets import Static


class SameSpace(Static):
    """Words that take the same space whatever they are; said again, they are not painted again."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self.auto_links = False  # what can be clicked looks as all else

    def say(self, words: str | Text) -> None:
        """Show these words."""
        if words != self.content:
            self.update(words, layout=False)


class FewLines(Static):
    """Words of one line, sometimes of more: only then is the screen laid out anew, which at each key takes longest."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", id=id, classes=classes, markup=False)
        self._wraps = True  # how wide it is has yet to be seen

    def say(self, words: str) -> None:
        """Show these words."""
        wraps = self._wraps_with(words)
        if words != self.content or wraps != self._wraps:
            self.update(words, layout=wraps or self._wraps)
            self._wraps = wraps

    def _wraps_with(self, words: str) -> bool:
        return "\n" in words or cell_len(words) > self.content_size.width

    def on_resize(self) -> None:
        """What was one line may be more in another width."""
        self._wraps = self._wraps_with(str(self.content))
