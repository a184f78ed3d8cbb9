"""A paper on the screen, drawn line by line: its first screen costs no more than that, however long it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from tui_app.widgets.wrapping import Line

SLICE = 0.005
"""What is not seen yet is laid out in slices of so many seconds, since a key may have to wait for one."""


class Preview(ScrollView, can_focus=True):
    """Shows the lines that `write` makes for a width. Near its end posts `NearEnd`.

    Arrows and page keys scroll, and so do j, k, g and G.
    """

    DEFAULT_CSS = "Preview { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", show=False),
        Binding("j", "scroll_down", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"preview--bold", "preview--heading", "preview--dim"}

    @dataclass
    class NearEnd(Message):
        """Somebody has come down to the last lines, or all of them are seen."""

        preview: Preview

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._write: Callable[[int], Iterable[Line]] = lambda _: ()
        self._coming: Iterator[Line] = iter(())
        self._lines: list[Line] = []
        self._whole = True
        self._written_for = 0
        self._slices: Timer | None = None

    def show(self, write: Callable[[int], Iterable[Line]], *, from_top: bool) -> None:
        """Show a paper; `from_top` begins at its first line, otherwise the place in it is kept.

        What follows the lines that are seen first is laid out between the keys.
        """
        self._write = write
        if from_top:
            self.scroll_home(animate=False)
        self._lay_out(0 if from_top else self.scroll_offset.y)

    def _lay_out(self, top: int) -> None:
        """From the beginning as far as two screens below the line `top`."""
        width = self._written_for = self.scrollable_content_region.width
        self._coming = iter(self._write(width) if width else ())
        self._lines, self._whole = [], False
        self._take(top + 2 * max(self.size.height, 1))
        self._measure()
        if self._slices is None:
            self._slices = self.set_interval(2 * SLICE, self._go_on, pause=True)
        if not self._whole:
            self._slices.resume()

    def _take(self, most: int) -> None:
        wanted = max(0, most - len(self._lines))
        self._lines.extend(islice(self._coming, wanted))
        self._whole = len(self._lines) < most

    def _go_on(self) -> None:
        """A slice of what is still to be laid out."""
        until = time.perf_counter() + SLICE
        while not self._whole and time.perf_counter() < until:
            self._take(len(self._lines) + 10)
        if self._whole and self._slices is not None:
            self._slices.pause()
            self._measure()  # only now: it paints everything anew

    def _measure(self) -> None:
        """Tell how much there is to scroll."""
        self.virtual_size = Size(self._written_for, len(self._lines))
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew where the width changed; in a window too small for any of it, the place in it is kept."""
        if self.scrollable_content_region.width not in (0, self._written_for):
            self._lay_out(self.scroll_offset.y)

    # -- moving ----------------------------------------------------------

    def _take_ahead(self) -> None:
        """A key that leads down finds lines there."""
        ahead = self.scroll_offset.y + 3 * self.size.height
        if not self._whole and ahead > self.virtual_size.height:
            self._take(ahead)
            self._measure()

    def action_scroll_up(self) -> None:
        """A line back; nothing glides, since who reads on waits for it."""
        self.scroll_up(animate=False)

    def action_scroll_down(self) -> None:
        """A line on."""
        self._take_ahead()
        self.scroll_down(animate=False)

    def action_page_up(self) -> None:
        """A screenful back."""
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """A screenful on."""
        self._take_ahead()
        self.scroll_page_down(animate=False)

    def action_scroll_home(self) -> None:
        """To the first line."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """To the end, wherever that is."""
        self._lines.extend(self._coming)
        self._whole = True
        self._measure()
        self.scroll_end(animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell when the end is near."""
        super().watch_scroll_y(old_value, new_value)
        if self._whole and new_value > old_value and new_value + 2 * self.size.height >= len(self._lines):
            self.post_message(self.NearEnd(self))

    # -- drawing ---------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if not 0 <= line < len(self._lines):
            return Strip.blank(width, self.rich_style)
        parts = [Segment(words, self._style(look)) for words, look in self._lines[line]]
        return Strip(parts).adjust_cell_length(width, self.rich_style)

    def _style(self, look: str) -> Style:
        return self.get_component_rich_style(f"preview--{look}") if look else self.rich_style
