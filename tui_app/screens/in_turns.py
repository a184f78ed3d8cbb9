"""Tasks that begin when it is their turn, on every Python."""

from __future__ import annotations

import asyncio

from textual.app import App


class InTurns(App[None]):
    """An application whose tasks begin one after the other, as on Python 3.11.

    From 3.12 on Textual lets each begin at once: what is in the first place then asks for the screen before there is
    one, and the app ends before anything is seen. Textual's own tests let none begin so, and neither do ours.
    """

    def on_load(self) -> None:
        """Before the first screen is made."""
        asyncio.get_running_loop().set_task_factory(None)
