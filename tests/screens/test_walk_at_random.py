"""Whatever keys led there, a place shows what it shows where it is seen for the first time."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.screens.conftest import NOW
from tui_app.screens import folding
from tui_app.screens.place import Place
from tui_app.services.registers import open_book
from tui_app.widgets.few_lines import SameSpace
from tui_app.widgets.rows import Rows

LINES = (
    "IOM: presented a long plan, with words that wrap in every window that is narrow enough for it",
    "/a ILO: send the list by 30 Sep 2026", "/next", "/d The Network takes note", "/out IOM", "/p The Network meets",
    "/undo", "/item 2", "/in all", "! ILO: on record",
)  # fmt: skip
SIZES = ((60, 20), (80, 24), (120, 40))
PLACES = ("f2", "f3", "f4", "f5", "f6", "f7", "f8")
MOVES = ("up", "down", "pagedown", "pageup", "home", "end", "ctrl+z", "ctrl+z", "ctrl+y")
LIST = (*MOVES, "x", "J", "K", "n", "s")
"""In the list of entries: struck out, moved, made another kind."""


async def step(user, chance: random.Random) -> None:
    """One thing that an officer may do next, or a window of another size."""
    if chance.random() < 0.1:
        await user.pilot.resize_terminal(*chance.choice(SIZES))
    elif chance.random() < 0.25:
        await user.send(chance.choice(PLACES))
    elif user.app.current_mode == "minutes" and user.app.screen.line.display and chance.random() < 0.6:
        if not user.app.screen.line.has_focus:
            await user.send("enter")
        await user.send("ctrl+u")
        await user.type(chance.choice(LINES), "enter", "escape")
    elif user.app.current_mode in ("decisions", "actions") and chance.random() < 0.5:
        await user.send("slash")
        await user.type(chance.choice(("plan", "is:open", "list", "")), "enter")
    else:
        await user.send(chance.choice(LIST if user.app.current_mode == "minutes" else MOVES))


async def at_rest(user) -> None:
    """One step out of what was asked, and until all is folded and laid out that is done between the keys."""
    while len(user.app.screen_stack) > 1 or user.app.screen.query("#prompt.open"):
        await user.send("escape")
    user.app.screen.forget()
    timers = [getattr(user.app.screen, "_folding", None), *user.app.screen.query(Rows)]
    while any(each is not None and each._slices is not None and each._slices._active.is_set() for each in timers):
        await user.pilot.pause(0.01)
    await user.pilot.pause()


def shown(place: Place) -> dict[str, object]:
    """The headline and the items, the keys, each list with its scrollbar."""
    lists = [rows for rows in place.query(Rows) if rows.display and rows.size.height]
    return {
        "words": [str(each.content) for each in place.query(SameSpace)],
        "keys": place._hints or place.hints(),
        **{f"rows {rows.id}": (rows.key, [*rows.rows], rows._laid.lines, rows.virtual_size.height) for rows in lists},
        **{f"scrolls {rows.id}": rows.show_vertical_scrollbar for rows in lists},
    }


def is_in_sight(rows: Rows) -> bool:
    """Whether the row under the cursor is, and nothing below the last one while there is more above."""
    if not rows.rows:
        return True
    top = rows._laid.ends[rows._cursor] - len(rows._laid.lines[rows._cursor]) - rows.scroll_offset.y
    longer = max(0, rows._laid.height + rows._titles - rows.size.height)
    return 0 <= top < rows.size.height - rows._titles and rows.scroll_offset.y <= longer


async def seen_first(drive, place: Place, size: tuple[int, int], folder: Path) -> dict[str, object]:
    """What an application shows that begins on a copy of the register, in the same place on the same row."""
    register = shutil.copytree(place.book.register.folder, folder, ignore=shutil.ignore_patterns("*lock*"))
    book = open_book(Path(register), clock=lambda: NOW)
    async with drive(book, size=size) as user:
        user.app.switch_mode(place.NAME)
        await at_rest(user)
        if hasattr(place, "line") and place.NAME != "minutes":
            user.app.screen.line.value = place.line.value
            user.app.screen._to_list()
        user.app.screen.rows().focus()
        user.app.screen.rows().go_to(place.rows().key)
        await user.press()
        await at_rest(user)
        return shown(user.app.screen)


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_a_place_shows_the_same_however_one_came_there(in_session, take, drive, tmp_path, monkeypatch, seed):
    monkeypatch.setattr(folding, "SLICE", 1e-6)
    take(in_session, "/in IOM A. Otieno", "/next", *(LINES[:2] * 12))
    chance = random.Random(seed)
    async with drive(in_session) as user:
        for check in range(7):
            for _ in range(6):
                await step(user, chance)
            await at_rest(user)
            place, size = user.app.screen, tuple(user.app.size)
            place.rows().focus()
            await user.press()
            await at_rest(user)
            now = shown(place)
            assert is_in_sight(place.rows()), (place.NAME, size)
            assert now == await seen_first(drive, place, size, tmp_path / f"{check}"), (place.NAME, size)
