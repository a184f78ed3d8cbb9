"""Tasks begin in turns, whatever Textual asks of the event loop (it lets each begin at once from Python 3.12 on)."""

import asyncio

from tui_app.projector.app import Projector
from tui_app.services.following import Following


def _at_once(loop, coroutine, **options):
    return asyncio.Task(coroutine, loop=loop, **options)


async def test_the_places_and_the_projector_undo_what_lets_tasks_begin_at_once(in_session, drive):
    loop = asyncio.get_running_loop()
    loop.set_task_factory(_at_once)
    async with drive(in_session) as user:
        assert loop.get_task_factory() is None
        assert "IN SESSION" in user.screen
    loop.set_task_factory(_at_once)
    async with Projector(Following(in_session.register.folder, "")).run_test():
        assert loop.get_task_factory() is None
