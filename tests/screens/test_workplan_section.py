"""The workplan of a year by keys: lines, milestones, progress, links, other years (R-49, R-67)."""

from datetime import date

import pytest

from tui_app.commands.places import SECTIONS
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.screens.network import overruled
from tui_app.services import workplan
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
THERE = ("f8", "shift+tab")
LINE = "Data plan adopted [IOM] with ILO; gcm 1, 3; sdg 10.7; unsdcf 2.1; Q2 draft circulated; Q4 plan adopted"


def words(user):
    return user.words


def lines(book, year=2026):
    return workplan.year_plan(book, year).lines


@SIZES
async def test_a_line_is_typed_with_its_echo_edited_and_undone(book, drive, size):
    async with drive(book, size=size) as user:
        await user.press(*THERE)
        assert "[Workplan]" in user.screen
        assert "2026: draft, not endorsed by a decision" in user.screen
        assert "a adds one" in words(user)
        await user.press("a")
        assert "New line for 2026, as: output [LEAD] with PARTNERS; gcm 1, 3" in words(user)
        await user.type("Data plan adopted [iom] with ILO; gcm 1; Q2 draft; gcm 24", "enter")
        assert "'24' is not an objective of the Global Compact: they are numbered 1 to 23" in words(user)
        assert lines(book) == ()
        await user.press("backspace", "backspace", "3")
        assert "lead IOM - with ILO - GCM 1 Accurate and disaggregated data; 3 Accurate" in words(user)
        await user.press("enter")
        assert "W01 IOM Data plan adopted not started Q2 NOT DONE" in words(user)
        await user.press("e", "ctrl+u")
        await user.type("Data plan adopted [ILO]", "enter")
        assert "W01 ILO Data plan adopted not started" in words(user)
        await user.press("ctrl+z", "ctrl+z")
        assert "a adds one" in words(user)
        await user.press("a")
        await user.type("Another", "enter")
        assert "W02 no lead Another" in words(user)


@SIZES
async def test_milestones_progress_and_the_whole_line(book, drive, size):
    workplan.add_line(book, 2026, LINE)
    async with drive(book, size=size) as user:
        await user.press(*THERE)
        assert "Q2 NOT DONE Q4" in words(user)
        await user.press("d")
        assert "Which milestone of W01?" in user.screen
        await user.press("enter", "ctrl+u")
        await user.type("12/6/2026")
        assert "Fri 12 Jun 2026" in user.screen
        await user.press("enter")
        assert lines(book)[0].milestones[0].done_on == date(2026, 6, 12)
        assert "Q2 done Q4" in words(user)
        assert "W01 is in progress now." in user.told
        assert "in progress" in user.screen
        await user.press("s")
        await user.type("impl plan adopted", "enter")
        assert "What shows that W01 is implemented" in user.screen
        await user.type("minutes of Q3", "enter")
        assert lines(book)[0].status is ActionStatus.IMPLEMENTED
        await user.press("enter")
        told = words(user)
        assert "2026/W01" in told
        assert "3 Accurate and timely information" in told
        assert "draft circulated, done 12 Jun 2026" in told
        assert "implemented: plan adopted; evidence: minutes of Q3" in told
        await user.press("escape", "d", "enter", "ctrl+u", "enter")
        assert lines(book)[0].milestones[0].done_on is None


@SIZES
async def test_decisions_are_linked_from_either_side_and_say_which_line_they_serve(in_session, take, drive, size):
    take(in_session, "/d It took note of the report", "/d It agreed on a survey", "/a IOM: send the survey")
    workplan.add_line(in_session, 2026, LINE)
    async with drive(in_session, size=size) as user:
        await user.press(*THERE)
        assert "Decisions of 2026 without a line (2): l links one" in words(user)
        await user.press("l")
        assert "What serves W01?" in user.screen
        await user.press("enter")
        assert "without a line (1)" in words(user)
        await user.press("end", "enter")
        assert "It took note of the report" in user.screen
        await user.press("escape", "l")
        assert "Which line does D01 serve?" in user.screen
        await user.press("enter")
        assert "without a line" not in words(user)
        await user.press("home", "l", "enter")
        assert len(lines(in_session)[0].linked) == 3
        assert "3 linked" in words(user)
        await user.press("l")
        assert "There is no decision and no action that is not linked to W01 already." in user.told
        await user.press("f6", "enter")
        assert "Workplan 2026/W01 Data plan adopted" in words(user)
        await user.press("escape", "f8", "L", "enter")
        assert len(lines(in_session)[0].linked) == 2


async def test_lines_are_struck_moved_and_endorsed(in_session, take, drive):
    for text in ("First", "Second"):
        workplan.add_line(in_session, 2026, text)
    take(in_session, "/d The workplan is endorsed", "/effect workplan 2026")
    async with drive(in_session) as user:
        await user.press(*THERE)
        assert "2026: endorsed by 2026/Q3/D01 on 22 September 2026" in words(user)
        await user.press("J")
        assert [line.number for line in lines(in_session)] == ["W02", "W01"]
        await user.press("x")
        assert "1 change since" in words(user)
        assert "Struck out W01" in words(user)
        assert "Changes since W01 was struck out: First" in words(user)
        await user.press("x", "K")
        assert [line.number for line in lines(in_session)] == ["W01", "W02"]
        assert "change since" not in words(user)


async def test_other_years_are_shown_and_planned(book, drive):
    async with drive(book) as user:
        await user.press(*THERE, "right_square_bracket", "a")
        await user.type("Next year's", "enter")
        assert [line.symbol for line in lines(book, 2027)] == ["2027/W01"]
        await user.press("left", "left")
        assert "2025: draft" in user.screen


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("f8", "right_square_bracket"), "for the workplan: Tab shows it"),
        ((*THERE, "e"), "Put the cursor on a line of the workplan first"),
        ((*THERE, "d"), "Put the cursor on a line of the workplan first"),
        ((*THERE, "t"), "for the chairs: Tab shows them"),
    ],
)
async def test_a_key_that_cannot_be_done_here_says_why(book, drive, keys, told):
    async with drive(book) as user:
        await user.press(*keys)
        assert told in user.told


async def test_a_key_shared_with_another_section_does_what_this_section_says(book, drive):
    assert "admit" in overruled("Workplan")
    assert "add_line" in overruled("Roster")
    assert not {*SECTIONS["Chairs"]} & overruled("Chairs")
    async with drive(book) as user:
        await user.press("f8", "a")
        assert "Entity to admit" in user.screen
        await user.press("escape", "shift+tab", "a")
        assert "New line for 2026" in user.screen
    assert book.of(WorkplanLine).all() == ()


async def test_kosovo_has_its_workplan_too_and_60_columns_show_the_section(tmp_path, drive):
    kosovo = make(load_charter("kosovo"), tmp_path / "kosovo", "A. Otieno")
    workplan.add_line(kosovo, 2026, "Data plan adopted [Secretariat] with the municipalities; gcm 1")
    async with drive(kosovo, size=(60, 20)) as user:
        await user.press(*THERE)
        assert "[Workplan]" in user.screen
        assert "UNCT" not in user.screen


async def test_home_tells_of_a_milestone_not_done_and_leads_to_its_line(book, drive):
    for year in (2025, 2026):
        workplan.add_line(book, year, "First; Q1 begun")
        workplan.add_line(book, year, "Second [IOM]; Q4 draft")
    async with drive(book) as user:
        await user.press("f2")
        assert "milestone 2025/W02, IOM: not done Q4 draft. (KEN:122)" in words(user)
        await user.press("home")
        while "2025/W02" not in user.app.screen.rows().rows[user.app.screen.rows()._cursor].cells[1]:
            await user.press("down")
        await user.press("enter")
        assert "2025: draft" in user.screen
        await user.press("right", "f2", "enter")
        assert "2025: draft" in user.screen
        assert workplan.find_line(book, "2025/W02", 2025).id == user.app.screen.rows().key


async def test_the_palette_adds_a_line_from_anywhere_and_the_line_tells_its_history(book, drive):
    async with drive(book) as user:
        await user.press("f2", "ctrl+p")
        await user.type("network: add a line")
        await user.press("enter")
        await user.pilot.pause()
        assert "New line for 2026" in user.screen
        await user.type("Plan [IOM]; Q4 adopted", "enter")
        await user.press("h")
        assert "History of 2026/W01, newest first" in words(user)
        assert "milestones Q4 adopted" in words(user)


async def test_the_paper_is_written_under_its_year(in_session, drive, tmp_path):
    workplan.add_line(in_session, 2026, "Plan [IOM]; Q4 adopted")
    async with drive(in_session) as user:
        await user.press("f9", "end")
        while "Workplan for 2026" not in user.screen:
            await user.press("up")
        await user.press("w", "ctrl+u")
        await user.type(str(tmp_path / "plan.md"), "enter")
        assert user.told.startswith("Written: ")
    assert "| W01 | Plan |" in (tmp_path / "plan.md").read_text(encoding="utf-8")
