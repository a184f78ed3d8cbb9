"""Typing in a meeting of 2,000 entries, in a real terminal: each letter with its echo, and Enter with its line saved.

Beside a bare TextArea typed into in the same run. Not on Windows. `python -m bench.meeting` is the peer.
"""

from __future__ import annotations

import os
import statistics
from pathlib import Path

from bench.figure import Figure
from bench.keys import QUIT, press, settle, terminal, typed
from bench.many_meetings import fill
from bench.one_meeting import Size

LONG = Size(meetings=1, entries=2_000, decisions=160, actions=150)
WORDS = b"UNHCR reported that the data plan has a budget line in two counties"
LINES = 12
ENTER = b"\r"
PEER = "typing in a bare TextArea, p95"


def measure(folder: Path) -> list[Figure]:
    """The 95th of a hundred letters, and the median of what Enter takes to the last byte painted."""
    if os.name == "nt":
        return []
    fill(folder / "register", LONG, live=True).register.close()
    home = {"MINUTEBOOK_HOME": str(folder / "home")}
    with terminal(["-m", "tui_app", "--register", str(folder / "register")], home) as app:
        typing, echo = typed(app, WORDS)
        press(app, ENTER, 0.5)
        saved = statistics.median(_line(app) for _ in range(LINES))
        press(app, QUIT)
    with terminal(["-m", "bench.meeting"], home) as peer:
        area, _ = typed(peer, WORDS)
        press(peer, QUIT)
    return [
        Figure("a letter in a meeting of 2,000 entries, p95", "ms", typing, PEER, area),
        Figure("what Enter will do there, p95", "ms", echo, PEER, area),
        Figure("Enter there, to the line saved and on the screen", "ms", saved, PEER, area),
    ]


def _line(app: int) -> float:
    for letter in WORDS:
        press(app, bytes([letter]), 0.01)
    settle(app, 0.3)
    return press(app, ENTER, 0.4)


def main() -> None:
    """The peer: an area to type in."""
    from textual.app import App, ComposeResult
    from textual.widgets import TextArea

    class Area(App[None]):
        def compose(self) -> ComposeResult:
            yield TextArea()

    Area().run()


if __name__ == "__main__":
    main()
