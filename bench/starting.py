"""Starting in a real terminal until Home can be used, on a hundred meetings, beside a bare Textual app.

Both take turns; each is ended once its first screen is painted and nothing more comes for a moment, so that what the
app does just after its first screen counts too. Not on Windows.
"""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.figure import Figure
from bench.keys import in_terminal, settle
from bench.many_meetings import WHOLE, fill
from bench.one_meeting import Size

RUNS = 9
QUIET = 0.25
BARE = "a bare Textual app"
HALF = Size(entries=WHOLE.entries // 2, decisions=WHOLE.decisions // 2, actions=WHOLE.actions // 2)


class Start(NamedTuple):
    """Milliseconds of CPU of all threads, milliseconds until the first screen, MiB of memory held then."""

    cpu: float
    shown: float
    memory: float


def measure(folder: Path) -> list[Figure]:
    """Of nine starts of each the least: whatever else runs on the machine only adds to it."""
    if os.name == "nt":
        return []
    sizes = {size.entries: folder / str(size.entries) for size in (HALF, WHOLE)}
    for size, register in zip((HALF, WHOLE), sizes.values(), strict=True):
        fill(register, size).register.close()
    home = {"MINUTEBOOK_HOME": str(folder / "home")}
    starts: dict[int, list[Start]] = {entries: [] for entries in (0, *sizes)}
    for _ in range(RUNS):
        starts[0].append(started(["-m", "bench.bare"], home, b"ready"))
        for entries, register in sizes.items():
            starts[entries].append(started(["-m", "tui_app", "--register", str(register)], home, b"quit"))
    bare, *ours = (Start(*map(min, zip(*found, strict=True))) for found in starts.values())
    return [each for entries, start in zip(sizes, ours, strict=True) for each in _figures(entries, start, bare)]


def _figures(entries: int, ours: Start, bare: Start) -> list[Figure]:
    what = f"100 meetings, {entries:,} entries"
    return [
        Figure(f"start to Home, {what}", "ms CPU", ours.cpu, BARE, bare.cpu),
        Figure(f"its first screen, {what}", "ms", ours.shown, BARE, bare.shown),
        Figure(f"memory held then, {what}", "MiB", ours.memory, BARE, bare.memory),
    ]


def started(arguments: Sequence[str], environment: dict[str, str], words: bytes) -> Start:
    """Start a program until these words are painted and all is quiet, and end it."""
    began = time.perf_counter()
    process, master = in_terminal(arguments, environment)
    painted = b""
    while words not in painted:
        if not select.select([master], [], [], 20.0)[0]:
            process.kill()
            raise TimeoutError(f"{words!r} was not painted within twenty seconds.")
        painted += os.read(master, 1 << 16)
    shown = time.perf_counter() - began
    settle(master, QUIET)
    held = _memory(process.pid)
    process.kill()
    used = os.wait4(process.pid, 0)[2]
    process.returncode = 0  # it was waited for
    os.close(master)
    return Start((used.ru_utime + used.ru_stime) * 1000, shown * 1000, held)


def _memory(process: int) -> float:
    """The MiB that a running process holds."""
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], check=True, capture_output=True, text=True)
    return int(told.stdout) / 1024
