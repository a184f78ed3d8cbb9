"""The gaps that are no meeting's: reports that were not sent or sent empty, a member list that was not shared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..attention.matter import Standing
from ..calendar import long_date
from ..meeting.quarters import first_held
from ..membership.sharing import asked_by, sharing_due
from ..reports.reporting import covering, due_reports
from ..reports.sending import empty_headings
from .gap import Gap


def of_reports(standing: Standing, today: date) -> Iterable[Gap]:
    """Each report that the ToR ask for was sent once its period had ended (R-64 to R-66)."""
    began = first_held(standing.meetings)
    for due in due_reports(standing.charter, began, standing.reports, today):
        if due.late:
            rule = due.rule
            to = f" to {' and '.join(rule.audience)}" if rule.audience else ""
            clause = rule.clauses[0] if rule.clauses else ""
            yield Gap(
                key=f"{rule.kind} on {due.period.words}",
                sentence=f"The {rule.kind}{to} on {due.period.words} {due.not_sent}",
                closes="send it, and record that it was sent",
                clause=clause,
            )


def of_sent_reports(standing: Standing, today: date) -> Iterable[Gap]:
    """Each report that was sent said something under every heading that the ToR ask for, or a later one does."""
    sent = [each for each in standing.reports if each.sent_on]
    for report in sent:
        empty = empty_headings(report)
        alike = covering(report.period, (each for each in sent if each.clauses == report.clauses))
        if empty and report.sent_on and all(map(empty_headings, alike)):
            told = f"{report.symbol} was sent on {long_date(report.sent_on)} with nothing under {empty}"
            clause = report.clauses[0] if report.clauses else ""
            closes = "send another on that period which says it"
            yield Gap(key=f"headings of {report.symbol}", sentence=told, closes=closes, clause=clause)


def of_member_list(standing: Standing, today: date) -> Iterable[Gap]:
    """Where the ToR ask that the member list be shared regularly, it was within a quarter (R-06)."""
    told = sharing_due(standing.charter, standing.shared, today)
    if told:
        clause = asked_by(standing.charter)[0]
        yield Gap(key="member list", sentence=told, closes="share it, and record that it was", clause=clause)
