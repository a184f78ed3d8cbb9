"""A Problem as a screen tells it."""

from __future__ import annotations

from tui_app.commands.action import ANYWHERE
from tui_app.commands.catalogue import action_of, key_of
from tui_app.commands.places import title_of
from tui_app.domain.problem import Problem


def with_key(problem: Problem, place: str = "") -> str:
    """Its sentence and the key that does what it asks for: `... (M).`, or `... (o in Agenda).` from another `place`."""
    if not problem.deed:
        return str(problem)
    action = action_of(problem.deed)
    there = "" if action.place in (ANYWHERE, place) else f" in {title_of(action.place)}"
    return f"{str(problem).removesuffix('.')} ({key_of(action.id)}{there})."
