"""Every scenario whole, with what it found as a table: `python -m tests.faults`.

`python -m tests.faults WORD` runs those with the word in their name. The exit status is 1 if anything was lost,
unreadable or silent.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from tests.faults.found import Found
from tests.faults.scenarios import SCENARIOS


def main() -> int:
    """Run them all and print each as it is done."""
    print(f"{date.today():%d %B %Y}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(f"{'':<58}{'tried':>7}{'acknowledged':>14}{'lost':>6}{'unreadable':>12}{'silent':>8}{'s':>6}")
    harmless = True
    word = " ".join(sys.argv[1:])
    for scenario in (each for each in SCENARIOS if word in each.name):
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as scratch:
            found = scenario.run(Path(scratch) / "register", scenario.whole)
        print(_row(scenario.name, found) + f"{time.perf_counter() - began:>6.0f}", flush=True)
        harmless = harmless and found.harmless
    return 0 if harmless else 1


def _row(name: str, found: Found) -> str:
    return f"{name:<58}{found.tried:>7,}{found.acknowledged:>14,}{found.lost:>6}{found.unreadable:>12}{found.silent:>8}"


if __name__ == "__main__":
    sys.exit(main())
