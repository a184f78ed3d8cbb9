"""Two windows on one register: what is typed into the first is seen in the second, in a real terminal."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.faults.killing import ROOT
from tests.faults.terminal import app
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import convene
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

ZONE = ZoneInfo("Africa/Nairobi")


@pytest.fixture
def folder(tmp_path):
    """A register whose meeting is in session today."""
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno")
    starts = datetime.now(ZONE).replace(tzinfo=None, second=0, microsecond=0)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.ANNUAL, starts=starts))
    convene.open_meeting(book, meeting)
    book.register.close()
    return tmp_path / "register"


@contextmanager
def capturing(folder):
    """Lines into the meeting, by the command line in a process of its own; each is answered once it is on the disk."""
    command = [
        sys.executable,
        "-m",
        "tui_app",
        "capture",
        f"{datetime.now(ZONE).year}/AN",
        "-",
        "--register",
        str(folder),
    ]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, text=True, **streams) as process:

        def take(line):
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            return process.stdout.readline()

        yield take
        process.stdin.close()


def test_what_the_first_window_saves_the_second_shows(folder):
    with app(folder, "present") as terminal:
        terminal.wait_until(lambda: terminal.shows("Annual meeting of"))
        with capturing(folder) as take:
            for line, shown in (
                ("/new Data on labour migration [decision] 20m", "2  Data on labour migration"),
                ("/in all", "of 20 minutes"),
                ("/p The Network endorses the plan.", "The Network endorses the plan."),
                ("/amend The Network endorses the revised plan.", "Proposal P1, round 2"),
                ("/closed", "Closed session"),
                ("/open", "The Network endorses the revised plan."),
                ("/rest joins", "The Network endorses the revised plan."),
                ("/declare", "consensus, and declared"),
            ):
                assert take(line), line
                terminal.wait_until(lambda shown=shown: terminal.shows(shown))
        terminal.type("m")
        terminal.wait_until(lambda: terminal.shows("UNHCR *"))
        terminal.type("\x11")
        assert terminal.process.wait(timeout=60) == 0


def test_nothing_of_a_closed_session_is_painted(folder):
    with app(folder, "present") as terminal, capturing(folder) as take:
        terminal.wait_until(lambda: terminal.shows("Annual meeting of"))
        take("/closed")
        terminal.wait_until(
            lambda: [row.strip() for row in terminal.screen.display if row.strip()] == ["Closed session"]
        )
        take("/p A secret text")
        take("/open")
        terminal.wait_until(lambda: terminal.shows("Annual meeting of"))
        assert not terminal.shows("secret")
