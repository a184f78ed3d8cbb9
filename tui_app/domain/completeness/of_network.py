"""The gaps that are no meeting's: reports that were not sent, a member list that was not shared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..attention.matter import Standing
from ..membership.sharing import asked_by, sharing_due
from ..reports.reporting import due_reports
from .gap import Gap


def of_reports(standing: Standing, today: date) -> Iterable[Gap]:
    """Each report that the ToR ask for was sent once its period had ended (R-64 to R-66)."""
    began = min((meeting.on for meeting in standing.meetings if meeting.held), default=None)
    for due in due_reports(standing.charter, began, standing.reports, today):
        if due.late:
            rule, more = due.rule, f", nor were {due.missed} before it" if due.missed else ""
            to = f" to {' and '.join(rule.audience)}" if rule.audience else ""
            clause = rule.clauses[0] if rule.clauses else ""
            yield Gap(
                key=f"{rule.kind} on {due.period.words}",
                sentence=f"The {rule.kind}{to} on {due.period.words} was not sent{more}",
                closes="send it, and record that it was sent",
                clause=clause,
            )


def of_member_list(standing: Standing, today: date) -> Iterable[Gap]:
    """Where the ToR ask that the member list be shared regularly, it was within a quarter (R-06)."""
    told = sharing_due(standing.charter, standing.shared, today)
    if told:
        clause = asked_by(standing.charter)[0]
        yield Gap(key="member list", sentence=told, closes="share it, and record that it was", clause=clause)
