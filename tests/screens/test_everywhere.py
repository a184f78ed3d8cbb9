import pytest
from rich.cells import cell_len

from tui_app.commands.catalogue import CATALOGUE, actions_of, hints_of
from tui_app.commands.places import PLACES, SECTIONS
from tui_app.widgets.rows import Rows

IDS = [place.id for place in PLACES]
KEY = {place.id: place.function_key for place in PLACES}
IN_EVERY_PLACE = pytest.mark.parametrize("place", IDS)
TOO_SMALL = "Please make this window larger"


def here(user) -> str:
    """The place that is shown."""
    return user.app.screen.NAME


@IN_EVERY_PLACE
async def test_function_keys_lead_from_each_place_to_each_other(in_session, drive, place):
    async with drive(in_session) as user:
        for other in IDS:
            await user.press(KEY[place], KEY[other])
            assert here(user) == other


@IN_EVERY_PLACE
async def test_number_keys_lead_to_each_place_where_nothing_is_typed(book, drive, place):
    async with drive(book) as user:
        await user.press(next(each.number for each in PLACES if each.id == place))
        assert here(user) == place


@IN_EVERY_PLACE
async def test_escape_puts_a_question_away_and_harms_nothing(in_session, drive, place):
    async with drive(in_session) as user:
        sequence = in_session.register.sequence
        await user.press(KEY[place])
        user.app.screen.ask("A question", lambda _: None)
        await user.pilot.pause()
        assert "A question" in user.screen
        await user.press("escape")
        assert "A question" not in user.screen
        await user.press("escape", "escape")
        assert here(user) == place
        assert in_session.register.sequence == sequence


@IN_EVERY_PLACE
async def test_ctrl_q_leaves_from_each_place(in_session, drive, place):
    async with drive(in_session) as user:
        await user.press(KEY[place], "ctrl+q")
        assert user.app._exit


@IN_EVERY_PLACE
async def test_help_explains_each_place_with_all_its_keys(in_session, drive, place):
    async with drive(in_session) as user:
        await user.press(KEY[place], "f1")
        told = [" ".join(row.cells) for row in user.app.screen.query_one(Rows).rows]
        for action in (each for each in CATALOGUE if each.place == place):
            assert f"{' '.join(action.every_key)} {action.title}: {action.help}" in told
        await user.press("escape")
        assert here(user) == place


@IN_EVERY_PLACE
def test_the_footer_fits_eighty_columns(place):
    hints = "  ".join(f"{key} {word}" for key, word in hints_of(place))
    assert cell_len(hints) <= 78


@IN_EVERY_PLACE
async def test_the_footer_is_whole(in_session, drive, place):
    async with drive(in_session) as user:
        await user.press(KEY[place])
        assert "ctrl+q quit" in user.screen.splitlines()[-1]


@IN_EVERY_PLACE
async def test_each_place_is_shown_without_a_meeting(book, drive, place):
    async with drive(book) as user:
        await user.press(KEY[place])
        assert "Kenya UN Network on Migration" in user.screen.splitlines()[0]


@IN_EVERY_PLACE
@pytest.mark.parametrize("size", [(40, 10), (59, 24), (80, 15)])
async def test_too_small_a_window_says_so_in_one_sentence_and_is_whole_again_when_larger(
    in_session, drive, place, size
):
    async with drive(in_session) as user:
        await user.press(KEY[place])
        whole, focused = user.screen, user.app.focused
        await user.pilot.resize_terminal(*size)
        await user.pilot.pause()
        assert TOO_SMALL in " ".join(user.screen.split())
        assert "Kenya UN Network" not in user.screen
        await user.press("down", "up")
        await user.pilot.resize_terminal(80, 24)
        await user.pilot.pause()
        assert TOO_SMALL not in user.screen
        assert user.app.focused is focused
        assert user.screen.splitlines()[0] == whole.splitlines()[0]
        assert user.screen.splitlines()[-1] == whole.splitlines()[-1]


async def test_a_half_typed_line_survives_a_window_made_small(in_session, drive):
    async with drive(in_session) as user:
        await user.type("half a line")
        await user.pilot.resize_terminal(40, 10)
        await user.type(" and the rest")
        await user.pilot.resize_terminal(80, 24)
        await user.pilot.pause()
        assert "half a line and the rest" in user.screen


@pytest.mark.parametrize("keys", [("m",), ("M",), ("N",), ("question_mark",), ("ctrl+p",)])
async def test_dialogs_survive_a_small_window(in_session, drive, keys):
    async with drive(in_session) as user:
        await user.press("f2", *keys)
        await user.pilot.resize_terminal(40, 10)
        await user.pilot.resize_terminal(80, 24)
        await user.press("escape")
        assert here(user) == "home"


@IN_EVERY_PLACE
def test_no_key_of_a_place_means_two_things(place):
    """In a place with sections, none that is the section's own."""
    own = [action for action in actions_of(place) if action.place == place]
    sectional = frozenset().union(*SECTIONS.values()) if place == "network" else frozenset()
    for section in SECTIONS.values() if sectional else [frozenset()]:
        there = [action for action in own if action.method in section or action.method not in sectional]
        keys = [key for action in there for key in action.keys]
        assert len(keys) == len(set(keys))
