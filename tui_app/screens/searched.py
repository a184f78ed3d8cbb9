"""What Decisions and Actions share: a register over all meetings, searched as one types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui_app.commands.catalogue import hints_while_typing, key_of
from tui_app.commands.ways import with_key
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import terms_echo, terms_line
from tui_app.domain.problem import Problem
from tui_app.domain.review.ranking import Narrowing
from tui_app.domain.review.saved_search import read_name
from tui_app.domain.review.search import Filters, Query, hint, nobody_has, read_query
from tui_app.screens.beside import Beside
from tui_app.screens.folding import Folding, Later, Piece
from tui_app.screens.history_lines import whole_history
from tui_app.screens.saved import SavedSearches
from tui_app.services.known_values import known_values
from tui_app.services.naming import numbered
from tui_app.services.ownership import assign, read_assignment
from tui_app.services.saved_searches import save, whole_query
from tui_app.widgets.few_lines import FewLines
from tui_app.widgets.rows import Column, Row, Rows
from tui_app.widgets.search_line import SearchLine


class Searched(Beside):
    """A list that a search narrows; above 120 columns the record under the cursor stands beside it.

    What is listed without a search needs no cards. These are folded in slices, so that no key waits for twenty
    thousand of them: a search finds what has been folded so far, and is done again when all are there. Subclasses say
    what is listed, what the cards are, and how those that were found are written.
    """

    FILTERS: ClassVar[Filters] = {}
    COLUMNS: ClassVar[tuple[Column, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self._every: Sequence[Any] = ()
        self._folding = Folding(self, self._search_again)
        self._query = Query()
        self._narrowing: tuple[Narrowing[Any], Narrowing[Any]] = (Narrowing(), Narrowing())
        self._found: Sequence[Any] = ()
        self._also: Later[Any] = Later(tuple)
        self._read = ""

    def compose_body(self) -> ComposeResult:
        """How many there are, the list, and the record under the cursor."""
        yield FewLines(classes="found-words")
        yield from self.compose_beside(Rows(*self.COLUMNS, titles=True))

    def compose_foot(self) -> ComposeResult:
        """The line to search in, and under it what of a query cannot be read."""
        yield SearchLine(placeholder="words, is:open owner:IOM since:2026Q1 @saved")
        yield FewLines(classes="mistake")

    def hints(self) -> str:
        """The footer: of the line to search in, or of the list."""
        searching = self.is_mounted and self.focused is self.line
        return hints_while_typing("to the list", "all") if searching else super().hints()

    # -- for subclasses --------------------------------------------------

    def records(self) -> Sequence[Any]:
        """Everything that is listed without a search, as it is on record now."""
        raise NotImplementedError

    def pieces(self) -> Iterator[Piece]:
        """What can be searched, in pieces that take some milliseconds each."""
        raise NotImplementedError

    def also(self, query: Query) -> bool:
        """Whether a query looks through what is not listed without a search, too."""
        return bool(query.words)

    def listed(self, found: Sequence[Any], also: Later[Any], query: Query) -> Iterable[Row]:
        """The rows of what was found; rows further down may be asked for later, and `also` with them."""
        raise NotImplementedError

    def words(self, found: int, every: int, also: Later[Any], query: Query) -> str:
        """What is listed, in words."""
        raise NotImplementedError

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """List what is there, or what matches of it, and fold what changed."""
        self._every = self.records()
        self._folding.begin(self.pieces())
        self._search()

    def _search_again(self) -> None:
        """All is folded now."""
        if self.line.value.strip():
            self._search()

    @property
    def line(self) -> SearchLine:
        """The line to search in."""
        return self.query_one(SearchLine)

    def _search(self, *, top: bool = False) -> None:
        """List what matches; while a filter cannot be read, its sentence stands under the line and the list stays."""
        mistake = ""
        try:
            self._query = query = read_query(self._whole(self.line.value), self.FILTERS, self.book.today())
        except Problem as problem:
            mistake = with_key(problem)
            self._say_found()
        else:
            self._read = self.line.value.strip()
            self._find(query)
            self.show_found(top=top)
        self._show_below(mistake, wrong=bool(mistake))

    def _find(self, query: Query) -> None:
        """What is listed, now; what else matches, among far more, once its rows or their number are asked for."""
        cards, others = self._folding.cards
        listed, also = self._narrowing
        self._found = listed.ranked(query, cards) if query.words or query.filters else self._every
        self._also = Later(partial(also.ranked, query, others) if self.also(query) else tuple)

    def _whole(self, query: str) -> str:
        return whole_query(self.book, query, self.FILTERS)

    def _show_below(self, sentence: str, *, wrong: bool = False) -> None:
        """Below the line: what of a query cannot be read, else what can be typed next. The list keeps its place."""
        typing = self.line.has_class("open")
        told = sentence or (hint(self.line.value, self.FILTERS) if typing else "")
        self.set_class(wrong, "-mistaken")
        self.set_class(typing or bool(told), "-told")
        self.query_one(".mistake", FewLines).say(told)

    def show_found(self, *, top: bool = False) -> None:
        """List what was found, in the order that the place has now."""
        self.rows().show(self.listed(self._found, self._also, self._query), top=top)
        self._say_found()
        self.show_beside()
        if self._also.found is None:
            self.call_after_refresh(self._count, self._also)

    def _count(self, also: Later[Any]) -> None:
        """The first results are seen now, so there is time to tell how much else there is, if no key came between."""
        if also is self._also:
            also.all()
            self._say_found()

    def nothing(self) -> str:
        """What stands in an empty list: which name nothing has, or how all is shown again."""
        told = nobody_has(self._query, chain(*self._folding.cards), partial(known_values, self.book))
        every = f"{key_of(f'{self.NAME}.show-all')} shows all."
        return f"{told} {every}" if told else f"Nothing matches: {every}"

    def _say_found(self) -> None:
        """How many were found; while what is typed cannot be read, of what they were found."""
        self._say(self.words(len(self._found), len(self._every), self._also, self._query))

    def _say(self, words: str) -> None:
        typed = self.line.value.strip()
        before = f"   still those of {self._read}" if self._read and self._read != typed else ""
        shows_all = key_of(f"{self.NAME}.show-all")
        searched = f"   {typed}   ({shows_all}: all)" if self._searching and not before else before
        self.query_one(".found-words", FewLines).say(words + searched)

    @property
    def _searching(self) -> bool:
        return bool(self.line.value.strip()) and not self.line.has_class("open")

    # -- searching -------------------------------------------------------

    def action_search(self) -> None:
        """To the line to search in; what was searched for is selected, so that typing takes its place."""
        self.line.add_class("open")
        self.line.focus()
        self.line.action_select_all()
        self._show_below("")

    def on_mount(self) -> None:
        """Search while the letter is being written, not by a message after it: both stand in one paint."""
        self.watch(self.line, "value", self._typed, init=False)

    def _typed(self) -> None:
        self._search(top=True)

    @on(Input.Submitted, "SearchLine")
    def _to_list(self) -> None:
        if self.has_class("-mistaken"):
            return
        self.line.remove_class("open")
        self.rows().focus()
        self._search()

    def action_show_all(self) -> None:
        """One step out: a question, else the search."""
        if self.step_out():
            return
        if not self.line.value:
            self.tell("All is shown already.", wrong=True)
        self._end_search()

    @on(SearchLine.Left)
    def _end_search(self) -> None:
        self.line.remove_class("open")
        self.line.value = ""
        self._show_below("")
        self.rows().focus()

    # -- saved searches --------------------------------------------------

    def action_save_search(self) -> None:
        """Keep what is searched for now under a name."""
        query = self.line.value.strip()
        if not query:
            search, keep = key_of(f"{self.NAME}.search"), key_of(f"{self.NAME}.save-search")
            self.tell(f"There is nothing to save: {search} searches, and {keep} then keeps it.", wrong=True)
            return
        self.ask(f"Save {query} under which name? It is then found as @name", lambda name: self._save(name, query),
                 echo=lambda name: f"@{read_name(name)} will be {self._whole(query)}")  # fmt: skip

    def _save(self, name: str, query: str) -> None:
        saved = save(self.book, name, query)
        self.line.value = f"@{saved.name}"

    def action_saved(self) -> None:
        """Choose a saved search."""

        def chosen(query: str | None) -> None:
            if query:
                self.line.value = query

        self.app.push_screen(SavedSearches(self.book, self.NAME), chosen)

    def seek(self, record: str) -> None:
        """Put the cursor on a record; a search that hides it ends."""
        if not self._row_of(record):
            self._end_search()
            self._search()
        super().seek(self._row_of(record))

    def _row_of(self, record: str) -> str:
        """The key of the row of a record; empty where it is not listed."""
        return next((row.key for row in self.rows().rows if self.record_of(row.key) == record), "")

    def record_of(self, key: str) -> str:
        """The id of the record of the row with a key."""
        return key

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
            echo=lambda text: terms_echo(short_symbol(record.symbol), read_assignment(book, record, text)),
        )

    # -- history ---------------------------------------------------------

    def action_history(self) -> None:
        """Who changed the record under the cursor and when, before and after (R-72)."""
        found = numbered(self.book, self.rows().key)
        if found is None:
            self.tell("There is no record under the cursor.", wrong=True)
            return
        self.app.push_screen(whole_history(self.book, *found))
