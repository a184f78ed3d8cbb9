"""The line in which minutes are typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tui_app.widgets.typed_line import TypedLine


class CaptureLine(TypedLine):
    """One line to type in. Many lines pasted at once are posted as `Pasted`, not run together."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False),
        Binding("up", "last", "Edit the last entry", show=False),
    ]

    @dataclass
    class Pasted(Message):
        """Several lines were pasted, the half-typed one in front."""

        lines: tuple[str, ...]

    class Complete(Message):
        """Tab was pressed."""

    class Last(Message):
        """The Up arrow was pressed on an empty line."""

    def action_complete(self) -> None:
        """Ask for the completion of what stands before the cursor."""
        self.post_message(self.Complete())

    def action_last(self) -> None:
        """Ask for the last entry, if nothing is half-typed."""
        if not self.value:
            self.post_message(self.Last())

    def on_paste(self, event: events.Paste) -> None:
        """Many lines are entries of their own; one line is pasted by the input itself."""
        if self.take_lines(event.text):
            event.stop()
            event.prevent_default()

    def take_lines(self, text: str) -> bool:
        """Post `Pasted` if the text has several lines; whether it had."""
        lines = text.splitlines()
        if len([line for line in lines if line.strip()]) < 2:
            return False
        self.post_message(self.Pasted((self.value + lines[0], *lines[1:])))
        return True
