"""Reports in Papers: drafted, written, refreshed and sent by keys; Home leads there (R-64 to R-66)."""

from datetime import UTC, datetime

import pytest

from tui_app.domain.problem import Problem
from tui_app.services import convene, half_typed, reports
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


@pytest.fixture
def kosovo(tmp_path):
    """A register of Kosovo on 22 September 2026, with its first meeting in session."""
    book = make(load_charter("kosovo"), tmp_path / "kosovo", "B. Berisha",
                clock=lambda: datetime(2026, 9, 22, 8, 30, tzinfo=UTC))  # fmt: skip
    invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
    convene.open_meeting(book, convene.plan(book, invitation))
    return book


def shown(user):
    """The words of the preview."""
    return " ".join(" ".join(line.rpartition("│")[2] for line in user.screen.splitlines()).split())


async def draft(user):
    """The first report that there is, with everything as proposed."""
    await user.press("f9", "n", "enter", "enter", "enter")


@SIZES
async def test_a_report_is_drafted_with_what_the_charter_says(kosovo, drive, size):
    async with drive(kosovo, size=size) as user:
        await user.press("f9", "n")
        assert "quarterly report to the UNKT" in user.screen
        assert "both are kept" in " ".join(user.screen.split())
        await user.press("enter")
        assert "Q3 2026" in user.screen
        assert not user.told
        await user.press("enter")
        assert "the UNKT" in user.screen
        await user.press("enter")
        assert "2026/R01 is a draft" in shown(user)
        assert "is empty, and the ToR ask for it" in shown(user)


async def test_what_can_be_drafted_is_read_to_its_end(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f9", "n")
        for clause in ("KEN:93", "KEN:94", "KEN:104", "KEN:40"):
            assert f"({clause})" in user.screen.rpartition("Draft which")[2]
        assert "the same reports." in user.screen, "and the remark of the ToR stands below, once"


async def test_somebody_outside_is_told_before_the_report_is_drafted(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f9", "n", "end", "enter", "enter")
        assert "Nobody outside reads it" in user.screen
        await user.type(", the Assembly")
        assert "Somebody outside reads it" in user.screen
        await user.press("enter")
        assert reports.find_report(kosovo).external
        assert "INTERNAL USE ONLY" in user.screen


async def test_the_decision_that_releases_a_report_is_asked_before_it_is_sent(kosovo, drive, take):
    take(kosovo, "/decide The Network took note of the survey", "/decide We release it", "/effect release D01")
    async with drive(kosovo) as user:
        await user.press("f9", "n", "end", "enter", "enter")
        await user.type(", the Assembly", "enter")
        await user.press("S")
        assert "Which decision releases it" in user.screen
        await user.type("D01")
        assert "releases nothing" in user.screen
        await user.press("backspace")
        await user.type("2")
        assert "We release it" in user.screen
        await user.press("enter", "enter", "enter", "y")
        sent = reports.find_report(kosovo)
        assert sent.released_by.endswith("/D02")
        assert "INTERNAL" not in sent.sent_text


async def test_a_report_that_is_there_already_is_told(kosovo, drive):
    async with drive(kosovo) as user:
        await draft(user)
        await draft(user)
        assert "there is 2026/R01, still a draft" in " ".join(user.told.split())


async def test_a_refresh_that_finds_nothing_new_says_so(kosovo, drive):
    async with drive(kosovo) as user:
        await draft(user)
        await user.press("r")
        assert "Nothing that 2026/R01 tells has changed on record" in " ".join(user.told.split())


async def test_a_section_is_written_and_outlives_a_refresh(kosovo, drive):
    async with drive(kosovo) as user:
        await draft(user)
        await user.press("s", "down", "enter")
        assert "ctrl+s or F12 saves it" in user.screen
        await user.type("Seven joint interventions.", "ctrl+s")
        await user.press("r")
        assert [each.text for each in reports.find_report(kosovo).sections][1] == "Seven joint interventions."
        await user.press("s")
        assert "edited" in user.screen
        await user.press("escape", "ctrl+z")
        assert all(each.edited is None for each in reports.find_report(kosovo).sections)


@SIZES
async def test_what_was_typed_and_not_saved_is_there_again(kosovo, drive, size):
    async with drive(kosovo, size=size) as user:
        await draft(user)
        await user.press("s", "down", "enter")
        await user.type("Seven joint", "enter", "enter")
        await user.type("interventions.", "escape")
        assert "is not saved; what you typed is kept" in " ".join(user.told.split())
        await user.press("s", "down", "enter")
        assert "Seven joint" in user.screen
        await user.press("ctrl+s")
        assert reports.find_report(kosovo).sections[1].text == "Seven joint\n\ninterventions."
        await user.press("s", "down", "enter", "escape")
        assert not user.told


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_paper_tells_of_what_is_not_saved_as_long_as_it_is_not(kosovo, drive, size):
    async with drive(kosovo, size=size) as user:
        await draft(user)
        await user.press("s", "down", "enter")
        await user.type("Seven joint", "escape")
        assert "Typed and not saved" in user.screen
        await user.press("s", "down", "enter")
        await user.type(" interventions", "ctrl+s")
        assert "Typed and not saved" not in user.screen


async def test_what_was_typed_and_not_saved_is_told_before_sending_and_dropped_with_it(kosovo, drive):
    async with drive(kosovo) as user:
        await draft(user)
        await user.press("s", "down", "enter")
        await user.type("Seven joint", "escape")
        await user.press("S", "enter", "enter")
        heading = reports.find_report(kosovo).sections[1].heading
        told = f"Typed and not saved, so it is not in it and is dropped once it is sent: {heading}."
        assert told in " ".join(user.screen.split())
        await user.press("y")
        report = reports.find_report(kosovo)
        assert report.sent_on
        assert half_typed.unsaved_of(kosovo, report.id) == ()
        assert "Seven joint" not in (kosovo.register.folder / "half-written.json").read_text(encoding="utf-8")


async def test_what_was_sent_is_frozen_after_asking(kosovo, drive):
    async with drive(kosovo) as user:
        await draft(user)
        await user.press("S", "enter")
        assert "Sent on Tue 22 Sep 2026" in user.screen
        await user.press("enter")
        assert "the ToR ask for it" in " ".join(user.screen.split())
        await user.press("n")
        assert reports.find_report(kosovo).sent_on is None
        await user.press("S", "enter", "enter", "y")
        assert "Sent: 22 September 2026 to the UNKT" in shown(user)
        for key in ("s", "r", "S"):
            await user.press(key)
            assert "was sent and cannot change" in user.told
        await user.press("ctrl+z")
        assert "cannot be undone" in user.told


async def test_where_there_is_no_report_the_key_that_makes_one_is_named(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f9", "end")
        assert "n drafts a report from the record" in shown(user)
        assert "on the third quarter of 2026 is due on 30 September 2026" in shown(user)
        await user.press("s")
        assert "n drafts one" in user.told
        with pytest.raises(Problem):
            reports.find_report(kosovo)


async def test_home_tells_when_a_report_is_due_and_leads_there(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f2")
        assert "The next quarterly report to the UNKT is due" in " ".join(user.screen.split())
        about = next(row.key for row in user.app.screen.rows().rows if row.cells[0] == "report")
        user.app.screen.rows().go_to(about)
        await user.press("enter")
        assert "What can be drafted" in user.screen


async def test_a_report_is_written_to_a_file_of_its_own(kosovo, drive, home):
    async with drive(kosovo) as user:
        await draft(user)
        await user.press("w")
        assert "Write the report 2026/R01 (" in user.screen
        await user.press("end")
        await user.type(".md", "enter")
        assert "Written: " in user.told
        text = next(home.rglob("UNNM-KOS 2026-R01 report draft*.md")).read_text(encoding="utf-8")
        assert text == reports.text_of(kosovo, reports.find_report(kosovo))


async def test_whom_and_when_it_cannot_have_been_sent_is_told_at_that_line(kosovo, drive):
    async with drive(kosovo) as user:
        await draft(user)
        await user.press("S", "ctrl+u")
        await user.type("donors", "enter")
        assert "'donors' is somebody else" in " ".join(user.screen.split())
        await user.press("ctrl+u")
        await user.type("the UNKT", "enter")
        await user.press("ctrl+u")
        await user.type("5 Dec 2026", "enter")
        assert "is still to come" in " ".join(user.screen.split())
        assert "freeze" not in user.screen
        await user.press("ctrl+u")
        await user.type("today", "enter")
        assert "Its period runs until 30 September 2026" in " ".join(user.screen.split())


async def test_days_that_do_not_fit_the_kind_are_told_under_the_line(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f9", "n", "enter", "ctrl+u")
        await user.type("H2 2026")
        assert "is on a quarter, as Q4 2026 is" in " ".join(user.screen.split())
