"""A text area for a long text, whose typing is taken back as that of a line is."""

from __future__ import annotations

from textual.widgets import TextArea

from tui_app.widgets.typed_line import Typed


class TypedText(TextArea, Typed):
    """Lines that wrap; ctrl+z never means the record here, since a text is being written."""

    def take_back(self) -> bool:
        """Take back what was typed last."""
        self.undo()
        return True

    def bring_back(self) -> bool:
        """Type again what was taken back."""
        self.redo()
        return True

    def begin(self, saved: str, typed: str) -> None:
        """Start with a text as it was saved, and over it what was typed since: the first ctrl+z takes that back."""
        self.load_text(saved)
        if typed != saved:
            self.replace(typed, (0, 0), self.document.end)
        self.move_cursor(self.document.end)
