"""Decisions: the register of all meetings, and of the proposals that were not adopted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from tui_app.commands.catalogue import key_of
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.domain.review.search import Query
from tui_app.screens import answer_asking, decision_rows, found_rows, reading, whole_rows
from tui_app.screens.beside import AS_IT_WRAPS
from tui_app.screens.folding import Later, Piece
from tui_app.screens.place import bindings_of
from tui_app.screens.progress_asking import ask_progress
from tui_app.screens.searched import Searched
from tui_app.services.cards import CardBox, Matter, Said, matters
from tui_app.services.follow_up import report
from tui_app.services.look_up import PLACE_FILTERS
from tui_app.services.passages import Remark
from tui_app.services.rows import Shelf, gather
from tui_app.widgets.rows import Column, Row

_NONE = "There is no decision under the cursor."


class Order(Enum):
    """How the register is listed."""

    BEST = "best match first"
    NEWEST = "newest first"
    SYMBOL = "by symbol"


class Decisions(Searched):
    """The register of decisions; a text in it is never edited."""

    NAME = "decisions"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("decisions")
    FILTERS = PLACE_FILTERS
    COLUMNS = (Column("no.", 4), Column("state", 12), Column("due", 11), Column("decision"))

    def __init__(self) -> None:
        super().__init__()
        self._around: Shelf | None = None
        self._box = CardBox()
        self._written: dict[str, tuple[Matter, Row]] = {}
        self._turned = 0

    # -- what is listed --------------------------------------------------

    @property
    def around(self) -> Shelf:
        """What the decisions refer to, as gathered when the record changed last."""
        if self._around is None:
            self._around = gather(self.book)
        return self._around

    def records(self) -> Sequence[Matter]:
        """Every decision, and every proposal that never became one."""
        self._around, self._written = gather(self.book), {}
        return matters(self._around)

    def pieces(self) -> Iterator[Piece]:
        """Those, and what was said under their items, a meeting at a time, the newest first."""
        return ((each.matters, each.said) for each in self._box.cards(self.around))

    def also(self, query: Query) -> bool:
        """What was noted and said, on papers too, is found by words, by its kind, and by who said it."""
        return bool(query.words) or any(each.name in ("kind", "entity") for each in query.filters)

    def listed(self, found: Sequence[Matter], also: Later[Said], query: Query) -> Iterable[Row]:
        """The best first where words are searched for, else under their meetings."""
        if not found and not also.all():
            return [Row("", ("", "", "", self._empty()))]
        if self._order(query) is Order.BEST:
            return found_rows.ranked_rows(found, also.all, self.around, query.words)
        return found_rows.by_meeting((*found, *also.all()), self.around, self._row, query.words,
                                     newest_first=self._order(query) is Order.NEWEST)  # fmt: skip

    def _order(self, query: Query) -> Order:
        orders = [*Order] if query.words else [Order.NEWEST, Order.SYMBOL]
        return orders[self._turned % len(orders)]

    def _row(self, record: Matter) -> Row:
        was, row = self._written.get(record.id, (None, None))
        if row is None or was is not record:  # while cards are folded, a search still finds it as it was
            row = decision_rows.listed_row(record, self.around)
            self._written[record.id] = record, row
        return row

    def _empty(self) -> str:
        if self._every:
            return self.nothing()
        return "No decision yet: /decide in the minutes (3), or a proposal that is adopted (4)."

    def words(self, found: int, every: int, also: Later[Said], query: Query) -> str:
        """How many, and their order."""
        things = "decision or proposal" if every == 1 else "decisions and proposals"
        counted = f"{found if found == every else f'{found} of {every}'} {things}"
        number = "…" if also.found is None else len(also.found)
        said = f", {number} noted or said" if number else ""
        return f"{counted}{said}, {self._order(query).value}"

    def action_order(self) -> None:
        """The best match, the newest meeting, or the first symbol first."""
        self._turned += 1
        self.show_found(top=True)

    # -- one decision ----------------------------------------------------

    def _record(self, key: str) -> Matter | Said | None:
        return reading.find(self.book, key)

    def whole(self, key: str) -> list[Row]:
        """Everything about the record under the cursor."""
        record = self._record(key)
        return whole_rows.whole_rows(record, self.around, self._query.words, width=AS_IT_WRAPS) if record else []

    def action_show(self) -> None:
        """Show it whole."""
        record = self._record(self.rows().key)
        if record is None:
            self.tell(_NONE, wrong=True)
        else:
            reading.show_whole(self.minutebook, record, self.around, self._query.words)

    def _on_decision(self, deed: Callable[[Decision], object]) -> None:
        self.attempt(lambda: deed(self._decision()))

    def _decision(self) -> Decision:
        record = self._any_record()
        if isinstance(record, Proposal):
            raise Problem(f"{record.number} was not adopted: there is nothing to carry out.")
        return record

    # -- the answer of the parent body -----------------------------------

    def action_answer(self) -> None:
        """Ask what the parent body answered to the recommendation or referral under the cursor."""
        self.attempt(lambda: answer_asking.ask_answer(self, self._any_record()))

    def action_again(self) -> None:
        """Put a text that was returned to the meeting in session."""
        self.attempt(lambda: answer_asking.ask_again(self, self._any_record()))

    def _any_record(self) -> Matter:
        record, show = self._record(self.rows().key), key_of("decisions.show")
        if record is None:
            raise Problem(_NONE)
        if isinstance(record, Entry):
            raise Problem(f"This was said in the minutes: {show} shows it there, and what was decided under its item.")
        if isinstance(record, Remark):
            raise Problem(f"This was said on a paper that went out: {show} shows it among its versions.")
        return record

    # -- following it up -------------------------------------------------

    def action_owner(self) -> None:
        """Ask who carries it out, and by when."""
        self._on_decision(self._ask_owner)

    def _ask_owner(self, decision: Decision) -> None:
        self.ask_assignment(decision, f"Owner of {short_symbol(decision.symbol)}, as IOM, ILO by 30 Sep")

    def action_report(self) -> None:
        """Ask how far its implementation has come."""
        self._on_decision(lambda d: ask_progress(self, short_symbol(d.symbol), partial(report, self.book, d)))
