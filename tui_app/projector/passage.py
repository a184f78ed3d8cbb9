"""The middle of the projector screen: its text, as long as it may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui_app.projector.drawing import content, first_change
from tui_app.widgets.wrapping import Line


class Passage(VerticalScroll, can_focus=True):
    """A long text is gone through by the arrows, j k, PgUp and PgDn."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: Callable[[int, int], list[Line]] = lambda *_: []
        self._to_change = False

    def compose(self) -> ComposeResult:
        """One piece of text."""
        yield Static("", markup=False)

    def show(self, lines: Callable[[int, int], list[Line]]) -> None:
        """Show what `lines` makes for a width and a height in cells, from its beginning, or where it first changed."""
        self._lines, self._to_change = lines, True
        self._draw()

    def on_resize(self) -> None:
        """The lines are as wide as there is room, and as far apart."""
        self._draw()

    def _draw(self) -> None:
        width, height = self.scrollable_content_region.size
        if not (width and height):
            return
        lines = self._lines(width, height)
        self.query_one(Static).update(content(lines))
        if self._to_change:
            row = first_change(lines)
            top = row - 1 if row >= height else 0
            self.call_after_refresh(self.scroll_to, y=top, animate=False)  # once the lines are laid out
            self._to_change = False
