"""What needs attention, found in a register of a hundred meetings, beside json reading the same documents.

In a process of its own, as at a start: `python -m bench.home FOLDER` prints the milliseconds of CPU of both.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.figure import Figure
from bench.many_meetings import TODAY, fill
from tui_app.domain.attention.attention import matters
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.services.attention import standing
from tui_app.services.registers import open_book

RUNS = 9


def measure(folder: Path) -> list[Figure]:
    """The first reading of Home after the register was opened."""
    register = folder / "register"
    fill(register).register.close()
    runs = [subprocess.run([sys.executable, "-m", "bench.home", str(register)], check=True, capture_output=True,
                           text=True).stdout.split() for _ in range(RUNS)]  # fmt: skip
    ours, peer = (statistics.median(float(run[place]) for run in runs) for place in (0, 1))
    name = "Home of 100 meetings, 20,000 entries, first time"
    return [Figure(name, "ms CPU", ours, "json reading its decisions, actions, proposals", peer)]


def main(path: str) -> None:
    """Read both once, ours first, since what it reads is kept."""
    book = open_book(Path(path), read_only=True)
    began = time.process_time()
    matters(standing(book), TODAY)
    ours = time.process_time() - began
    tables = (book.of(Decision).name, book.of(ActionPoint).name, book.of(Proposal).name)
    documents = [content for table in tables for content in book.register.documents(table).values()]
    texts = [json.dumps(document) for document in documents]
    began = time.process_time()
    for text in texts:
        json.loads(text)
    print(ours * 1000, (time.process_time() - began) * 1000)


if __name__ == "__main__":
    main(*sys.argv[1:])
