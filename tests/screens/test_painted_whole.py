"""A place that is gone to is painted at once and whole, whatever becomes of it."""

from __future__ import annotations

import inspect

import pytest
from textual.app import App
from textual.messages import Update
from textual.screen import Screen

from tests.screens.conftest import Driver
from tui_app.domain.problem import Problem
from tui_app.screens.decisions import Decisions

PLACES = {"f3": "agenda", "f4": "minutes", "f5": "consensus", "f6": "decisions", "f7": "actions", "f8": "network",
          "f9": "papers"}  # fmt: skip


def test_textual_still_waits_by_the_method_that_is_another_here():
    assert [*inspect.signature(App.delay_update).parameters] == ["self", "delay"]
    assert "delay_update" in App.switch_mode.__code__.co_names
    assert [*inspect.signature(Update.__init__).parameters] == ["self", "widget"]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What is painted: of which place, and whether that shows the record by then."""
    found: list[tuple[str, bool]] = []
    display = App._display

    def seen(app: App[None], screen: Screen[None], update: object) -> None:
        if update is not None and not app._batch_count:
            found.append((getattr(screen, "NAME", ""), not getattr(screen, "_stale", False)))
        display(app, screen, update)

    monkeypatch.setattr(App, "_display", seen)
    return found


def painting(user: Driver) -> bool:
    return not user.app._batch_count


@pytest.mark.parametrize("key", PLACES)
async def test_a_place_shows_the_record_when_it_is_first_painted(in_session, drive, painted, key):
    async with drive(in_session) as user:
        await user.press("f2")
        painted.clear()
        await user.press(key)
        assert {*painted} == {(PLACES[key], True)}
        assert painting(user)


@pytest.mark.parametrize("key", PLACES)
async def test_a_place_that_was_seen_before_is_painted_once(in_session, drive, painted, key):
    async with drive(in_session) as user:
        await user.press(key, "f2", key, "f2")
        painted.clear()
        await user.press(key)
        assert painted == [(PLACES[key], True)]


async def test_a_place_that_was_left_before_it_was_seen_holds_nothing_up(in_session, drive):
    async with drive(in_session) as user:
        for place in ("decisions", "actions", "network", "decisions", "home"):
            user.app.show(place)
        await user.press("f12")
        assert painting(user)
        assert "Decisions" not in user.screen.splitlines()[0]
        assert user.app.screen.NAME == "home"


async def test_a_question_asked_on_the_way_to_a_place_is_seen(in_session, drive):
    async with drive(in_session) as user:
        user.app.show("decisions")
        user.app.action_palette()
        await user.pilot.pause()
        assert painting(user)
        assert "What do you want to do?" in user.screen


async def test_a_place_that_cannot_show_the_record_says_why(in_session, drive, monkeypatch, painted):
    def refuse(_: Decisions) -> None:
        raise Problem("The record of decisions cannot be read.")

    monkeypatch.setattr(Decisions, "show_record", refuse)
    async with drive(in_session) as user:
        await user.press("f6")
        assert painting(user)
        assert "The record of decisions cannot be read." in user.screen
        assert painted[-1][0] == "decisions"


async def test_what_never_answers_does_not_keep_the_screen(in_session, drive, monkeypatch):
    async with drive(in_session) as user:
        monkeypatch.setattr(user.app, "call_after_refresh", lambda *_: False)
        user.app.delay_update(0.01)
        assert not painting(user)
        await user.pilot.pause(0.05)
        assert painting(user)
