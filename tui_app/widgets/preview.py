"""A paper on the screen, drawn line by line: its length costs nothing but the wrapping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_app.widgets.wrapping import fit

Line = tuple[str, bool]
"""The text of a line, and whether it is bold."""


class Preview(ScrollView, can_focus=True):
    """Shows the lines that `write` makes for a width; arrows and page keys scroll. Near its end posts `NearEnd`."""

    DEFAULT_CSS = """
    Preview { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Preview > .preview--bold { text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"preview--bold"}

    @dataclass
    class NearEnd(Message):
        """Somebody has come down to the last lines, or all of them are seen."""

        preview: Preview

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._write: Callable[[int], Sequence[Line]] = lambda _: ()
        self._lines: Sequence[Line] = ()
        self._written_for = 0

    def show(self, write: Callable[[int], Sequence[Line]], *, from_top: bool) -> None:
        """Show a paper; `from_top` begins at its first line, otherwise the place in it is kept."""
        self._write = write
        self._lay_out()
        if from_top:
            self.scroll_home(animate=False)

    def _lay_out(self) -> None:
        width = self._written_for = self.scrollable_content_region.width
        self._lines = self._write(width) if width else ()
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew where the width changed."""
        if self.scrollable_content_region.width != self._written_for:
            self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell when the end is near."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value + 2 * self.size.height >= len(self._lines):
            self.post_message(self.NearEnd(self))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if not 0 <= line < len(self._lines):
            return Strip.blank(width, self.rich_style)
        text, bold = self._lines[line]
        style = self.get_component_rich_style("preview--bold") if bold else self.rich_style
        return Strip([Segment(fit(text, width), style)])
