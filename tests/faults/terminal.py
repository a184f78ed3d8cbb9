"""The app itself, killed in a real terminal while somebody types."""

from __future__ import annotations

import os
import random
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import pyte

from tests.faults.found import Found
from tests.faults.killing import ROOT
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.services import convene
from tui_app.services.charters import load_charter
from tui_app.services.registers import make, open_book

ROWS, COLUMNS = 24, 80
ENTRIES = slice(2, ROWS - 3)  # the rows of the screen that list them; the line to type in is below
LINE = re.compile(r"│ \d\d:\d\d \S (\S+ line \d+\.)")
HALF_TYPED = "half-typed.json"
PATIENCE = 60.0  # seconds until the screen must show what was typed


class Terminal:
    """A program in a pseudo-terminal, and what it has painted so far."""

    def __init__(self, master: int, process: subprocess.Popen[bytes]) -> None:
        self.process, self._master = process, master
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.listed: set[str] = set()

    def type(self, text: str) -> None:
        """As from the keyboard; Enter is a carriage return."""
        os.write(self._master, text.encode())

    def enter(self, line: str) -> None:
        """Type a line, see it, and press Enter."""
        self.type(line)
        self.wait_until(lambda: self.shows(line))
        self.type("\r")

    def watch(self, seconds: float) -> bool:
        """Take in what is painted, and wait that long for it if need be; whether there was anything."""
        painted = False
        while select.select([self._master], [], [], 0 if painted else seconds)[0]:
            try:
                self._stream.feed(os.read(self._master, 1 << 16))
            except OSError:  # Linux says so when the program is gone
                break
            painted = True
            self.listed |= {found[1] for row in self.screen.display[ENTRIES] if (found := LINE.search(row))}
        return painted

    def wait_until(self, met: Callable[[], bool]) -> None:
        """Watch until the screen shows what is awaited."""
        deadline = time.monotonic() + PATIENCE
        while not met():
            self.watch(0.05)
            assert time.monotonic() < deadline, "\n".join(self.screen.display)

    def wait_until_listed(self, line: str) -> None:
        """Watch until a line stands among the entries."""
        self.wait_until(lambda: line in self.listed)

    def shows(self, text: str) -> bool:
        """Whether a text is on the screen."""
        return any(text in row for row in self.screen.display)


@contextmanager
def app(folder: Path, *words: str) -> Iterator[Terminal]:
    """The app, or the command in `words`, on the register in a folder; killed at the end if it still runs."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment = {**inherited, "MINUTEBOOK_HOME": str(folder.parent / "home"), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "tui_app", *words, "--register", str(folder)]
    streams = {"stdin": slave, "stdout": slave, "stderr": slave}
    with subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **streams) as process:
        os.close(slave)
        try:
            yield Terminal(master, process)
        finally:
            process.kill()
            os.close(master)


def app_killed_while_typing(folder: Path, rounds: int) -> Found:
    """kill -9 at another moment each time: each line that the screen listed as saved is in the register."""
    _in_session(folder)
    chance = random.Random(rounds)
    found, listed = Found(), set[str]()
    for number in range(rounds):
        with app(folder) as terminal:
            terminal.wait_until(lambda: terminal.shows("Type a line"))
            lines = chance.randint(5, 15)
            for line in range(lines):
                terminal.enter(f"r{number} line {line}.")
                terminal.wait_until_listed(f"r{number} line {line}.")
            terminal.enter(f"r{number} line {lines}.")
            terminal.watch(chance.uniform(0, 0.05))
            terminal.process.kill()
            terminal.watch(0)
        listed |= terminal.listed
        found += Found(1, unreadable=not _opens(folder))
        (folder / HALF_TYPED).unlink(missing_ok=True)  # or the next round would go on with it
    return found + Found(acknowledged=len(listed), lost=len(listed - _saved(folder)))


def _in_session(folder: Path) -> None:
    book = make(load_charter("kenya"), folder, "A. Otieno", remembered=False)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    book.register.close()


def _opens(folder: Path) -> bool:
    with suppress(Problem):
        open_book(folder, "A. Otieno").register.close()
        return True
    return False


def _saved(folder: Path) -> set[str]:
    book = open_book(folder, "A. Otieno", read_only=True)
    with book.register:
        words = " ".join(entry.text for entry in book.of(Entry).all())
    return set(re.findall(r"r\d+ line \d+\.", words))
