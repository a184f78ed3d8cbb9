"""How far something has come, asked on the prompt line; its evidence too, where it is implemented (R-62)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.progress_words import STATUSES, Reported, progress_echo, read_progress
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.screens.place import Place
from tui_app.services.follow_up import not_the_last

Report = Callable[[Reported], ActionPoint | Decision | WorkplanLine | str]
"""Records what was reported; the record with it, or what is to be told of it."""


def ask_progress(place: Place, symbol: str, report: Report) -> None:
    """Ask on a place's prompt line how far the record with a symbol has come, and report it.

    `symbol` tells it from every other one (`2026/Q1/A04`): what was typed is offered again for that one alone.
    """
    today = place.book.today()

    def said(text: str) -> None:
        reported = read_progress(text, today)
        if reported.needs_evidence:
            _ask_evidence(place, symbol, reported, report)
        else:
            _record(place, reported, report)

    place.ask(
        f"Progress of {symbol}: {STATUSES}; then, as on 10 Sep: what was done",
        said,
        echo=lambda text: progress_echo(symbol, read_progress(text, today)),
        chain=f"progress of {symbol}",
    )


def _ask_evidence(place: Place, symbol: str, said: Reported, report: Report) -> None:
    place.ask(f"What shows that {symbol} is implemented: a report, a letter, a link",
              lambda evidence: _record(place, replace(said, evidence=evidence), report))  # fmt: skip


def _record(place: Place, said: Reported, report: Report) -> None:
    recorded = report(said)
    place.tell(recorded if isinstance(recorded, str) else not_the_last(recorded, said))
