"""The table of the README, what was promised of its speed and what was measured: `python -m bench.quoted` prints it."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

FIGURES = Path(__file__).parent.parent / "docs" / "figures.json"


def quoted(figures: Path = FIGURES) -> str:
    """Day, machine, and a Markdown table of every promise, as measured by the run that wrote these figures."""
    run = json.loads(figures.read_text(encoding="utf-8"))
    rows = ["| figure | measured | beside | ratio | promised |", "| --- | ---: | --- | ---: | --- |"]
    rows += [_row(row) for row in run["figures"] if "promised" in row]
    return f"{date.fromisoformat(run['on']):%d %B %Y}, {run['machine']}:\n\n" + "\n".join(rows)


def _row(row: dict[str, object]) -> str:
    beside = f"{row['peer']}: {_number(row['peer_value'])}"
    promised = f"{row['promised']}{'' if row['kept'] else ', **missed**'}"
    cells = (row["figure"], f"{_number(row['ours'])} {row['unit']}", beside, f"{row['ratio']:.2f}x", promised)
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _number(value: object) -> str:
    assert isinstance(value, float | int)
    return f"{value:.0f}" if value >= 20 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


if __name__ == "__main__":
    sys.stdout.write(quoted() + "\n")
