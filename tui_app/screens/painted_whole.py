"""Going to another place: it is painted once, whole, as soon as it shows the record."""

from __future__ import annotations

from contextlib import ExitStack

from textual.app import App
from textual.messages import Update


class PaintedWhole(App[None]):
    """An application that paints the place it goes to once it is whole: Textual waits 50 ms, whole or not."""

    def delay_update(self, delay: float = 2.0) -> None:
        """Paint nothing until the screen that comes, and all in it, has done what it was told.

        `delay`: the seconds after which it is painted whatever became of it.
        """
        held = ExitStack()
        held.callback(self._paint)
        held.enter_context(self.batch_update())
        held.callback(self.set_timer(delay, held.close).stop)
        # The screen hears that it is seen, what is in it answers, and the place writes what it writes after that.
        self.call_after_refresh(self.call_after_refresh, self.call_after_refresh, held.close)

    def _paint(self) -> None:
        """As one thing, also where it is still to be laid out: after `refresh` that would be painted by itself."""
        self.screen.post_message(Update(self.screen))
