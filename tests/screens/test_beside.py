"""From 120 columns on the record under the cursor stands beside the list."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from tui_app.services import workplan

WIDE, NARROW = (120, 40), (119, 40)


@pytest.fixture
def busy(in_session, take):
    """Something of everything: an action that is late, a decision, positions, a line of the workplan."""
    take(in_session, "/in all", "/a ILO: send the long list of every source of the survey by 1 Jan 2026",
         "/d The Network took note of the report", "/p The Network endorses the plan",
         "/position ILO reservation para 2: seasonal work.")  # fmt: skip
    workplan.add_line(in_session, 2026, "Data plan adopted [IOM]; gcm 1; Q1 drafted")
    return in_session


def pane(user) -> str:
    """The words of the pane beside the list."""
    rows = user.app.screen.query_one("#beside")
    return " ".join(" ".join(row.cells) for row in rows.rows) if rows.display else ""


async def until(user, word: str) -> None:
    """Down to the row with a word."""
    rows = user.app.screen.rows()
    while not any(word in cell for row in rows.rows if row.key == rows.key for cell in row.cells):
        await user.press("down")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("is in session", "Items 1 Opening and adoption of the agenda"),
        ("A01", "every source of the survey"),
        ("milestone", "Milestones Q1 drafted"),
        ("Q3 held", "Decisions D01 The Network took note of the report"),
    ],
)
async def test_home_shows_what_a_line_is_about(drive, busy, line, told):
    async with drive(busy, size=WIDE) as user:
        await user.press("f2")
        await until(user, line)
        assert told in pane(user)


async def test_network_shows_what_an_entity_did_and_has_to_do(drive, busy):
    async with drive(busy, size=WIDE) as user:
        await user.press("f8")
        assert "Entity ILO" in pane(user)
        assert "2026/Q3/A01 send the long list" in pane(user)
        assert "reservation, para 2: seasonal work: The Network endorses the plan" in pane(user)


async def test_network_shows_a_line_of_the_workplan_and_gives_the_charter_all_the_room(drive, busy):
    async with drive(busy, size=WIDE) as user:
        await user.press("f8", "shift+tab")
        assert "Output Data plan adopted" in pane(user)
        await user.press("shift+tab", "shift+tab")
        assert "[Charter]" in user.screen
        assert pane(user) == ""


@pytest.mark.parametrize("place", ["f2", "f6", "f7", "f8"])
async def test_a_window_that_grows_and_shrinks_has_the_pane_while_there_is_room(drive, busy, place):
    async with drive(busy, size=NARROW) as user:
        await user.press(place)
        assert pane(user) == ""
        for size, there in ((WIDE, True), (NARROW, False), ((160, 45), True)):
            await user.pilot.resize_terminal(*size)
            await user.pilot.pause()
            assert user.app.size == Size(*size)
            assert bool(pane(user)) is there


async def test_the_sheet_of_an_entity_follows_once_the_cursor_rests(drive, busy):
    async with drive(busy, size=WIDE) as user:
        await user.press("f8", "down")
        while "Entity IOM" not in pane(user):
            await user.pilot.pause(0.05)
