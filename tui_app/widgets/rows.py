"""A list of rows in columns, drawn line by line: ten thousand rows cost what is seen of them."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from tui_app.widgets.laid import Column, Laid, Row, segments
from tui_app.widgets.wrapping import fit

__all__ = ["Column", "Row", "Rows"]

AT_ONCE = 40
"""So many lines, or two screens, are laid out before the first is seen; what follows comes between the keys."""
_LOOKS = {look: f"rows--{look}" for look in ("dim", "bold", "heading")}
SLICE = 0.005
"""The rest is laid out in slices of so many seconds, since a key may have to wait for one."""


class Rows(ScrollView, can_focus=True):
    """Rows with a cursor. Moving posts `Moved`, a double click `Chosen`; Enter is the place's own.

    `letters`: j, k, g and G move too, where the place has no other use for them.
    """

    DEFAULT_CSS = "Rows { height: 1fr; overflow-x: hidden; scrollbar-size: 0 1; scrollbar-gutter: stable; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--cursor",
        "rows--blurred",
        "rows--dim",
        "rows--bold",
        "rows--heading",
        "rows--plain",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("k", "letter_move(-1)", show=False),
        Binding("j", "letter_move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("g", "letter_edge(-1)", show=False),
        Binding("G", "letter_edge(1)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        rows: Rows
        key: str

    @dataclass
    class Chosen(Message):
        """A row was clicked twice."""

        rows: Rows
        key: str

    def __init__(
        self, *columns: Column, id: str | None = None, titles: bool = False, wraps: bool = True, letters: bool = True
    ) -> None:
        super().__init__(id=id)
        self._letters = letters
        self._columns = columns
        self._titles, self._wraps = titles, wraps
        self._laid = Laid((), (0,), wraps=wraps)
        self._cursor = 0
        self._slices: Timer | None = None

    # -- content ---------------------------------------------------------

    def show(
        self, rows: Iterable[Row], *, key: str | None = None, end: bool = False, top: bool = False, whole: bool = False
    ) -> None:
        """Show these rows; the cursor stays on its key, or goes to `key`, or to the end, or to the `top`.

        A long list, or one that is still being made, is shown from its beginning; what follows is laid out in
        slices between the keys. One that is never long is painted once where it is laid out `whole` before.
        """
        wanted = "" if top else key if key is not None else self.key
        self._laid = Laid(rows, self._widths, wraps=self._wraps, before=self._laid)
        self._fill()
        if whole:
            self._laid.all()
        if top or end:
            self._cursor = 0 if top else len(self._laid.all()) - 1
        elif wanted and (place := self._laid.place_of(wanted)) is not None:
            self._cursor = place
        self._cursor = self._nearest(min(max(0, self._cursor), len(self._rows) - 1), 1)
        self._measure()
        self._scroll_to_cursor()
        self.refresh()
        if not self._laid.whole:
            self._slices = self._slices or self.set_interval(2 * SLICE, self._go_on, pause=True)
            self.call_after_refresh(self._slices.resume)

    def _fill(self) -> None:
        """Lay out what is seen at once."""
        while self._laid.height < max(AT_ONCE, 2 * self.size.height) and self._laid.take(5):
            pass

    def _go_on(self) -> None:
        """A slice of what is still to be laid out."""
        until = time.perf_counter() + SLICE
        in_sight = self._laid.height < self.scroll_offset.y + self.size.height
        while time.perf_counter() < until and self._laid.take(10):
            pass
        if self._laid.whole and self._slices is not None:
            self._slices.pause()
            self._measure()
        if in_sight:
            self.refresh()

    @property
    def _rows(self) -> Sequence[Row]:
        """What is laid out."""
        return self._laid.rows

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self._rows[self._cursor].key if 0 <= self._cursor < len(self._rows) else ""

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._laid.all()

    def go_to(self, key: str) -> None:
        """Put the cursor on the row with that key, if it is there."""
        place = self._laid.place_of(key)
        if place is not None:
            self._set_cursor(place, 1)

    # -- layout ----------------------------------------------------------

    @property
    def _widths(self) -> tuple[int, ...]:
        """As there is room; before that is known, as if it had the whole width, which it mostly has."""
        return self._widths_in(self.scrollable_content_region.width or self.app.size.width - self.gutter.width)

    def _widths_in(self, width: int) -> tuple[int, ...]:
        fixed = [column.within(width) for column in self._columns[:-1]]
        return (*fixed, max(4, width - sum(each + 1 for each in fixed)))

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Where it is as high as its rows: their lines in that width, which is known before it is resized to it."""
        self._lay_out(self._widths_in(width - self.styles.scrollbar_size_vertical))
        return self._laid.height + self._titles

    def _lay_out(self, widths: tuple[int, ...]) -> None:
        if widths != self._laid.widths:
            self._laid = self._laid.anew(widths)

    def _measure(self) -> None:
        """Tell how much there is to scroll; the screen is laid out anew only where that makes another place of it."""
        widths = self._widths
        size = Size(sum(widths) + len(widths) - 1, self._laid.height + self._titles)
        if size == self.virtual_size:
            return
        if self.styles.auto_dimensions:
            self.virtual_size = size
        else:
            self.set_reactive(Rows.virtual_size, size)
        self._scroll_update(size)  # a layout leaves it out where the rows are exactly as high as the list

    def watch_show_vertical_scrollbar(self, shows: bool) -> None:
        """A scrollbar that comes does not know yet how far down the list is."""
        if shows:
            self.vertical_scrollbar.position = self.scroll_y

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew where the width changed; the row under the cursor stays in sight."""
        self._lay_out(self._widths)
        self._fill()
        self._measure()
        self._scroll_to_cursor()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        if self._titles and y == 0:
            titles = " ".join(fit(c.title, w) for c, w in zip(self._columns, self._widths, strict=True))
            return Strip([Segment(fit(titles, width), self.get_component_rich_style("rows--dim"))])
        line = y + self.scroll_offset.y - self._titles
        if not 0 <= line < self._laid.height:
            return Strip.blank(width, self.rich_style)
        place = bisect_right(self._laid.ends, line)
        start = self._laid.ends[place - 1] if place else 0
        text = fit(self._laid.lines[place][line - start], width)
        row = self._rows[place]
        front = self._laid.indent if row.look == "late" and line == start else 0
        return Strip(segments(text, self._style(place), row, front=front))

    def _style(self, place: int) -> Style:
        if place != self._cursor:
            return self.get_component_rich_style(_LOOKS.get(self._rows[place].look, "rows--plain"))
        return self.get_component_rich_style("rows--cursor" if self.has_focus else "rows--blurred")

    # -- the cursor ------------------------------------------------------

    def _nearest(self, place: int, step: int) -> int:
        """The row at or beyond `place` that is no heading; where there is none, the other way."""
        for direction in (step, -step):
            at = place
            while 0 <= at < len(self._rows):
                if self._rows[at].look != "heading":
                    return at
                at += direction
        return place

    def _set_cursor(self, place: int, step: int) -> None:
        if not self._rows:
            return
        self._cursor = self._nearest(min(max(0, place), len(self._rows) - 1), step)
        self._measure()  # it may be further down than was laid out before
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.Moved(self, self.key))

    def _scroll_to_cursor(self) -> None:
        if not 0 <= self._cursor < len(self._laid.ends):
            return
        first = self._cursor
        while first and self._rows[first - 1].look == "heading":  # no key leads to a heading: it comes with its row
            first -= 1
        start = self._laid.ends[first - 1] if first else 0
        self.scroll_to_region(
            Region(0, start, 1, self._laid.ends[self._cursor] - start + self._titles), animate=False, force=True
        )

    def _take_ahead(self) -> None:
        """A key that leads down finds rows there."""
        if self._cursor + AT_ONCE > len(self._rows):
            self._laid.take(AT_ONCE)

    def on_focus(self) -> None:
        """The cursor is drawn as active."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn as resting."""
        self.refresh()

    def action_move(self, step: int) -> None:
        """One row on."""
        self._take_ahead()
        self._set_cursor(self._cursor + step, step)

    def action_page(self, step: int) -> None:
        """A screenful of lines on, and at least one row."""
        if not self._rows:
            return
        self._take_ahead()
        top = self._laid.ends[self._cursor - 1] if self._cursor else 0
        place = bisect_right(self._laid.ends, max(0, top + step * (self.size.height - 1 - self._titles)))
        self._set_cursor(place if (place - self._cursor) * step > 0 else self._cursor + step, step)

    def action_edge(self, step: int) -> None:
        """To the first or the last row."""
        self._set_cursor(0 if step < 0 else len(self._laid.all()) - 1, -step)

    def action_letter_move(self, step: int) -> None:
        """One row on, by letter."""
        self.action_move(step)

    def action_letter_edge(self, step: int) -> None:
        """To the first or the last row, by letter."""
        self.action_edge(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters move only where they are free."""
        return self._letters or not action.startswith("letter_")

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one chooses."""
        line = event.y + self.scroll_offset.y - self._titles
        place = bisect_right(self._laid.ends, line)
        if line < 0 or place >= len(self._rows) or self._rows[place].look == "heading":
            return
        self._set_cursor(place, 1)
        if event.chain > 1:
            self.post_message(self.Chosen(self, self.key))
