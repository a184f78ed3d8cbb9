"""Actions followed up by keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.services import convene
from tui_app.services.book import Book

Drive = Callable[..., object]
Take = Callable[..., None]
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def register(in_session: Book, take: Take) -> Book:
    """Four actions: overdue, due, with no date and nobody, and one of two entities."""
    take(in_session, "/action IOM: share the survey by 2026-09-10", "/action ILO: revise section 2 by 30 Sep",
         "/action find a room", "/action IOM, ILO: draft the letter by 5 Oct")  # fmt: skip
    return in_session


def status(book: Book, number: str) -> ActionStatus:
    return next(action.status for action in book.of(ActionPoint).all() if action.number == number)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_overdue_comes_first_and_says_so(register: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(register, size) as user:
        await user.press("f7")
        listed = "\n".join(line[:66] for line in user.screen.splitlines())
        places = [listed.index(words) for words in
                  ("4 actions, by due date", "Overdue (1)", "share the survey", "12 days overdue", "To be done (3)",
                   "revise section 2", "draft the letter", "find a room")]  # fmt: skip
        assert places == sorted(places)


async def test_by_entity_an_action_of_two_stands_under_both(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f7", "o")
        assert "4 actions, by entity" in user.screen
        assert user.screen.count("IOM, ILO: draft the letter") == 2
        assert "Nobody yet (1)" in user.screen


@pytest.mark.parametrize("size", SIZES)
async def test_progress_is_recorded_with_an_echo(register: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(register, size) as user:
        await user.press("f7", "s")
        await user.type("in prog the draft is with UNHCR")
        assert "2026/Q3/A01 is in progress - the draft is with UNHCR" in user.screen
        await user.press("enter")
        assert status(register, "A01") is ActionStatus.IN_PROGRESS
        assert "22 Sep 2026, in progress: the draft" in " ".join(user.screen.split())


async def test_implemented_needs_evidence_and_is_then_done(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f7", "enter")
        await user.type("done", "enter", "enter")
        assert "needs its evidence" in user.screen
        assert status(register, "A01") is ActionStatus.NOT_STARTED
        await user.type("mail of 21 Sep", "enter")
        assert status(register, "A01") is ActionStatus.IMPLEMENTED
        places = [user.screen.index(words) for words in ("To be done (3)", "Done (1)", "mail of 21 Sep")]
        assert places == sorted(places)
        assert "Overdue" not in user.screen


@pytest.fixture
def after(register: Book) -> Book:
    """The same once the meeting is closed."""
    convene.close_meeting(register, register.meetings()[0])
    return register


@pytest.mark.parametrize("size", SIZES)
async def test_a_deadline_is_moved_and_the_old_one_stays_readable(
    after: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(after, size) as user:
        await user.press("f7", "e", "end")
        assert "IOM by 10 Sep 2026" in user.screen
        await user.press(*["backspace"] * len("10 Sep 2026"))
        await user.type("30 Nov (before the rains) because the field was closed")
        assert "by Mon 30 Nov 2026 (before the rains) - because the field was closed" in " ".join(user.screen.split())
        await user.press("enter")
        assert "Overdue" not in user.screen
        assert "was due 10 Sep 2026" in user.screen
        await user.press("e")
        await user.type("ILO", "enter")
        assert "was with IOM, due 10" in user.screen
        await user.press("ctrl+z", "ctrl+z")
        assert "Overdue (1)" in user.screen


async def test_a_deadline_in_words_is_read_whole_and_once(in_session: Book, drive: Drive, take: Take) -> None:
    take(in_session, '/action IOM: clear the road by "the first snow"')
    convene.close_meeting(in_session, in_session.meetings()[0])
    async with drive(in_session) as user:
        await user.press("f7")
        assert user.app.screen.rows().rows[1].cells[0] == "in words"
        assert user.app.screen.rows().rows[1].cells[2].splitlines()[1:] == ["by the first snow"]
        await user.press("e")
        await user.type("by 15 Dec", "enter")
        assert user.app.screen.rows().rows[1].cells[0] == "15 Dec 2026"
        assert user.app.screen.rows().rows[1].cells[2].splitlines()[1:] == ["the first snow"]
        await user.press("e")
        await user.type('by "when the long rains end in Turkana"', "enter")
        assert "when the long rains end in Turkana; was due the first snow" in " ".join(user.screen.split())


async def test_a_note_of_another_day_and_one_that_was_mistyped(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f7", "s")
        await user.type("in prog on 15 Sep: drfat", "enter")
        assert "drfat" in user.screen
        await user.press("ctrl+z")
        assert "drfat" not in user.screen.replace("Undone", "")
        (first, *_) = (a for a in register.of(ActionPoint).all() if a.number == "A01")
        assert first.progress == ()


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_the_reminder_of_an_entity_is_shown_and_copied(
    register: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(register, size) as user:
        await user.press("f7", "c")
        assert "Open action points and decisions of IOM as at 22 September 2026" in " ".join(user.screen.split())
        assert "12 days overdue, not started" in " ".join(user.screen.split())
        assert "Sent to the terminal (OSC 52), if it lets programs copy." in user.screen
        assert "**" not in user.app.clipboard
        assert "UNNM-KEN/2026/Q3/A01 share the survey (by 10 September 2026)" in user.app.clipboard
        await user.press("escape")
        assert "4 actions" in user.screen


async def test_of_several_entities_one_is_asked_unless_listed_by_entity(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f7", "down", "down", "c")
        assert "Whom does the text remind?" in user.screen
        await user.press("down", "enter")
        assert "Open action points and decisions of ILO" in user.screen
        await user.press("escape", "o", "home", "c")
        assert "Open action points and decisions of ILO" in user.screen
        await user.press("escape", "end", "c")
        assert "Nobody is responsible yet: e names who is." in user.told


async def test_results_come_as_one_types(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f7", "slash")
        await user.type("owner:ilo is:open letter")
        assert "1 of 4 actions" in user.screen
        await user.press("enter", "s")
        await user.type("delayed", "enter")
        assert status(register, "A04") is ActionStatus.DELAYED
        assert "1 of 4 actions" in user.screen
        await user.press("slash", *["backspace"] * 30)
        await user.type("nothing like it")
        assert "Nothing matches: Esc shows all." in user.screen
        await user.press("escape")
        assert "4 actions" in user.screen


async def test_a_struck_action_is_gone(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f4", "escape", "end", "x", "f7")
        assert "3 actions" in user.screen
        assert "draft the letter" not in user.screen


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_an_empty_place_says_which_key_fills_it(book: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(book, size) as user:
        await user.press("f7")
        assert "No action yet: /a in the minutes (3)." in " ".join(user.screen.split())
        await user.press("s")
        assert "There is no action under the cursor." in user.told


async def test_a_wider_window_shows_the_action_beside_the_list(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f7")
        assert "Responsible" not in user.screen
        await user.pilot.resize_terminal(130, 40)
        await user.press("down")
        assert "Responsible  ILO" in user.screen
