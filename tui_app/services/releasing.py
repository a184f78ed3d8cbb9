"""What lets a report go to somebody outside: the decision that releases it (R-70)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui_app.documents.letterhead import cited
from tui_app.domain.charter.charter import Charter, Handling
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.release import releases
from tui_app.domain.problem import Problem
from tui_app.domain.reports.report import Report
from tui_app.domain.reports.reporting import goes_outside
from tui_app.services.book import Book
from tui_app.services.naming import find_decision


def released(book: Book, report: Report, by: str) -> Report:
    """The report with the decision that lets it go outside, by its symbol; as it is where `by` is empty.

    Problem: nobody outside reads it, or the decision releases nothing.
    """
    if not by.strip():
        return report
    if not report.external:
        raise Problem("Nobody outside reads this report, so that no decision need release it.")
    return replace(report, released_by=release_decision(book, by).symbol)


def release_decision(book: Book, symbol: str) -> Decision:
    """The decision that is meant; Problem where it releases nothing, or stands no more."""
    decision = find_decision(book, symbol)
    if releases(decision):
        return decision
    if decision.state is not DecisionState.ADOPTED:
        raise Problem(f"{decision.symbol} is {decision.state.value}: it releases nothing any more.")
    known = [each.symbol for each in book.of(Decision).all() if releases(each)]
    those = f"{', '.join(known)} does" if len(known) == 1 else f"{', '.join(known)} do" if known else "none does yet"
    raise Problem(f"{decision.symbol} releases nothing; {those} (/effect release in a meeting).")


def before_going_outside(charter: Charter, report: Report) -> Iterable[str]:
    """What to look at before somebody outside reads it, a sentence each."""
    if not report.external:
        return
    if goes_outside(charter, report):
        edited = [f"“{each.heading}”" for each in report.sections if each.edited is not None]
        if edited:
            yield f"Somebody outside reads what you wrote in {', '.join(edited)} as it stands."
        return
    rule = charter.confidentiality
    unless = f" unless {rule.unless}" if rule.statement is Handling.INTERNAL and rule.unless else ""
    yield f"It stays marked INTERNAL USE ONLY{unless}{cited(rule.clauses)}: it names no decision that releases it."
