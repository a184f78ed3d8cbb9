"""Backing the register up beside the work; should it fail, that is told and stops nothing."""

from __future__ import annotations

from asyncio import shield, wrap_future
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_app.domain.problem import Problem
from tui_app.services.keeping import backing_up, backup_due

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui_app.app import MinutebookApp

_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backup")


def back_up(app: MinutebookApp) -> None:
    """Back it up now. The program does not end before that is done, since it reads and writes in the folder."""
    made = _THREAD.submit(backing_up(app.book))
    app.await_backup = made.exception

    async def tell() -> None:
        with suppress(Problem):
            await shield(wrap_future(made))  # who leaves meanwhile calls off the telling, not the backup
        app.attempt(made.result)

    _: Worker[None] = app.run_worker(tell)


def back_up_daily(app: MinutebookApp) -> None:
    """Back it up if it was not today."""
    if backup_due(app.book):
        back_up(app)
