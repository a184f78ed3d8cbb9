"""The looks of the application, which one this user likes, and the rules that are read for it."""

from __future__ import annotations

import os
from collections.abc import Container
from dataclasses import replace

from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.theme import BUILTIN_THEMES, Theme

from tui_app.services.registers import read_setting, write_setting

DARK = Theme(
    name="minutebook-dark",
    primary="#5fb3d9",
    accent="#5fb3d9",
    secondary="#8fa6b3",
    warning="#e0b35c",
    error="#e07a6a",
    success="#8fc48f",
    foreground="#d9dee2",
    background="#14181b",
    surface="#2a3238",
    panel="#20272c",
    dark=True,
)
LIGHT = Theme(
    name="minutebook-light",
    primary="#00628f",
    accent="#00628f",
    secondary="#4f6672",
    warning="#8a5a00",
    error="#a4291b",
    success="#2b6b2b",
    foreground="#1b2226",
    background="#fbfaf7",
    surface="#dfe4e6",
    panel="#e9ecec",
    dark=False,
)
_OWN = "ansi_default"
PLAIN = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="minutebook-plain",
    primary=_OWN,
    accent=_OWN,
    secondary=_OWN,
    warning=_OWN,
    error=_OWN,
    success=_OWN,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "ansi-background": _OWN,
        "ansi-foreground": _OWN,
        "input-selection-background": _OWN,
        "input-selection-foreground": _OWN,
        "input-cursor-background": _OWN,
        "input-cursor-foreground": _OWN,
        "input-cursor-text-style": "reverse",
        "scrollbar": _OWN,
        "scrollbar-hover": _OWN,
        "scrollbar-active": _OWN,
        "scrollbar-background": _OWN,
        "scrollbar-background-hover": _OWN,
        "scrollbar-background-active": _OWN,
        "scrollbar-corner-color": _OWN,
    },
)
"""The terminal's own two colours; bold, underline and reverse say the rest (see `:ansi` in the stylesheets)."""

THEMES = (DARK, LIGHT, PLAIN)


class Rules(Stylesheet):
    """Rules that are read anew only where a colour has changed: Textual itself reads all at each place first seen."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read what is new."""
        self.parse()


def own_colours() -> bool | None:
    """Whether a new app keeps to the terminal's own: without colours (NO_COLOR) greys would stand in their place."""
    return True if "NO_COLOR" in os.environ else None


class Dressed(App[None]):
    """An application in the look that its user likes.

    It has it before it reads the first rule: once it has another look it reads all of them again.
    """

    def __init__(self) -> None:
        self._colours: dict[str, dict[str, str]] = {}
        super().__init__(ansi_color=own_colours())
        for each in THEMES:
            self.register_theme(each)
        self.theme = starting_theme(self.available_themes, self.console.color_system, no_color=self.no_color)
        self.stylesheet = Rules(variables=self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the look, worked out once: Textual asks for them at each place."""
        name = self.current_theme.name  # another than `theme` while that is not registered yet
        if name not in self._colours:
            self._colours[name] = super().get_css_variables()
        self.theme_variables = self._colours[name]
        return self.theme_variables


def starting_theme(available: Container[str], color_system: str | None, *, no_color: bool) -> str:
    """The look to begin with: what the environment asks for, else the one chosen last, else dark.

    Without colours (NO_COLOR), and where nobody chose and the terminal has but sixteen, it is the plain one.
    `available`: every theme there is, for TEXTUAL_THEME.
    """
    wanted, remembered = os.environ.get("TEXTUAL_THEME", ""), read_setting("theme")
    if no_color:
        return PLAIN.name
    if wanted in available:
        return wanted
    if remembered in {theme.name for theme in THEMES}:
        return remembered
    return PLAIN.name if color_system in (None, "standard") else DARK.name


def theme_after(name: str) -> str:
    """The look that comes after one: dark, light, plain, and dark again."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]


def remember_theme(name: str) -> None:
    """Keep the look for the next start."""
    write_setting("theme", name)
