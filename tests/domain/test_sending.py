"""What stands between a report and its sending: its audience, empty headings, a period that still runs."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.domain.attention.matter import Standing
from tui_app.domain.completeness.completeness import network_gaps
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.problem import Problem
from tui_app.domain.reports.period import read_period
from tui_app.domain.reports.report import Report, Section
from tui_app.domain.reports.reporting import due_reports, misfit, report_rules
from tui_app.domain.reports.sending import early_words, require_addressed, require_ended, require_filled
from tui_app.services.charters import load_charter

KOSOVO = load_charter("kosovo")
HALF = next(rule for rule in KOSOVO.reports if rule.every_months == 6)
HELD = Meeting(id="m", symbol="2026/Q1", kind=MeetingKind.QUARTERLY, starts=datetime(2026, 2, 3, 10, tzinfo=UTC),
               zone="UTC", state=MeetingState.DRAFT)  # fmt: skip


def half_year(**fields):
    whole = {"id": "r", "number": "R05", "kind": HALF.kind, "since": date(2026, 1, 1), "until": date(2026, 6, 30),
             "audience": ("the UNKT",), "clauses": HALF.clauses}  # fmt: skip
    return Report(**{**whole, **fields})


def due(*reports, on):
    return next(each for each in due_reports(KOSOVO, date(2026, 2, 3), reports, on) if each.rule == HALF)


@pytest.mark.parametrize(
    "to", ["the UNKT", "UNKT", "unkt, IOM and WHO", "the UNKT and the members", "all members; IOM", "IOM"]
)
def test_who_is_of_the_audience_or_inside_may_get_it(to):
    require_addressed(half_year(), to, ("members", "all members", "IOM", "WHO"))


@pytest.mark.parametrize("to", ["donors", "the UNKT and donors", "IOM, Ministry of Labour", "members of parliament"])
def test_somebody_else_gets_a_report_of_their_own(to):
    with pytest.raises(Problem, match=r"2026/R05 was drafted for the UNKT, and '.+' is somebody else: draft one"):
        require_addressed(half_year(), to, ("members", "IOM"))


def test_an_audience_with_commas_and_and_in_its_name_is_known_whole():
    regular = next(rule for rule in KOSOVO.reports if rule.external)
    require_addressed(half_year(audience=regular.audience), " and ".join(regular.audience), ())


def test_what_is_sent_before_its_period_has_ended_is_still_due():
    early = half_year(sent_on=date(2026, 4, 2))
    late = due(early, on=date(2026, 7, 5))
    assert late.late
    assert late.not_sent == "was not sent after its end (2026/R05 went before it)"
    assert not due(early, half_year(number="R06", sent_on=date(2026, 6, 30)), on=date(2026, 7, 5)).late


def test_a_day_before_the_end_is_told_with_the_clause():
    assert early_words(half_year(), date(2026, 4, 2)) == (
        "Its period runs until 30 June 2026: sent before, it is not the one that KOS:120 asks for."
    )
    assert not early_words(half_year(), date(2026, 6, 30))
    with pytest.raises(Problem, match="or now all the same"):
        require_ended(half_year(), date(2026, 6, 29))


def test_a_heading_that_says_nothing_is_a_gap_until_a_later_report_fills_it():
    empty = half_year(sections=(Section(heading="Performance", mandatory=True),), sent_on=date(2026, 7, 2))
    with pytest.raises(Problem, match="nothing under “Performance”: write it, or send it all the same"):
        require_filled(empty)
    whole = Standing(charter=KOSOVO, seats=(), meetings=(HELD,), actions=(), decisions=(), proposals=(),
                     reports=(empty,))  # fmt: skip
    (told,) = (str(gap) for gap in network_gaps(whole, date(2026, 7, 5)) if gap.key == "headings of 2026/R05")
    assert told.startswith("2026/R05 was sent on 2 July 2026 with nothing under “Performance” (KOS:120)")
    filled = half_year(number="R06", sections=(Section(heading="Performance", edited="Good.", mandatory=True),),
                       sent_on=date(2026, 7, 3))  # fmt: skip
    mended = replace(whole, reports=(empty, filled))
    assert not [gap for gap in network_gaps(mended, date(2026, 7, 5)) if gap.key.startswith("headings")]


@pytest.mark.parametrize(("typed", "said"), [
    ("H1 2026", ""),
    ("Q2 2026", "The half-year update is on half a year, as H1 2026 is, and this one on the second quarter of 2026."),
    ("2026", "The half-year update is on half a year, as H2 2026 is, and this one on 2026."),
])  # fmt: skip
def test_a_kind_and_days_that_do_not_fit_are_told(typed, said):
    assert misfit(HALF, read_period(typed, date(2026, 7, 5))) == said


def test_what_may_be_on_any_days_fits_always():
    on_demand = report_rules(KOSOVO)[-1]
    assert not misfit(on_demand, read_period("2 Feb 2026 to 9 Mar 2026", date(2026, 7, 5)))
