"""What follows the cursor is made once it rests: at once after one key, and while a key is held down when it pauses."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.timer import Timer

from tui_app.screens.place import Place

HELD, PAUSE = 0.4, 0.15
"""Keys closer together than the first, in seconds, are moves on the way: what follows waits for such a pause."""


class Resting:
    """The wait for the cursor of a place to rest, after which `follow` is called."""

    def __init__(self, place: Place, follow: Callable[[], object]) -> None:
        self._place, self._follow = place, follow
        self._moved_at = 0.0
        self._timer: Timer | None = None
        self.waits = False

    def moved(self) -> None:
        """The cursor moved: follow it once this was seen, or where it moved just before, after a pause."""
        before, self._moved_at = self._moved_at, time.monotonic()
        if self._moved_at - before < HELD:
            self.pause()
        else:
            self.waits = True
            self._place.call_after_refresh(self._rested)

    def pause(self) -> None:
        """Follow after a pause, which begins anew each time."""
        self.waits = True
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._place.set_timer(PAUSE, self._rested)

    def _rested(self) -> None:
        if self.waits:
            self.waits = False
            self._follow()
