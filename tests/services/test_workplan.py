"""The workplan in the register: numbers that are never used again, links, endorsement by a decision (R-49, R-67)."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.problem import Problem
from tui_app.domain.workplan.workplan import Workplan, WorkplanLine
from tui_app.register.references import dangling
from tui_app.services import capture, convene, workplan
from tui_app.services.charters import load_charter
from tui_app.services.follow_up import report
from tui_app.services.history import history
from tui_app.services.pen import Pen
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


@pytest.fixture
def pen(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: NOW)
    kind = convene.MeetingKind.QUARTERLY
    meeting = convene.open_meeting(
        book, convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 9, 22, 10)))
    )
    yield Pen(book, meeting.id)
    book.register.close()


@pytest.fixture
def book(pen):
    return pen.book


def numbers(book, year=2026):
    return [line.number for line in workplan.year_plan(book, year).lines]


def test_numbers_are_never_used_again_not_even_after_undo(book):
    workplan.add_line(book, 2026, "First")
    workplan.add_line(book, 2026, "Second")
    book.register.undo()
    third = workplan.add_line(book, 2026, "Third")
    workplan.strike_line(book, third)
    workplan.add_line(book, 2026, "Fourth")
    workplan.add_line(book, 2027, "Of another year")
    assert numbers(book) == ["W01", "W04"]
    assert numbers(book, 2027) == ["W01"]


def test_a_line_that_cannot_be_read_takes_no_number(book):
    with pytest.raises(Problem):
        workplan.add_line(book, 2026, "Plan; gcm 24")
    assert workplan.add_line(book, 2026, "Plan").number == "W01"


def test_lines_are_struck_out_restored_and_moved_and_keep_their_numbers(book):
    first, second, third = (workplan.add_line(book, 2026, text) for text in ("A", "B", "C"))
    workplan.move_line(book, third, -2)
    assert numbers(book) == ["W03", "W01", "W02"]
    workplan.move_line(book, workplan.find_line(book, "3", 2026), -1)
    assert numbers(book) == ["W03", "W01", "W02"]
    workplan.strike_line(book, workplan.find_line(book, "W01", 2026))
    workplan.move_line(book, workplan.find_line(book, "2026/w02", 2025), -1)
    assert numbers(book) == ["W02", "W03"]
    workplan.strike_line(book, workplan.find_line(book, "1", 2026))
    assert sorted(numbers(book)) == ["W01", "W02", "W03"]
    assert first.number == "W01"
    assert second.number == "W02"


@pytest.mark.parametrize(("text", "told"), [("9", "it can be one of|did you mean"), ("W 1", "line"), ("", "line")])
def test_a_line_that_is_not_there_is_told(book, text, told):
    workplan.add_line(book, 2026, "A")
    with pytest.raises(Problem, match=told):
        workplan.find_line(book, text, 2026)


def test_decisions_and_actions_are_linked_by_symbol_and_those_without_a_line_are_listed(pen, book):
    for line in ("/d The Network took note of the report", "/d It agreed on a survey", "/a IOM: send the survey"):
        capture.take(pen, line)
    line = workplan.add_line(book, 2026, "Survey held [IOM]")
    line = workplan.link(book, line, ["2026/q3/d02", "UNNM-KEN/2026/Q3/A01"])
    assert line.linked == ("UNNM-KEN/2026/Q3/D02", "UNNM-KEN/2026/Q3/A01")
    assert workplan.served_by(book, "UNNM-KEN/2026/Q3/A01") == "2026/W01 Survey held"
    assert [d.number for d in workplan.year_plan(book, 2026).unserved] == ["D01"]
    assert workplan.year_plan(book, 2025).unserved == ()
    assert not [*dangling(book.register)]
    with pytest.raises(Problem, match="There is no action or decision '2026/Q3/D03'"):
        workplan.link(book, line, ["2026/Q3/D03"])
    with pytest.raises(Problem, match="is not linked to 2026/W01"):
        workplan.unlink(book, line, ["2026/Q3/D01"])
    line = workplan.unlink(book, line, ["2026/Q3/D02"])
    assert line.linked == ("UNNM-KEN/2026/Q3/A01",)
    workplan.strike_line(book, line)
    assert workplan.served_by(book, "UNNM-KEN/2026/Q3/A01") == ""
    assert {*book.of(Decision).all()} == {*workplan.year_plan(book, 2026).unserved}
    assert len(book.of(ActionPoint).all()) == 1


def test_adoption_endorses_the_lines_as_they_are_and_later_edits_show(pen, book):
    line = workplan.add_line(book, 2026, "Survey held [IOM]; Q4 report")
    for text in ("/propose The Network endorses the workplan", "/effect workplan 2026", "/rest joins", "/declare"):
        capture.take(pen, text)
    plan = workplan.year_plan(book, 2026)
    assert plan.state == "endorsed by 2026/Q3/D01 on 22 September 2026"
    assert plan.unserved == ()
    workplan.mark_milestone(book, line, 0, date(2026, 9, 22))
    assert workplan.year_plan(book, 2026).changes == ()
    workplan.edit_line(book, workplan.find_line(book, "1", 2026), "Two surveys held [IOM]; Q4 report")
    plan = workplan.year_plan(book, 2026)
    assert plan.changes == ("W01 was endorsed as: Survey held [IOM]; Q4 report",)
    assert plan.lines[0].milestones[0].done_on == date(2026, 9, 22)
    assert "1 change since" in plan.state
    capture.take(pen, "/d The revised workplan is endorsed")
    capture.take(pen, "/effect workplan 2026")
    assert workplan.year_plan(book, 2026).state == "endorsed by 2026/Q3/D02 on 22 September 2026, version 2"
    capture.take(pen, "/d That decision is rescinded")
    capture.take(pen, "/effect rescind D02")
    assert "a decision that is now rescinded" in workplan.year_plan(book, 2026).state
    assert not [*dangling(book.register)]


def test_undo_of_the_adoption_makes_the_workplan_a_draft_again(pen, book):
    for text in ("/propose The workplan", "/effect workplan 2026", "/rest joins", "/declare"):
        capture.take(pen, text)
    book.register.undo()
    assert book.of(Workplan).all() == ()
    assert "draft" in workplan.year_plan(book, 2026).state


def test_progress_is_reported_with_its_evidence(book):
    line = workplan.add_line(book, 2026, "Survey held")
    with pytest.raises(Problem, match="evidence"):
        report(book, line, Reported(ActionStatus.IMPLEMENTED))
    report(book, line, Reported(ActionStatus.IMPLEMENTED, "Held", "its report"))
    assert book.of(WorkplanLine).get(line.id).status is ActionStatus.IMPLEMENTED
    struck = workplan.strike_line(book, book.of(WorkplanLine).get(line.id))
    with pytest.raises(Problem, match="struck out"):
        report(book, struck, Reported(ActionStatus.DELAYED))
    assert [row["why"] for row in history(book, "2026/W01")] == [
        "2026/W01 added", "2026/W01 implemented", "2026/W01 struck out",
    ]  # fmt: skip


def test_a_milestone_is_not_done_in_days_to_come(book):
    line = workplan.add_line(book, 2026, "Survey held; Q4 report")
    with pytest.raises(Problem, match="still to come"):
        workplan.mark_milestone(book, line, 0, date(2026, 12, 1))


def test_a_line_with_a_milestone_done_is_in_progress_and_never_goes_back(book):
    line = workplan.add_line(book, 2026, "Data plan adopted [IOM]; Q2 draft circulated; Q4 plan adopted")
    line = workplan.mark_milestone(book, line, 0, date(2026, 6, 12))
    assert line.status is ActionStatus.IN_PROGRESS
    assert (line.progress[0].on, line.progress[0].note) == (date(2026, 6, 12), "Q2 draft circulated: done")
    delayed = report(book, line, Reported(ActionStatus.DELAYED, "the ministry moved it", on=date(2026, 9, 1)))
    assert workplan.mark_milestone(book, delayed, 1, date(2026, 9, 22)).progress == delayed.progress
    untouched = workplan.add_line(book, 2026, "Report [ILO]; Q1 outline")
    assert workplan.mark_milestone(book, untouched, 0, None).progress == ()
    reported = report(book, untouched, Reported(ActionStatus.NOT_STARTED, "no budget", on=date(2026, 9, 1)))
    started = workplan.mark_milestone(book, reported, 0, date(2026, 6, 12))
    assert (started.status, started.progress[-1].on) == (ActionStatus.IN_PROGRESS, date(2026, 9, 1))
