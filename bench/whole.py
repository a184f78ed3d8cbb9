"""Whole processes: the command line beside Python itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench.figure import Figure
from bench.keys import as_installed
from tui_app.services.sample_year import play


def measure(folder: Path) -> list[Figure]:
    """CPU seconds of finished processes, ours and the floor."""
    register = folder / "sample"
    play(register, to_the_end=True).register.close()
    environment = {**as_installed(), "MINUTEBOOK_HOME": str(folder / "home")}
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
    """The least CPU time of nine runs in milliseconds, after one that is not counted: others only add to it."""
    found = []
    for _ in range(10):
        before = _of_children()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        found.append((_of_children() - before) * 1000)
    return min(found[1:])


def _of_children() -> float:
    """The seconds of CPU of all processes that have ended: to a microsecond where the system tells it."""
    if os.name == "nt":
        times = os.times()
        return times.children_user + times.children_system
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
