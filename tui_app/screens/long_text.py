"""A page to write a long text on, over the place that asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui_app.commands.catalogue import key_of
from tui_app.commands.ways import with_key
from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem
from tui_app.resources import stylesheet
from tui_app.widgets.clicked import Keys
from tui_app.widgets.typed_text import TypedText


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written: its title, the text as it is saved, and what becomes of it.

    `save` may raise Problem: its sentence is shown, and the page stays. `keep` is called with each change, so that
    nothing typed is lost. `typed` is what was kept when the page was left before, None if nothing was.
    `keys` tells what ctrl+s and Esc do here.
    """

    title: str
    text: str
    save: Callable[[str], object]
    keep: Callable[[str], object]
    typed: str | None = None
    keys: str = "ctrl+s or F12 saves it.  Esc goes back; what you typed is kept and is here again."


class LongText(ModalScreen[str]):
    """The page. Its answer is the text as it stood, whether it was saved or left with Esc, which asks nothing."""

    CSS_PATH = stylesheet("long_text")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f12", "save", "Save", priority=True),
        Binding("escape", "leave", "Back", priority=True),
    ]

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing

    def compose(self) -> ComposeResult:
        """A title, the text, the keys."""
        with Vertical(id="long-text"):
            yield Static(self._writing.title, classes="title", markup=False)
            yield TypedText()
            yield Static("", id="wrong", markup=False)
            keys = f"{key_of('any.undo')} takes typing back, {key_of('any.redo')} types it again."
            yield Keys(f"{self._writing.keys}  {keys}", classes="note")

    def on_mount(self) -> None:
        """The text, the cursor at its end."""
        kept = self._writing.typed
        self._page.begin(self._writing.text, self._writing.text if kept is None else kept)
        self._page.focus()

    @property
    def _page(self) -> TypedText:
        return self.query_one(TypedText)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._writing.keep(self._page.text)

    def action_save(self) -> None:
        """Save it and go back; what cannot be saved is told, and the text stays."""
        try:
            self._writing.save(self._page.text)
        except Problem as problem:
            self.query_one("#wrong", Static).update(with_key(problem))
        else:
            self.dismiss(self._page.text)

    def action_leave(self) -> None:
        """Go back; nothing typed is lost."""
        self._writing.keep(self._page.text)
        self.dismiss(self._page.text)
