"""Action points: who, what, by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from .assignment import Assignment, Terms


class ActionStatus(StrEnum):
    """How far an action or the implementation of a decision has come (R-62)."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    IMPLEMENTED = "implemented"
    DELAYED = "delayed"
    OVERTAKEN = "overtaken"


DONE = frozenset({ActionStatus.IMPLEMENTED, ActionStatus.OVERTAKEN})
"""The states in which nothing remains to be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A dated note on what was done; "implemented" needs its evidence."""

    on: date
    status: ActionStatus
    note: str = ""
    evidence: str = ""
    by: str = ""


def last_report(progress: Iterable[Progress], on: date | None = None) -> Progress | None:
    """What had been reported last by the end of a day, or until now; None where nothing was."""
    known = [each for each in progress if on is None or each.on <= on]
    return known[-1] if known else None


def with_report(progress: Iterable[Progress], noted: Progress) -> tuple[Progress, ...]:
    """The reports with one more, by their days: what is written up later does not hide what came after it."""
    return tuple(sorted((*progress, noted), key=lambda each: each.on))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPoint:
    """One action. `number` is official within its meeting (`A07`); `responsible` are entities.

    `earlier`: who was responsible and by when before that was changed after the meeting, what was agreed first.
    """

    id: str
    number: str
    symbol: str
    meeting: str
    item: str
    text: str
    responsible: tuple[str, ...] = ()
    due: date | None = None
    due_words: str = ""
    progress: tuple[Progress, ...] = ()
    struck: bool = False
    earlier: tuple[Assignment, ...] = ()

    @property
    def terms(self) -> Terms:
        """Who is responsible now, and by when."""
        return Terms(responsible=self.responsible, due=self.due, due_words=self.due_words)

    @property
    def agreed(self) -> ActionPoint:
        """The action as the meeting agreed it, whatever was changed later: as its minutes print it."""
        if not self.earlier:
            return self
        first = self.earlier[0]
        return replace(self, responsible=first.responsible, due=first.due, due_words=first.due_words)

    def corrected(self, text: str, terms: Terms) -> ActionPoint:
        """The action with what the meeting agreed written anew; what was changed after the meeting stays."""
        who, due, words = terms.responsible, terms.due, terms.due_words
        if not self.earlier:
            return replace(self, text=text, responsible=who, due=due, due_words=words)
        first = replace(self.earlier[0], responsible=who, due=due, due_words=words)
        return replace(self, text=text, earlier=(first, *self.earlier[1:]))

    @property
    def status(self) -> ActionStatus:
        """What was last reported."""
        return self.progress[-1].status if self.progress else ActionStatus.NOT_STARTED

    @property
    def open(self) -> bool:
        """Whether something remains to be done."""
        return self.status not in DONE and not self.struck

    def overdue(self, today: date) -> bool:
        """Whether it is open after its day."""
        return self.open and self.due is not None and self.due < today
