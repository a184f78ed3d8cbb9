"""Opening a register with its chain verified, beside stock TinyDB loading the same documents.

Each in a process of its own, as whoever opens it does: `python -m bench.opening WHICH PATH` prints the milliseconds
of CPU that it took there to open and to count the documents, and to open and read each.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB

from bench.figure import Figure
from tui_app.register import Register
from tui_app.register.tables import TABLES

RUNS = 9
READINGS: dict[str, Callable[[TinyDB], object]] = {
    "": lambda database: len(database.table("entries")),
    " and read through": lambda database: database.table("entries").all(),
}


def figures(folder: Path, stock_file: Path, size: int) -> list[Figure]:
    """Two figures for a register and a file of stock TinyDB with the same `size` documents."""
    return [
        Figure(f"opening {size:,}, verified{more}", "ms CPU", _median("register", folder, more),
               f"stock TinyDB{more}", _median("stock", stock_file, more))
        for more in READINGS
    ]  # fmt: skip


def _median(which: str, path: Path, more: str) -> float:
    command = [sys.executable, "-m", "bench.opening", which, str(path), more]
    runs = [subprocess.run(command, check=True, capture_output=True).stdout for _ in range(RUNS)]
    return statistics.median(float(each) for each in runs)


def main(which: str, path: str, more: str) -> None:
    """Open one of the two once, and print what it took."""
    began = time.process_time()
    if which == "register":
        READINGS[more](Register.open(Path(path), TABLES, read_only=True).database)
    else:
        READINGS[more](TinyDB(path))
    print((time.process_time() - began) * 1000)


if __name__ == "__main__":
    main(*sys.argv[1:])
