"""Somebody said something about seasonal work in June: found, read whole, and followed to the minutes, by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import convene
from tui_app.services.book import Book
from tui_app.services.saved_searches import saved_searches

Drive = Callable[..., object]
Take = Callable[..., None]
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def register(book: Book, take: Take) -> Book:
    """In June a statement and a decision with an objection that was given up; in September two decisions."""
    for month, *lines in (
        (6, "/in all", "/item 3", "ILO: asked that seasonal work be counted", "/propose The Network holds a survey.",
         "/position FAO objects resources: asks for a budget line", "/amend The Network holds a short survey.",
         "/rest joins", "/declare", "/action IOM: print the forms by 30 Sep"),
        (9, "/in all", "/decide The Network endorses the data plan.", "/decide It thanked the seasonal workers."),
    ):  # fmt: skip
        starts = datetime(2026, month, 22, 10)
        convene.open_meeting(book, convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts)))
        take(book, *lines)
        if month == 6:
            convene.close_meeting(book, book.meetings()[0])
    return book


def flat(screen: str) -> str:
    return " ".join(screen.split())


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_said_is_found_read_and_followed_to_its_meeting(
    register: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(register, size) as user:
        await user.press("f6", "slash")
        await user.type("Seasonal")
        assert "2 of 3 decisions and proposals, 1 noted or said, best match first" in user.screen
        told = flat(user.screen)
        assert told.index("It thanked the seasonal") < told.index("short survey")
        assert "ILO: asked that seasonal work be" in told  # the context of the survey
        assert "Noted and said, in the minutes and on papers" in user.screen
        await user.press("enter", "end", "enter")
        assert "Said at the Second quarterly meeting of 2026 (2026/Q2)" in user.screen
        assert "D01" in user.screen
        assert "print the forms" in user.screen
        await user.press("o")
        assert user.app.screen.NAME == "minutes"
        assert "2026/Q2" in user.screen
        assert register.of(type(register.meetings()[0])).get(user.app.meeting.id).symbol == "2026/Q2"
        entry = user.app.screen.entry()
        assert (entry.entity, entry.text) == ("ILO", "asked that seasonal work be counted")
        await user.press("f6")
        assert "best match first" in user.screen


@pytest.mark.parametrize("size", SIZES)
async def test_one_decision_whole_tells_what_led_to_it_and_leads_on(
    register: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(register, size) as user:
        await user.press("f6", "end", "enter")
        rows = "\n".join(" ".join(row.cells) for row in user.app.screen.query_one("Rows").rows)
        for words in ("Since then", "carried over to 2026/Q3", "Round 2", "Round 1", "asks for a budget line",
                      "Actions under the same item", "Said under the item", "ILO: asked that seasonal"):  # fmt: skip
            assert words in rows
        await user.press("end", "enter")
        assert "Said at the Second" in user.screen
        await user.press("escape")
        assert "UNNM-KEN/2026/Q2/D01" in user.screen
        await user.press("home", "enter")
        assert user.app.screen.NAME == "minutes"


async def test_entries_can_be_read_and_not_carried_out(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f6", "slash")
        await user.type("kind:statement", "enter")
        assert "0 of 3 decisions and proposals, 1 noted or said, newest first" in flat(user.screen)
        for key in ("o", "s", "a"):
            await user.press(key)
            assert "This was said in the minutes" in user.told


async def test_the_order_turns_from_the_best_to_the_newest(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f6", "slash")
        await user.type("survey", "enter", "r")
        assert "newest first" in user.screen
        assert "2026/Q2  Second" in user.screen
        await user.press("r", "r")
        assert "best match first" in user.screen


@pytest.mark.parametrize("place", ["f6", "f7"])
async def test_a_search_is_kept_chosen_and_removed_by_keys(register: Book, drive: Drive, place: str) -> None:
    async with drive(register) as user:
        await user.press(place, "f")
        assert "None yet" in user.screen
        await user.press("escape", "S")
        assert "nothing to save" in user.told
        await user.press("slash")
        await user.type("is:open owner:IOM", "enter", "S")
        await user.type("of IOM")
        assert "@of-IOM will be is:open owner:IOM" in user.screen
        await user.press("enter")
        assert "@of-IOM" in user.screen
        assert [(each.name, each.query) for each in saved_searches(register)] == [("of-IOM", "is:open owner:IOM")]
        await user.press("escape", "f", "enter")
        assert user.app.screen.line.value == "@of-IOM"
        await user.press("f", "x", "escape")
        assert saved_searches(register) == ()
        await user.press("ctrl+z")
        assert len(saved_searches(register)) == 1


async def test_a_name_that_nothing_has_is_told_in_the_empty_list(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f7", "slash")
        await user.type("owner:IOMM")
        assert "Nothing has owner:IOMM: did you mean 'owner:IOM'? Esc shows all." in flat(user.screen)
