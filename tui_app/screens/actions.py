"""Actions: who has to do what by when, over all meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType

from tui_app.domain.action import ActionPoint
from tui_app.domain.problem import Problem
from tui_app.domain.search import Card
from tui_app.screens import action_rows
from tui_app.screens.place import bindings_of
from tui_app.screens.searched import Searched
from tui_app.services.follow_up import report_action
from tui_app.services.look_up import ACTION_FILTERS, action_cards
from tui_app.services.rows import Shelf, gather
from tui_app.widgets.rows import Column, Row, Rows


class Actions(Searched):
    """The action points, by due date or by entity."""

    NAME = "actions"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("actions")
    FILTERS = ACTION_FILTERS
    COLUMNS = (Column("due", 12), Column("status", 11), Column("action"))

    def __init__(self) -> None:
        super().__init__()
        self._around: Shelf | None = None
        self._written: dict[str, Row] = {}
        self._by_entity = False

    # -- what is listed --------------------------------------------------

    def cards(self) -> tuple[Card[Any], ...]:
        """Every action that was not struck out, each written once."""
        self._around = around = gather(self.book)
        cards = action_cards(around)
        self._written = {card.record.id: action_rows.action_row(card.record, around) for card in cards}
        return cards

    def listed(self, found: Sequence[Any]) -> list[Row]:
        """The actions in their order."""
        if not found:
            sentence = "Nothing matches: Esc shows all." if self._cards else "No action yet: /a in the minutes (3)."
            return [Row("", ("", "", sentence))]
        if self._by_entity:
            return action_rows.by_entity(found, self._written)
        return action_rows.by_due(found, self._written, self.book.today())

    def words(self, found: int, every: int) -> str:
        """How many, and their order."""
        order = "by entity" if self._by_entity else "by due date"
        return f"{found if found == every else f'{found} of {every}'} action{'' if every == 1 else 's'}, {order}"

    def action_order(self) -> None:
        """By due date, or by entity."""
        self._by_entity = not self._by_entity
        self.show_found()

    # -- one action ------------------------------------------------------

    def whole(self, key: str) -> list[Row]:
        """Everything about the action under the cursor."""
        action = self.book.of(ActionPoint).find(key)
        return action_rows.whole_rows(action, self._around) if action and self._around else []

    @on(Rows.Chosen)
    def action_report(self) -> None:
        """Ask how far it has come."""
        self.attempt(self._ask)

    def _ask(self) -> None:
        action = self.book.of(ActionPoint).find(self.rows().key)
        if action is None:
            raise Problem("There is no action under the cursor.")
        self.ask_progress(
            action.number,
            lambda status, note, evidence: report_action(self.book, action.id, status, note, evidence),
        )
