"""A text area for a long text, whose typing is taken back as that of a line is."""

from __future__ import annotations

from textual.widgets import TextArea

from tui_app.widgets.typed_line import Typed


class TypedText(TextArea, Typed):
    """Lines that wrap; ctrl+z never means the record here, since a text is being written."""

    def insert_text(self, text: str) -> None:
        """Put it where the cursor is, in place of what is selected."""
        self.replace(text, *self.selection, maintain_selection_offset=False)

    def take_back(self) -> bool:
        """Take back what was typed last."""
        self.undo()
        return True

    def bring_back(self) -> bool:
        """Type again what was taken back."""
        self.redo()
        return True

    def undo(self) -> None:
        """Take the last step back; where the cursor is after it the step itself knows."""
        if self.history.undo_stack:
            self._wait_at_the_top()
            super().undo()

    def redo(self) -> None:
        """Do again the step that was taken back last."""
        if self.history.redo_stack:
            self._wait_at_the_top()
            super().redo()

    def _wait_at_the_top(self) -> None:
        """Textual fits the scrollbar to the text before it moves the cursor, and fails where its line is gone."""
        self.move_cursor((0, 0))

    def begin(self, saved: str, typed: str) -> None:
        """Start with a text as it was saved, and over it what was typed since: the first ctrl+z takes that back."""
        self.load_text(saved)
        if typed != saved:
            self.replace(typed, (0, 0), self.document.end)
        self.move_cursor(self.document.end)
