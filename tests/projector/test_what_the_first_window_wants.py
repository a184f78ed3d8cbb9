"""Positions that the first window shows the room or hides, and what becomes of a long text meanwhile."""

from __future__ import annotations

import pytest

from tests.projector.seeing import LONG, SIZES, projecting
from tui_app.projector.passage import Passage
from tui_app.services import capture
from tui_app.services.room_screen import show_positions


async def test_positions_that_are_shown_are_shown_again_after_a_closed_session_but_for_those_taken_there(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, "/p A text", "/position IOM joins")
        await seen.press("m")
        await seen.take(pen, "/closed", "/position FAO objects resources: money")
        assert seen.screen.split() == ["Closed", "session"]
        await seen.take(pen, "/open")
        assert "IOM * joins" in seen.words
        assert "OBJECTS" not in seen.screen
        assert "FAO (closed session)" in seen.words


async def test_the_first_window_shows_the_positions_and_hides_them_whatever_was_pressed_here(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, "/p A text", "/position FAO objects resources: money")
        for shown, key in ((True, ""), (False, ""), (True, "m"), (False, "m")):
            show_positions(pen.book, pen.meeting_id, shown=shown)
            await seen.take(pen)
            assert ("OBJECTS" in seen.screen) is shown
            if key:
                await seen.press(key)
                assert ("OBJECTS" in seen.screen) is not shown


async def test_a_window_that_is_opened_later_shows_the_positions_of_this_meeting_alone(pen):
    for line in ("/p A text", "/position IOM joins"):
        capture.take(pen, line)
    show_positions(pen.book, pen.meeting_id, shown=True)
    async with projecting(pen) as seen:
        assert "UNHCR *" in seen.screen
    show_positions(pen.book, "another meeting", shown=True)
    async with projecting(pen) as seen:
        assert "UNHCR *" not in seen.screen


# -- a text longer than the screen --------------------------------------


async def test_a_long_text_begins_at_its_beginning_and_is_gone_through(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, f"/p {LONG}")
        assert "number 0." in seen.screen
        await seen.press("G")
        assert "number 59." in seen.screen
        told = " ".join(seen.screen.encode("ascii", "ignore").decode().split())  # without the scrollbar
        assert "number 58. The Network asks its members to do the thing of number 59." in told
        await seen.take(pen, "/position IOM joins")
        assert "number 59." in seen.screen
        await seen.press("g")
        assert "number 0." in seen.screen


@pytest.mark.parametrize("keys", [["pagedown"], ["space"], ["j"], ["down"]])
async def test_every_line_of_a_long_text_is_come_to(pen, keys):
    async with projecting(pen) as seen:
        await seen.take(pen, f"/p {LONG}")
        rows = set(seen.rows)
        for _ in range(60):
            await seen.press(*keys)
            rows |= set(seen.rows)
        read = " ".join(rows)
        assert len(LONG) > 3000
        assert all(f"number {n}." in read or f"{n}." in {row.split()[0] for row in rows if row} for n in range(60))


async def test_a_long_text_stays_where_it_is_read_whatever_else_is_recorded(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, f"/p {LONG}")
        await seen.press("pagedown", "pagedown")
        passage = seen.app.screen.query_one(Passage)
        row = passage.scroll_offset.y
        assert row > 0
        for line in ("/position FAO objects resources: money", "A note", "/in UNDP J. Mwangi", "/a IOM: x by 30 Sep",
                     "/withdraw FAO", "/undo"):  # fmt: skip
            await seen.take(pen, line)
            assert passage.scroll_offset.y == row, line
        seen.app._tick()
        await seen.press("c")
        assert passage.scroll_offset.y == row


@pytest.mark.parametrize("size", SIZES[:3])
async def test_positions_below_a_long_text_are_turned_to_and_the_text_back_to_where_it_was_read(pen, size):
    async with projecting(pen, size) as seen:
        await seen.take(pen, f"/p {LONG}{LONG}", "/position IOM joins")
        await seen.press("pagedown")
        before = seen.rows
        await seen.take_positions(pen, shown=True)
        assert "IOM * joins" in seen.words
        await seen.take(pen, "/position IOM dissociates")
        assert "IOM * dissociates" in seen.words
        await seen.take_positions(pen, shown=False)
        assert seen.rows == before


async def test_a_change_far_down_in_a_long_text_is_come_to(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, f"/p {LONG}", f"/amend {LONG.replace('number 50', 'rank 50')}")
        assert "[-number-]" in seen.screen
