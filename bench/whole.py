"""Whole processes: the command line beside Python itself."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

from bench.figure import Figure
from tui_app.services.sample_year import play


def measure(folder: Path) -> list[Figure]:
    """CPU seconds of finished processes, ours and the floor."""
    register = folder / "sample"
    play(register, to_the_end=True).register.close()
    environment = {**os.environ, "MINUTEBOOK_HOME": str(folder / "home")}
    floor = _cpu([sys.executable, "-c", "pass"], environment)
    commands = {
        "minutebook --version": ["--version"],
        "minutebook decisions": ["--register", str(register), "decisions"],
    }
    return [
        Figure(
            name, "ms CPU", _cpu([sys.executable, "-m", "tui_app", *arguments], environment), "python -c pass", floor
        )
        for name, arguments in commands.items()
    ]


def _cpu(command: list[str], environment: dict[str, str]) -> float:
    """The median CPU time of nine runs in milliseconds, after one that is not counted."""
    found = []
    for _ in range(10):
        before = os.times()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        after = os.times()
        children = after.children_user + after.children_system - before.children_user - before.children_system
        found.append(children * 1000)
    return statistics.median(found[1:])
