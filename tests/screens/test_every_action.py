"""Every action of the catalogue, as a meeting stands: its key does something that is seen, or it is told why not."""

import pytest

from tui_app.commands.catalogue import actions_of
from tui_app.commands.places import PLACES, SECTIONS, SHEETS
from tui_app.screens.place import Place
from tui_app.screens.prompt import PromptLine

STATES = ("no meeting", "planned", "in session", "closed", "reading only")
OPENED_BY = {"documents": ("agenda", "D"), "backlog": ("agenda", "b"), "versions": ("papers", "v")}


def seen(user):
    """All by which one could tell that something happened."""
    app = user.app
    return (
        user.screen, user.told, app.theme, app.focused, tuple(app.screen_stack), app.current_mode,
        app.book.register.sequence,
    )  # fmt: skip


async def go(user, place, section=""):
    """To a place or a sheet with its list focused and nothing asked; whether it could be reached."""
    app, (base, key) = user.app, OPENED_BY.get(place, (place, ""))
    while not isinstance(app.screen, Place):
        app.pop_screen()
    prompt = app.screen.query_one(PromptLine)
    if prompt.has_class("open"):
        prompt.action_put_away()
    if place != app.screen.NAME:
        app.switch_mode(base)
        await user.pilot.pause()
        await user.press(*([key] if key else []))
    if place != app.screen.NAME:
        return False
    if section and app.screen._section != section:
        app.screen._show_section(section)
    app.screen.rows().focus()
    app.screen._forget()
    app.clear_notifications()
    await user.pilot.pause()
    return True


def changes(user):
    """How many changes could be undone."""
    return len(user.app.book.register._undo_order.done)


def put_back(user, before):
    """The register as it was, whatever an action changed in it."""
    register = user.app.book.register
    while changes(user) > before:
        register.undo()
    while changes(user) < before:
        register.redo()


async def is_silent(user, key):
    """Whether a key does nothing that is seen or told."""
    before, record = seen(user), changes(user)
    await user.press(key)
    nothing = seen(user) == before
    put_back(user, record)
    return nothing


def keys_of(place):
    """The first key of each action of a place; at home also of those that work anywhere, but leaving the program."""
    here = [action for action in actions_of(place) if place in (action.place, "home")]
    return dict.fromkeys(action.keys[0] for action in here if action.id != "any.quit")


@pytest.mark.parametrize("place", [*(place.id for place in PLACES), *SHEETS])
@pytest.mark.parametrize("state", STATES)
async def test_each_key_does_something_or_tells_why_not(in_state, drive, state, place):
    silent = []
    async with drive(in_state(state)) as user:
        for section in SECTIONS if place == "network" else ("",):
            for key in keys_of(place):
                if await go(user, place, section) and await is_silent(user, key):
                    silent.append(f"{section} {key}".strip())
    assert silent == []
