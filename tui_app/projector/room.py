"""The one screen of the projector: how what the room may see is laid out."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Digits, Static

from tui_app.commands.projector import PROJECTOR
from tui_app.domain.meeting.projection import Projection, time_planned, time_taken
from tui_app.domain.words import ENGLISH, Words
from tui_app.projector.drawing import BOLD, PLAIN, Chosen, body_lines, content, head, heading, position_lines
from tui_app.projector.passage import Passage


class Room(Screen[None]):
    """The network and the meeting, the item and its clock, the text, what follows. Nobody types here."""

    # (Textual's own annotation of these two reads as an instance variable.)
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [  # type: ignore[misc]
        (0, "-too-narrow"), (40, "-narrow"), (72, "-usual"), (120, "-wide"), (160, "-widest"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [  # type: ignore[misc]
        (0, "-too-low"), (12, "-low"), (20, "-usual-height"), (30, "-high"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._shown, self._words = Projection(), ENGLISH
        self._chosen = Chosen()
        self._row = 0

    def compose(self) -> ComposeResult:
        """From above to below; what says nothing takes no room."""
        yield Static("", id="meeting", markup=False)
        with Horizontal(id="item"):
            yield Static("", id="title", markup=False)
            with Vertical(id="clock"):
                yield Digits("")
                yield Static("", id="planned", markup=False)
        yield Static("", id="heading", markup=False)
        yield Passage()
        yield Static("", id="following", markup=False)
        yield Static("", id="told", markup=False)
        hints = "   ".join(f"{each.key} {each.hint}" for each in PROJECTOR if each.hint and each.key)
        yield Static(hints, id="keys", markup=False)
        yield Static("Please make this window larger: it needs 40 columns and 12 lines.", id="too-small")

    def show(self, shown: Projection, words: Words, now: datetime) -> None:
        """Show what the room sees from now on."""
        before, self._shown, self._words = self._shown, shown, words
        self.set_class(not shown.network, "-closed")
        self._show_head()
        self._write("#following", "\n".join(filter(None, (shown.following, *shown.footnotes))))
        self.query_one("#item").display = shown.item is not None
        if shown.item is not None:
            item = shown.item
            self._write("#title", content([((f"{item.number}  {item.title}", BOLD),), ((item.purpose, PLAIN),)]))
        self.show_time(now)
        self._show_text(stay=before.text is not None and before.text.changes == (shown.text and shown.text.changes))

    def show_time(self, now: datetime) -> None:
        """Only the cells of the clock."""
        if self._shown.item is None:
            return
        clock, digits = self._shown.item.clock, self.query_one(Digits)
        taken = time_taken(clock, now)
        digits.display = bool(taken)
        if digits.value != taken:
            digits.update(taken)
        planned = time_planned(clock, now, self._words)
        self._write("#planned", content([((planned, BOLD if clock.over(now) else PLAIN),)]))

    def choose(self, chosen: Chosen) -> None:
        """Show what the chair wants to be seen: the positions at once, also where they stand below a long text."""
        before, self._chosen = self._chosen, chosen
        passage, text = self.query_one(Passage), self._shown.text
        row = passage.scroll_offset.y
        self._show_text(stay=True)
        if text is None or not text.positions or chosen.positions == before.positions:
            return
        if chosen.positions:
            self._row = row
            passage.turn_to_last(len(position_lines(text, passage.scrollable_content_region.width)))
        else:
            passage.turn_to(self._row)

    @property
    def chosen(self) -> Chosen:
        """What the chair wants to be seen."""
        return self._chosen

    def tell(self, sentence: str) -> None:
        """A sentence beneath the rest; empty: none."""
        self._write("#told", sentence)

    def on_resize(self) -> None:
        """What stands beside the name of the network, and beside that of the text, has room there or has not."""
        self.call_after_refresh(self._show_head)
        self.call_after_refresh(self._show_heading)

    def _show_head(self) -> None:
        self._write("#meeting", head(self._shown, self.scrollable_content_region.width))

    def _show_heading(self) -> None:
        text, width = self._shown.text, self.scrollable_content_region.width
        self._write("#heading", content(heading(text, self._chosen, width)) if text else Content(""))

    def _show_text(self, *, stay: bool = False) -> None:
        self._show_heading()
        passage, central = self.query_one(Passage), self._shown.item is None
        passage.show(lambda *size: body_lines(self._shown, self._chosen, *size), central=central, stay=stay)

    def _write(self, selector: str, text: str | Content) -> None:
        line = self.query_one(selector, Static)
        if line.content != text:  # or it would be laid out anew
            line.display = bool(text)
            line.update(text)
