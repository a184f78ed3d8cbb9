"""Keys of the user's own, from keys.toml: taken, and shown wherever a key is named."""

from datetime import datetime

import pytest

from tui_app.app import MinutebookApp
from tui_app.commands.action import OWN_KEYS
from tui_app.services import convene
from tui_app.services.registers import open_book


@pytest.fixture
def own_keys(home):
    """`own_keys(lines)` writes the user's file."""

    def write(text):
        (home / "settings").mkdir(parents=True, exist_ok=True)
        (home / "settings" / "keys.toml").write_text(text, encoding="utf-8")

    return write


async def test_an_action_is_done_by_its_new_key_and_no_more_by_the_old_one(in_session, drive, own_keys):
    own_keys('"agenda.add" = ["w", "F12"]')
    async with drive(in_session) as user:
        await user.press("f3")
        for key in ("w", "f12"):
            await user.press(key)
            assert "New item" in user.screen
            await user.press("escape")
        await user.press("a")
        assert "New item" not in user.screen


async def test_the_footer_the_help_and_the_palette_show_it(in_session, drive, own_keys):
    own_keys('"agenda.add" = "w"\n"any.help" = "F12"')
    async with drive(in_session) as user:
        await user.press("f3")
        assert "w add" in user.screen.splitlines()[-1]
        assert "F12 help" in user.screen.splitlines()[-1]
        await user.press("f12")
        assert any(line.split()[:4] == ["w", "Add", "an", "item:"] for line in user.screen.splitlines())
        await user.press("escape", "ctrl+p")
        await user.type("add an item")
        assert "Agenda: Add an item  (w)" in user.screen


async def test_what_works_while_one_types_can_have_another_key(in_session, drive, own_keys):
    own_keys('"any.palette" = "ctrl+k"\n"any.undo" = "ctrl+u"')
    async with drive(in_session) as user:
        await user.type("half a line")
        await user.press("ctrl+u")
        assert user.app.screen.line.value == "half a"
        await user.press("ctrl+k")
        assert "What do you want to do?" in user.screen
        await user.press("escape", "ctrl+p")
        assert "What do you want to do?" not in user.screen


async def test_a_section_keeps_the_keys_that_it_shares_with_others(book, drive, own_keys):
    own_keys('"network.admit" = "z"\n"network.basis" = "a"')
    async with drive(book) as user:
        await user.press("f8", "z")
        assert "Entity to admit" in user.screen
        await user.press("escape", "a")
        assert "Entity to admit" not in user.screen
        await user.press("shift+tab", "a")  # the workplan's own `a`
        assert "output [LEAD]" in user.screen or "Line" in user.screen


async def test_what_does_not_hold_is_told_once_above_the_keys_and_the_usual_keys_stay(in_session, drive, own_keys):
    own_keys('"agenda.add" = "e"\n"agenda.ad" = "w"')
    async with drive(in_session) as user:
        assert "keys.toml, agenda.add: e is agenda.edit (Edit the item) already" in " ".join(user.told.split())
        assert "did you mean 'agenda.add'?" in user.screen
        await user.press("f3", "a")
        assert "New item" in user.screen
        assert "keys.toml" not in user.screen


async def test_many_mistakes_are_told_by_the_command(book, drive, own_keys):
    own_keys("\n".join(f'"agenda.none{n}" = "w"' for n in range(9)))
    async with drive(book) as user:
        assert "minutebook keys --check tells all 9 mistakes in keys.toml." in user.told
        assert len(user.told.splitlines()) == 3


async def test_a_file_that_cannot_be_read_is_told_and_the_usual_keys_stay(in_session, drive, own_keys):
    own_keys('"agenda.add" = ')
    async with drive(in_session) as user:
        assert "keys.toml, it is not written as it should be" in user.told
        await user.press("f3", "a")
        assert "New item" in user.screen


async def test_the_next_start_without_the_file_has_the_usual_keys(in_session, drive, own_keys, home):
    own_keys('"agenda.add" = "w"')
    MinutebookApp(in_session)
    assert OWN_KEYS
    (home / "settings" / "keys.toml").unlink()
    async with drive(in_session) as user:
        await user.press("f3")
        assert "a add" in user.screen.splitlines()[-1]
        await user.press("a")
        assert "New item" in user.screen


async def test_what_an_empty_place_says_names_it_too(book, drive, own_keys):
    own_keys('"any.new-meeting" = "Q"')
    async with drive(book) as user:
        for key in ("f2", "f3", "f4"):
            await user.press(key)
            assert "Q plans" in user.screen
        await user.press("f3", "c")
        assert "There is no meeting yet: Q plans one." in user.told


async def test_what_fills_an_empty_place_is_told_with_it(book, drive, own_keys):
    own_keys('"agenda.circulate" = "w"\n"agenda.place" = "z"')
    convene.plan(book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 10, 22, 10)))
    async with drive(book) as user:
        await user.press("f3")
        assert "no place yet: z sets it" in user.words
        assert "Not circulated yet: w records" in user.words


async def test_an_action_without_a_key_is_found_in_the_palette(in_session, drive, own_keys):
    own_keys('"agenda.add" = []\n"backlog.add" = []')
    async with drive(in_session) as user:
        await user.press("f3", "a")
        assert "New item" not in user.screen
        assert "add" not in user.screen.splitlines()[-1].split()
        await user.press("b")
        assert "Nothing waits: ctrl+p suggests an issue;" in user.words
        await user.press("escape", "ctrl+p")
        await user.type("add an item", "enter", "enter")
        assert "New item" in user.screen


async def test_esc_leads_one_step_out_whatever_else_does(in_session, drive, own_keys):
    own_keys('"minutes.list" = "ctrl+l"\n"backlog.back" = "q"')
    async with drive(in_session) as user:
        for key in ("ctrl+l", "escape"):
            await user.press("f4", key)
            assert user.app.focused is user.app.screen.rows()
            await user.press("enter")
        for key in ("q", "escape"):
            await user.press("f3", "b", key)
            assert user.app.screen.NAME == "agenda"


async def test_the_key_that_opens_a_dialog_does_the_same_in_it(in_session, drive, own_keys):
    own_keys('"any.help" = "ctrl+t"\n"any.new-meeting" = "Q"')
    async with drive(in_session) as user:
        await user.press("f3", "ctrl+t")
        assert "Keys here" in user.screen
        await user.press("ctrl+t")
        assert "Keys here" not in user.screen
        await user.press("m")
        assert "Q plans another" in user.screen
        await user.press("Q")
        assert "Plan which meeting?" in user.screen


async def test_the_key_in_force_is_named_behind_what_a_rule_refuses(in_session, drive, own_keys):
    own_keys('"agenda.remove" = "z"')
    async with drive(in_session) as user:
        await user.press("f3", "B")
        assert "remove it from this one (z)." in user.words


async def test_a_file_that_changes_while_the_program_runs_is_read_at_the_next_start(in_session, drive, own_keys):
    async with drive(in_session) as user:
        own_keys('"agenda.add" = "w"')
        await user.press("f3", "a")
        assert "New item" in user.screen
    async with drive(open_book(in_session.register.folder)) as user:
        await user.press("f3", "w")
        assert "New item" in user.screen
