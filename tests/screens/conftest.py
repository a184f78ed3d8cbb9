"""Journeys by keys: an application on a register of its own, at a given size."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import textual.app
import textual.pilot
import textual.screen
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.idle import wait_for_idle
from tui_app.app import MinutebookApp
from tui_app.screens import keys_in_turn
from tui_app.services import adopting, capture, circulating, convene, moving
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make, open_book

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)  # 10:30 in Nairobi


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and registers of this test alone, and neither editor nor desktop nor terminal of whoever runs it."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(keys_in_turn, "TYPING_ON", 0)  # whoever presses keys here has read what was told
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    for desktop in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(desktop, raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "away from every desktop")
    monkeypatch.setenv("TERM", "xterm-256color")
    for look in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(look, raising=False)
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def no_idling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever Textual waits for its process to rest, ask whether anything is left to be done; paint at once."""
    monkeypatch.setattr(textual.pilot, "wait_for_idle", wait_for_idle)
    monkeypatch.setattr(textual.app, "wait_for_idle", wait_for_idle)
    monkeypatch.setattr(textual.screen, "UPDATE_PERIOD", 0.001)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Kenya's register, with no meeting yet, at 10:30 on 22 September 2026."""
    return make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: NOW)


@pytest.fixture
def in_session(book: Book) -> Book:
    """The same with the third quarterly meeting of 2026 in session."""
    kind = convene.MeetingKind.QUARTERLY
    meeting = convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    return book


@pytest.fixture
def take() -> Callable[..., None]:
    """`take(book, line, ...)`: lines into the meeting at hand, as the capture line would."""

    def taking(book: Book, *lines: str) -> None:
        meeting = book.meeting_at_hand()
        assert meeting is not None
        pen = Pen(book, meeting.id)
        for line in lines:
            capture.take(pen, line)

    return taking


STATES = ("no meeting", "planned", "cancelled", "in session", "closed", "circulated", "adopted", "reading only")
"""How far the meeting of a register can have come."""
IN_SESSION = (
    "/in IOM A. Otieno", "/in ILO M. Njeri", "/next", "IOM: presented the data plan", "/a ILO: share it by 30 Sep 2026",
    "/d The Network takes note of the report", "/propose The Network endorses the data plan",
)  # fmt: skip


@pytest.fixture
def in_state(book: Book, take: Callable[..., None]) -> Callable[[str], Book]:
    """`in_state("closed")`: Kenya's register with the third quarterly meeting of 2026 in one of `STATES`."""

    def made(state: str) -> Book:
        if state == "no meeting":
            return book
        invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
        meeting = convene.plan(book, invitation)
        if state == "cancelled":
            moving.cancel(book, meeting, "the hall is closed")
        if state in ("planned", "cancelled"):
            return book
        convene.open_meeting(book, meeting)
        take(book, *IN_SESSION)
        if state == "reading only":
            return open_book(book.register.folder, clock=lambda: NOW, read_only=True)
        if state != "in session":
            take(book, "/withdraw")
            meeting = convene.close_meeting(book, book.meetings()[0])
        if state in ("circulated", "adopted"):
            meeting, _ = circulating.circulate(book, meeting)
        if state == "adopted":
            adopting.adopt(book, meeting)
        return book

    return made


class Driver:
    """Keys in, screen out."""

    def __init__(self, app: MinutebookApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all they caused is done."""
        await self.pilot.press(*keys)
        await self._all_done()

    async def type(self, text: str, *then: str) -> None:
        """Type a text faster than a terminal can send it, then press keys, often Enter."""
        for char in text:
            self._post(char)
        await self._all_done()
        await self.press(*then)

    async def send(self, *keys: str) -> None:
        """Press keys as `press` does, all at once, in a fraction of its time, which it spends on waiting."""
        for key in keys:
            self._post(key)
        await self._all_done()

    def _post(self, key: str) -> None:
        try:
            character: str | None = key if len(key) == 1 else unicodedata.lookup(key.replace("_", " "))
        except KeyError:
            character = None
        event = Key(_character_to_key(key) if len(key) == 1 else key, character)
        event.set_sender(self.app)
        self.app.post_message(event)

    async def _all_done(self) -> None:
        """Idle is a process too that gets no time of a busy machine: no key may be waiting for its turn either."""
        await self.pilot.pause()
        while self.app.is_running and (self.app.keys_in_turn._since or getattr(self.app.screen, "follows", False)):
            await self.pilot.pause(0.01)

    @property
    def screen(self) -> str:
        """What the terminal shows, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    @property
    def words(self) -> str:
        """The words on the screen in one line, but for those of the record beside the list."""
        return " ".join(" ".join(line.partition("│")[0] for line in self.screen.splitlines()).split())

    @property
    def told(self) -> str:
        """What the place tells above its keys, and the toasts so far."""
        here = getattr(self.app.screen, "_told", ())
        return "\n".join([*here, *(notification.message for notification in self.app._notifications)])


@pytest.fixture
def drive() -> Callable[..., AbstractAsyncContextManager[Driver]]:
    """`async with drive(book, size=(80, 24)) as user:` runs the application; `toasts`: they are drawn, too."""

    @asynccontextmanager
    async def run(
        book: Book | None, size: tuple[int, int] = (80, 24), *, toasts: bool = False
    ) -> AsyncIterator[Driver]:
        app = MinutebookApp(book)
        async with app.run_test(size=size, notifications=toasts) as pilot:
            await pilot.pause()
            yield Driver(app, pilot)

    return run
