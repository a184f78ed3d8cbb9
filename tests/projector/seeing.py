"""The projector screen as somebody in the room sees it, while lines are typed into the first window."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime

from tui_app.projector.app import Projector
from tui_app.services import capture
from tui_app.services.following import Following
from tui_app.services.room_screen import show_positions

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]
LONG = " ".join(f"The Network asks its members to do the thing of number {n}." for n in range(60))
"""More than 3,000 characters."""


class Seen:
    """The screen, and keys to it."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def take(self, pen, *lines):
        """Lines into the first window, and a look at what was written."""
        for line in lines:
            capture.take(pen, line)
        self.app._follow()
        await self.pilot.pause()

    async def take_positions(self, pen, *, shown):
        """What the first window wants the room to see, and a look at that."""
        show_positions(pen.book, pen.meeting_id, shown=shown)
        await self.take(pen)

    @property
    def rows(self):
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def screen(self):
        return "\n".join(self.rows)

    @property
    def words(self):
        """The screen on one line."""
        return " ".join(self.screen.split())

    def looks(self, words):
        """The styles in which words stand on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return [segment.style for strip in strips for segment in strip if words in segment.text]


@asynccontextmanager
async def projecting(pen, size=(80, 24)):
    following = Following(pen.book.register.folder, clock=lambda: NOW)
    app = Projector(following)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Seen(app, pilot)
    following.book.register.close()
