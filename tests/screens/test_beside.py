"""From 120 columns on the record under the cursor stands beside the list."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from textual.geometry import Size

from tui_app.services import backlog, circulating, convene, workplan
from tui_app.services.sample_year import play

WIDE, NARROW = (120, 40), (119, 40)


@pytest.fixture
def busy(in_session, take):
    """Something of everything: an action that is late, a decision, positions, a line of the workplan."""
    take(in_session, "/in all", "/a ILO: send the long list of every source of the survey by 1 Jan 2026",
         "/d The Network took note of the report", "/p The Network endorses the plan",
         "/position ILO reservation para 2: seasonal work.")  # fmt: skip
    workplan.add_line(in_session, 2026, "Data plan adopted [IOM]; gcm 1; Q1 drafted")
    return in_session


def pane(user) -> str:
    """The words of the pane beside the list; empty where there is none."""
    panes = user.app.screen.query("#beside")
    return " ".join(" ".join(row.cells) for rows in panes if rows.display for row in rows.rows)


async def until(user, word: str) -> None:
    """Down to the row with a word."""
    rows = user.app.screen.rows()
    while not any(word in cell for row in rows.rows if row.key == rows.key for cell in row.cells):
        await user.press("down")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("is in session", "Items 1 Opening and adoption of the agenda"),
        ("A01", "every source of the survey"),
        ("milestone", "Milestones Q1 drafted"),
        ("Q3 held", "Decisions D01 The Network took note of the report"),
    ],
)
async def test_home_shows_what_a_line_is_about(drive, busy, line, told):
    async with drive(busy, size=WIDE) as user:
        await user.press("f2")
        await until(user, line)
        assert told in pane(user)


async def test_network_shows_what_an_entity_did_and_has_to_do(drive, busy):
    async with drive(busy, size=WIDE) as user:
        await user.press("f8")
        assert "Entity ILO" in pane(user)
        assert "2026/Q3/A01 send the long list" in pane(user)
        assert "reservation, para 2: seasonal work: The Network endorses the plan" in pane(user)


async def test_network_shows_a_line_of_the_workplan_and_gives_the_charter_all_the_room(drive, busy):
    async with drive(busy, size=WIDE) as user:
        await user.press("f8", "shift+tab")
        assert "Output Data plan adopted" in pane(user)
        await user.press("shift+tab", "shift+tab")
        assert "[Charter]" in user.screen
        assert pane(user) == ""


async def test_in_the_line_the_item_on_the_table_stands_beside_the_minutes(drive, in_session, take):
    take(in_session, "/new Data plan", "/doc 7.1 Draft data plan", "/p The Network endorses the plan")
    async with drive(in_session, size=WIDE) as user:
        await user.press("f4")
        assert "Data plan For discussion" in pane(user)
        assert "Documents 7.1 Draft data plan, not circulated" in pane(user)
        assert "Decided and proposed P1 The Network endorses the plan" in pane(user)
        await user.type("/next", "enter")
        assert "Data plan" not in pane(user)


async def test_an_entry_stands_beside_the_line_as_long_as_it_is_written_anew_there(drive, in_session, take):
    take(in_session, "/new Data plan", "! ILO: seasonal work is left out")
    async with drive(in_session, size=WIDE) as user:
        await user.press("f4")
        assert "Data plan For discussion" in pane(user)
        await user.press("up")
        assert "Statement seasonal work is left out By ILO" in pane(user)
        await user.press("escape")
        assert "Data plan For discussion" in pane(user)


async def test_in_the_list_the_entry_under_the_cursor_stands_beside_the_minutes(drive, busy, take):
    take(busy, "! ILO: seasonal work is left out")
    async with drive(busy, size=WIDE) as user:
        await user.press("f4", "escape")
        assert "Statement seasonal work is left out By ILO" in pane(user)
        assert "On record as asked for" in pane(user)
        await user.press("home")
        await until(user, "ACTION")
        assert "Responsible ILO" in pane(user)
        await user.press("e")
        assert "Responsible ILO" in pane(user)


async def test_what_was_decided_before_under_the_same_title_stands_beside_the_minutes(drive, book, take):
    for month in (3, 6, 9):
        when = datetime(2026, month, 22, 10)
        meeting = convene.plan(book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=when))
        meeting = convene.open_meeting(book, meeting)
        take(book, "/new Data plan", f"/d The Network took note of draft {month}")
        if month < 9:
            convene.close_meeting(book, meeting)
    async with drive(book, size=WIDE) as user:
        await user.press("f4")
        before = pane(user).partition("Before, under the same title")[2]
        assert before.split() == ["2026/Q2/D01", "The", "Network", "took", "note", "of", "draft", "6",
                                  "2026/Q1/D01", "The", "Network", "took", "note", "of", "draft", "3"]  # fmt: skip


async def test_consensus_shows_who_speaks_for_an_entity_and_what_it_said_before(drive, busy, take):
    take(busy, "/in ILO M. Njeri", "ILO: what of seasonal work?", "/amend The Network endorses the revised plan")
    async with drive(busy, size=WIDE) as user:
        await user.press("f5", "home")
        assert "Entity ILO Name International Labour Organization Seat Executive Committee" in pane(user)
        assert "M. Njeri" in pane(user)
        assert "Before in this check round 1 reservation" in pane(user)
        assert "para 2: seasonal work" in pane(user)
        assert "what of seasonal work?" in pane(user)
        assert "How the text was changed round 2 The Network endorses the [+revised+] plan" in pane(user)
        await user.press("o")
        await user.type("resources: asks for a budget", "enter")
        await user.press("home")
        assert "Words resources: asks for a budget" in pane(user)


async def test_the_backlog_shows_all_that_happened_to_a_suggestion(drive, busy):
    one = backlog.suggest(busy, "Remittances [decision] 20m", "UNHCR", on=date(2026, 3, 2), note="The survey is out.")
    backlog.edit(busy, one, "Remittances and fees [decision] 20m")
    async with drive(busy, size=WIDE) as user:
        await user.press("f3", "b")
        assert "Suggestion Remittances and fees For decision Minutes 20" in pane(user)
        assert "Note The survey is out. What happened to it 2 Mar 2026 proposed by UNHCR" in pane(user)
        assert "worded anew" in pane(user)
        assert not user.app.screen.query_one("#about-suggestion").region


async def test_the_documents_show_where_each_version_lies(drive, busy, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("A draft", encoding="utf-8")
    async with drive(busy, size=WIDE) as user:
        await user.press("f3", "D", "a")
        await user.type(str(draft), "enter")
        await user.type("", "enter")
        assert "Document 1.1  draft Its file It is the file on record. As it was recorded" in pane(user)
        assert f"File {draft} Found in place SHA-256" in pane(user)
        await user.press("h")
        assert "Held back it does not go out with the agenda" in pane(user)


async def test_versions_have_their_list_and_the_text_side_by_side(drive, busy):
    circulating.circulate(busy, convene.close_meeting(busy, busy.meetings()[0]))
    async with drive(busy, size=WIDE) as user:
        await user.press("f9", "v")
        rows, text = (user.app.screen.query_one(each).region for each in ("#versions", "#version"))
        assert (rows.y, rows.right) == (text.y, text.x)
        await user.pilot.resize_terminal(*NARROW)
        await user.pilot.pause()
        rows, text = (user.app.screen.query_one(each).region for each in ("#versions", "#version"))
        assert (rows.bottom, rows.x) == (text.y, text.x)


async def test_the_groups_show_what_a_group_has_done(drive, tmp_path):
    async with drive(play(tmp_path / "year", to_the_end=False), size=WIDE) as user:
        await user.press("f8", "tab", "tab")
        assert "Group Climate mobility Decision The Network establishes an ad hoc Technical" in pane(user)
        assert "Meetings 16 Apr 2026 2026/WG-CLIMATE-1, adopted" in pane(user)
        await until(user, "FAO")
        assert "Entity FAO" in pane(user)


@pytest.mark.parametrize("place", ["f2", "f4", "f5", "f6", "f7", "f8"])
async def test_a_window_that_grows_and_shrinks_has_the_pane_while_there_is_room(drive, busy, place):
    async with drive(busy, size=NARROW) as user:
        await user.press(place)
        assert pane(user) == ""
        for size, there in ((WIDE, True), (NARROW, False), ((160, 45), True)):
            await user.pilot.resize_terminal(*size)
            await user.pilot.pause()
            assert user.app.size == Size(*size)
            assert bool(pane(user)) is there


async def test_the_sheet_of_an_entity_follows_once_the_cursor_rests(drive, busy):
    async with drive(busy, size=WIDE) as user:
        await user.press("f8", "down")
        while "Entity IOM" not in pane(user):
            await user.pilot.pause(0.05)


async def test_a_text_that_was_put_is_broken_once_only_as_wide_as_the_pane(drive, in_session, take):
    words = " ".join(["seven-seven", "eight-eighty", "seven-seven"] * 12)  # three take one cell more than there are
    take(in_session, "/in all", f"/p {words}", f"/amend {words} and more")
    async with drive(in_session, size=WIDE) as user:
        await user.press("f6")
        lines = [line.partition("│")[2].split() for line in user.screen.splitlines()]
        texts = [line for line in lines if "seven-seven" in line]
        short = [line for line in texts if len(line) == 1]
        assert len(texts) > 8
        assert len(short) <= 2  # the last line of a text, and not every other one
