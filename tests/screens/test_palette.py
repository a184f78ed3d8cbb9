import pytest

from tui_app.app import MinutebookApp
from tui_app.commands.action import ANYWHERE
from tui_app.commands.catalogue import CATALOGUE
from tui_app.commands.places import PLACES, SHEETS, title_of
from tui_app.screens.backlog import Backlog
from tui_app.screens.documents import Documents
from tui_app.screens.palette import Finder, Palette, method_of
from tui_app.screens.versions import Versions


async def found(user, query: str = "") -> dict[str, str]:
    """Titles and help that the palette gives, without waiting for its list."""
    palette = Palette(user.app.screen)
    hits = palette.search(query) if query else palette.discover()
    return {str(hit.text): str(hit.help) async for hit in hits}


async def test_every_action_and_every_place_is_listed_with_its_help_and_key(book, drive):
    async with drive(book) as user:
        every = await found(user)
        for action in CATALOGUE:
            title = next(title for title in every if action.title in title and f"({action.key})" in title)
            assert every[title]
        assert all(any(title.startswith(f"Go to {place.title}") for title in every) for place in PLACES)


@pytest.mark.parametrize("action", CATALOGUE, ids=lambda action: action.id)
def test_every_action_of_the_catalogue_can_be_reached(action):
    app = MinutebookApp()
    sheets = {"documents": Documents, "backlog": Backlog, "versions": Versions}
    assert sheets.keys() == SHEETS.keys()
    places = {ANYWHERE: lambda: app, **{id: lambda id=id: sheets[id] for id in sheets}, **app.MODES}
    assert callable(method_of(places[action.place](), action))


async def test_each_action_is_the_best_find_for_its_place_and_its_name(book, drive):
    async with drive(book) as user:
        palette = Palette(user.app.screen)
        for action in CATALOGUE:
            name = action.title if action.place == ANYWHERE else f"{title_of(action.place)}: {action.title}"
            hits = [hit async for hit in palette.search(name)]
            assert str(max(hits, key=lambda hit: hit.score).text).startswith(f"{name}  (")


async def test_the_actions_of_the_place_come_first(book, drive):
    async with drive(book) as user:
        await user.press("f8")
        titles = list(await found(user))
        assert titles[0].startswith("Network: ")


async def test_an_action_is_found_by_its_name_and_by_what_it_explains(book, drive):
    async with drive(book) as user:
        assert any(title.startswith("Papers: Adopt the minutes") for title in await found(user, "adopt min"))
        assert any(title.startswith("Network: End a seat") for title in await found(user, "under the cursor on a day"))


async def test_brackets_in_an_explanation_are_shown(book, drive):
    async with drive(book) as user:
        await user.press("ctrl+p")
        await user.type("agenda: add an item")
        await user.pilot.pause()
        assert "[decision]" in user.screen


async def test_an_action_of_another_place_goes_there_first(book, drive):
    async with drive(book) as user:
        await user.press("ctrl+p")
        await user.type("as at a date")
        await user.press("enter")
        await user.pilot.pause()
        assert user.app.screen.NAME == "network"
        assert "The roster as at" in user.screen


async def test_an_action_of_a_sheet_opens_the_sheet_first(in_session, drive):
    async with drive(in_session) as user:
        await user.press("ctrl+p")
        await user.type("hold back")
        await user.press("enter")
        await user.pilot.pause()
        assert user.app.screen.NAME == "documents"
        await user.press("ctrl+p")
        await user.type("hold back")
        await user.press("enter")
        await user.pilot.pause()
        assert "There is no document under the cursor" in user.told


async def test_a_place_is_gone_to_by_its_name(book, drive):
    async with drive(book) as user:
        await user.press("ctrl+p")
        await user.type("go to papers")
        await user.press("enter")
        assert user.app.screen.NAME == "papers"


async def test_the_palette_works_while_minutes_are_typed(in_session, drive):
    async with drive(in_session) as user:
        await user.type("half a line")
        await user.press("ctrl+p")
        await user.type("plan a meeting")
        await user.press("enter")
        await user.pilot.pause()
        assert "Plan which meeting?" in user.screen
        await user.press("escape")
        assert "half a line" in user.screen


async def test_the_palette_stays_shut_where_there_is_no_place(drive):
    async with drive(None) as user:
        await user.press("ctrl+p")
        assert "whose meetings do you keep?" in user.screen


async def test_asked_for_before_the_first_screen_is_painted_it_opens(book, drive):
    async with drive(None) as user:
        user.app.pop_screen()  # the first start
        user.app.start(book)
        user.app.action_palette()
        await user.pilot.pause()
        assert isinstance(user.app.screen, Finder)
        await user.press("escape")
        assert user.app.screen.NAME == "home"


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_its_own_keys_stand_where_those_of_the_place_stood(book, drive, size):
    async with drive(book, size) as user:
        await user.press("ctrl+p")
        below = user.screen.splitlines()[-2:]
        assert any("Enter does it, arrows move, Esc closes." in line for line in below)
        assert not any("ctrl+q quit" in line for line in below)
