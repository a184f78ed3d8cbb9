"""The code of the places is loaded while nobody presses a key, so that no first opening waits for it."""

from __future__ import annotations

from types import ModuleType

import pytest

from tui_app.commands.places import PLACES
from tui_app.screens import loaded_later


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found, load = list[str](), loaded_later._module

    def seen(name: str) -> ModuleType:
        found.append(name)
        return load(name)

    monkeypatch.setattr(loaded_later, "_PAUSE", 0.01)
    monkeypatch.setattr(loaded_later, "_module", seen)
    return found


async def test_every_place_is_loaded_one_after_the_other(in_session, drive, loaded):
    async with drive(in_session) as user:
        at_start = loaded[:1]
        while {*loaded} < {place.id for place in PLACES}:
            await user.pilot.pause(0.01)
        assert at_start == ["minutes"]
        await user.press(*(place.function_key for place in PLACES))
        assert user.app.screen.NAME == "papers"


async def test_nothing_is_loaded_while_keys_are_pressed(in_session, drive, loaded, monkeypatch):
    async with drive(in_session) as user:
        monkeypatch.setattr(user.app.keys_in_turn, "_taken", float("inf"))
        before = len(loaded)
        await user.pilot.pause(0.05)
        assert len(loaded) == before
        await user.press("escape")
        assert not user.app.keys_in_turn.rest(60)
