"""Help: whatever the window, every line of it can be reached, and it says where there is more."""

import pytest
from textual.widgets import Static

from tui_app.commands.places import PLACES, SHEETS
from tui_app.screens.help import Help

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 16), (60, 20)])
KEY = {place.id: place.function_key for place in PLACES}


@SIZES
@pytest.mark.parametrize("place", KEY)
async def test_the_last_line_is_reached_and_the_keys_to_it_are_named(in_session, drive, place, size):
    async with drive(in_session, size=size) as user:
        await user.press(KEY[place], "f1")
        assert "Esc closes." in user.screen
        last = "the terminal's own colours."
        whole = last in " ".join(user.screen.split())
        assert ("More below: Down, PgDn, End." in user.screen) != whole
        await user.press("end")
        assert last in " ".join(user.screen.split())
        assert "More below" not in user.screen
        assert "Esc closes." in user.screen
        await user.press("escape")
        shown = user.app.screen.NAME
        assert shown == place


async def test_the_help_of_home_names_every_place_at_once_and_its_footer_the_first_two(book, drive):
    async with drive(book) as user:
        assert user.screen.splitlines()[-1].strip().startswith("Enter go there  2 agenda  3 minutes  ctrl+p find")
        await user.press("f1")
        assert "1 or F2 Home 2 or F3 Agenda 3 or F4 Minutes" in " ".join(user.screen.split())
        assert "8 or F9 Papers" in " ".join(user.screen.split())


async def test_paging_goes_through_all_of_it_and_back(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f1")
        seen = user.screen
        assert "More above" not in seen
        await user.press("pagedown")
        assert "More above and below" in user.screen
        for _ in range(10):
            seen += user.screen
            await user.press("pagedown")
        seen += user.screen
        assert "More above: Up, PgUp, Home." in user.screen
        for words in ("/apologies", "/undo", "Close the meeting", "Choose the register"):
            assert words in seen
        await user.press("home")
        assert "More below: Down" in user.screen


async def test_a_larger_window_shows_all_of_it(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f2", "f1")
        assert "More below" in user.screen
        await user.pilot.resize_terminal(120, 40)
        await user.pilot.pause()
        assert "More" not in user.screen


async def test_every_key_of_an_action_is_named(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f9", "f1")
        assert "Enter w" in user.screen


@pytest.mark.parametrize("place", [*KEY, *SHEETS])
async def test_every_place_and_sheet_says_what_it_is_for(in_session, drive, place):
    async with drive(in_session) as user:
        user.app.push_screen(Help(place))
        await user.pilot.pause()
        assert user.app.screen.query(Static)[1].content


@pytest.mark.parametrize("keys", [("f4", "escape", "f1"), ("f5", "f1")])
async def test_the_keys_stand_before_the_lines_where_keys_are_pressed(in_session, drive, keys):
    async with drive(in_session) as user:
        await user.press(*keys)
        assert "Keys here" in user.screen
        assert "Lines to type" not in user.screen


async def test_the_lines_stand_first_while_one_is_typed(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f4", "f1")
        assert "Lines to type in the minutes" in user.screen
