"""Dialogs: choose one of several, confirm what is hard to reverse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_app.widgets.clicked import Keys
from tui_app.widgets.hints import Hints
from tui_app.widgets.rows import Column, Row, Rows


class Choose(ModalScreen[str | None]):
    """Choose one row; the answer is its key, None if it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose"),
        Binding("escape", "leave", "Cancel"),
    ]

    def __init__(self, title: str, rows: Iterable[Row], *columns: Column, key: str = "", note: str = "") -> None:
        super().__init__()
        self._title, self._rows, self._columns = title, tuple(rows), columns or (Column(""),)
        self._key, self._note = key, note or "Enter chooses, Esc leaves it."

    def compose(self) -> ComposeResult:
        """A title, the rows, the keys."""
        with Vertical():
            yield Static(self._title, classes="title", markup=False)
            yield Rows(*self._columns)
            yield Keys(self._note, classes="note")

    def on_mount(self) -> None:
        """Show the rows, the cursor where it is asked."""
        self.query_one(Rows).show(self._rows, key=self._key)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """The row under the cursor."""
        self.dismiss(self.query_one(Rows).key or None)

    def action_leave(self) -> None:
        """Nothing is chosen."""
        self.dismiss(None)


_MOST = 10
"""As many sentences as leave room for the keys at 80 x 24."""


class Confirm(ModalScreen[bool]):
    """Ask before what is hard to reverse; the sentences say what is still missing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),  # not Enter, which a hand presses without reading
        Binding("n,escape", "answer(False)", "No"),
    ]

    def __init__(self, question: str, sentences: Iterable[str], verb: str) -> None:
        super().__init__()
        self._question, self._sentences, self._verb = question, tuple(sentences), verb

    def compose(self) -> ComposeResult:
        """The question, what is missing, the two keys."""
        with Vertical():
            yield Static(self._question, classes="title", markup=False)
            shown = [f"- {each}" for each in self._sentences[:_MOST]]
            more = len(self._sentences) - _MOST
            with VerticalScroll(id="missing"):
                yield Static("\n".join([*shown, f"- and {more} more"] if more > 0 else shown), markup=False)
            yield Keys(Hints(f"y {self._verb}    n go back"), classes="note")

    def action_answer(self, yes: bool) -> None:
        """Yes or no."""
        self.dismiss(yes)
