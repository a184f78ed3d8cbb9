"""A line to type in, whose typing can be taken back word by word."""

from __future__ import annotations

from unicodedata import category

from rich.cells import cell_len
from textual.events import Key
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widgets import Input


class Typed:
    """What is typed in, and takes its typing back by ctrl+z before the record is meant."""

    def on_key(self, event: Key) -> None:
        """A joiner or a mark of direction is part of the text though nothing is seen of it: Textual drops those."""
        if event.character and not event.is_printable and category(event.character) == "Cf":
            event.stop()
            self.insert_text(event.character)

    def insert_text(self, text: str) -> None:
        """Put it where the cursor is, in place of what is selected."""
        raise NotImplementedError

    def take_back(self) -> bool:
        """Take the last words back; False where nothing was typed, and the record may be meant."""
        raise NotImplementedError

    def bring_back(self) -> bool:
        """Type again what was taken back; False where nothing was."""
        raise NotImplementedError


class TypedLine(Input, Typed):
    """An input that remembers what stood in it, so that ctrl+z takes back the typing before the record."""

    # How far it can be scrolled. It is as wide as its place, whatever is typed: no letter lays the screen out anew.
    virtual_size = Reactive(Size(0, 0))

    def __init__(self, *, id: str | None = None, placeholder: str = "") -> None:
        self._before: list[str] = []
        self._after: list[str] = []
        self._deleting = self._stepping = False
        super().__init__(id=id, placeholder=placeholder, select_on_focus=False)

    def watch_value(self, old: str, new: str) -> None:
        """Keep what stood there before a new word, a deletion, a paste."""
        if self._stepping or old == new:
            return
        one_more, deleting = len(new) == len(old) + 1, len(new) < len(old)
        same_word = one_more and not self._deleting and not new.endswith(" ")
        if not self._before or not (same_word or (deleting and self._deleting)):
            self._before.append(old)
        self._deleting = deleting
        self._after.clear()

    def on_resize(self) -> None:
        """In a narrower window the cursor stays in sight."""
        cells = cell_len(self.value[: self.cursor_position])
        self.scroll_to_region(Region(cells, 0, width=1, height=1), force=True, animate=False)

    def insert_text(self, text: str) -> None:
        """Put it where the cursor is, in place of what is selected."""
        self.replace(text, *self.selection)

    def write(self, text: str) -> None:
        """Put a whole text into the line, the cursor behind it."""
        self.value = text
        self.cursor_position = len(text)

    def begin(self, text: str = "") -> None:
        """Start anew with a text: what was typed before is done with."""
        self.write(text)
        self._before.clear()
        self._after.clear()

    def take_back(self) -> bool:
        """Take the last words back; False where nothing was typed, and the record may be meant."""
        return self._step(self._before, self._after)

    def bring_back(self) -> bool:
        """Type again what was taken back; False where nothing was."""
        return self._step(self._after, self._before)

    def _step(self, source: list[str], target: list[str]) -> bool:
        if not source:
            return False
        target.append(self.value)
        self._stepping = True
        self.write(source.pop())
        self._stepping = False
        return True
