"""What can be done with working groups by single keys: members, chairs, reviews; decisions establish and abolish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import day_and_date, read_date, read_since, short_date
from tui_app.domain.membership.offices import offices_of
from tui_app.domain.membership.roster import Body, Seat
from tui_app.domain.membership.tenure import ChairTerm, holders
from tui_app.domain.problem import Problem
from tui_app.screens.group_rows import group_at
from tui_app.screens.place import Place
from tui_app.screens.term_questions import TermQuestions
from tui_app.services import membership
from tui_app.services.groups import find_group, grounds_words, read_grounds, set_review


class Groups(Place):
    """A place whose list shows the working groups while `shows_groups`."""

    @property
    def shows_groups(self) -> bool:
        """Whether the list shows the working groups now."""
        return True

    def _on_group(self, deed: Callable[[Body], object]) -> None:
        """Do it with the group under the cursor."""

        def do() -> None:
            symbol = group_at(self.book, self.rows().key) if self.shows_groups else ""
            if not symbol:
                section = key_of("network.section")
                raise Problem(f"This key is for a working group: {section} shows them; put the cursor on one.")
            deed(find_group(self.book, symbol))

        self.attempt(do)

    def _day(self, phrase: str) -> date:
        return read_date(phrase, self.book.today())

    # -- members ---------------------------------------------------------

    def action_admit_to_group(self) -> None:
        """Admit an entity to the group."""
        self._on_group(lambda group: self.ask(
            f"Entity to admit to {group.symbol}, by its acronym, as in KNCHR",
            lambda text: self._ask_entity_name(group, text),
            echo=self.echo_newcomer,
            chain=f"admission to {group.symbol}",
        ))  # fmt: skip

    def echo_newcomer(self, text: str) -> str:
        """Who is to be admitted, as far as known: `KNBS, Kenya National Bureau of Statistics`."""
        return ", ".join(filter(None, membership.read_newcomer(self.book, text)))

    def _ask_entity_name(self, group: Body, text: str) -> None:
        acronym, name = membership.read_newcomer(self.book, text)
        if name:
            self._ask_first_day(group, acronym, name)
        else:
            self.ask(f"The full name of {acronym}", lambda words: self._ask_first_day(group, acronym, words))

    def _ask_first_day(self, group: Body, acronym: str, name: str) -> None:
        self.ask(
            f"{acronym} has a seat in {group.symbol} since",
            lambda day: self._ask_consortium(group, acronym, name, read_since(day, self.book.today())),
            text="today",
            echo=lambda day: day_and_date(read_since(day, self.book.today())),
        )

    def _ask_consortium(self, group: Body, acronym: str, name: str, since: date) -> None:
        self.ask(
            "It speaks for a consortium, too? Its name; empty: for itself",
            lambda consortium: self._ask_decision_on_seat(group, acronym, name, since, consortium),
        )

    def _ask_decision_on_seat(self, group: Body, acronym: str, name: str, since: date, consortium: str) -> None:
        def admit(by: str) -> None:
            seat = membership.admit(
                self.book, acronym, name, since, body=group.symbol, by=by.strip(), speaks_for=consortium
            )
            self.rows().go_to(seat.id)

        approval = membership.approval_for(self.book.charter, group.symbol)
        if approval is None:
            admit("")
            return
        self.ask(f"The decision of the {approval.by}{approval.cited}; empty: the seat waits for it", admit)

    def action_end_group_seat(self) -> None:
        """End the seat under the cursor."""
        self._on_group(self._ask_last_day)

    def _ask_last_day(self, group: Body) -> None:
        seat = self.book.of(Seat).find(self.rows().key)
        if seat is None:
            raise Problem(f"Put the cursor on a member of {group.symbol}: its seat is what ends.")
        self.ask(
            f"The last day of {seat.entity}'s seat in {group.symbol}",
            lambda day: membership.end_seat(self.book, seat.entity, self._day(day), group.symbol),
            text="today",
            echo=lambda day: day_and_date(self._day(day)),
        )

    # -- chair and review ------------------------------------------------

    def action_group_chair(self) -> None:
        """Record who chairs the group."""
        self._on_group(self._ask_chair)

    def _ask_chair(self, group: Body) -> None:
        office, *_ = offices_of(self.book.charter, group)
        (held,) = holders([office], self.book.of(ChairTerm).of(group.symbol), self.book.today())
        TermQuestions(self, office, "", held.term).of_holder()

    def action_review(self) -> None:
        """Set or move the day by which the group is reviewed."""
        self._on_group(self._ask_review)

    def _ask_review(self, group: Body) -> None:
        def on_day(phrase: str) -> None:
            day = self._day(phrase) if phrase.strip() else None
            self.ask(
                "By which decision, or for what reason? It is recorded",
                lambda text: self._review(group, day, text),
                echo=lambda text: grounds_words(self.book, text),
            )

        self.ask(
            f"By when is {group.symbol} to be reviewed? Empty: no review is set",
            on_day,
            text=short_date(group.review_on) if group.review_on else "",
            echo=lambda phrase: day_and_date(self._day(phrase)),
        )

    def _review(self, group: Body, day: date | None, text: str) -> None:
        decision, reason = read_grounds(self.book, text)
        set_review(self.book, group, day, decision=decision, reason=reason)
