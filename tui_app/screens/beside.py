"""A list with the record under the cursor beside it, where the window is wide enough."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.timer import Timer

from tui_app.screens.place import Place
from tui_app.widgets.rows import Column, Row, Rows

WIDE = 120
"""From so many columns on there is room for the record under the cursor beside the list."""


TEXT = 36
"""Cells of its second column."""


class Beside(Place):
    """A place that shows beside its list what the list has no room for. Subclasses say what that is.

    `REST`: so many seconds the cursor has to rest first, where gathering it would hold up a key that is held down.
    """

    REST: ClassVar[float] = 0

    def __init__(self) -> None:
        super().__init__()
        self._resting: Timer | None = None

    def compose_beside(self, rows: Rows) -> ComposeResult:
        """The list, and the record under the cursor."""
        with Horizontal(classes="found-and-one"):
            yield rows
            beside = Rows(Column("", 12), Column(""), id="beside")
            beside.can_focus = False
            yield beside

    def whole(self, key: str) -> list[Row]:
        """Everything about the record of a row; empty where there is none."""
        raise NotImplementedError

    @property
    def shows_beside(self) -> bool:
        """Whether the rows listed now are records of which there is more to show."""
        return True

    @on(Rows.Moved)
    def _follow_cursor(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        if self.REST and self.has_class("-wide"):
            self._resting = self.set_timer(self.REST, self.show_beside)
        else:
            self.show_beside()

    def show_beside(self) -> None:
        """Show the record under the cursor."""
        self.set_class(self.size.width >= WIDE and self.shows_beside, "-wide")
        beside = self.query_one("#beside", Rows)
        if self.has_class("-wide"):
            rows = self.whole(self.rows().key)
            beside.show(rows, key=rows[0].key if rows else "")

    def on_resize(self, _: Resize) -> None:
        """There may be room for the record under the cursor now."""
        self.set_class(self.size.width >= WIDE and self.shows_beside, "-wide")
        self.call_after_refresh(self.show_beside)
