"""Saved searches over a place that is searched: to choose one, or to remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_app.commands.catalogue import key_of
from tui_app.commands.ways import with_key
from tui_app.domain.problem import Problem
from tui_app.services.saved_searches import remove, saved_searches
from tui_app.widgets.clicked import Keys
from tui_app.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from tui_app.services.book import Book


class SavedSearches(ModalScreen[str]):
    """The saved searches by name; the answer is the query to type, empty if it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose"),
        Binding("x,delete", "remove", "Remove"),
        Binding("escape,q,f", "dismiss('')", "Leave"),
    ]

    def __init__(self, book: Book, place: str) -> None:
        super().__init__()
        self._book, self._place = book, place

    def compose(self) -> ComposeResult:
        """A title, the searches, the keys."""
        with Vertical():
            yield Static("Saved searches", classes="title", markup=False)
            yield Rows(Column("name", 20), Column("query"))
            keys = f"Enter searches, x removes it ({key_of('any.undo')} brings it back), Esc leaves."
            yield Keys(keys, classes="note")

    def on_mount(self) -> None:
        """Fill the list."""
        self._show()

    def _show(self) -> None:
        rows = [Row(each.name, (f"@{each.name}", each.query)) for each in saved_searches(self._book)]
        search, keep = key_of(f"{self._place}.search"), key_of(f"{self._place}.save-search")
        none = f"None yet: {search} searches, and {keep} keeps what was searched for under a name."
        self.query_one(Rows).show(rows or [Row("", ("", none))])

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Search for it again."""
        name = self.query_one(Rows).key
        self.dismiss(f"@{name}" if name else "")

    def action_remove(self) -> None:
        """Remove the one under the cursor."""
        name = self.query_one(Rows).key
        if not name:
            return
        try:
            remove(self._book, name)
        except Problem as problem:
            self.query_one(".note", Static).update(with_key(problem))
            return
        self._show()
