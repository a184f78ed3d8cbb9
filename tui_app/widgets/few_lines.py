"""Texts that are said again and again: painted anew where they are other words, laid out anew where that is needed."""

from __future__ import annotations

from rich.text import Text
from textual.content import Content
from textual.widgets import Static

from tui_app.widgets.wrapping import cut


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
    """Words of one line, or of a few: where they take as many as before, the screen is not laid out anew for them."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", id=id, classes=classes, markup=False)
        self._lines = 0  # how wide it is has yet to be seen

    def say(self, words: str) -> None:
        """Show these words."""
        lines = self._lines_of(words)
        if words != self.content or lines != self._lines:
            self.update(words, layout=not lines or lines != self._lines)
            self._lines = lines

    def _lines_of(self, words: str) -> int:
        width = self.content_size.width
        return Content(words).get_height({}, width) if width else 0

    def on_resize(self) -> None:
        """What was one line may be more in another width."""
        self._lines = self._lines_of(str(self.content))


class Cut(Static):
    """Words in a space of its own height: where it has no room for all, the last line says so."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self._words = ""

    def say(self, words: str) -> None:
        """Show these words, or as many as there is room for."""
        self._words = words
        self.update(self._shown(), layout=self._as_high_as_its_words)

    @property
    def _as_high_as_its_words(self) -> bool:
        return self.styles.height is not None and self.styles.height.is_auto

    def _shown(self) -> str:
        room = self.content_size
        whole = self._as_high_as_its_words or not room
        return self._words if whole else cut(self._words, room.width, room.height)

    def on_resize(self) -> None:
        """There is more room now, or less."""
        if self._shown() != self.content:
            self.say(self._words)
