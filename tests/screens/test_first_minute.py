"""From nothing to a meeting in session, by the keys that the screens name and no others."""

from __future__ import annotations

import re

import pytest

from tui_app.services.charters import BLANK, charter_names

NAME = "A. Otieno"
ENOUGH = 20
"""So many keys beside the name: at three seconds a key, a minute."""


class Stranger:
    """Presses only what the screen names just then, and counts."""

    def __init__(self, user) -> None:
        self.user, self.pressed = user, 0

    def sees(self, *words: str) -> None:
        shown = " ".join(self.user.screen.split())
        assert all(each in shown for each in words), (words, self.user.screen)

    async def press(self, named: str, *keys: str) -> None:
        """Press keys that are named in these words."""
        self.sees(named)
        self.pressed += len(keys)
        await self.user.press(*keys)


@pytest.mark.parametrize("place", range(len(charter_names())), ids=charter_names())
async def test_a_stranger_is_in_session_within_a_minute(drive, place):
    charter = charter_names()[place]
    async with drive(None) as user:
        stranger = Stranger(user)
        await stranger.press("Arrows move, Enter chooses", *["down"] * place, "enter")
        if charter == BLANK:
            stranger.sees("What is the network called? As in")
            await user.type("Ghana UN Network on Migration")
            await stranger.press("Enter goes on", "enter")
            await stranger.press("In which time zone does it meet?", "enter")
        stranger.sees("Who are you?", "its register will lie in")
        await user.type(NAME)
        await stranger.press("Enter goes on", "enter")
        await stranger.press("M plans the first one", "M")
        await stranger.press("Enter chooses", "enter")
        assert re.search(r" today \d\d:\d\d\s", user.screen)
        await stranger.press("Enter done", "enter")
        await stranger.press("Empty: not known yet", "enter")
        while "Empty: with none" in user.screen:  # where the Terms of Reference let it be held with another meeting
            await stranger.press("Empty: with none", "enter")
        await stranger.press("o open ", "o")
        if "IN SESSION" not in user.screen:
            await stranger.press("y open it", "y")
        stranger.sees("IN SESSION", "Type a line; Enter saves it")
        if charter not in (BLANK, "kosovo"):
            stranger.sees("Present 0/", "/in all")
            await user.type("/in all", "enter")
        await user.type("The chair welcomed the members.", "enter")
        stranger.sees("The chair welcomed the members.", "saved ")
        assert stranger.pressed <= ENOUGH


async def test_enter_on_the_line_that_says_so_plans_the_first_meeting(drive):
    async with drive(None) as user:
        await user.press("down", "enter")
        await user.type(NAME, "enter")
        await user.press("enter")
        assert "Plan which meeting?" in user.screen


EMPTY = {
    "f3": "There is no meeting yet: M plans one.",
    "f4": "There is no meeting yet: M plans one.",
    "f5": "There is no meeting yet: M plans one.",
    "f6": "No decision yet: /decide in the minutes (3)",
    "f7": "No action yet: /a in the minutes (3).",
    "f8": "No member on this day: a admits an entity.",
    "f9": "There is no meeting yet: plan one (M).",
}


async def test_an_empty_place_says_what_fills_it(drive):
    async with drive(None) as user:
        stranger = Stranger(user)
        await user.press(*["down"] * charter_names().index(BLANK), "enter")
        await user.type("Ghana UN Network on Migration", "enter")
        await user.press("enter")
        await user.type(NAME, "enter")
        for key, words in EMPTY.items():
            await user.press(key)
            stranger.sees(words)


async def test_the_sample_year_is_one_key_away(drive):
    async with drive(None) as user:
        await Stranger(user).press("s: sample year", "s")
        assert "IN SESSION" in user.screen
