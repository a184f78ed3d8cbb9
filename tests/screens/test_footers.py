"""The keys at the foot of every place and sheet: one whole line at 80 columns, seven at most, help and quit always."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from rich.cells import cell_len

from tests.screens.conftest import NOW, STATES
from tui_app.commands.places import PLACES, SECTIONS
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

IN_EVERY_STATE = pytest.mark.parametrize("state", STATES)
HELP, QUIT = ("? help", "/? help"), "ctrl+q quit"


def hints_shown(user):
    """The lines of the footer as they are seen."""
    region = user.app.screen.query_one("#hints").region
    assert region.bottom == user.app.size.height
    return [line.strip() for line in user.screen.splitlines()[region.y : region.bottom]]


def what_is_wrong(user):
    """What of the footer shown is not as it should be."""
    shown, written = hints_shown(user), user.app.screen.hints()
    hints = written.split("  ")
    wrong = {
        "cut or in two lines": shown != [written],
        "too wide": cell_len(written) > 78,
        "more than seven": len(hints) > 7,
        "no help": not {*hints} & {*HELP},
        "no quit": QUIT not in hints,
    }
    return [f"{user.app.screen.NAME}, {each}: {written}" for each, so in wrong.items() if so]


async def each_place(user):
    """Goes to every place, section and paper, and to the list and the line of the minutes."""
    for place in PLACES:
        await user.press(place.function_key)
        yield
        for _ in SECTIONS if place.id == "network" else ():
            await user.press("tab")
            yield
        for _ in user.app.screen.rows().rows if place.id in ("papers", "minutes") else ():
            await user.press("down")
            yield
        if place.id == "minutes":
            await user.press("escape")
            yield
            await user.press(*["up"] * len(user.app.screen.rows().rows))
            yield
    for keys in (("f3", "b"), ("f3", "D"), ("f9", "v")):
        await user.press(*keys)
        yield


@IN_EVERY_STATE
async def test_at_80_columns_every_footer_is_one_whole_line_with_help_and_quit(in_state, drive, state):
    wrong = []
    async with drive(in_state(state)) as user:
        async for _ in each_place(user):
            wrong += what_is_wrong(user)
    assert wrong == []


IN_THE_ROOM = ["/in IOM A. Otieno", "/in FAO P. Wekesa", "/propose The Network endorses the data plan"]


@pytest.mark.parametrize("charter", ["kenya", "kyrgyzstan", "kosovo"])
@pytest.mark.parametrize("lines", [
    [], ["/position FAO objects resources: asks for a budget line"], ["/silence 2026-09-25T17:00"],
    ["/silence 2026-09-22T10:31"], ["/silence 2026-09-25T17:00", "/position FAO objects resources: asks for more"],
    ["/rest joins"], ["/defer"], ["/withdraw"], ["/propose Another text"],
])  # fmt: skip
async def test_however_a_check_stands_its_footer_is_whole(tmp_path, drive, charter, lines):
    clock = [NOW]
    book = make(load_charter(charter), tmp_path / "register", "A. Otieno", clock=lambda: clock[0])
    invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
    meeting = convene.open_meeting(book, convene.plan(book, invitation))
    pen = Pen(book, meeting.id)
    for line in [*IN_THE_ROOM, *lines]:
        with suppress(Problem):  # not every charter has every way
            capture.take(pen, line)
    clock[0] = NOW + timedelta(minutes=5)
    async with drive(book) as user:
        await user.press("f5")
        assert what_is_wrong(user) == []
        convene.close_meeting(book, book.meetings()[0])
        await user.pilot.pause()
        assert what_is_wrong(user) == []


@pytest.mark.parametrize(("keys", "does", "leaves"), [
    (("f3", "a"), "done", "leave it"), (("f5", "p"), "done", "leave it"), (("f8", "d"), "done", "leave it"),
    (("f6", "slash"), "to the list", "all"), (("f7", "slash"), "to the list", "all"),
])  # fmt: skip
async def test_while_words_are_asked_for_the_footer_has_no_key_that_is_a_letter(in_session, drive, keys, does, leaves):
    async with drive(in_session) as user:
        await user.press(*keys[:1])
        before = hints_shown(user)
        await user.press(*keys[1:])
        assert hints_shown(user) == [f"Enter {does}  Esc {leaves}  F1 help  ctrl+q quit"]
        await user.press("escape")
        assert hints_shown(user) == before


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_what_is_opened_over_a_place_covers_every_line_that_names_its_keys(in_session, drive, take, size):
    take(in_session, "/in IOM, ILO", "/propose The Network endorses the data plan")
    async with drive(in_session, size=size) as user:
        for place, key, shown in (
            ("f5", "ctrl+p", "Enter does it"),
            ("f5", "J", "y they join"),
            ("f9", "ctrl+o", "A letter goes"),
        ):
            await user.press(place)
            named = [*hints_shown(user), *(line for line in user.screen.splitlines() if "objects" in line)]
            await user.press(key)
            assert shown in user.screen
            assert [line for line in named if line in user.screen] == []
            await user.press("escape")
