"""Taking back, and doing again: the words that were typed, else the last change of the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_app.screens.place import Place
from tui_app.widgets.rows import Rows
from tui_app.widgets.typed_line import Typed

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp


def take_back(app: MinutebookApp) -> None:
    """Take back; what was taken back is told."""
    if not (isinstance(app.focused, Typed) and app.focused.take_back()):
        _attempt(app, lambda: _undo(app))


def bring_back(app: MinutebookApp) -> None:
    """Do again what was taken back last; it is told."""
    if not (isinstance(app.focused, Typed) and app.focused.bring_back()):
        _attempt(app, lambda: _redo(app))


def _attempt(app: MinutebookApp, deed: Callable[[], object]) -> None:
    """A Problem is told above the keys of the place, where there is one."""
    (app.screen if isinstance(app.screen, Place) else app).attempt(deed)


def _undo(app: MinutebookApp) -> None:
    from tui_app.services.history import what_was_done

    undone = app.book.register.undo()
    if undone is not None:
        _go_to(app, undone.removed, frozenset() if undone.made else undone.changed)
    app.tell_last(f"Undone: {what_was_done(undone)}" if undone else "There is nothing to undo.")


def _redo(app: MinutebookApp) -> None:
    from tui_app.services.history import what_was_done

    again = app.book.register.redo()
    if again is not None:
        _go_to(app, again.made, frozenset() if again.removed else again.changed)
    app.tell_last(f"Done again: {what_was_done(again)}" if again else "There is nothing to do again.")


def _go_to(app: MinutebookApp, came_back: frozenset[str], changed: frozenset[str]) -> None:
    """The cursor goes to the first row of what came back, else of what changed, unless it is on one of them.

    What changes beside something that goes has only moved up, and draws no cursor.
    """
    lists = app.screen.query(Rows) if isinstance(app.screen, Place) else ()
    for rows in lists:
        for ids in (came_back, changed):
            there = [row.key for row in rows.rows if row.key in ids]
            if there and rows.key not in there:
                rows.go_to(there[0])
            if there:
                return
