"""Small windows: what is asked keeps its keys in sight, and words keep room to be read."""

from __future__ import annotations

import pytest

SMALL = [(60, 16), (60, 20), (80, 24)]


@pytest.mark.parametrize("size", SMALL)
async def test_a_question_with_many_sentences_shows_its_keys(drive, in_session, take, size):
    take(in_session, "/in ILO", "/p The Network endorses the plan")
    async with drive(in_session, size=size) as user:
        await user.press("f5", "J")
        assert "y they join    n go back" in user.screen
        await user.press("end", "y")
        assert "y they join" not in user.screen


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("keys", [("M",), ("m",), ("N",), ("I",), ("question_mark",)])
async def test_a_sheet_shows_how_it_is_left(drive, in_session, size, keys):
    async with drive(in_session, size=size) as user:
        await user.press("f2", *keys)
        assert "Esc" in user.screen


async def test_what_a_low_window_has_no_room_for_is_behind_the_key_that_it_names(drive, in_session, take):
    take(in_session, "/in IOM", "/in FAO", "/p The Network endorses the plan", "/effect workplan 2027",
         "/position FAO objects resources: a budget line")  # fmt: skip
    async with drive(in_session, size=(60, 20)) as user:
        await user.press("f5")
        assert "does not bind" not in user.words
        assert "... (v shows it whole)" in user.words
        await user.press("v")
        assert "Adoption " in user.words
        assert "FAO's objection is on record and does not bind" in user.words
        await user.press("escape", "s")
        assert "(v shows it whole)" not in user.words  # v is a letter then


async def test_no_word_of_the_matrix_is_broken_in_a_small_window(drive, in_session, take):
    take(in_session, "/in all", "/p The Network endorses the plan", "/position ILO reservation para 3: consultation",
         "/out UNDP")  # fmt: skip
    async with drive(in_session, size=(60, 20)) as user:
        await user.press("f5", "home")
        assert "written consultation: none" in user.words
        assert "para 3: consultation" in user.words
        assert "represented by" not in user.screen
        await user.pilot.resize_terminal(80, 24)
        await user.pilot.pause()
        assert "represented by" in user.screen


@pytest.mark.parametrize("size", [(59, 24), (80, 15), (30, 8)])
async def test_below_the_smallest_window_a_sentence_asks_for_a_larger_one(drive, in_session, size):
    async with drive(in_session, size=size) as user:
        for key in ("f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9"):
            await user.press(key)
            assert "Please make this window larger" in user.words
