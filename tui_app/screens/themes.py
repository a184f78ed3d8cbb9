"""The two looks of the application, and which one this user likes."""

from __future__ import annotations

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


def remembered_theme() -> str:
    """The look chosen last, dark at first."""
    name = read_setting("theme")
    return name if name in {theme.name for theme in THEMES} else DARK.name


def remember_theme(name: str) -> None:
    """Keep the look for the next start."""
    write_setting("theme", name)
