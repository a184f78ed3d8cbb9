"""A line of a workplan as it is typed and back, and what can be read off a workplan (R-49, R-67)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui_app.domain.follow_up.action import ActionStatus, Progress
from tui_app.domain.names import entity_names
from tui_app.domain.problem import Problem
from tui_app.domain.workplan.global_compact import OBJECTIVES, read_objectives
from tui_app.domain.workplan.line import line_echo, read_line, typed_line
from tui_app.domain.workplan.overview import changes_since, coverage, state_words
from tui_app.domain.workplan.sustainable_development import TARGETS, read_targets
from tui_app.domain.workplan.workplan import Milestone, Workplan, WorkplanLine, find_milestone, replanned

NAMES = entity_names([("International Labour Organization", "ILO"), ("IOM", "IOM"), ("UNHCR", "UNHCR")])
TYPED = "Data plan adopted [IOM] with ILO, UNHCR; gcm 1, 3; sdg 10.7, 17.18; unsdcf 2.1; Q2 draft; Q3 plan adopted"


def read(text):
    return read_line(text, NAMES, id="1", year=2026, number="W01")


def test_a_line_is_read_part_by_part():
    line = read(TYPED)
    assert (line.output, line.lead, line.partners) == ("Data plan adopted", "IOM", ("ILO", "UNHCR"))
    assert (line.gcm, line.sdg, line.unsdcf) == ((1, 3), ("10.7", "17.18"), "2.1")
    assert [str(each) for each in line.milestones] == ["Q2 draft", "Q3 plan adopted"]
    assert typed_line(line) == TYPED


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("data PLAN [iom]", "data PLAN [IOM]"),
        ("Plan [IOM] with international labour organization", "Plan [IOM] with ILO"),
        ("Plan; UNSDCF outcome 2.1; unsdcf jobs", "Plan; unsdcf 2.1, jobs"),
        ("Plan; GCM: 3 and 1 3", "Plan; gcm 1, 3"),
        ("Plan; sdg 10.C, 8.10, 8.2", "Plan; sdg 8.2, 8.10, 10.c"),
        ("Plan; gcm 3; gcm 1; sdg 10.7; sdg 5.2", "Plan; gcm 1, 3; sdg 5.2, 10.7"),
        ("Plan;; q3: second;  Q1   first ;", "Plan; Q1 first; Q3 second"),
        ("Plan [draft] read [all]", "Plan [draft] read [All members]"),
        ("GCM review with partners held", "GCM review with partners held"),
        ("Plan [] with ILO, ILO, Ministry of Labour", "Plan [] with ILO, Ministry of Labour"),
        ("Plan [the secretariat's] reviewed", "Plan [the secretariat's] reviewed []"),
        ("Plan; unsdcf : outcome: 2.1; Q1 :, first; Q2. second", "Plan; unsdcf 2.1; Q1 first; Q2 second"),
        ("Plan; Q1 .5% more; Q2:5 visits", "Plan; Q1 .5% more; Q2 5 visits"),
    ],
)
def test_a_line_may_be_typed_in_many_ways(text, same_as):
    assert typed_line(read(text)) == same_as


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Plan; gcm 24", "'24' is not an objective of the Global Compact: they are numbered 1 to 23"),
        ("Plan; gcm skills", "'skills' is not an objective of the Global Compact: 18 is Skills and their recognition"),
        ("Plan; gcm 0", "numbered 1 to 23"),
        ("Plan; gcm", "gcm needs an objective"),
        ("Plan; gcm ²", "numbered 1 to 23"),
        ("Plan; sdg 10.8", "goal 10 has 10.1 to 10.7 and 10.a to 10.c"),
        ("Plan; sdg 17.a", "goal 17 has 17.1 to 17.19."),
        ("Plan; sdg 18.1", "a goal from 1 to 17"),
        ("Plan; sdg 10", "10.7"),
        ("Plan; sdg", "sdg needs a target"),
        ("Plan; unsdcf outcome", "unsdcf needs an outcome"),
        ("Plan; Q5 late", "Q5 is not a quarter"),
        ("Plan; Q2", "Q2 needs its milestone"),
        ("Plan; Q2 :.", "Q2 needs its milestone"),
        ("Plan; unsdcf :.", "unsdcf needs an outcome"),
        ("Plan; gmc 3", "did you mean 'gcm'?"),
        ("Plan; the rest", "begin it with gcm, sdg, unsdcf or Q1 to Q4"),
        ("Plan [IOM, ILO]", r"write \[IOM\] with ILO"),
        ("Plan [UNHRC]", "did you mean UNHCR?"),
        ("gcm 1, 3", "begins with its output"),
        ("", "begins with its output"),
        ("[IOM]; gcm 1", "begins with its output"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(text, told):
    with pytest.raises(Problem, match=told):
        read(text)


def test_the_echo_names_the_objectives_and_doubts_an_unknown_partner():
    echo = line_echo(read("Plan [IOM] with UNHRC, Kenya Red Cross; gcm 5; Q2 draft"), NAMES)
    assert "GCM 5 Pathways for regular migration" in echo
    assert "UNHRC (not known here; UNHCR?)" in echo
    assert "Kenya Red Cross (not known here)" in echo
    assert "no lead yet" in line_echo(read("Plan"), NAMES)


def test_there_are_23_objectives_and_169_targets():
    assert [*OBJECTIVES] == [*range(1, 24)]
    assert len(TARGETS) == len({*TARGETS}) == 169
    assert {"10.7", "8.8", "5.2", "10.c", "17.18", "1.b", "3.d"} <= {*TARGETS}
    assert not {"5.7", "6.7", "6.c", "17.20", "13.4", "4.8"} & {*TARGETS}


@given(st.integers())
def test_no_other_number_is_an_objective(number):
    if number in OBJECTIVES:
        assert read_objectives(str(number)) == (number,)
    else:
        with pytest.raises(Problem):
            read_objectives(str(number))


@given(st.from_regex(r"\A[0-9]{1,2}\.([0-9]{1,2}|[a-z])\Z"))
def test_no_other_target_exists(text):
    if text in TARGETS:
        assert read_targets(text) == (text,)
    else:
        with pytest.raises(Problem):
            read_targets(text)


words = st.text(
    st.characters(categories=["L", "N", "P", "Zs"], exclude_characters=";"), min_size=1
) | st.text(":,. o5", min_size=1)  # fmt: skip


who = st.one_of(
    st.sampled_from(["", " []", " [ILO]", " [IOM] with UNHCR, unhcr, "]), words.map(" [iom] with {}".format)
)


@given(words, who, words, st.sets(st.sampled_from([*OBJECTIVES])), st.sets(st.sampled_from(TARGETS)),
       st.lists(st.tuples(st.integers(1, 4), words)))  # fmt: skip
@example("Data plan", " [iom] with ", "0", set(), set(), [])
def test_whatever_could_be_read_reads_the_same_again(first, who, outcome, gcm, sdg, milestones):
    parts = [f"{first}{who}", f"unsdcf {outcome}", *(f"Q{quarter} {text}" for quarter, text in milestones)]
    parts += [f"gcm {' '.join(map(str, gcm))}"] if gcm else []
    parts += [f"sdg {', '.join(sdg)}"] if sdg else []
    try:
        line = read("; ".join(parts))
    except Problem:
        return
    assert read(typed_line(line)) == line
    assert (line.gcm, {*line.sdg}) == (tuple(sorted(gcm)), sdg)


@given(st.text())
def test_any_text_is_read_or_told(text):
    try:
        line = read(text)
    except Problem:
        return
    assert read(typed_line(line)) == line
    line_echo(line, NAMES)


def test_a_milestone_that_is_kept_keeps_its_day_and_another_has_none():
    done = date(2026, 5, 1)
    milestones = tuple(replace(each, done_on=done) for each in read(TYPED).milestones)
    line = replace(read(TYPED), milestones=milestones, decisions=("X/2026/Q1/D01",), number="W07")
    plan = read("Data plan [ILO]; Q2 drafts; Q4 plan adopted; Q3 survey; Q2 something else")
    changed = replanned(line, plan)
    assert [(str(m), m.done_on) for m in changed.milestones] == [
        ("Q2 drafts", done), ("Q2 something else", None), ("Q3 survey", None), ("Q4 plan adopted", done),
    ]  # fmt: skip
    assert (changed.number, changed.decisions, changed.lead) == ("W07", ("X/2026/Q1/D01",), "ILO")


def test_a_milestone_is_late_after_its_quarter_while_the_line_is_open():
    line = read("Plan; Q2 draft; Q3 plan")
    first, second = line.milestones
    assert line.late(first, date(2026, 7, 1))
    assert not line.late(first, date(2026, 6, 30))
    assert not line.late(second, date(2026, 9, 30))
    assert line.late(second, date(2027, 1, 1))
    assert not line.late(replace(first, done_on=date(2026, 7, 2)), date(2026, 9, 1))
    over = replace(line, progress=(Progress(on=date(2026, 3, 1), status=ActionStatus.OVERTAKEN),))
    assert not over.late(first, date(2026, 9, 1))


def test_a_milestone_is_found_by_its_quarter_or_a_beginning():
    line = read("Plan; Q2 draft; Q2 survey; Q3 plan")
    assert [find_milestone(line, text) for text in ("q3", "Q2 s", "Q2  DRAFT")] == [2, 1, 0]
    with pytest.raises(Problem, match="can be several: Q2 draft; Q2 survey"):
        find_milestone(line, "Q2")
    with pytest.raises(Problem, match="is none of its milestones: Q2 draft; Q2 survey; Q3 plan"):
        find_milestone(line, "Q4")
    with pytest.raises(Problem, match="has no milestone"):
        find_milestone(read("Plan"), "Q4")


def test_what_changed_since_the_endorsement_is_told_by_line():
    first, second, third = (replace(read(f"Output {n}"), id=str(n), number=f"W0{n}") for n in (1, 2, 3))
    endorsed = {line.id: typed_line(line) for line in (first, second)}
    plan = Workplan(id="workplan-2026", year=2026, version=1, endorsed_by="UNNM-KEN/2025/Q4/D02",
                    endorsed_on=date(2025, 12, 2), endorsed=endorsed)  # fmt: skip
    told = replace(first, milestones=(Milestone(quarter=1, text="begun"),))
    assert changes_since(plan, (first, second)) == ()
    changes = changes_since(plan, (told, replace(second, struck=True), third))
    assert changes == ("W01 was endorsed as: Output 1", "W02 was struck out: Output 2", "W03 was added: Output 3")
    assert state_words(plan, changes) == "endorsed by 2025/Q4/D02 on 2 December 2025, 3 changes since"
    assert state_words(None) == "draft, not endorsed by a decision"


def test_the_coverage_shows_every_objective_and_leaves_struck_lines_out():
    lines = (replace(read("A; gcm 1, 3"), number="W01"), replace(read("B; gcm 3"), number="W02"),
             WorkplanLine(id="3", year=2026, number="W03", rank=3, output="C", gcm=(5,), struck=True))  # fmt: skip
    covered = coverage(lines)
    assert len(covered) == 23
    assert (covered[1], covered[3], covered[5]) == (("W01",), ("W01", "W02"), ())
