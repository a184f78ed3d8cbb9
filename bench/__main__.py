"""Measures each figure beside its peer and prints one table; `--json FILE` writes it too.

Ratios are what count: both sides run on the same machine in the same minute.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench import durable, home, keys, papers, record, searching, whole
from bench.figure import Figure

MEASURES: tuple[Callable[[Path], list[Figure]], ...] = (
    durable.measure,
    record.measure,
    papers.measure,
    home.measure,
    searching.measure,
    keys.measure,
    whole.measure,
)


def main() -> int:
    """Run every measure and print what it found."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as scratch:
        for number, measure in enumerate(MEASURES):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            found += measure(folder)
    print(f"{date.today():%d %B %Y}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for figure in found:
        print(figure)
    if options.json:
        options.json.write_text(json.dumps([figure.row for figure in found], indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
