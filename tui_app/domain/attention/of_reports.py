"""The reports that the ToR ask for: late, due soon, or when the next one is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..calendar import long_date
from ..meeting.quarters import first_held
from ..reports.reporting import Due, due_reports
from .matter import Matter, Standing, Urgency

_SOON = 21
"""Days before the end of a period from which its report is soon due."""


def of_reports(standing: Standing, today: date) -> Iterable[Matter]:
    """One matter a rule with a rhythm; where the ToR state two rhythms, both are told, each with its clause."""
    began = first_held(standing.meetings)
    for due in due_reports(standing.charter, began, standing.reports, today):
        near = (due.period.until - today).days <= _SOON
        yield Matter(
            urgency=Urgency.LATE if due.late else Urgency.SOON if near else Urgency.LATER,
            what="report",
            sentence=_sentence(due),
            place="papers",
            record=due.draft or "report",
            deed="papers.send" if due.draft else "papers.new-report",
            clause=due.rule.clauses[0] if due.rule.clauses else "",
            since=due.period.until if due.late else None,
        )


def _sentence(due: Due) -> str:
    rule, until = due.rule, long_date(due.period.until)
    to = f" to {' and '.join(rule.audience)}" if rule.audience else ""
    begun = f" {due.draft} is drafted." if due.draft else ""
    if not due.late:
        return f"The next {rule.kind}{to} is due at the end of {due.period.words}, {until}.{begun}"
    return f"The {rule.kind}{to} on {due.period.words} {due.not_sent}; that ended on {until}.{begun}"
