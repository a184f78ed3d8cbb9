"""Keys in a real terminal: from the key to the last byte that it painted, beside Textual's own table.

Run in pseudo-terminals of 80 x 24, so not on Windows. `python -m bench.keys` is the peer: a bare DataTable of as many
rows as the register of a hundred meetings has decisions and proposals.
"""

from __future__ import annotations

import os
import select
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.figure import Figure
from bench.many_meetings import WHOLE, fill

PRESSED = 60
QUIET = 0.06  # seconds without output after which a key is done
LONGEST = 6.0
A_LINE = 600  # bytes, with the colours; a list takes thousands
TOGETHER = 3  # milliseconds within which what is painted is one thing
FRAME = 0.03  # the first results are there; what is laid out below them between the keys is not waited for
UP, DOWN, ESCAPE, SLASH, QUIT = b"\x1b[A", b"\x1b[B", b"\x1b", b"/", b"\x11"
PLACES = {
    "decisions": b"\x1b[17~", "actions": b"\x1b[18~", "home": b"\x1bOQ", "agenda": b"\x1bOR", "minutes": b"\x1bOS",
    "network": b"\x1b[19~", "papers": b"\x1b[20~",
}  # fmt: skip
"""The keys of the places with lists, F6, F7, F2 and so on; the one that is opened first is timed."""


def measure(folder: Path) -> list[Figure]:
    """Moving in the long lists, and typing a search, each the 95th of a hundred keys."""
    if os.name == "nt":
        return []
    fill(folder / "register").register.close()
    home = {"MINUTEBOOK_HOME": str(folder / "home")}
    with terminal(["-m", "tui_app", "--register", str(folder / "register")], home) as app:
        opening = _opened(app, PLACES["decisions"])
        moving = {name: _moving(app, key) for name, key in PLACES.items()}
        press(app, PLACES["decisions"], 1.0)
        press(app, SLASH)
        found = searched(app, b"seasonal scorecard labour migration data survey")
        press(app, ESCAPE)
        press(app, QUIT)
    with terminal(["-m", "bench.keys"], home) as peer:
        settle(peer, 1.0)
        table = slowest(peer, [DOWN] * PRESSED)
        press(peer, QUIT)
    return [
        *(Figure(f"moving in {name}, p95", "ms", took, "DataTable", table) for name, took in moving.items()),
        Figure(
            "a letter of a search over all meetings, and its first results, p95",
            "ms",
            found,
            "moving in a DataTable",
            table,
        ),
        Figure("opening Decisions on 100 meetings", "ms", opening, "moving in a DataTable", table),
    ]


def _moving(app: int, place: bytes) -> float:
    """Down and up in the list of a place, also while it is still being laid out; in the minutes Esc leads there.

    Papers has a short list, at whose end a key would do nothing.
    """
    press(app, place)
    press(app, ESCAPE, 0.3)
    steps = [*[DOWN] * 4, *[UP] * 3] if place == PLACES["papers"] else [DOWN, DOWN, UP]
    return slowest(app, steps * (PRESSED // len(steps)))


@contextmanager
def terminal(arguments: Sequence[str], environment: dict[str, str]) -> Iterator[int]:
    """A program in a terminal of its own, once it has painted its first screen; killed if it does not leave."""
    process, master = in_terminal(arguments, environment)
    with process:
        try:
            settle(master, 2.5)
            yield master
            process.wait(5)
        finally:
            process.kill()
            os.close(master)


def in_terminal(arguments: Sequence[str], environment: dict[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    """Python with these arguments in a terminal of its own, just started, and the other end of that terminal."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, *arguments], stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        env={**as_installed(), **environment, "TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(slave)
    return process, master


def as_installed() -> dict[str, str]:
    """The variables of this process, but modules are compiled once, and the size is that of the terminal."""
    foreign = ("PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES")
    return {name: value for name, value in os.environ.items() if name not in foreign}


def settle(master: int, quiet: float) -> None:
    """Read until nothing more comes for so many seconds; where a clock runs on the screen, for a few seconds."""
    until = time.perf_counter() + LONGEST
    while select.select([master], [], [], quiet)[0] and time.perf_counter() < until:
        os.read(master, 1 << 16)


def press(master: int, key: bytes, quiet: float = QUIET) -> float:
    """The milliseconds from a key to the last of what it painted; 0 where it painted nothing."""
    began = last = time.perf_counter()
    os.write(master, key)
    while select.select([master], [], [], quiet)[0]:
        try:
            os.read(master, 1 << 16)
        except OSError:  # Linux says so when the program is gone
            break
        last = time.perf_counter()
    return (last - began) * 1000


def _opened(master: int, key: bytes) -> float:
    """The milliseconds from a key to the first of what it painted."""
    began = time.perf_counter()
    os.write(master, key)
    select.select([master], [], [], 5.0)
    return (time.perf_counter() - began) * 1000


class Paint(NamedTuple):
    """Milliseconds from a key to the end of a thing that it painted, and how many bytes that took."""

    at: float
    size: int


def paints(master: int, key: bytes) -> list[Paint]:
    """What a key painted, each thing a moment after the one before."""
    began, found = time.perf_counter(), list[Paint]()
    os.write(master, key)
    while select.select([master], [], [], QUIET)[0]:
        size = len(os.read(master, 1 << 16))
        at = (time.perf_counter() - began) * 1000
        if found and at - found[-1].at < TOGETHER:
            size += found.pop().size
        found.append(Paint(at, size))
    return found or [Paint(0.0, 0)]


def typed(master: int, words: bytes) -> tuple[float, float]:
    """Milliseconds to what a letter paints first, itself, and to what it paints then; each the 95th of a hundred."""
    settle(master, 1.0)
    painted = [paints(master, bytes([letter])) for letter in words]
    return p95([each[0].at for each in painted]), p95([each[:2][-1].at for each in painted])


def searched(master: int, words: bytes) -> float:
    """Milliseconds from a letter to the first of its results, which take more than the line that it is typed in."""
    settle(master, 1.0)
    painted = [paints(master, bytes([letter])) for letter in words]
    return p95([next((paint.at for paint in each if paint.size > A_LINE), each[-1].at) for each in painted])


def p95(found: Sequence[float]) -> float:
    """The 95th of a hundred."""
    return statistics.quantiles(found, n=20)[-1]


def slowest(master: int, keys: Sequence[bytes], quiet: float = QUIET) -> float:
    """The 95th of a hundred keys one after the other, each once the one before has painted; `quiet` as for `_press`."""
    settle(master, 0.3)
    found = []
    for key in keys:
        found.append(press(master, key, quiet))
        settle(master, QUIET)
    return p95(found)


def main() -> None:
    """The peer: a table with a cursor."""
    from textual.app import App, ComposeResult
    from textual.widgets import DataTable

    class Table(App[None]):
        def compose(self) -> ComposeResult:
            yield DataTable(cursor_type="row")

        def on_mount(self) -> None:
            table = self.query_one(DataTable)
            table.add_columns("no.", "state", "due", "decision")
            for n in range(WHOLE.decisions):
                table.add_row(f"D{n:02d}", "not started", "30 Sep 2026", f"The Network endorsed the data plan {n}")

    Table().run()


if __name__ == "__main__":
    main()
