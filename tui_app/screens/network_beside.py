"""Beside the roster an entity, beside the groups one or what a group has done, beside the workplan its line."""

from __future__ import annotations

from tui_app.domain.membership.roster import Seat
from tui_app.screens.beside import Beside
from tui_app.widgets.rows import Row


class NetworkBeside(Beside):
    """The sections whose rows are records of which there is more to show."""

    _section = ""

    @property
    def shows_beside(self) -> bool:
        """Whether the section has such rows; the words of a charter need all the room."""
        return self._section in ("Roster", "Groups", "Workplan")

    def whole(self, key: str) -> list[Row]:
        """The entity, the work of the group, the line of the workplan, or the decision without one."""
        from tui_app.screens.group_rows import group_at, work_rows
        from tui_app.screens.record_rows import record_rows
        from tui_app.services.rows import gather

        group = "" if self.book.of(Seat).find(key) else group_at(self.book, key)
        return work_rows(self.book, group) if group else record_rows(self.book, key, gather(self.book))
