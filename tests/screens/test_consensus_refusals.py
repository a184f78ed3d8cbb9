"""No key of the consensus place asks for words that will be refused, whatever the state of the matter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from tui_app.domain.consensus.proposal import PositionKind
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.screens.asking import Choose, Confirm
from tui_app.screens.prompt import PromptLine
from tui_app.services import capture, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make, open_book

COMMITTEE = ("ILO", "IOM", "OHCHR", "UNDP", "UNHCR", "UNICEF")  # all but UNODC, which is absent
CHANGING = (*"jsrdnoaJycWwtfpDReEX", "space", "enter")
PRESSES = (*((("home",), key) for key in CHANGING), *((("home", *["down"] * 6), key) for key in ("c", "W", "j", "y")))
"""Every key on ILO, which is in the room, and some on UNODC."""
WORDS = {"e": "workplan 2098", "o": "mandate: words", "t": " and more", "w": "", "enter": "", "R": ""}


class Clock:
    now = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def play(tmp_path: Path, clock: Clock) -> Callable[..., Book]:
    """`play(charter, line, ...)`: lines of a meeting in session; `CLOSE` closes it, `LATER` is the day after."""

    def playing(charter: str, *lines: str) -> Book:
        book = make(load_charter(charter), tmp_path / "r", "A. Otieno", clock, remembered=False)
        starts = datetime(2026, 9, 22, 10)
        meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts))
        if not lines:
            return book
        pen = Pen(book, convene.open_meeting(book, meeting).id)
        for line in lines:
            if line == "CLOSE":
                convene.close_meeting(book, pen.meeting)
            elif line == "LATER":
                clock.now += timedelta(hours=30)
            else:
                capture.take(pen, line)
        return book

    return playing


TEXT = (*(f"/in {entity} A. Person" for entity in COMMITTEE), "/propose A text.")
OBJECTED = (*TEXT, "/position ILO objects mandate: leaves labour out")
AGREED = (*TEXT, "/rest joins", "/consult UNODC: agrees")
SILENCE = (*TEXT, "/silence 2026-09-23T12:00+03:00 by e-mail")
STATES = {
    "planned": (),
    "no text": ("a note",),
    "put": TEXT,
    "objected": OBJECTED,
    "agreed": AGREED,
    "adopted": (*AGREED, "/declare"),
    "not reached": (*OBJECTED, "/declare"),
    "referred": (*OBJECTED, "/declare", "/refer Who pays?"),
    "deferred": (*TEXT, "/defer"),
    "in silence": SILENCE,
    "silence broken": (*SILENCE, "/position ILO objects legal: a clause"),
    "silence run out": (*SILENCE, "LATER"),
    "closed, put": (*TEXT, "CLOSE"),
    "closed, objected": (*OBJECTED, "CLOSE"),
    "closed, adopted": (*AGREED, "/declare", "CLOSE"),
    "closed, not reached": (*OBJECTED, "/declare", "CLOSE"),
    "closed, in silence": (*SILENCE, "CLOSE"),
    "closed, silence run out": (*SILENCE, "CLOSE", "LATER"),
}


async def what_it_did(user, book: Book, key: str) -> str:
    """Press a key and answer what it asks: `done`, `told` why not, or `shown`; anything else fails."""
    before = book.register.sequence
    await user.press(key)
    screen = user.app.screen
    if isinstance(screen, Choose):
        await user.press("escape")
        return "shown"
    if isinstance(screen, Confirm):
        await user.press("y")
    elif screen.query_one(PromptLine).has_class("open"):
        await user.type(WORDS.get(key, "words"), "enter")
        assert not screen.query_one(PromptLine).has_class("open"), f"{key} asks for what is refused: {user.screen}"
    done = book.register.sequence > before
    assert done or user.told, f"{key} does nothing and says nothing: {user.screen}"
    assert not (done and user.told), f"{key}: {user.told}"
    for _ in range(book.register.sequence - before):
        book.register.undo()
    await user.pilot.pause()
    return "done" if done else "told"


@pytest.mark.parametrize("state", STATES)
async def test_a_key_does_what_it_says_or_says_at_once_why_not(play, drive, state) -> None:
    book = play("kenya", *STATES[state])
    async with drive(book) as user:
        await user.press("f5")
        footer = set(user.screen.splitlines()[-1].split() + user.screen.splitlines()[-2].split())
        done = set()
        for way, key in PRESSES:
            await user.press(*way)
            if await what_it_did(user, book, key) == "done":
                done.add("Enter" if key == "enter" else key)
        promised = footer & {"j", "o", "t", "w", "p", "R"}
        assert promised <= done, "the footer shows a key that does nothing"
        if "Enter" in footer and state in ("agreed", "silence run out", "closed, silence run out", "silence broken"):
            assert "Enter" in done


@pytest.mark.parametrize("state", ["put", "adopted", "in silence"])
async def test_in_a_window_that_only_reads_every_key_says_so(play, drive, state) -> None:
    writing = play("kenya", *STATES[state])
    reading = open_book(writing.register.folder)
    assert reading.register.read_only
    async with drive(reading) as user:
        await user.press("f5")
        for key in CHANGING:
            await user.press("home", key)
            assert not user.app.screen.query_one(PromptLine).has_class("open")
            assert user.told, key
        assert await what_it_did(user, reading, "v") == "shown"
        assert "j joins" not in user.screen


async def test_the_words_of_a_position_are_there_when_it_is_taken_again(play, drive) -> None:
    book = play("kenya", *OBJECTED)
    async with drive(book) as user:
        await user.press("f5", "home", "o")
        assert user.app.screen.query_one(PromptLine).query_one(Input).value == "mandate: leaves labour out"


async def test_a_silence_procedure_is_proposed_for_a_day_to_come_and_echoed_with_its_zone(play, drive) -> None:
    book = play("kenya", *TEXT)
    async with drive(book) as user:
        await user.press("f5", "w")
        assert "29 Sep 2026 17:00 by e-mail to all members" in user.screen
        assert "Silence procedure until Tue 29 Sep 2026 17:00 EAT" in user.screen
        assert "Africa/Nairobi" in user.screen
        await user.press("ctrl+u")
        await user.type("21 Sep 2026 17:00 by e-mail")
        assert "has passed" in user.screen
        await user.press("ctrl+u")
        await user.type("24 Sep 17:00 by e-mail", "enter")
        assert "The silence procedure runs until 24 September 2026, 17:00" in user.screen


async def test_a_silence_procedure_that_ran_out_is_confirmed_after_the_meeting(play, drive) -> None:
    book = play("kenya", *STATES["closed, silence run out"])
    async with drive(book) as user:
        await user.press("f5")
        assert "this check goes on until the chair's declaration" in user.screen
        assert "Nobody objected in the silence procedure" in user.screen
        await user.press("enter")
        assert "P1 is adopted, in these words" in user.screen
        await user.press("enter")
        assert "adopted as D01" in user.screen
        assert PositionKind.NO_POSITION.value in user.screen
