"""Following up: what became of decisions and actions, by dated notes (R-62)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.calendar import short_date
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress, with_report
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.services.book import Book
from tui_app.services.naming import named

T = TypeVar("T", bound=ActionPoint | Decision | WorkplanLine)


def report(book: Book, record: T, said: Reported) -> T:
    """Note how far an action, a decision or a line of the workplan has come; what was noted before stays.

    Without a day it is said of today. Problem: "implemented" without its evidence, a day before the matter was
    agreed, or a record that no longer stands.
    """
    kept = book.register.repository(type(record))
    record = kept.get(record.id)
    _require_standing(record)
    agreed = _agreed_on(book, record)
    noted = Progress(on=said.on or max(agreed, book.today()), status=said.status, note=said.note.strip(),
                     evidence=said.evidence.strip(), by=book.register.who)  # fmt: skip
    _require_since(record, agreed, noted)
    _require_evidence(record, noted)
    with book.register.transaction(f"{record.symbol} {noted.status}"):
        return kept.put(replace(record, progress=with_report(record.progress, noted)))


def not_the_last(record: ActionPoint | Decision | WorkplanLine, said: Reported) -> str:
    """A sentence where a report of an earlier day leaves what was reported for a later one standing; else empty."""
    last = record.progress[-1]
    if last.on <= (said.on or last.on):
        return ""
    return f"{record.number} stays {last.status}, as reported for {short_date(last.on)}: this one is of an earlier day."


def find_followed_up(book: Book, symbol: str) -> ActionPoint | Decision:
    """The action or decision that a symbol means, as `named` reads it; Problem with the nearest."""
    every: tuple[ActionPoint | Decision, ...] = (*book.of(ActionPoint).all(), *book.of(Decision).all())
    return named(symbol, {each.symbol: each for each in every}, "action or decision")


def _require_standing(record: ActionPoint | Decision | WorkplanLine) -> None:
    if isinstance(record, Decision):
        if record.state is not DecisionState.ADOPTED:
            raise Problem(f"{record.symbol} is {record.state}: report on the decision that took its place.")
    elif record.struck:
        raise Problem(f"{record.symbol} was struck out: there is nothing to report on it.")


def _agreed_on(book: Book, record: ActionPoint | Decision | WorkplanLine) -> date:
    """The day from which something can have been done; a line of the workplan may be begun before it is written."""
    if isinstance(record, WorkplanLine):
        return date.min
    return record.adopted_on if isinstance(record, Decision) else book.of(Meeting).get(record.meeting).on


def _require_since(record: ActionPoint | Decision | WorkplanLine, agreed: date, noted: Progress) -> None:
    if noted.on < agreed:
        raise Problem(
            f"{short_symbol(record.symbol)} was agreed on {short_date(agreed)}: "
            f"nothing can be reported of it for {short_date(noted.on)}."
        )


def _require_evidence(record: ActionPoint | Decision | WorkplanLine, noted: Progress) -> None:
    if noted.status is ActionStatus.IMPLEMENTED and not noted.evidence:
        raise Problem(
            f"{record.symbol} needs its evidence to be implemented: what shows it, as in evidence: letter of 3 Sep."
        )
