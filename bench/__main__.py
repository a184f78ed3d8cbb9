"""Measures each figure beside its peer and prints one table; `--json FILE` writes it too, with the machine and the day.

Ratios are what count: both sides run on the same machine in the same minute. `python -m bench starting whole` takes
these measures alone. At the end stands what was promised, and whether it was kept. The README quotes
`docs/figures.json`, written by a run of all; `python -m bench.quoted` prints its table.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench import durable, home, keys, meeting, papers, record, searching, starting, whole
from bench.bars import judged, rows
from bench.figure import Figure

MEASURES = {
    "starting": starting.measure,
    "meeting": meeting.measure,
    "durable": durable.measure,
    "keys": keys.measure,
    "searching": searching.measure,
    "record": record.measure,
    "papers": papers.measure,
    "home": home.measure,
    "whole": whole.measure,
}


def main() -> int:
    """Take the measures and print what they found."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"some of {', '.join(MEASURES)}; else all")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    if unknown := [name for name in options.measures if name not in MEASURES]:
        parser.error(f"there is no measure {unknown[0]!r}: choose from {', '.join(MEASURES)}")
    where = f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, Python {platform.python_version()}"
    print(f"{date.today():%d %B %Y}, {where}")
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as scratch:
        for name in options.measures or MEASURES:
            folder = Path(scratch) / name
            folder.mkdir()
            found += (taken := MEASURES[name](folder))
            print(*taken, sep="\n", flush=True)
    print("", *judged(found), sep="\n")
    if options.json:
        table = {"on": f"{date.today()}", "machine": where, "figures": [*rows(found)]}
        options.json.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
