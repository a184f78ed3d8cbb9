"""Places and the palette, loaded when they are first gone to: the home screen need not load the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.screen import Screen

    from tui_app.screens.place import Place


def place(name: str) -> Callable[[], Screen[None]]:
    """Makes a place, by its name."""

    def make() -> Screen[None]:
        from importlib import import_module

        made: type[Place] = getattr(import_module(f"tui_app.screens.{name}"), name.capitalize())
        return made()

    return make


def palette() -> type[Provider]:
    """The provider of what the palette finds."""
    from tui_app.screens.palette import Palette

    return Palette
