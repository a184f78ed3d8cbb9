"""A list with the record under the cursor beside it, where the window is wide enough."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.widget import Widget

from tui_app.screens.place import Place
from tui_app.screens.resting import Resting
from tui_app.widgets.rows import Column, Row, Rows

WIDE = 120
"""From so many columns on there is room for the record under the cursor beside the list."""

AS_IT_WRAPS = 0
"""A text beside the list is one row, as wide as there is room: nobody goes through it line by line."""


class Wide(Place):
    """A place that has side by side, in a wide window, what stands one below the other in others (`-wide`)."""

    @property
    def shows_beside(self) -> bool:
        """Whether there is something to stand beside the list now."""
        return True

    def on_resize(self, _: Resize) -> None:
        """There may be room for it now, or no more."""
        self.set_class(self.size.width >= WIDE and self.shows_beside, "-wide")


class Beside(Wide):
    """A place that shows beside its list what the list has no room for. Subclasses say what that is.

    It is gathered once the cursor rests, so that it holds up no key that is held down.
    """

    LABELS: ClassVar[int] = 12
    """Cells of the first column beside the list."""

    def __init__(self) -> None:
        super().__init__()
        self._resting = Resting(self, self.show_beside)

    def compose_beside(self, *widgets: Widget) -> ComposeResult:
        """The list, or what else the place has side by side, and room for the record under the cursor."""
        with Horizontal(classes="found-and-one"):
            yield from widgets

    def whole(self, key: str) -> list[Row]:
        """Everything about the record of a row; empty where there is none."""
        raise NotImplementedError

    @property
    def follows(self) -> bool:
        """Whether the record under the cursor is still to be shown."""
        return self._resting.waits

    @on(Rows.Moved)
    def _follow_cursor(self) -> None:
        if self.has_class("-wide"):
            self._resting.moved()

    def show_beside_later(self) -> None:
        """Show the record under the cursor after a pause: what the key did is seen first."""
        if self.has_class("-wide"):
            self._resting.pause()

    def show_beside(self) -> None:
        """Show the record under the cursor."""
        self.set_class(self.size.width >= WIDE and self.shows_beside, "-wide")
        if self.has_class("-wide"):
            rows = self.whole(self.rows().key)
            beside = self._beside()
            if rows != [*beside.rows]:
                beside.show(rows, top=True)

    def _beside(self) -> Rows:
        """The list for the record, made when it is first seen."""
        for made in self.query("#beside").results(Rows):
            return made
        beside = Rows(Column("", self.LABELS), Column(""), id="beside")
        beside.can_focus = False
        self.query_one(".found-and-one").mount(beside)
        return beside

    @on(Resize)
    def _show_where_there_is_room(self) -> None:
        self.call_after_refresh(self.show_beside)
