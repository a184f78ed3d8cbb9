"""The line in which minutes are typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class CaptureLine(Input):
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

    def write(self, text: str) -> None:
        """Put a whole text into the line, the cursor behind it."""
        self.value = text
        self.cursor_position = len(text)

    def action_complete(self) -> None:
        """Ask for the completion of what stands before the cursor."""
        self.post_message(self.Complete())

    def action_last(self) -> None:
        """Ask for the last entry, if nothing is half-typed."""
        if not self.value:
            self.post_message(self.Last())

    def on_paste(self, event: events.Paste) -> None:
        """Many lines are entries of their own; one line is pasted by the input itself."""
        lines = event.text.splitlines()
        if len([line for line in lines if line.strip()]) < 2:
            return
        event.stop()
        event.prevent_default()
        self.post_message(self.Pasted((self.value + lines[0], *lines[1:])))
