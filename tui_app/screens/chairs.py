"""What can be done with the chairs of a network by single keys: a term begins, ends, somebody acts."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import day_and_date, read_date
from tui_app.domain.membership.offices import Office
from tui_app.domain.problem import Problem
from tui_app.screens.chair_rows import office_at, office_key, term_at
from tui_app.screens.place import Place
from tui_app.screens.term_questions import TermQuestions
from tui_app.services import tenure
from tui_app.widgets.rows import Column, Row


class Chairs(Place):
    """A place whose list shows the chairs' offices while `shows_chairs`."""

    @property
    def shows_chairs(self) -> bool:
        """Whether the list shows the chairs now."""
        return True

    def action_begin_term(self) -> None:
        """Begin a term in the office under the cursor, or in one that is chosen."""
        self.attempt(lambda: self._on_office(TermQuestions.of_holder))

    def action_acting(self) -> None:
        """Record who acts in an office, as officer-in-charge or a.i."""
        self.attempt(lambda: self._on_office(TermQuestions.of_who_acts))

    def action_end_term(self) -> None:
        """End the term under the cursor."""
        self.attempt(self._ask_last_day_of_term)

    def _require_chairs(self) -> None:
        if not self.shows_chairs:
            raise Problem(f"This key is for the chairs: {key_of('network.section')} shows them.")

    def _on_office(self, ask: Callable[[TermQuestions], None]) -> None:
        self._require_chairs()
        today = self.book.today()
        every = tenure.offices(self.book, today)
        if not every:
            raise Problem("The charter names no chair, and there is no working group.")
        office, entity = office_at(self.book, self.rows().key, today)
        if office in every:
            ask(self._questions(office, entity))
            return

        rows = [Row(str(n), (each.title, each.name)) for n, each in enumerate(every)]
        self.choose("Which office?", rows, Column("title", 24), Column("office"),
                    then=lambda key: ask(self._questions(every[int(key)], "")))  # fmt: skip

    def _questions(self, office: Office, entity: str) -> TermQuestions:
        today = self.book.today()
        return TermQuestions(self, office, entity, term_at(self.book, office_key(self.book, office, today), today))

    def _ask_last_day_of_term(self) -> None:
        self._require_chairs()
        today = self.book.today()
        term = term_at(self.book, self.rows().key, today)
        if term is None:
            raise Problem("Put the cursor on a term first: nobody is recorded on this line.")
        self.ask(
            f"The last day of {term.who} as {tenure.office_of(self.book, term).label}",
            lambda phrase: tenure.end_term(self.book, term, read_date(phrase, today)),
            text="today",
            echo=lambda phrase: day_and_date(read_date(phrase, today)),
        )
