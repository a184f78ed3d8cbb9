"""What the screens show of the sample year, as text to be read in a difference, and as the pictures of the README.

Every scene begins on a copy of the same register, at the same standing time, with settings of its own, so that it comes
out alike on every machine and in any order.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

from textual.app import App
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widgets import Input

from tui_app.app import MinutebookApp
from tui_app.projector.app import Projector
from tui_app.screens.themes import DARK, LIGHT
from tui_app.services.book import Book
from tui_app.services.capture import take
from tui_app.services.charters import load_charter
from tui_app.services.following import Following
from tui_app.services.pen import Pen
from tui_app.services.registers import open_book
from tui_app.services.sample_year import play, sample_year

FOLDER = Path(__file__).parent / "screens"
PICTURES = Path(__file__).parents[2] / "docs"
TYPED = "/a UNHCR: share the survey questionnaire by fri"
AMENDED = "/amend The Network endorses the data plan as revised, with seasonal work included."


@dataclass(frozen=True, slots=True)
class Scene:
    """The keys that lead to it from the minutes in session, and what is half-typed there; `made`: with a register.

    `for_room`: it is that of the projector screen, once these lines were taken in the first window.
    """

    keys: tuple[str, ...] = ()
    typed: str = ""
    made: bool = True
    for_room: tuple[str, ...] = ()


SCENES = {
    "home": Scene(("f2",)),
    "agenda": Scene(("f3",)),
    "minutes": Scene(typed=TYPED),
    "entries": Scene(("escape", "up")),
    "question": Scene(("f3", "a")),
    "consensus": Scene(("f5",)),
    "confirm": Scene(("f5", "J")),
    "decisions": Scene(("f6",)),
    "actions": Scene(("f7",)),
    "network": Scene(("f8",)),
    "papers": Scene(("f9",)),
    "documents": Scene(("f3", "down", "down", "down", "D")),
    "backlog": Scene(("f3", "b")),
    "versions": Scene(("f9", "v")),
    "help": Scene(("f5", "f1")),
    "palette": Scene(("f6", "ctrl+p")),
    "first-start": Scene(made=False),
    "projector": Scene(("m",), for_room=(AMENDED, "/position UNHCR joins", "/position FAO reservation: rural work")),
}
SMALL = ("home", "minutes", "consensus", "confirm", "decisions", "papers", "documents", "versions", "projector")
"""What is arranged in another way in a small window."""
NARROW_ENOUGH = ("question", "confirm", "papers", "help", "palette", "first-start")
WIDE = tuple(name for name in SCENES if name not in NARROW_ENOUGH)
"""What has more side by side in a wide window."""
SIZES = {(80, 24): tuple(SCENES), (60, 20): SMALL, (120, 40): WIDE}
GOLDEN = [(name, size) for size, names in SIZES.items() for name in names]

PICTURED = {"minutes": "meeting", "consensus": "consensus", "decisions": "decisions", "papers": "papers",
            "projector": "projector"}  # fmt: skip
"""What the README shows, each in a dark and in a light picture, by the name of its file."""


def golden_file(name: str, size: tuple[int, int]) -> Path:
    """Where the text of a scene is kept."""
    return FOLDER / "{}x{}".format(*size) / f"{name}.txt"


def picture_file(name: str, *, light: bool) -> Path:
    """Where the picture of a scene is kept."""
    return PICTURES / f"{PICTURED[name]}{'-light' if light else ''}.svg"


def sample_register(folder: Path) -> Path:
    """The folder of the register that every scene begins on."""
    play(folder, to_the_end=False).register.close()
    return folder


def _now() -> datetime:
    """When every scene plays: in the meeting of the sample year that is in session."""
    year = sample_year()
    return year.now.replace(tzinfo=ZoneInfo(load_charter(year.charter).zone))


def _copy_of(register: Path, folder: Path) -> Book:
    return open_book(Path(shutil.copytree(register, folder / "register")), sample_year().kept_by, _now)


async def text_of(scene: Scene, size: tuple[int, int], register: Path) -> str:
    """What the terminal shows, line by line."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch, patch.dict(os.environ):
        app = _begun(scene, Path(scratch), register)
        async with app.run_test(size=size) as pilot:
            await _act(scene, pilot)
            return _seen(app)


async def picture_of(scene: Scene, register: Path, *, light: bool) -> str:
    """The same at 80 x 24, as an SVG."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch, patch.dict(os.environ):
        app = _begun(scene, Path(scratch), register, LIGHT if light else DARK)
        async with app.run_test(size=(80, 24)) as pilot:
            await _act(scene, pilot)
            for line in app.screen.query(Input):
                line.cursor_blink = False
            await pilot.pause()
            drawn = app.export_screenshot(title="Minutebook")
            return re.sub(r"\bterminal-\d+", "minutebook", drawn)  # a sum of more than is seen


def _begun(scene: Scene, scratch: Path, register: Path, look: Theme = DARK) -> App[None]:
    """Whatever the terminal of whoever makes it shows, and asks for."""
    os.environ["MINUTEBOOK_HOME"] = str(scratch / "home")
    os.environ["TEXTUAL_THEME"] = look.name
    os.environ.pop("NO_COLOR", None)
    if scene.for_room:
        return _for_room(_copy_of(register, scratch), scene.for_room)
    return MinutebookApp(_copy_of(register, scratch) if scene.made else None)


def _for_room(book: Book, lines: tuple[str, ...]) -> Projector:
    meeting = book.meeting_at_hand()
    assert meeting is not None
    with book.register:
        for line in lines:
            take(Pen(book, meeting.id), line)
    return Projector(Following(book.register.folder, clock=_now))


async def _act(scene: Scene, pilot: Pilot[None]) -> None:
    await _settle(pilot)
    await pilot.press(*scene.keys)
    if scene.typed:
        pilot.app.screen.query_one("#capture", Input).value = scene.typed
    await _settle(pilot)


async def _settle(pilot: Pilot[None]) -> None:
    """Until what comes between the keys has come."""
    seen = ""
    while (now := _seen(pilot.app)) != seen or getattr(pilot.app.screen, "follows", False):
        seen = now
        await pilot.app.workers.wait_for_complete(each for each in pilot.app.workers if each.is_running)
        await pilot.pause(0.05)


def _seen(app: App[None]) -> str:
    strips = app.screen._compositor.render_strips()
    return "".join("".join(segment.text for segment in strip).rstrip() + "\n" for strip in strips)


def golden_screens() -> Iterator[tuple[Path, str]]:
    """Every golden text and every picture, with the file that keeps it."""
    with tempfile.TemporaryDirectory() as scratch:
        register = sample_register(Path(scratch) / "register")
        for name, size in GOLDEN:
            yield golden_file(name, size), asyncio.run(text_of(SCENES[name], size, register))
        for name in PICTURED:
            for light in (False, True):
                yield picture_file(name, light=light), asyncio.run(picture_of(SCENES[name], register, light=light))
