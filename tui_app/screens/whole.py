"""One record whole, over the place in which it is listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_app.resources import stylesheet
from tui_app.widgets.clicked import Keys
from tui_app.widgets.rows import Column, Row, Rows

LABEL = 14
"""Cells of the first column."""


def text_width(app: App[Any]) -> int:
    """So many cells the text beside the labels has on a screen as wide as it is now."""
    return app.size.width - LABEL - 6  # the space about it, between the columns, and for a scrollbar


class WholeRecord(ModalScreen[None]):
    """Everything about one record, to read; Esc leaves."""

    CSS_PATH = stylesheet("decisions")
    KEYS: ClassVar[str] = "Arrows move, Esc goes back."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "dismiss", "Close")]

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        super().__init__()
        self._title, self._rows = title, rows

    def compose(self) -> ComposeResult:
        """A title, what there is to say, the keys."""
        with Vertical(id="whole-record"):
            yield Static(self._title, classes="title", markup=False)
            yield Rows(Column("", LABEL), Column(""))
            yield Keys(self.KEYS, classes="note")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(Rows).show(self._rows, key=self._rows[0].key)
