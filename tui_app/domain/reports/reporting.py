"""Which reports the ToR ask for, to whom, and when the next one is due (R-64 to R-66)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from tui_app.domain.frozen import dataclass

from ..charter.charter import Ambiguity, Charter, ReportRule
from ..problem import Problem, did_you_mean
from ..words import ENGLISH, Words
from .period import Period, before, period_on, typed_period
from .report import ON_DEMAND, Report


@dataclass(frozen=True, slots=True)
class Due:
    """A report that the ToR ask for on a period, which has ended if it is `late`; `missed`: on how many before it too.

    `draft` is the symbol of one that was begun, `early` of one that was sent before the period had ended.
    """

    rule: ReportRule
    period: Period
    late: bool
    missed: int = 0
    draft: str = ""
    early: str = ""

    @property
    def not_sent(self) -> str:
        """`was not sent, nor was the one before it`, of one that is late."""
        return self.not_sent_in(ENGLISH)

    def not_sent_in(self, words: Words) -> str:
        """The same in some language."""
        not_sent = words("was not sent")
        if self.early:
            not_sent = words("was not sent after its end ({symbol} went before it)", symbol=self.early)
        nor = words.count(self.missed, "nor was the one before it", "nor were the {number} before it")
        return f"{not_sent}, {nor}" if self.missed else not_sent


def report_rules(charter: Charter) -> tuple[ReportRule, ...]:
    """The reports that the ToR ask for, and last the one that anybody may ask for."""
    parent = charter.terms.parent_body.short
    return (*charter.reports, ReportRule(kind=ON_DEMAND, on_demand=True, audience=(f"the {parent}",) if parent else ()))


def rule_words(rule: ReportRule) -> str:
    """`quarterly report to the UNKT (KOS:96)`; one that anybody may ask for is one `on demand`."""
    to = f" to {_listed(rule.audience)}" if rule.audience else ""
    return f"{rule.kind}{to}{f' ({rule.clauses[0]})' if rule.clauses else ', on demand'}"


def _listed(names: tuple[str, ...]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def find_rule(charter: Charter, named: str, audience: str = "") -> ReportRule:
    """The rule of a kind, by a part of it or a clause; where several have it, that for the audience.

    Problem with the nearest, or with those that it could be.
    """
    rules, wanted = report_rules(charter), " ".join(named.casefold().replace("-", " ").split())
    found = [rule for rule in rules if wanted in map(str.casefold, rule.clauses)]
    found = found or [rule for rule in rules if wanted == rule.kind.replace("-", " ")]
    found = found or [rule for rule in rules if wanted and wanted in rule.kind.replace("-", " ")]
    to = [rule for rule in found if audience and any(same_audience(each, audience) for each in rule.audience)]
    if len(to or found) == 1:
        return (to or found)[0]
    if found:
        choices = "; ".join(f"{rule.clauses[0]} for the {rule_words(rule)}" for rule in found)
        raise Problem(f"There are several reports {named.strip()!r}: write {choices}.")
    raise Problem(f"{named.strip()!r} is not a report here: {did_you_mean(wanted, [rule.kind for rule in rules])}")


def addressed(charter: Charter, rule: ReportRule, audience: Collection[str], ours: Iterable[str]) -> ReportRule:
    """The rule for another audience than its own; whether somebody outside reads it follows from who that is.

    Inside are the parent body and whoever the ToR name in a report that nobody outside reads, the members (`ours`),
    and the Secretariat; everybody else is outside, so that by mistake too little is told and never too much.
    """
    named = tuple(filter(None, (each.strip() for each in audience)))
    if not named:
        return rule
    known = [each for one in charter.reports for each in one.audience]
    named = tuple(next((each for each in known if same_audience(each, name)), name) for name in named)
    return replace(rule, audience=named, external=any(not is_inside(charter, each, ours) for each in named))


def is_inside(charter: Charter, audience: str, ours: Iterable[str]) -> bool:
    """Whether an audience may read what is internal."""
    return any(same_audience(audience, each) for each in insiders(charter, ours))


def insiders(charter: Charter, ours: Iterable[str]) -> tuple[str, ...]:
    """By name whoever may read what is internal; `ours`: the members."""
    internal = (each for rule in charter.reports if not rule.external for each in rule.audience)
    terms = charter.terms
    known = (terms.parent_body.short, terms.parent_body.name, terms.secretariat.short, "members", "all members", *ours)
    return tuple(filter(None, (*internal, *known)))


def asked_for_outside(charter: Charter, report: Report) -> bool:
    """Whether the ToR themselves ask for it, for those very readers outside."""
    return any(
        rule.external and rule.clauses == report.clauses
        and all(any(same_audience(each, own) for own in rule.audience) for each in report.audience)
        for rule in charter.reports
    )  # fmt: skip


def goes_outside(charter: Charter, report: Report) -> bool:
    """Whether it is not marked as internal: it names the decision that releases it, or the ToR ask for it (R-70)."""
    return report.external and (bool(report.released_by) or asked_for_outside(charter, report))


def same_audience(one: str, other: str) -> bool:
    """Whether two names of an audience are one, with or without the article."""
    return _bare(one) == _bare(other) != ""


def _bare(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def due_reports(charter: Charter, began: date | None, reports: Collection[Report], today: date) -> Iterator[Due]:
    """For each report with a rhythm: the last period that ended unreported, else the one that runs.

    `began`: the day of the first meeting; nothing before it was to be reported, and without it nothing is due.
    """
    for rule in charter.reports if began else ():
        if rule.every_months:
            yield _due(rule, began or today, [each for each in reports if each.clauses == rule.clauses], today)


def _due(rule: ReportRule, began: date, reports: Collection[Report], today: date) -> Due:
    running = period_on(today, rule.every_months)
    ended: list[Period] = []
    period = before(running)
    while period.until >= began:
        ended.append(period)
        period = before(period)
    missed = [period for period in ended if not any(_filed(each, period) for each in covering(period, reports))]
    wanted = missed[0] if missed else running
    there = covering(wanted, reports)
    draft = next((each.symbol for each in there if each.sent_on is None), "")
    early = next((each.symbol for each in there if each.sent_on and not _filed(each, wanted)), "")
    return Due(rule, wanted, bool(missed), max(0, len(missed) - 1), draft, early)


def covering(period: Period, reports: Iterable[Report]) -> tuple[Report, ...]:
    """Those of the reports that are on the whole of a period."""
    return tuple(each for each in reports if each.since <= period.since and period.until <= each.until)


def _filed(report: Report, period: Period) -> bool:
    """Whether it was sent once the period was over: what was sent before cannot tell of all of it."""
    return report.sent_on is not None and report.sent_on >= period.until


def usual_period(rule: ReportRule, due: Iterable[Due], reports: Collection[Report], today: date) -> Period:
    """On which period a report is proposed: that which is due; else since the last one of its kind, or this quarter."""
    for each in due:
        if each.rule == rule:
            return each.period
    own = (each for each in reports if each.clauses == rule.clauses and _filed(each, each.period))
    last = max((each.until for each in own), default=None)
    since = last + timedelta(days=1) if last else period_on(today, 3).since
    return Period(min(since, today), today)


def ambiguities_on(charter: Charter, rule: ReportRule) -> tuple[Ambiguity, ...]:
    """Where the ToR disagree with themselves on a report: shown whenever one is made, settled by nobody here."""
    return tuple(each for each in charter.ambiguities if {*each.clauses} & {*rule.clauses})


def misfit(rule: ReportRule, period: Period) -> str:
    """That a report by a rule with a rhythm is on other days than it goes by, and which would fit; empty if not."""
    if not rule.every_months or period == period_on(period.since, rule.every_months):
        return ""
    length = {3: "a quarter", 6: "half a year", 12: "a year"}.get(rule.every_months, f"{rule.every_months} months")
    usual = typed_period(period_on(period.until, rule.every_months))
    return f"The {rule.kind} is on {length}, as {usual} is, and this one on {period.words}."


def rule_for(charter: Charter, period: Period, audience: Collection[str]) -> ReportRule:
    """The one report that the ToR ask for on a period of that length and for that audience, else one on demand."""
    fitting = [
        rule for rule in charter.reports
        if rule.every_months and rule.every_months == period.months and period_on(period.since, period.months) == period
        and all(any(same_audience(each, own) for own in rule.audience) for each in audience)
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else report_rules(charter)[-1]
