"""The looks: read with ease, chosen, remembered, and every one of them without colours too."""

from __future__ import annotations

from itertools import product

import pytest
from textual.app import App
from textual.color import Color

from tui_app.screens.themes import DARK, LIGHT, PLAIN, THEMES, starting_theme
from tui_app.services.registers import write_setting

BACKGROUNDS = ("background", "surface", "panel")
TEXTS = ("foreground", "text-muted", "accent", "text-warning")
READABLE = 4.5
"""The least contrast of text in the Web Content Accessibility Guidelines 2.2, 1.4.3."""


def luminance(color: Color) -> float:
    """The relative luminance of WCAG."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: str, background: Color) -> float:
    """Of a text colour as the theme says it, `auto 60%` of black or white among them."""
    if text.startswith("auto"):
        color = background.get_contrast_text(float(text.split()[1].rstrip("%")) / 100)
    else:
        color = Color.parse(text)
    brighter, darker = sorted((luminance(background + color), luminance(background)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("theme", "text", "background"), [*product((DARK, LIGHT), TEXTS, BACKGROUNDS)])
def test_every_text_can_be_read_on_every_background(theme, text, background):
    colors = theme.to_color_system().generate()
    assert contrast(colors[text], Color.parse(colors[background])) >= READABLE


def test_black_on_white_is_the_greatest_contrast():
    assert contrast("#000000", Color.parse("#ffffff")) == pytest.approx(21)


AVAILABLE = (*(theme.name for theme in THEMES), "ansi-light")


@pytest.mark.parametrize(
    ("chosen", "asked", "colors", "no_color", "begins"),
    [
        ("", "", "truecolor", False, DARK.name),
        ("", "", "256", False, DARK.name),
        ("", "", "standard", False, PLAIN.name),
        ("", "", None, False, PLAIN.name),
        (LIGHT.name, "", "truecolor", False, LIGHT.name),
        (LIGHT.name, "", "standard", False, LIGHT.name),
        ("no such look", "", "truecolor", False, DARK.name),
        (LIGHT.name, "ansi-light", "truecolor", False, "ansi-light"),
        (LIGHT.name, "no such theme", "truecolor", False, LIGHT.name),
        (LIGHT.name, "ansi-light", "truecolor", True, PLAIN.name),
    ],
)
def test_the_look_to_begin_with(chosen, asked, colors, no_color, begins, monkeypatch):
    monkeypatch.setenv("TEXTUAL_THEME", asked)
    if chosen:
        write_setting("theme", chosen)
    assert starting_theme(AVAILABLE, colors, no_color=no_color) == begins


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_the_look_that_the_environment_asks_for_is_seen(theme, drive, in_session, monkeypatch):
    monkeypatch.setenv("TEXTUAL_THEME", theme.name)
    monkeypatch.setattr(App.theme, "_default", theme.name)  # Textual read it as it was imported
    async with drive(in_session) as user:
        assert user.app.screen.background_colors[1] == Color.parse(theme.background)


async def test_t_changes_the_look_and_the_next_start_has_it(drive, in_session):
    async with drive(in_session) as user:
        await user.press("f2")
        begun = user.app.theme
        looks = []
        for _ in THEMES:
            await user.press("T")
            looks.append(user.app.theme)
        assert {*looks} == {theme.name for theme in THEMES}
        assert looks[-1] == begun
        await user.press("T")
    async with drive(None) as user:
        assert user.app.theme == looks[0]


def styles_of(user):
    """Every style on the screen, as it goes to the terminal."""
    strips = user.app.screen._compositor.render_strips()
    return [segment.style for strip in strips for segment in strip if segment.text.strip() and segment.style]


@pytest.mark.parametrize(
    "keys", [("f2",), ("f3",), ("f4",), ("f5",), ("f6", "slash"), ("f9",), ("f7", "N"), ("f8", "?")]
)
async def test_no_color_means_none_and_the_cursor_is_seen_all_the_same(keys, drive, in_session, take, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    take(in_session, "/in all", "Opened.", "/a IOM: send it by 30 Sep", "/p The Network endorses the plan")
    async with drive(in_session) as user:
        await user.press(*keys)
        styles = styles_of(user)
        colors = {color for style in styles for color in (style.color, style.bgcolor) if color is not None}
        assert all(color.is_default for color in colors), colors
        assert any(style.reverse or style.underline for style in styles)


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_letters_to_jump_with_cover_no_word_of_the_page_beneath(no_color, drive, in_session, monkeypatch):
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    async with drive(in_session) as user:
        await user.press("f9")
        page = user.screen.splitlines()
        await user.press("ctrl+o")
        letters = user.screen.splitlines()
        assert letters[1].startswith("aAgenda")
        assert [line[1:16] for line in letters[:-2]] == [line[1:16] for line in page[:-2]]


async def test_where_there_are_no_colours_t_says_so(drive, in_session, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with drive(in_session) as user:
        await user.press("f2", "T")
        assert "NO_COLOR is set" in user.told
        assert user.app.theme == PLAIN.name
