"""Backing the register up beside the work; should it fail, that is told and stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.services.keeping import backing_up, backup_due

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp


def back_up(app: MinutebookApp) -> None:
    """Back it up now."""
    make = backing_up(app.book)
    app.run_worker(lambda: app.attempt(make), thread=True)


def back_up_daily(app: MinutebookApp) -> None:
    """Back it up if it was not today."""
    if backup_due(app.book):
        back_up(app)
