"""Terminals keep some keys for themselves: no action depends on one of these alone."""

import re

import pytest

from tui_app.commands.catalogue import CATALOGUE
from tui_app.commands.places import PLACES

KEPT = {
    r"ctrl\+[sq]": "flow control",
    r"f1|f10|f11": "help, menu and full screen of the desktop's terminals",
    r"shift\+(up|down|left|right|pageup|pagedown|home|end|insert|f\d+)": "scrolling, marking, pasting",
    r"ctrl\+shift\+.*": "copy, paste, tabs and windows",
    r"alt\+.*": "tabs by number, menus by letter",
    r"ctrl\+(tab|pageup|pagedown|up|down|left|right|home|end)": "tabs, words, desktops",
    r"ctrl\+[cdhijm\[\\]|ctrl\+space": "interrupting, and keys that look like Backspace, Tab and Enter",
}
"""Keys that common terminals swallow or change, and for what."""
ANOTHER_WAY = {"any.quit"}
"""Found in the palette under its name, and nothing is lost where the window is closed instead."""


def arrives(key):
    return not any(re.fullmatch(kept, key) for kept in KEPT)


@pytest.mark.parametrize("action", [a for a in CATALOGUE if a.id not in ANOTHER_WAY], ids=lambda action: action.id)
def test_every_action_has_a_key_that_arrives(action):
    assert any(arrives(key) for key in action.default_keys.split(","))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_every_place_has_a_key_that_arrives_and_one_that_works_while_typing(place):
    assert arrives(place.number)
    assert arrives(place.function_key)
