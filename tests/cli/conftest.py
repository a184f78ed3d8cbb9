"""The command line as users have it: real processes, with registers and settings in a folder of the test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class CommandLine:
    """Runs commands one after the other, as one user in one home folder does."""

    def __init__(self, home):
        self.home = home
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8")},
            "MINUTEBOOK_HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C",  # a terminal that knows no UTF-8 must not matter
        }

    def start(self, *words, **settings):
        """Start a command with pipes on all sides."""
        return subprocess.Popen(
            [sys.executable, "-m", "tui_app", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=self.environment, cwd=self.home, **settings,
        )  # fmt: skip

    def __call__(self, *words, typed="", status=0):
        """Run a command to its end; what it printed, as (results, messages)."""
        raw = typed if isinstance(typed, bytes) else typed.encode()
        with self.start(*words) as process:
            out, err = process.communicate(raw, timeout=60)
        results, messages = out.decode("utf-8"), err.decode("utf-8")
        assert process.returncode == status, f"{words}: {process.returncode}\n{results}\n{messages}"
        assert "Traceback" not in messages
        return results, messages


@pytest.fixture
def command_line(tmp_path):
    return CommandLine(tmp_path)


@pytest.fixture
def in_session(command_line):
    """A command line whose register has a meeting in session."""
    command_line("new", "kenya", "--me", "A. Otieno")
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2026-09-22T10:00")
    command_line("meeting", "open", "2026/Q3", "--at", "10:00")
    return command_line
