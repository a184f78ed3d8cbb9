"""The line in which one searches a list as one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui_app.widgets.typed_line import TypedLine


class SearchLine(TypedLine):
    """One line; the arrows move in the list that it searches, Esc ends the search."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    @dataclass
    class Left(Message):
        """The search is over."""

    @dataclass
    class Step(Message):
        """The cursor of the list is to move by `rows`."""

        rows: int

    def action_leave(self) -> None:
        """End the search."""
        self.post_message(self.Left())

    def action_step(self, rows: int) -> None:
        """Move in the list without leaving the line."""
        self.post_message(self.Step(rows))
