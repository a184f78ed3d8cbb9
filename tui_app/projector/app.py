"""The app of the projector: it follows what the first window writes, and shows it to the room."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui_app.commands.projector import PROJECTOR
from tui_app.domain.problem import Problem
from tui_app.projector.help import KeysOfProjector
from tui_app.projector.room import Room
from tui_app.resources import stylesheet
from tui_app.screens.in_turns import InTurns
from tui_app.screens.themes import Dressed, remember_theme, theme_after
from tui_app.services.following import Following
from tui_app.services.own_keys import use_own_keys

FOLLOWS, TRIES_AGAIN = 0.25, 2.0
"""After so many seconds it looks for what was written; after so many again for what could not be read."""


class Projector(InTurns, Dressed):
    """One screen, which changes with the record and with the clock."""

    TITLE = "Minutebook"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar = [stylesheet("theme"), stylesheet("projector/projector")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(a.default_keys, a.method, a.title, show=False, id=a.id, priority=a.always) for a in PROJECTOR
    ]

    def __init__(self, following: Following) -> None:
        super().__init__()
        self.animation_level = "none"  # a text that glides is not read
        self._following = following
        self._own_keys, _ = use_own_keys()  # what of them does not hold the first window tells, not the room's
        self._room = Room()
        self._positions = False

    async def on_mount(self) -> None:
        """The screen as it is now, and the two clocks by which it changes."""
        self.set_keymap(self._own_keys)
        await self.push_screen(self._room)
        self._show()
        self._heed()
        self.set_interval(1, self._tick)
        self.set_timer(FOLLOWS, self._follow)

    def _show(self) -> None:
        self._room.show(self._following.projection(), self._following.words, self._following.book.now())

    def _tick(self) -> None:
        if self.is_running:
            self._room.show_time(self._following.book.now())

    def _follow(self) -> None:
        """Show what was written meanwhile; while it cannot be read, what was there stays, and that is told below.

        Why it cannot is nothing for the room: the first window says so, or this command when it is given again.
        """
        if not self.is_running:  # it is being left
            return
        told = ""
        try:
            if self._following.follow():
                self._show()
            self._heed()
        except Problem:
            told = self._following.cannot_be_read
        self._room.tell(told)
        self.set_timer(TRIES_AGAIN if told else FOLLOWS, self._follow)

    def _heed(self) -> None:
        """Show the positions or hide them as the first window came to want it; until then the key here decides."""
        before, self._positions = self._positions, self._following.positions_shown
        if self._positions != before:
            self._room.choose(replace(self._room.chosen, positions=self._positions))

    # -- actions ---------------------------------------------------------

    def action_positions(self) -> None:
        """Show what each entity says, or hide it: the chair knows when the room should see it."""
        self._room.choose(replace(self._room.chosen, positions=not self._room.chosen.positions))

    def action_changes(self) -> None:
        """Show what changed, or the plain text."""
        self._room.choose(replace(self._room.chosen, changes=not self._room.chosen.changes))

    def action_help(self) -> None:
        """Explain this screen."""
        self.push_screen(KeysOfProjector())

    def action_theme(self) -> None:
        """The next look; remembered for the next start. Without colours there is but one."""
        if not self.no_color:
            self.theme = theme_after(self.theme)
            remember_theme(self.theme)


def run_projector(following: Following) -> None:
    """Show a meeting to the room until ctrl+q."""
    Projector(following).run()
