"""The two looks of the application, which one this user likes, and the rules that are read for it."""

from __future__ import annotations

from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.theme import Theme

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
THEMES = (DARK, LIGHT)


class Rules(Stylesheet):
    """Rules that are read anew only where a colour has changed: Textual itself reads all at each place first seen."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read what is new."""
        self.parse()


def put_on(app: App[None], theme: str) -> None:
    """Give a new app its look, before it reads the first rule: once it has another look it reads all of them again."""
    for each in THEMES:
        app.register_theme(each)
    app.theme = theme
    app.stylesheet = Rules(variables=app.get_css_variables())


def remembered_theme() -> str:
    """The look chosen last, dark at first."""
    name = read_setting("theme")
    return name if name in {theme.name for theme in THEMES} else DARK.name


def remember_theme(name: str) -> None:
    """Keep the look for the next start."""
    write_setting("theme", name)
