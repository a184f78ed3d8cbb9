"""Giving the reason for a gap in the files of a meeting that will stay."""

from __future__ import annotations

from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.screens.place import Place
from tui_app.services.completeness import check, explain
from tui_app.widgets.rows import Column, Row


def ask_reason(place: Place, meeting: Meeting) -> None:
    """Ask for which gap, then for the reason; Problem where there is none that a reason closes."""
    there = {each.gap.key: each for each in check(place.book, meeting) if each.gap.explainable}
    if not there:
        raise Problem(f"The files of {meeting.symbol} have no gap that a reason would close.")

    def chosen(key: str) -> None:
        place.ask(
            f"Why does this gap stay: {key}?",
            lambda reason: explain(place.book, meeting, key, reason),
            text=there[key].reason,
        )

    rows = [Row(key, (key, each.reason or each.gap.sentence)) for key, each in there.items()]
    place.choose("Which gap will stay?", rows, Column("gap", 16), Column("what it is"), then=chosen)
