"""A record whole, from which the way leads on: to what it names, and to the meeting in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui_app.screens.whole import WholeRecord
from tui_app.widgets.rows import Row, Rows


class LinkedRecord(WholeRecord):
    """Everything about one record, to read and to go on from.

    `follow` is called with the key of the row that Enter is pressed on, and says whether it led anywhere; `leave`
    when the way leads to the meeting, for which every record that is open goes away.
    """

    KEYS = "Enter leads to what a line names, o to the meeting, Esc goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "follow", "Follow"),
        Binding("o", "to_meeting", "To the meeting"),
    ]

    def __init__(
        self, title: str, rows: Sequence[Row], follow: Callable[[str], bool], leave: Callable[[], object]
    ) -> None:
        super().__init__(title, rows)
        self._follow, self._leave = follow, leave

    @on(Rows.Chosen)
    def action_follow(self) -> None:
        """To the record that the line names; to the meeting where it names none."""
        if not self._follow(self.query_one(Rows).key):
            self.action_to_meeting()

    def action_to_meeting(self) -> None:
        """To the minutes in which it stands."""
        for _ in [screen for screen in self.app.screen_stack if isinstance(screen, LinkedRecord)]:
            self.app.pop_screen()
        self._leave()
