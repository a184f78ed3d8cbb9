from collections.abc import Iterator
from pathlib import Path

import pendulum
import pytest

from tui_app.resources import resource
from tui_app.services.charters import charter_names, load_charter
from tui_app.services.registers import free_folder, last_used, make, write_setting

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


@pytest.fixture
def in_lagos() -> Iterator[None]:
    """Not by TZ: pendulum asks the computer once in a process, and another test may have been the first."""
    with pendulum.test_local_timezone(pendulum.timezone("Africa/Lagos")):
        yield


@SIZES
async def test_a_charter_a_name_and_the_home_place_names_the_next_key(drive, home: Path, size):
    async with drive(None, size=size) as user:
        assert "whose meetings do you keep?" in user.screen
        await user.press("down", "enter")
        assert "Who are you?" in user.screen
        await user.type("A. Otieno", "enter")
        assert "Kenya UN Network on Migration" in user.screen
        assert "M plans the first one" in user.screen
        assert user.app.book.register.who == "A. Otieno"
        assert (home / "registers" / "UNNM-KEN" / "register.journal").is_file()


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_every_shipped_charter_is_offered_by_its_whole_name(drive, size):
    async with drive(None, size) as user:
        assert all(load_charter(name).name in user.words for name in charter_names() if name != "blank")
        assert "Blank" in user.screen
        assert "Esc leaves" in user.screen


async def test_a_charter_of_ones_own_is_read_and_its_mistakes_are_told_in_place(drive, tmp_path: Path):
    own = tmp_path / "own.toml"
    text = (resource("sample_data/charters") / "blank.toml").read_text(encoding="utf-8")
    own.write_text(text.replace('"UN Network on Migration"', '"Network of Ruritania"'), encoding="utf-8")
    async with drive(None) as user:
        await user.press("end", "up", "enter")
        await user.type(str(tmp_path / "none.toml"), "enter")
        assert "cannot be read" in " ".join(user.screen.split())
        await user.press("ctrl+u")
        await user.type(str(own), "enter")
        assert "Network of Ruritania" in user.screen
        await user.type("B. Shala", "enter")
        assert "Network of Ruritania" in user.screen
        assert "M plans the first one" in user.screen


@SIZES
async def test_a_blank_network_is_asked_for_its_name_and_its_zone_and_shows_its_symbol(
    drive, home: Path, size, in_lagos
):
    async with drive(None, size=size) as user:
        await user.press("end", "up", "up", "enter")
        assert "What is the network called?" in user.screen
        await user.press("enter")
        assert "The papers begin with the name of the network" in " ".join(user.screen.split())
        await user.type("Ghana UN Network on Migration")
        assert "Its decisions are numbered as UNNM-GHA/2026/Q3/D01." in " ".join(user.screen.split())
        await user.press("enter")
        assert "In which time zone does it meet?" in user.screen
        assert "Africa/Lagos, where it is " in user.screen
        await user.type("Nairobbi", "enter")
        assert "'Nairobbi' is not a time zone: did you mean" in user.screen
        await user.press(*["backspace"] * 8)
        await user.type("accra")
        assert "Africa/Accra, where it is " in user.screen
        await user.press("enter")
        await user.type("A. Mensah", "enter")
        assert "Ghana UN Network on Migration" in user.screen
        assert user.app.book.charter.zone == "Africa/Accra"
        assert (home / "registers" / "UNNM-GHA" / "register.journal").is_file()


async def test_the_sample_year_opens_in_the_meeting_that_is_in_session(drive, home: Path):
    async with drive(None) as user:
        await user.press("end", "enter")
        await user.pilot.pause()
        assert "IN SESSION" in user.screen
        assert user.app.book.register.folder == home / "registers" / "Sample year"


async def test_a_name_is_needed_and_the_one_given_last_is_proposed(drive):
    async with drive(None) as user:
        await user.press("enter", "enter")
        assert "Type your name" in user.screen
    write_setting("me", "A. Otieno")
    async with drive(None) as user:
        await user.press("enter")
        assert "A. Otieno" in user.screen
        await user.press("enter")
        assert user.app.book.register.who == "A. Otieno"


async def test_escape_goes_back_and_then_leaves_with_nothing_made(drive, home: Path):
    async with drive(None) as user:
        await user.press("enter", "escape")
        assert "Who are you?" not in user.screen
        await user.press("escape")
        assert user.app._exit
    assert not (home / "registers").exists()


@SIZES
async def test_escape_leads_one_question_back_with_what_was_typed_there(drive, size, in_lagos):
    async with drive(None, size) as user:
        await user.press("end", "up", "up", "enter")
        await user.type("Ghana UN Network on Migration", "enter")
        await user.press("ctrl+u")
        await user.type("accra", "enter")
        assert "Who are you?" in user.screen
        await user.press("escape")
        assert "accra" in user.screen
        assert "Africa/Accra, where it is " in user.screen
        await user.press("escape")
        assert "Ghana UN Network on Migration" in user.app.screen.query_one("Input").value
        await user.press("end")
        await user.type(", UN-GH", "enter", "enter")
        await user.type("A. Mensah", "enter")
        assert user.app.book.charter.symbol == "UN-GH"


@pytest.fixture
def two_registers(home):
    """The registers of two networks, of which none is known as the last one used: the settings are garbage."""
    for name in ("kenya", "serbia"):
        charter = load_charter(name)
        make(charter, free_folder(charter), "A. Otieno").register.close()
    (home / "settings" / "settings.json").write_bytes(b'{"register": \xff')
    return home


@SIZES
async def test_registers_that_are_there_are_offered_first_where_the_settings_are_lost(two_registers, drive, size):
    async with drive(None, size=size) as user:
        assert "Registers on this laptop" in user.screen
        assert user.screen.index("UNNM-KEN") < user.screen.index("UNNM-SRB") < user.screen.index("A new one")
        assert "Arrows move, Enter chooses, s: sample year, Esc leaves." in " ".join(user.screen.split())
        await user.press("down", "enter")
        assert "Serbia" in user.screen.splitlines()[0]
        assert user.app.book.register.folder == two_registers / "registers" / "UNNM-SRB"
    assert last_used() == two_registers / "registers" / "UNNM-SRB"


async def test_a_register_among_them_that_cannot_be_opened_is_told_in_place(two_registers, drive):
    (two_registers / "registers" / "UNNM-KEN" / "register.journal").write_text("no\nuse\n", encoding="utf-8")
    async with drive(None) as user:
        await user.press("enter")
        assert "register" in user.app.screen.query_one("#answer").render().plain
        await user.press("down", "enter")
        assert "Serbia" in user.screen.splitlines()[0]


async def test_quitting_works_while_a_name_is_asked(drive):
    async with drive(None) as user:
        await user.press("enter", "ctrl+q")
        assert user.app._exit
