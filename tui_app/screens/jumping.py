"""Jumping: each pane that can have the focus shows a letter, and one press goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui_app.screens.place import Place
from tui_app.screens.prompt import PromptLine

LETTERS = "asdfghjkl"


class Jump(ModalScreen[Widget | None]):
    """The letters over the panes; the answer is the pane, None if it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Stay", show=False)]

    def __init__(self, panes: Sequence[Widget], lines: int) -> None:
        """`lines`: how many lines at the foot of the place name its keys."""
        super().__init__()
        self._panes, self._lines = dict(zip(LETTERS, panes, strict=False)), lines

    def compose(self) -> ComposeResult:
        """A letter a pane, and what they are for."""
        for letter in self._panes:
            yield Static(letter, classes="jump")
        keys = Static("A letter goes there, Esc stays.", id="jump-keys", markup=False)
        keys.styles.height = self._lines
        yield keys

    def on_mount(self) -> None:
        """Put each letter into the margin of its pane, where it covers no other."""
        self._lay()

    def on_resize(self) -> None:
        """The panes are elsewhere now."""
        self.call_after_refresh(self._lay)

    def _lay(self) -> None:
        for label, pane in zip(self.query(".jump"), self._panes.values(), strict=True):
            label.styles.offset = (pane.region.x, pane.region.y)

    def on_key(self, event: Key) -> None:
        """To the pane with that letter."""
        if event.character in self._panes:
            event.stop()
            self.dismiss(self._panes[event.character])

    def on_click(self, _: Click) -> None:
        """A hand on the mouse needs no letters."""
        self.dismiss(None)


def jump(place: Place) -> None:
    """Ask to which pane of a place; where there is nothing to ask it is told."""

    def chosen(pane: Widget | None) -> None:
        if pane is not None:
            pane.focus()

    if place.query_one(PromptLine).has_class("open"):
        place.tell("A question stands: Enter answers it, Esc leaves it.", wrong=True)
    elif len(place.focus_chain) < 2:
        place.tell("There is one pane here, and it has the focus.")
    else:
        place.app.push_screen(Jump(place.focus_chain, place.lines_of_keys), chosen)
