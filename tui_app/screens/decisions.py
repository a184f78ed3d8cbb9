"""Decisions: the register of all meetings, and of the proposals that were not adopted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType

from tui_app.domain.decision import Decision
from tui_app.domain.problem import Problem
from tui_app.domain.proposal import Proposal
from tui_app.domain.search import Card
from tui_app.screens import answer_asking, decision_rows
from tui_app.screens.place import bindings_of
from tui_app.screens.progress_asking import ask_progress
from tui_app.screens.searched import Searched
from tui_app.screens.whole import WholeRecord
from tui_app.services.follow_up import report_decision
from tui_app.services.look_up import DECISION_FILTERS, decision_cards, proposal_cards
from tui_app.services.rows import Shelf, gather
from tui_app.widgets.rows import Column, Row, Rows


class Decisions(Searched):
    """The register of decisions; a text in it is never edited."""

    NAME = "decisions"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("decisions")
    FILTERS = DECISION_FILTERS
    COLUMNS = (Column("no.", 4), Column("state", 12), Column("due", 11), Column("decision"))

    def __init__(self) -> None:
        super().__init__()
        self._around: Shelf | None = None
        self._written: dict[str, Row] = {}
        self._newest_first = True

    # -- what is listed --------------------------------------------------

    @property
    def around(self) -> Shelf:
        """What the decisions refer to, as gathered when the record changed last."""
        if self._around is None:
            self._around = gather(self.book)
        return self._around

    def cards(self) -> tuple[Card[Any], ...]:
        """Every decision, and every proposal that never became one."""
        self._around, self._written = None, {}
        return (*decision_cards(self.around), *proposal_cards(self.around))

    def listed(self, found: Sequence[Any]) -> list[Row]:
        """The records under their meetings."""
        around = self.around
        records = sorted(found, key=lambda record: decision_rows.by_meeting(record, around))
        groups = [list(group) for _, group in groupby(records, key=lambda record: record.meeting)]
        rows: list[Row] = []
        for group in reversed(groups) if self._newest_first else groups:
            rows.append(decision_rows.meeting_heading(around.meetings[group[0].meeting]))
            rows += [self._row(record) for record in group]
        return rows or [Row("", ("", "", "", self._empty()))]

    def _row(self, record: Decision | Proposal) -> Row:
        if record.id not in self._written:
            self._written[record.id] = decision_rows.listed_row(record, self.around)
        return self._written[record.id]

    def _empty(self) -> str:
        if self._cards:
            return "Nothing matches: Esc shows all."
        return "No decision yet: /decide in the minutes (3), or a proposal that is adopted (4)."

    def words(self, found: int, every: int) -> str:
        """How many, and their order."""
        order = "newest first" if self._newest_first else "by symbol"
        return f"{found if found == every else f'{found} of {every}'} decisions and proposals, {order}"

    def action_order(self) -> None:
        """Newest meeting first, or by symbol."""
        self._newest_first = not self._newest_first
        self.show_found()

    # -- one decision ----------------------------------------------------

    def _record(self, key: str) -> Decision | Proposal | None:
        return self.book.of(Decision).find(key) or self.book.of(Proposal).find(key)

    def whole(self, key: str) -> list[Row]:
        """Everything about the record under the cursor."""
        record = self._record(key)
        return decision_rows.whole_rows(record, self.around) if record else []

    @on(Rows.Chosen)
    def action_show(self) -> None:
        """Show it whole."""
        record = self._record(self.rows().key)
        if record is not None:
            title = decision_rows.whole_title(record, self.around)
            self.app.push_screen(WholeRecord(title, decision_rows.whole_rows(record, self.around)))

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

    def _any_record(self) -> Decision | Proposal:
        record = self._record(self.rows().key)
        if record is None:
            raise Problem("There is no decision under the cursor.")
        return record

    # -- following it up -------------------------------------------------

    def action_owner(self) -> None:
        """Ask who carries it out, and by when."""
        self._on_decision(self._ask_owner)

    def _ask_owner(self, decision: Decision) -> None:
        self.ask_assignment(decision, f"Owner of {decision.number}, as IOM, ILO by 30 Sep")

    def action_report(self) -> None:
        """Ask how far its implementation has come."""
        self._on_decision(
            lambda decision: ask_progress(
                self,
                decision.number,
                lambda *said: report_decision(self.book, decision.id, *said),
            )
        )
