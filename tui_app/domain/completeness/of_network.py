"""The gaps that are no meeting's: reports that were not sent or sent empty, a member list that was not shared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..attention.matter import Standing
from ..meeting.quarters import first_held
from ..membership.sharing import asked_by, sharing_due
from ..reports.period import period_words
from ..reports.reporting import covering, due_reports
from ..reports.sending import empty_headings
from ..words import Words
from .gap import Gap


def of_reports(standing: Standing, today: date, words: Words) -> Iterable[Gap]:
    """Each report that the ToR ask for was sent once its period had ended (R-64 to R-66)."""
    began = first_held(standing.meetings)
    for due in due_reports(standing.charter, began, standing.reports, today):
        if due.late:
            rule = due.rule
            what = words("The {kind} on {period}", kind=rule.kind, period=period_words(due.period, words))
            if rule.audience:
                readers, period = words.last.join(rule.audience), period_words(due.period, words)
                what = words("The {kind} to {readers} on {period}", kind=rule.kind, readers=readers, period=period)
            clause = rule.clauses[0] if rule.clauses else ""
            yield Gap(
                key=f"{rule.kind} on {due.period.words}",
                sentence=f"{what} {due.not_sent_in(words)}",
                closes=words("send it, and record that it was sent"),
                clause=clause,
            )


def of_sent_reports(standing: Standing, today: date, words: Words) -> Iterable[Gap]:
    """Each report that was sent said something under every heading that the ToR ask for, or a later one does."""
    sent = [each for each in standing.reports if each.sent_on]
    for report in sent:
        empty = empty_headings(report)
        alike = covering(report.period, (each for each in sent if each.clauses == report.clauses))
        if empty and report.sent_on and all(map(empty_headings, alike)):
            told = words("{symbol} was sent on {day} with nothing under {headings}", symbol=report.symbol,
                         day=words.date(report.sent_on), headings=empty)  # fmt: skip
            clause = report.clauses[0] if report.clauses else ""
            closes = words("send another on that period which says it")
            yield Gap(key=f"headings of {report.symbol}", sentence=told, closes=closes, clause=clause)


def of_member_list(standing: Standing, today: date, words: Words) -> Iterable[Gap]:
    """Where the ToR ask that the member list be shared regularly, it was within a quarter (R-06)."""
    told = sharing_due(standing.charter, standing.shared, today, words)
    if told:
        clause = asked_by(standing.charter)[0]
        yield Gap(key="member list", sentence=told, closes=words("share it, and record that it was"), clause=clause)
