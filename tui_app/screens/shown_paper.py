"""A paper over the place from which it was asked for: to read, and to copy into a mail."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_app.resources import stylesheet
from tui_app.screens.copying import copy_as_text
from tui_app.screens.paper_lines import paper_lines
from tui_app.widgets.clicked import Keys
from tui_app.widgets.preview import Preview

_KEYS = "y copies it as text for a mail, arrows move, Esc goes back."


class ShownPaper(ModalScreen[None]):
    """A paper in Markdown as it is read; `copied`: it goes to the clipboard at once; `keys` are told below it."""

    CSS_PATH = stylesheet("papers")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss", "Close"),
        Binding("y", "copy", "Copy"),
    ]

    def __init__(self, markdown: str, *, copied: bool = False, keys: str = _KEYS) -> None:
        super().__init__()
        self._markdown, self._copied, self._keys = markdown, copied, keys

    def compose(self) -> ComposeResult:
        """The paper, and the keys."""
        with Vertical(id="shown-paper"):
            yield Preview()
            yield Keys(self._keys, classes="note")

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one(Preview).show(partial(paper_lines, self._markdown), from_top=True)
        self.query_one(Preview).focus()
        if self._copied:
            self.action_copy()

    def action_copy(self) -> None:
        """Copy its words, without the marks of Markdown."""
        copy_as_text(self, self._markdown, self._say)

    def _say(self, sentence: str) -> None:
        self.query_one(".note", Static).update(f"{sentence} Esc goes back.")
