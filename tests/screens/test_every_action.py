"""Every action of the catalogue, as a meeting stands: its key does something that is seen, or it is told why not."""

import re
from pathlib import Path
from string import ascii_lowercase

import pytest
from textual.screen import Screen

from tui_app.commands.action import ANYWHERE
from tui_app.commands.catalogue import CATALOGUE, actions_of
from tui_app.commands.places import PLACES, SECTIONS, SHEETS
from tui_app.screens.palette import method_of
from tui_app.screens.place import Place
from tui_app.screens.prompt import PromptLine
from tui_app.services import filing

STATES = ("no meeting", "planned", "in session", "closed", "reading only")
EVERYWHERE = (*(place.id for place in PLACES), *SHEETS)


@pytest.fixture(autouse=True)
def unpainted(monkeypatch):
    """What is seen is read from the laid-out screen: sending it to a terminal too takes twice the time."""
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda _: None)


# -- other keys ----------------------------------------------------------


def other_keys():
    """For each action a key that is nobody's as the program comes, by place those with alt, then those with ctrl."""
    functions = [f"f{number}" for number in range(1, 13)]
    for place in (ANYWHERE, *EVERYWHERE):
        names = functions if place == ANYWHERE else [*ascii_lowercase, *(f"ctrl+{key}" for key in functions)]
        actions = [action for action in CATALOGUE if action.place == place]
        for action, name in zip(actions, names, strict=False):
            yield action.id, name if name.startswith("ctrl") else f"alt+{name}"


@pytest.fixture
def all_other(home, monkeypatch):
    """Every action has another key than the usual one."""
    (home / "settings").mkdir(parents=True, exist_ok=True)
    lines = "\n".join(f'"{id}" = "{key}"' for id, key in other_keys())
    (home / "settings" / "keys.toml").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(filing, "papers_folder", lambda: Path("papers"))  # a long name breaks into single letters


NOBODYS = re.compile(
    r"\by [^│\n]+    n go back|x removes it|o to the meeting|y copies it|/\? help|arrows or j k|Home End or g G"
    r"|(?:key|Words|words) in \[ \]"
)
"""Letters that no action has: those of dialogs and of lists."""
USUAL = re.compile(r"(?<![\w.+/)'’“&-])(?:[b-zB-HJ-Z?/\[\]](?![\w.'’+/&-])|ctrl\+[a-rt-z]|F1\b)")
"""How the usual keys stand on the screen."""


def usual_keys(user, *, only_told=False):
    """The lines on the screen that name one, or only those of what was told: reading the screen takes long."""
    seen = user.told if only_told else user.screen
    return [line for line in NOBODYS.sub("", seen).splitlines() if USUAL.search(line)]


# -- pressing ------------------------------------------------------------


def happened(user):
    """Nearly all by which one could tell that something happened, without looking at the screen."""
    app = user.app
    return (
        user.told, app.theme, app.focused, tuple(app.screen_stack), app.current_mode, app.book.register.sequence,
    )  # fmt: skip


async def go(user, place, section=""):
    """To a place or a sheet with its list focused and nothing asked; whether it could be reached."""
    app = user.app
    if not stays(app.screen, place, section):
        await _come(user, place)
        if place == app.screen.NAME:
            if section and app.screen._section != section:
                app.screen._show_section(section)
            app.screen.rows().focus()
            await user.pilot.pause()
    app.clear_notifications()
    app.screen.forget()
    return place == app.screen.NAME


def stays(screen, place, section):
    """Whether the last action led nowhere."""
    here = isinstance(screen, Place) and place == screen.NAME and section in ("", getattr(screen, "_section", ""))
    return here and screen.rows().has_focus and not screen.query_one(PromptLine).has_class("open")


async def _come(user, place):
    app, base = user.app, SHEETS[place].opened_by.partition(".")[0] if place in SHEETS else place
    while not isinstance(app.screen, Place):
        app.pop_screen()
    prompt = app.screen.query_one(PromptLine)
    if prompt.has_class("open"):
        prompt.action_put_away()
    if place != app.screen.NAME:
        app.switch_mode(base)
        await user.pilot.pause()
        if place in SHEETS:
            await user.send(action_keys(SHEETS[place].opened_by))


def action_keys(id):
    """The key of an action as Textual names it."""
    return next(action for action in CATALOGUE if action.id == id).keys[0]


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


async def do(user, action, *, by_palette=False):
    """Press its key, or carry it out as the palette does."""
    if by_palette:
        user.app.call_later(method_of(user.app if action.place == ANYWHERE else user.app.screen, action))
        await user.pilot.pause()
    else:
        await user.send(action.keys[0])


async def is_silent(user, action, place, section, **how):
    """Whether an action does nothing that is seen or told: where nothing else tells it, the screens are compared."""
    record, before = changes(user), happened(user)
    await do(user, action, **how)
    nothing = happened(user) == before
    if nothing:
        await go(user, place, section)
        before = user.screen
        await do(user, action, **how)
        nothing = user.screen == before
    return nothing, record


def actions_at(place, section, state):
    """The actions of a place; at home also those that work anywhere, but leaving the program.

    A section has its own and those of all sections, and while a meeting is in session the others' are pressed too.
    """
    here = [action for action in actions_of(place) if place in (action.place, "home") and action.id != "any.quit"]
    others = {method for each, own in SECTIONS.items() if each != section for method in own}
    return [each for each in here if not section or state == "in session" or each.method not in others]


async def sweep(user, place, state, *, by_palette=False, names=lambda *_, **how: []):
    """The actions of a place that do nothing, with the section where they do not; and what `names` finds on the way."""
    found = []
    for section in SECTIONS if place == "network" else ("",):
        if not await go(user, place, section):
            continue
        found += names(user)
        actions = actions_at(place, section, "planned" if by_palette else state)
        for action in actions if by_palette else {each.keys[0]: each for each in actions}.values():
            if not await go(user, place, section):
                continue
            silent, record = await is_silent(user, action, place, section, by_palette=by_palette)
            if silent:
                found.append(f"{section} {action.id} {action.keys[0]}".strip())
            found += names(user, only_told=stays(user.app.screen, place, section))
            put_back(user, record)
    return found


async def test_a_key_that_several_sections_have_does_something_in_each_or_tells_why_not(in_state, drive):
    async with drive(in_state("in session")) as user:
        assert await sweep(user, "network", "in session") == []


@pytest.mark.parametrize("state", STATES)
async def test_each_key_does_something_or_tells_why_not_and_no_other_than_the_users_is_named(
    in_state, drive, all_other, state
):
    async with drive(in_state(state)) as user:
        assert not user.told
        found = [each for place in EVERYWHERE for each in await sweep(user, place, state, names=usual_keys)]
        assert found == []


@pytest.mark.parametrize("state", ["no meeting", "in session", "closed"])  # reading only: test_reading_every_action.py
async def test_each_action_carried_out_by_the_palette_does_something_or_tells_why_not(in_state, drive, state):
    async with drive(in_state(state)) as user:
        done = [await sweep(user, place, state, by_palette=True) for place in EVERYWHERE]
        assert [silent for place in done for silent in place] == []
