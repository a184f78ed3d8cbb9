"""Who carries a decision out, whether or not its meeting is still in session (R-48)."""

from __future__ import annotations

from dataclasses import replace

from tui_app.domain.decision import Decision, DecisionState
from tui_app.domain.lines import OwnerLine
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.pen import Pen


def read_owner(book: Book, decision: Decision, text: str) -> OwnerLine:
    """Read `IOM, ILO by 30 Sep`, as after /owner; Problem where a name or the date cannot be read."""
    line = Pen(book, decision.meeting).read(f"/owner {decision.number} {text}")
    assert isinstance(line, OwnerLine)
    return line


def set_owner(book: Book, decision: Decision, line: OwnerLine) -> Decision:
    """Name the owners of a decision that stands; a date that is not given stays as it was."""
    decision = book.of(Decision).get(decision.id)
    if decision.state is not DecisionState.ADOPTED:
        raise Problem(f"{decision.symbol} is {decision.state}: name the owner of the decision that took its place.")
    owned = replace(decision, owners=line.owners, due=line.due or decision.due)
    with book.register.transaction(f"owner of {decision.symbol}"):
        return book.of(Decision).put(owned)
