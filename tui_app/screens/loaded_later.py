"""Places and the palette, loaded when they are first gone to, or before that while nobody presses a key.

The first screen need not load the others.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from tui_app.commands.places import PLACES

if TYPE_CHECKING:
    from types import ModuleType

    from textual.command import Provider
    from textual.screen import Screen

    from tui_app.app import MinutebookApp
    from tui_app.screens.place import Place

_PAUSE = 1.5
"""Seconds since the last key, or since the start, after which whoever sits there is taken to read or to think."""


def place(name: str) -> Callable[[], Screen[None]]:
    """Makes a place, by its name."""

    def make() -> Screen[None]:
        made: type[Place] = getattr(_module(name), name.capitalize())
        return made()

    return make


def load_in_pauses(app: MinutebookApp) -> None:
    """Load the code of the places, of one in each pause between the keys: their first opening need not wait for it."""
    coming = iter(PLACES)

    def load() -> None:
        if app.keys_in_turn.rest(_PAUSE):
            each = next(coming, None)
            if each is None:
                timer.stop()
            else:
                _module(each.id)

    timer = app.set_interval(_PAUSE, load)


def _module(name: str) -> ModuleType:
    return import_module(f"tui_app.screens.{name}")


def palette() -> type[Provider]:
    """The provider of what the palette finds."""
    from tui_app.screens.palette import Palette

    return Palette
