"""The middle of the projector screen: its text, as long as it may be, drawn line by line."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_app.projector.drawing import first_change
from tui_app.widgets.wrapping import Line


class Passage(ScrollView, can_focus=True):
    """A long text is gone through by the arrows, j k, PgUp and PgDn; what is said in its place stands in the middle."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._make: Callable[[int, int], list[Line]] = lambda *_: []
        self._lines: list[Line] = []
        self._central = False

    def show(self, make: Callable[[int, int], list[Line]], *, central: bool = False, stay: bool = False) -> None:
        """Show what `make` gives for a width and a height in cells, from its beginning, or where it first changed.

        `stay`: from where it was shown so far.
        """
        self._make, self._central = make, central
        self._lay_out()
        if stay:
            return
        row, height = first_change(self._lines), self.scrollable_content_region.height
        self.turn_to(row - 1 if row >= height else 0)

    def turn_to_last(self, rows: int) -> None:
        """Show the last rows, and what stands above them as far as there is room; from the first of them where not."""
        self.turn_to(len(self._lines) - max(rows, self.scrollable_content_region.height))

    def turn_to(self, row: int) -> None:
        """Show it from that row, or from the last one from which there is enough to fill the window."""
        self.scroll_to(y=row, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """The lines are as wide as there is room, and as far apart."""
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.scrollable_content_region.size
        lines = self._make(width, height) if width and height else []
        above = max(0, height - len(lines)) // 2 if self._central else 0
        self._lines = [*[()] * above, *lines]
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        row, base = self.scroll_offset.y + y, self.rich_style
        line = self._lines[row] if row < len(self._lines) else ()
        width = self.scrollable_content_region.width
        before = max(0, width - sum(cell_len(words) for words, _ in line)) // 2 if self._central else 0
        parts = [Segment(words, base + Style.parse(look)) for words, look in ((" " * before, ""), *line) if words]
        return Strip(parts).adjust_cell_length(width, base)
