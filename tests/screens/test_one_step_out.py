"""Esc goes one step out and never further, no pane keeps the focus for itself, ctrl+q leaves from anywhere; jumping."""

import pytest
from textual.widgets import Input

from tui_app.commands.catalogue import actions_of
from tui_app.commands.places import PLACES, SHEETS
from tui_app.screens.place import Place
from tui_app.screens.prompt import PromptLine
from tui_app.widgets.preview import Preview

WAYS = {place.id: (place.function_key,) for place in PLACES} | {
    "documents": ("f3", "D"), "backlog": ("f3", "b"), "versions": ("f9", "v"),
}  # fmt: skip


async def to(user, place):
    """To a place or a sheet, its list focused."""
    if place != user.app.screen.NAME:
        await user.press(*WAYS[place])
    if isinstance(user.app.focused, Input):
        await user.press("escape")


def is_out(user):
    screen = user.app.screen
    return isinstance(screen, Place) and screen.rows().has_focus and not screen.query_one(PromptLine).has_class("open")


@pytest.mark.parametrize("place", [*WAYS])
async def test_esc_leads_out_of_whatever_a_key_opens_and_ctrl_q_leaves_from_there(in_state, drive, place, monkeypatch):
    async with drive(in_state("in session")) as user:
        quits = []
        monkeypatch.setattr(user.app, "exit", lambda *_: quits.append(1))
        for action in actions_of(place):
            if action.id in ("any.quit", "any.undo") or place not in (action.place, "home"):
                continue
            await to(user, place)
            await user.press(action.keys[0], "ctrl+q")
            assert quits.pop()
            await user.press("tab", "escape", "escape", "escape", "escape")
            assert is_out(user), action.id
            await user.press("escape")
            assert is_out(user)
            assert user.app.screen.NAME not in SHEETS


@pytest.mark.parametrize("place", [place.id for place in PLACES])
async def test_tab_in_a_question_leaves_it_open_and_esc_still_puts_it_away(in_session, drive, place):
    async with drive(in_session) as user:
        await to(user, place)
        user.app.screen.ask("A question", lambda _: None)
        for key in ("tab", "shift+tab", "tab"):
            await user.press(key)
        assert "A question" in user.screen
        await user.press("escape")
        assert "A question" not in user.screen
        await user.press("escape")
        assert is_out(user)


async def test_jumping_shows_a_letter_a_pane_and_one_press_goes_there(in_session, drive):
    async with drive(in_session) as user:
        await user.type("half a line")
        await user.press("ctrl+o")
        assert "A letter goes there, Esc stays." in user.screen
        await user.press("a")
        assert user.app.focused is user.app.screen.rows()
        await user.press("ctrl+o", "s")
        assert user.app.focused is user.app.screen.line
        assert user.app.screen.line.value == "half a line"
        await user.press("ctrl+o", "escape")
        assert user.app.focused is user.app.screen.line


async def test_the_letters_stand_on_their_panes_in_any_window(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f9", "ctrl+o")
        for size in ((120, 40), (80, 24)):
            await user.pilot.resize_terminal(*size)
            await user.pilot.pause()
            place = user.app.screen_stack[-2]
            for label, pane in zip(
                user.app.screen.query(".jump"), (place.rows(), place.query_one(Preview)), strict=True
            ):
                assert label.region.offset == pane.region.offset
        await user.press("s")
        assert user.app.screen.query_one(Preview).has_focus


async def test_where_there_is_one_pane_or_a_question_it_is_told(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f2", "ctrl+o")
        assert "There is one pane here" in user.told
        await user.press("f3", "a", "ctrl+o")
        assert "A question stands" in user.told
        assert "New item" in user.screen


async def test_a_click_focuses_a_pane_and_moves_to_its_row(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f9")
        await user.pilot.click(Preview, offset=(5, 2))
        assert user.app.screen.query_one(Preview).has_focus
        await user.pilot.click("#papers", offset=(3, 2))
        assert user.app.screen.rows().has_focus
        assert user.app.screen.rows().key == user.app.screen.rows().rows[2].key


async def test_a_preview_moves_by_the_letters_too(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f9", "tab", "j", "j", "k")
        preview = user.app.screen.query_one(Preview)
        assert preview.scroll_offset.y == 1
        await user.press("G")
        assert preview.scroll_offset.y > 1
        await user.press("g")
        assert preview.scroll_offset.y == 0
