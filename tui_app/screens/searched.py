"""What Decisions and Actions share: a register over all meetings, searched as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import Input, Static

from tui_app.domain.action import ActionPoint
from tui_app.domain.assignment import terms_echo, terms_line
from tui_app.domain.decision import Decision
from tui_app.domain.problem import Problem
from tui_app.domain.search import Card, Filters, read_query, search
from tui_app.screens.history_lines import whole_history
from tui_app.screens.place import Place
from tui_app.services.naming import numbered
from tui_app.services.ownership import assign, read_assignment
from tui_app.widgets.rows import Column, Row, Rows
from tui_app.widgets.search_line import SearchLine

WIDE = 120
"""From so many columns on there is room for the record under the cursor beside the list."""


class Searched(Place):
    """A list of cards that a search narrows; above 120 columns the record under the cursor stands beside it.

    The cards are folded, and the rows written, once for each change of the
    record; a key in the search line only compares them. Subclasses say what
    the cards are, how those that were found are listed, and what is in one.
    """

    FILTERS: ClassVar[Filters] = {}
    COLUMNS: ClassVar[tuple[Column, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card[Any], ...] = ()
        self._found: tuple[Any, ...] = ()

    def compose_body(self) -> ComposeResult:
        """How many there are, the list, and the record under the cursor."""
        yield Static("", classes="found-words", markup=False)
        with Horizontal(classes="found-and-one"):
            yield Rows(*self.COLUMNS, titles=True)
            beside = Rows(Column("", 12), Column(""), id="beside")
            beside.can_focus = False
            yield beside

    def compose_foot(self) -> ComposeResult:
        """The line to search in, and under it what of a query cannot be read."""
        yield SearchLine(placeholder="words, is:open owner:IOM since:2026Q1; Enter: to the list, Esc: show all")
        yield Static("", classes="mistake", markup=False)

    # -- for subclasses --------------------------------------------------

    def cards(self) -> tuple[Card[Any], ...]:
        """What can be searched."""
        raise NotImplementedError

    def listed(self, found: Sequence[Any]) -> list[Row]:
        """The rows of the records that were found."""
        raise NotImplementedError

    def whole(self, key: str) -> list[Row]:
        """Everything about one record; empty where there is none."""
        raise NotImplementedError

    def words(self, found: int, every: int) -> str:
        """What is listed, in words."""
        raise NotImplementedError

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """Gather the cards anew, and list those that match."""
        self._cards = self.cards()
        self._search()

    @property
    def line(self) -> SearchLine:
        """The line to search in."""
        return self.query_one(SearchLine)

    def _search(self) -> None:
        """List what matches; while a filter cannot be read, its sentence stands under the line and the list stays."""
        mistake = ""
        try:
            query = read_query(self.line.value, self.FILTERS, self.book.today())
        except Problem as problem:
            mistake = str(problem)
        else:
            self._found = tuple(search(query, self._cards))
            self.show_found()
        self.set_class(bool(mistake), "-mistaken")
        self.query_one(".mistake", Static).update(mistake)

    def show_found(self) -> None:
        """List what was found, in the order that the place has now."""
        rows = self.listed(self._found)
        self.rows().show(rows)
        self._say(self.words(len(self._found), len(self._cards)))
        self._show_beside()

    def _say(self, words: str) -> None:
        searched = f"   {self.line.value.strip()}   (Esc: all)" if self._searching else ""
        self.query_one(".found-words", Static).update(words + searched)

    @property
    def _searching(self) -> bool:
        return bool(self.line.value.strip()) and not self.line.has_class("open")

    @on(Rows.Moved)
    def _show_beside(self) -> None:
        beside = self.query_one("#beside", Rows)
        if beside.display:
            rows = self.whole(self.rows().key)
            beside.show(rows, key=rows[0].key if rows else "")

    def on_resize(self, event: Resize) -> None:
        """There may be room for the record under the cursor now."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.call_after_refresh(self._show_beside)

    # -- searching -------------------------------------------------------

    def action_search(self) -> None:
        """To the line to search in."""
        self.line.add_class("open")
        self.line.focus()

    @on(Input.Changed, "SearchLine")
    def _typed(self) -> None:
        self._search()

    @on(Input.Submitted, "SearchLine")
    def _to_list(self) -> None:
        if self.has_class("-mistaken"):
            return
        self.line.remove_class("open")
        self.rows().focus()
        self._search()

    @on(SearchLine.Left)
    def action_show_all(self) -> None:
        """End the search."""
        self.line.value = ""
        self.line.remove_class("open")
        self.rows().focus()

    @on(SearchLine.Step)
    def _step(self, event: SearchLine.Step) -> None:
        self.rows().action_move(event.rows)

    # -- following up ----------------------------------------------------

    def ask_assignment(self, record: ActionPoint | Decision, label: str) -> None:
        """Ask who carries it out, by when, and why that is changed."""
        book = self.book
        self.ask(
            label,
            lambda text: assign(book, record, read_assignment(book, record, text)),
            text=terms_line(record.terms),
            echo=lambda text: terms_echo(record.number, read_assignment(book, record, text)),
        )

    # -- history ---------------------------------------------------------

    def action_history(self) -> None:
        """Who changed the record under the cursor and when, before and after (R-72)."""
        found = numbered(self.book, self.rows().key)
        if found is None:
            self.tell("There is no record under the cursor.", wrong=True)
            return
        self.app.push_screen(whole_history(self.book, *found))
