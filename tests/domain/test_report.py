"""Reports: a refresh loses no words of a hand, what was sent never changes, and when the next one is due."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.problem import Problem
from tui_app.domain.reports.period import Period, before, period_on, read_period, typed_period
from tui_app.domain.reports.report import (
    Draft,
    Report,
    Section,
    edited,
    find_section,
    refreshed,
    require_unsent,
    section_state,
    shortcomings,
)
from tui_app.domain.reports.reporting import (
    addressed,
    ambiguities_on,
    due_reports,
    find_rule,
    report_rules,
    rule_for,
    usual_period,
)
from tui_app.services.charters import load_charter

TODAY = date(2026, 11, 21)
CHARTERS = ("albania", "kenya", "kosovo", "kyrgyzstan", "serbia")
ANY_CHARTER = pytest.mark.parametrize("name", CHARTERS)


def report(**fields):
    whole = {"id": "r", "number": "R01", "kind": "report", "since": date(2026, 7, 1), "until": date(2026, 9, 30),
             "audience": ("the UNKT",), **fields}  # fmt: skip
    return Report(**whole)


# -- editing -------------------------------------------------------------

HEADINGS = st.sampled_from(["Summary", "Meetings", "Decisions", "Performance"])
DRAFTS = st.lists(st.builds(Draft, HEADINGS, st.text(max_size=6), st.booleans()), unique_by=lambda d: d.heading)
STEPS = st.lists(st.one_of(DRAFTS, st.tuples(HEADINGS, st.text("abc", min_size=1, max_size=6))), max_size=12)


@given(STEPS)
def test_no_refresh_ever_loses_an_edit(steps):
    now, written = report(), {}
    for step in steps:
        if isinstance(step, list):
            now = refreshed(now, step)
        else:
            heading, words = step
            section = next((each for each in now.sections if each.heading == heading), None)
            if section is not None:
                now = edited(now, section, words)
                written[heading] = words
        texts = {each.heading: each.text for each in now.sections}
        assert {heading: texts.get(heading) for heading in written} == written or _taken_back(now, written)


def _taken_back(now, written):
    """Words that are those of the draft are an edit no more, and follow the record."""
    return all(
        any(each.heading == heading and (each.edited is None or each.text == words) for each in now.sections)
        or all(each.heading != heading for each in now.sections)
        for heading, words in written.items()
    )


@given(DRAFTS, DRAFTS)
def test_what_was_not_edited_follows_the_record(first, then):
    now = refreshed(refreshed(report(), first), then)
    assert [(each.heading, each.text) for each in now.sections] == [(each.heading, each.text) for each in then]


def test_an_edit_of_which_the_record_has_changed_says_so():
    drafted = refreshed(report(), [Draft("Meetings", "one meeting")])
    by_hand = edited(drafted, drafted.sections[0], "One meeting, and a good one.")
    assert section_state(by_hand.sections[0]) == "edited"
    later = refreshed(by_hand, [Draft("Meetings", "two meetings")])
    assert later.sections[0].text == "One meeting, and a good one."
    assert section_state(later.sections[0]) == "edited; the record has changed since"
    assert shortcomings(later) == ("“Meetings” was edited, and the record has changed since.",)
    seen = edited(later, later.sections[0], "Two meetings.")
    assert section_state(seen.sections[0]) == "edited"
    assert edited(seen, seen.sections[0], "two meetings").sections[0].edited is None


def test_an_empty_heading_that_the_tor_ask_for_is_flagged():
    asked = refreshed(report(), [Draft("Performance", "", mandatory=True), Draft("Meetings", "")])
    assert shortcomings(asked) == ("“Performance” is empty, and the ToR ask for it.",)
    assert not shortcomings(edited(asked, asked.sections[0], "Seven joint interventions."))


@given(DRAFTS)
def test_what_was_sent_takes_no_change(then):
    sent = report(sent_on=TODAY, sections=(Section(heading="Meetings", drafted="one"),))
    with pytest.raises(Problem, match="cannot change"):
        refreshed(sent, then)
    with pytest.raises(Problem, match="cannot change"):
        edited(sent, sent.sections[0], "two")
    with pytest.raises(Problem, match="2026/R01 was sent"):
        require_unsent(sent)


def test_a_section_is_found_by_number_or_beginning():
    whole = refreshed(report(), [Draft("Summary", ""), Draft("Meetings", "")])
    assert find_section(whole, "2").heading == find_section(whole, "meet").heading == "Meetings"
    with pytest.raises(Problem, match="did you mean 'Meetings'"):
        find_section(whole, "metings")


# -- periods -------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "since", "until", "words"),
    [
        ("Q3 2026", (7, 1), (9, 30), "the third quarter of 2026"),
        ("2026q3", (7, 1), (9, 30), "the third quarter of 2026"),
        ("H2 2026", (7, 1), (12, 31), "the second half of 2026"),
        ("2026", (1, 1), (12, 31), "2026"),
        ("1 Feb 2026 to 3 Mar 2026", (2, 1), (3, 3), "1 February 2026 to 3 March 2026"),
    ],
)
def test_a_period_is_read_and_told(typed, since, until, words):
    period = read_period(typed, TODAY)
    assert (period.since, period.until, period.words) == (date(2026, *since), date(2026, *until), words)
    assert read_period(typed_period(period), TODAY) == period


@pytest.mark.parametrize("typed", ["H3 2026", "soon", "Q5 2026", "30 Sep 2026 to 1 Jul 2026"])
def test_what_is_no_period_is_told(typed):
    with pytest.raises(Problem, match="period"):
        read_period(typed, TODAY)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from([1, 2, 3, 4, 6, 12]))
def test_periods_follow_each_other_without_a_gap(day, months):
    period = period_on(day, months)
    assert period.holds(day)
    assert period.months == months
    earlier = before(period)
    assert (period.since - earlier.until).days == 1
    assert earlier.months == months


# -- by charter ----------------------------------------------------------


@ANY_CHARTER
def test_every_network_can_be_asked_for_a_report_and_each_kind_is_found(name):
    charter = load_charter(name)
    *stated, on_demand = report_rules(charter)
    assert on_demand.on_demand
    assert on_demand.audience == (f"the {charter.terms.parent_body.short}",)
    assert find_rule(charter, "report") == on_demand
    for rule in stated:
        assert find_rule(charter, rule.clauses[0]) == rule


@ANY_CHARTER
def test_an_audience_outside_is_told_from_one_inside(name):
    charter = load_charter(name)
    *_, on_demand = report_rules(charter)
    parent = charter.terms.parent_body.short
    for inside in ([parent], [f"the {parent}"], ["IOM"], ["members"]):
        assert not addressed(charter, on_demand, inside, {"IOM"}).external
    for outside in (["the Government"], ["a newspaper"], [parent, "a newspaper"]):
        assert addressed(charter, on_demand, outside, {"IOM"}).external


@ANY_CHARTER
def test_only_kosovo_states_rhythms_and_both_of_them_are_due(name):
    due = [*due_reports(load_charter(name), date(2026, 2, 10), (), TODAY)]
    found = [(each.rule.clauses[0], each.period.words, each.late, each.missed) for each in due]
    stated = [("KOS:96", "the third quarter of 2026", True, 2), ("KOS:120", "the first half of 2026", True, 0)]
    assert found == (stated if name == "kosovo" else [])


def test_a_report_that_was_sent_is_due_no_more_and_the_next_one_is():
    charter = load_charter("kosovo")
    quarterly, *_ = charter.reports
    sent = [
        report(since=period.since, until=period.until, clauses=quarterly.clauses, sent_on=TODAY)
        for period in (read_period(f"Q{number} 2026", TODAY) for number in (1, 2, 3))
    ]
    due, half_year = due_reports(charter, date(2026, 2, 10), sent, TODAY)
    assert (due.period.words, due.late) == ("the fourth quarter of 2026", False)
    assert half_year.late, "a quarterly report is no half-year update: which of the two the ToR mean is not ours to say"
    draft = replace(sent[2], sent_on=None)
    again, _ = due_reports(charter, date(2026, 2, 10), [*sent[:2], draft], TODAY)
    assert (again.late, again.draft) == (True, "2026/R01")
    assert usual_period(quarterly, [again], sent, TODAY) == draft.period


def test_nothing_is_due_before_the_first_meeting():
    assert not [*due_reports(load_charter("kosovo"), None, (), TODAY)]


def test_the_ambiguity_of_kosovo_is_shown_with_both_rhythms():
    charter = load_charter("kosovo")
    assert [[each.id for each in ambiguities_on(charter, rule)] for rule in charter.reports[:2]] == [
        ["reporting-rhythm"], ["reporting-rhythm"]
    ]  # fmt: skip
    assert rule_for(charter, read_period("Q3 2026", TODAY), ["UNKT"]).clauses[0] == "KOS:96"
    assert rule_for(charter, read_period("H1 2026", TODAY), []).clauses == ("KOS:120",)
    assert not rule_for(charter, Period(date(2026, 2, 1), date(2026, 4, 30)), []).clauses


def test_kenyas_two_periodic_reports_are_told_apart_by_their_audience():
    charter = load_charter("kenya")
    assert find_rule(charter, "periodic report", "the GoK").clauses == ("KEN:104",)
    with pytest.raises(Problem, match=r"KEN:93 for the periodic report.*KEN:104"):
        find_rule(charter, "periodic report")
    with pytest.raises(Problem, match="did you mean 'regular update'"):
        find_rule(charter, "regular updaet")
