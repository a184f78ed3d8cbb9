"""What a key could not do, or did unseen, is told in the place itself, never over what is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tui_app.services.registers import open_book

IN_EVERY_SIZE = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


@IN_EVERY_SIZE
@pytest.mark.parametrize("place", ["f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9"])
async def test_a_sentence_stands_above_the_keys_until_the_next_key(in_session, drive, place, size):
    async with drive(in_session, size) as user:
        await user.press(place)
        before = user.screen.splitlines()
        user.app.screen.tell("It was not done, for this reason.", wrong=True)
        user.app.screen.tell("And this is to be seen to.")
        await user.pilot.pause()
        lines = user.screen.splitlines()
        assert " It was not done, for this reason." in lines
        assert lines.index(" And this is to be seen to.") == lines.index(" It was not done, for this reason.") + 1
        assert lines[-1] == before[-1]
        await user.press("f12")
        assert "It was not done" not in user.screen
        assert user.screen.splitlines()[2:] == before[2:]


async def test_typing_on_clears_it_and_the_line_emptied_by_enter_does_not(in_session, drive):
    async with drive(in_session) as user:
        await user.type("/guest Min. of Labour: J. Doe", "enter")
        assert "Who invited them?" in user.screen
        await user.type("a")
        assert "Who invited them?" not in user.screen


async def test_it_does_not_wait_in_a_place_that_was_left(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f5", "y")
        assert user.told
        await user.press("f3", "f5")
        assert not user.told


@IN_EVERY_SIZE
async def test_the_last_of_several_changes_undone_is_told_whole(in_session, drive, size):
    async with drive(in_session, size, toasts=True) as user:
        for number in (1, 2, 3):
            await user.type(f"/a IOM: send the letter, number {number}", "enter")
        await user.press("ctrl+z", "ctrl+z")
        await user.press("ctrl+z")
        await user.pilot.pause()
        assert "Undone: action point" in user.screen
        assert user.screen.count("Undone") == 1


async def test_the_clock_is_right_when_a_place_is_entered_again(in_session, drive):
    moment = [in_session.clock()]
    book = replace(in_session, clock=lambda: moment[0])
    async with drive(book) as user:
        await user.press("f7", "f4")
        moment[0] += timedelta(minutes=2)
        await user.press("f7")
        assert user.screen.splitlines()[0].endswith("10:32")


@IN_EVERY_SIZE
async def test_undo_is_told_under_the_headline_and_covers_no_line_that_is_typed(in_session, drive, size):
    async with drive(in_session, size, toasts=True) as user:
        for word in ("one", "two", "three", "four"):
            await user.type(word, "enter")
        for _ in range(4):
            await user.press("ctrl+z")
        await user.pilot.pause()
        lines = user.screen.splitlines()
        assert any("Undone: note" in line for line in lines[1:3])
        assert not any("Undone" in line for line in [lines[0], *lines[3:]])


@IN_EVERY_SIZE
async def test_what_is_told_of_a_register_as_it_is_opened_is_told_whole(book, drive, size):
    folder, yesterday = book.register.folder, book.clock() - timedelta(days=1)
    book.register.close()
    async with drive(open_book(folder, clock=lambda: yesterday), size, toasts=True) as user:
        lines = user.screen.splitlines()[1:]
        told = " ".join(line.partition("▌")[2].strip() for line in lines if "▌" in line)
        shown = f"{yesterday.astimezone():%d %B %Y %H:%M}"  # where the computer is, not where the network meets
        assert told.startswith(f"The clock of this computer shows {shown}, but the last change was saved on ")
        assert told.endswith("since every change bears its time.")
