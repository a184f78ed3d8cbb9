from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_app.domain.meeting.meeting import Meeting
from tui_app.services import circulating, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


def on_another_day(book: Book, days: int) -> Book:
    """The same register, opened some days later."""
    clock = book.clock
    return replace(book, clock=lambda: clock() + timedelta(days=days))


def planned(book: Book, on: datetime) -> Meeting:
    return convene.plan(book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=on))


@SIZES
async def test_an_empty_register_names_the_key_that_plans_the_first_meeting(book, drive, size):
    async with drive(book, size=size) as user:
        assert "M plans the first one" in user.screen
        assert "Tue 22 Sep 2026" in user.screen


@SIZES
async def test_the_next_meeting_and_its_agenda_are_told(book, drive, size):
    planned(book, datetime(2026, 9, 29, 10))
    async with drive(book, size=size) as user:
        words = user.words
        assert "Third quarterly meeting of 2026, Tue 29 Sep 2026, in 7 days." in words
        assert "has not been circulated" in words
        assert "2026/Q3" in user.screen


async def test_enter_goes_to_where_a_matter_is_dealt_with(book, drive):
    meeting = planned(book, datetime(2026, 9, 29, 10))
    async with drive(book) as user:
        await user.press("enter")
        assert user.app.screen.NAME == "agenda"
        assert user.app.meeting.id == meeting.id


async def test_the_year_shows_its_quarters_and_enter_shows_the_meeting(book, drive):
    planned(book, datetime(2026, 10, 6, 10))
    async with drive(book) as user:
        for quarter in ("Q1 -", "Q2 -", "Q3 to come", "Q4 planned"):
            assert quarter in user.screen
        await user.press("end", "enter")
        assert user.app.screen.NAME == "agenda"
        assert user.app.meeting.symbol == "2026/Q4"


async def test_what_was_done_elsewhere_no_longer_needs_attention(book, drive):
    planned(book, datetime(2026, 9, 29, 10))
    async with drive(book) as user:
        assert "has not been circulated" in user.words
        circulating.circulate(book, book.meeting("2026/Q3"))
        await user.pilot.pause()
        assert "has not been circulated" not in user.words


async def test_draft_minutes_are_to_be_circulated_and_nothing_is_overdue_yet(in_session, drive, take):
    take(in_session, "/a IOM: revise section 2 by 30 Sep 2026")
    convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    async with drive(in_session) as user:
        assert "overdue" not in user.screen
        assert "have not been circulated" in user.screen


async def test_on_a_later_day_the_overdue_come_first(in_session, drive, take):
    take(in_session, "/a IOM: revise section 2 by 30 Sep 2026")
    meeting = convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    circulating.circulate(in_session, meeting, circulating.Circulation(comments_by=datetime(2026, 10, 6).date()))
    later = on_another_day(in_session, 30)
    async with drive(later) as user:
        assert "Needs attention on Thu 22 Oct 2026" in user.screen
        body = user.screen.partition("Needs attention")[2]
        assert body.index("overdue") < body.index("comments")
        assert "were due on 6 Oct 2026" in user.words
        await user.press("enter")
        assert user.app.screen.NAME == "actions"


async def test_a_quarter_missed_is_told_with_its_clause(in_session, drive):
    later = on_another_day(in_session, 120)
    convene.close_meeting(later, later.meeting("2026/Q3"))
    async with drive(later) as user:
        words = user.words
        assert "No quarterly meeting was held in Q4 2026. (KEN:138)" in words
        assert "The year 2027" in words


@SIZES
async def test_an_empty_roster_is_told_first_and_filled_from_there(tmp_path, drive, size):
    at = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
    book = make(load_charter("kosovo"), tmp_path / "kosovo", "B. Krasniqi", clock=lambda: at)
    async with drive(book, size=size) as user:
        told = user.words
        assert "The roster has no member, so no consensus can be tested. (KOS:84) [a admit]" in told
        assert "No meeting yet: M plans the first one." in told
        await user.press("enter", "a")
        await user.type("IOM", "enter")
        await user.type("International Organization for Migration", "enter", "enter")
        await user.press("f2")
        assert "roster" not in user.screen


@pytest.fixture
def two_meetings(book, take):
    """The second quarterly meeting of 2026 closed, the third in session."""
    before = planned(book, datetime(2026, 6, 9, 10))
    convene.close_meeting(book, convene.open_meeting(book, before))
    convene.open_meeting(book, planned(book, datetime(2026, 9, 22, 10)))
    take(book, "Third words")
    return book


@SIZES
async def test_from_a_matter_of_an_old_meeting_the_way_to_the_minutes_leads_back(two_meetings, drive, size):
    async with drive(two_meetings, size=size) as user:
        await user.type("half a line", "f2")
        assert "The minutes of 2026/Q2 have not been circulated" in user.words
        await user.press("down", "enter")
        assert user.app.screen.NAME == "papers"
        assert "2026/Q2" in user.screen.splitlines()[0]
        for place in ("f3", "f5", "f9"):
            await user.press(place)
            assert "NOT 2026/Q3" in user.screen.splitlines()[0]
            assert "F4" in user.screen.splitlines()[0]
            assert user.screen.splitlines()[0].endswith(" 10:30")
        await user.press("3" if size[0] == 80 else "f4")
        assert "2026/Q3" in user.screen.splitlines()[0]
        assert "IN SESSION" in user.screen.splitlines()[0]
        assert "NOT" not in user.screen.splitlines()[0]
        assert "Third words" in user.screen
        assert "half a line" in user.screen


async def test_the_minutes_of_an_old_quarter_are_left_by_the_key_that_leads_to_the_minutes(two_meetings, drive):
    async with drive(two_meetings) as user:
        await user.press("f2", "end", "up", "up", "enter")
        assert user.app.screen.NAME == "minutes"
        assert "2026/Q2   NOT 2026/Q3 IN SESSION (F4)" in user.screen
        await user.press("f4")
        assert user.app.meeting.symbol == "2026/Q3"


async def test_a_meeting_chosen_on_purpose_stays_until_another_is_chosen(two_meetings, drive):
    async with drive(two_meetings) as user:
        await user.press("f3", "m", "down", "enter")
        assert "2026/Q2   NOT 2026/Q3 IN SESSION (m)" in user.screen
        await user.press("3", "f2", "f4")
        assert user.app.meeting.symbol == "2026/Q2"
        await user.press("m", "up", "enter")
        assert "2026/Q3   IN SESSION" in user.screen


async def test_planning_the_next_meeting_does_not_leave_the_one_in_session(two_meetings, drive):
    async with drive(two_meetings) as user:
        await user.press("f3", "M", "enter")
        await user.type("8 Dec 10:00", "enter", "enter")
        assert "2026/Q4   NOT 2026/Q3 IN SESSION (F4)" in user.screen
        await user.press("3")
        assert user.app.meeting.symbol == "2026/Q3"


async def test_the_headline_fits_a_window_that_was_made_narrow_in_another_place(two_meetings, drive):
    async with drive(two_meetings, size=(120, 40)) as user:
        await user.press("f3", "f2")
        await user.pilot.resize_terminal(60, 20)
        await user.pilot.pause()
        for place in ("f2", "f3", "f4"):
            await user.press(place)
            assert user.screen.splitlines()[0].endswith(" 10:30")
