"""Actions: who has to do what by when, over all meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from tui_app.commands.catalogue import key_of
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.names import ALL_MEMBERS
from tui_app.domain.problem import Problem
from tui_app.domain.review.search import Query
from tui_app.screens import action_rows
from tui_app.screens.asking import Choose
from tui_app.screens.folding import Later, Piece
from tui_app.screens.place import bindings_of
from tui_app.screens.progress_asking import ask_progress
from tui_app.screens.searched import Searched
from tui_app.screens.shown_paper import ShownPaper
from tui_app.services.cards import action_cards
from tui_app.services.chasing import chasing_text, reminded
from tui_app.services.follow_up import report
from tui_app.services.look_up import ACTION_FILTERS
from tui_app.services.rows import Shelf, gather
from tui_app.widgets.rows import Column, Row


class Actions(Searched):
    """The action points, by due date or by entity."""

    NAME = "actions"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("actions")
    FILTERS = ACTION_FILTERS
    COLUMNS = (Column("due", action_rows.DUE), Column("status", 11), Column("action"))

    def __init__(self) -> None:
        super().__init__()
        self._around: Shelf | None = None
        self._written: dict[str, tuple[ActionPoint, Row]] = {}
        self._by_entity = False

    # -- what is listed --------------------------------------------------

    def records(self) -> Sequence[ActionPoint]:
        """Every action that was not struck out."""
        self._around, self._written = gather(self.book), {}
        return [action for action in self.book.of(ActionPoint).all() if not action.struck]

    def pieces(self) -> Iterator[Piece]:
        """Those, one by one."""
        return (((each,), ()) for each in action_cards(gather(self.book)))

    def listed(self, found: Sequence[ActionPoint], also: Later[ActionPoint], query: Query) -> Iterable[Row]:
        """The actions in their order."""
        if not found:
            sentence = self.nothing() if self._every else "No action yet: /a in the minutes (3)."
            return [Row("", ("", "", sentence))]
        write = partial(self._row, query.words)
        if self._by_entity:
            return action_rows.by_entity(found, write)
        return action_rows.by_due(found, write, self.book.today())

    def _row(self, words: tuple[str, ...], action: ActionPoint) -> Row:
        was, row = self._written.get(action.id, (None, None))
        if row is None or was is not action:  # while cards are folded, a search still finds it as it was
            assert self._around is not None
            row = action_rows.action_row(action, self._around)
            self._written[action.id] = action, row
        return replace(row, marked=words) if words else row

    def words(self, found: int, every: int, also: Later[ActionPoint], query: Query) -> str:
        """How many, and their order."""
        order = "by entity" if self._by_entity else "by due date"
        return f"{found if found == every else f'{found} of {every}'} action{'' if every == 1 else 's'}, {order}"

    def action_order(self) -> None:
        """By due date, or by entity."""
        self._by_entity = not self._by_entity
        self.show_found()

    def record_of(self, key: str) -> str:
        """The id of the action, which stands under each of its entities."""
        return action_rows.action_of(key)

    # -- one action ------------------------------------------------------

    def whole(self, key: str) -> list[Row]:
        """Everything about the action under the cursor."""
        action = self.book.of(ActionPoint).find(action_rows.action_of(key))
        return action_rows.whole_rows(action, self._around) if action and self._around else []

    def action_report(self) -> None:
        """Ask how far it has come."""
        self.attempt(self._ask)

    def _action(self) -> ActionPoint:
        action = self.book.of(ActionPoint).find(action_rows.action_of(self.rows().key))
        if action is None:
            raise Problem("There is no action under the cursor.")
        return action

    def _ask(self) -> None:
        action = self._action()
        ask_progress(self, short_symbol(action.symbol), partial(report, self.book, action))

    def action_assign(self) -> None:
        """Ask who is responsible and by when; what was agreed stays readable."""
        self.attempt(self._ask_who)

    def _ask_who(self) -> None:
        action = self._action()
        symbol = short_symbol(action.symbol)
        self.ask_assignment(action, f"{symbol}: who and by when, as IOM, ILO by 30 Nov because it was late")

    # -- chasing ---------------------------------------------------------

    def action_chase(self) -> None:
        """Show and copy the text that reminds the entity under the cursor; ask which one, where there are several."""
        self.attempt(self._chase)

    def _chase(self) -> None:
        named = action_rows.entity_of(self.rows().key)
        entities = (named,) if named and named != ALL_MEMBERS else reminded(self.book, self._action())
        if len(entities) == 1:
            self._show_chasing(entities[0])
            return
        if not entities:
            raise Problem(f"Nobody is responsible yet: {key_of('actions.assign')} names who is.")

        def chosen(entity: str | None) -> None:
            if entity:
                self._show_chasing(entity)

        self.app.push_screen(Choose("Whom does the text remind?", [Row(each, (each,)) for each in entities]), chosen)

    def _show_chasing(self, entity: str) -> None:
        self.app.push_screen(ShownPaper(chasing_text(self.book, entity, self.book.today()), copied=True))
