"""Following up: what became of decisions and actions, by dated notes (R-62)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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


def report_action(
    book: Book, action_id: str, status: ActionStatus, note: str = "", evidence: str = "", on: date | None = None
) -> ActionPoint:
    """Note how far an action has come, `on` a day (today unless given); what was noted before stays.

    Problem: "implemented" without its evidence, or an action that was struck out.
    """
    action = book.of(ActionPoint).get(action_id)
    if action.struck:
        raise Problem(f"{action.symbol} was struck out: there is nothing to report on it.")
    agreed = book.of(Meeting).get(action.meeting).on
    said = Progress(on=on or max(agreed, book.today()), status=status, note=note, evidence=evidence)
    _require_since(action, agreed, said)
    noted = _progress(book, action.symbol, said)
    with book.register.transaction(f"{action.symbol} {status}"):
        return book.of(ActionPoint).put(replace(action, progress=with_report(action.progress, noted)))


def report_decision(
    book: Book, decision_id: str, status: ActionStatus, note: str = "", evidence: str = "", on: date | None = None
) -> Decision:
    """Note how far the implementation of a decision has come, as `report_action` does for an action.

    Problem: "implemented" without its evidence, or a decision that no longer stands.
    """
    decision = book.of(Decision).get(decision_id)
    if decision.state is not DecisionState.ADOPTED:
        raise Problem(f"{decision.symbol} is {decision.state}: report on the decision that took its place.")
    said = Progress(on=on or max(decision.adopted_on, book.today()), status=status, note=note, evidence=evidence)
    _require_since(decision, decision.adopted_on, said)
    noted = _progress(book, decision.symbol, said)
    with book.register.transaction(f"{decision.symbol} {status}"):
        return book.of(Decision).put(replace(decision, progress=with_report(decision.progress, noted)))


def report_line(
    book: Book, line_id: str, status: ActionStatus, note: str = "", evidence: str = "", on: date | None = None
) -> WorkplanLine:
    """Note how far a line of the workplan has come, as `report_action` does for an action.

    Problem: "implemented" without its evidence, or a line that was struck out.
    """
    line = book.of(WorkplanLine).get(line_id)
    if line.struck:
        raise Problem(f"{line.symbol} was struck out: there is nothing to report on it.")
    noted = _progress(book, line.symbol, Progress(on=on or book.today(), status=status, note=note, evidence=evidence))
    with book.register.transaction(f"{line.symbol} {status}"):
        return book.of(WorkplanLine).put(replace(line, progress=with_report(line.progress, noted)))


def report(book: Book, record: ActionPoint | Decision, said: Reported) -> ActionPoint | Decision:
    """Note what a line says of either, as `report_action` and `report_decision` do."""
    service = report_action if isinstance(record, ActionPoint) else report_decision
    return service(book, record.id, said.status, said.note, said.evidence, said.on)


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


def _require_since(record: ActionPoint | Decision, agreed: date, said: Progress) -> None:
    if said.on < agreed:
        raise Problem(
            f"{short_symbol(record.symbol)} was agreed on {short_date(agreed)}: "
            f"nothing can be reported of it for {short_date(said.on)}."
        )


def _progress(book: Book, symbol: str, said: Progress) -> Progress:
    if said.status is ActionStatus.IMPLEMENTED and not said.evidence.strip():
        raise Problem(
            f"{symbol} needs its evidence to be implemented: what shows it, as in evidence: letter of 3 September."
        )
    return replace(said, note=said.note.strip(), evidence=said.evidence.strip(), by=book.register.who)
