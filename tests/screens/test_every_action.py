"""Every action of the catalogue, as a meeting stands: its key does something that is seen, or it is told why not."""

import pytest
from textual.screen import Screen

from tui_app.commands.action import ANYWHERE
from tui_app.commands.catalogue import actions_of
from tui_app.commands.places import PLACES, SECTIONS, SHEETS
from tui_app.screens.palette import method_of
from tui_app.screens.place import Place
from tui_app.screens.prompt import PromptLine

STATES = ("no meeting", "planned", "in session", "closed", "reading only")
EVERYWHERE = (*(place.id for place in PLACES), *SHEETS)
OPENED_BY = {"documents": ("agenda", "D"), "backlog": ("agenda", "b"), "versions": ("papers", "v")}


@pytest.fixture(autouse=True)
def unpainted(monkeypatch):
    """What is seen is read from the laid-out screen: sending it to a terminal too takes twice the time."""
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda _: None)


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
        for each in key:
            await user.send(each)
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


async def is_silent(user, action, *, by_palette=False):
    """Whether an action does nothing that is seen or told."""
    before, record = seen(user), changes(user)
    if by_palette:
        user.app.call_later(method_of(user.app if action.place == ANYWHERE else user.app.screen, action))
        await user.pilot.pause()
    else:
        await user.send(action.keys[0])
    nothing = seen(user) == before
    put_back(user, record)
    return nothing


def actions_at(place, section, state):
    """The actions of a place; at home also those that work anywhere, but leaving the program.

    A section has its own and those of all sections, and while a meeting is in session the others' are pressed too.
    """
    here = [action for action in actions_of(place) if place in (action.place, "home") and action.id != "any.quit"]
    others = {method for each, own in SECTIONS.items() if each != section for method in own}
    return [each for each in here if not section or state == "in session" or each.method not in others]


async def silent_at(user, place, state, *, by_palette=False):
    """The actions of a place that do nothing, with the section where they do not."""
    silent = []
    for section in SECTIONS if place == "network" else ("",):
        actions = actions_at(place, section, "planned" if by_palette else state)
        for action in actions if by_palette else {each.keys[0]: each for each in actions}.values():
            if await go(user, place, section) and await is_silent(user, action, by_palette=by_palette):
                silent.append(f"{section} {action.id} {action.keys[0]}".strip())
    return silent


@pytest.mark.parametrize("state", STATES)
async def test_each_key_does_something_or_tells_why_not(in_state, drive, state):
    async with drive(in_state(state)) as user:
        assert [silent for place in EVERYWHERE for silent in await silent_at(user, place, state)] == []


async def test_each_action_carried_out_by_the_palette_does_something_or_tells_why_not(in_state, drive):
    async with drive(in_state("in session")) as user:
        done = [await silent_at(user, place, "in session", by_palette=True) for place in EVERYWHERE]
        assert [silent for place in done for silent in place] == []
