"""The year by keys: every kind of meeting is planned, moved, cancelled, and seen where meetings are listed."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.meeting.meeting import MeetingKind, MeetingState
from tui_app.domain.membership.roster import Body, BodyKind
from tui_app.services import convene
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
AT = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


def of_charter(tmp_path, name):
    return make(load_charter(name), tmp_path / name, "A. Otieno", clock=lambda: AT)


def planned(book, kind=MeetingKind.QUARTERLY, on=datetime(2026, 12, 8, 10), **known):
    return convene.plan(book, convene.Invitation(kind=kind, starts=on, **known))


def words(user):
    return " ".join(user.screen.split())


@SIZES
async def test_a_meeting_is_moved_by_keys_and_keeps_its_symbol(book, drive, size):
    planned(book)
    async with drive(book, size=size) as user:
        await user.press("f3", "d")
        assert "2026-12-08 10:00" in user.screen
        await user.press("ctrl+u")
        await user.type("12 Jan 9:30")
        assert "2026/Q4 moves to Tue 12 Jan 2027, 09:30 (Africa/Nairobi)." in words(user)
        assert "It stays the meeting of Q4 2026, though that day is in Q1 2027." in words(user)
        await user.press("enter")
        assert "Tue 12 Jan 2027" in user.screen
        assert book.meeting("2026/Q4").starts.isoformat() == "2027-01-12T09:30:00+03:00"
        await user.press("f2")
        assert "Q4 planned" in user.screen
        assert "after its quarter" in user.words
        await user.press("ctrl+z")
        assert book.meeting("2026/Q4").on == date(2026, 12, 8)


async def test_a_move_that_cannot_be_is_told_under_the_line(book, drive):
    planned(book)
    async with drive(book) as user:
        await user.press("f3", "d", "enter")
        assert "nothing changes" in words(user)
        await user.press("ctrl+u")
        await user.type("12 Jan", "enter")
        assert "has no date and time" in words(user)


@SIZES
async def test_a_meeting_is_cancelled_by_keys_and_stays_in_the_year(book, drive, size):
    planned(book)
    async with drive(book, size=size) as user:
        await user.press("f3", "X", "enter")
        assert "needs the reason" in words(user)
        await user.type("no quorum")
        assert "its symbol is not used again" in words(user)
        await user.press("enter")
        assert "Cancelled: no quorum." in words(user)
        await user.press("f2")
        assert "2026/Q4 Tue 8 Dec 2026, 10:00, quarterly, cancelled: no quorum" in user.words
        assert "Q4 to come" in user.screen
        assert "next meeting" not in user.screen
        await user.press("m")
        assert "cancelled: no quorum" in words(user)
        await user.press("escape", "f4")
        assert "was cancelled: m chooses another" in words(user)
        await user.press("f3", "o")
        assert "2026/Q4 was cancelled" in words(user)
        await user.press("ctrl+z")
        assert book.meeting("2026/Q4").state is MeetingState.PLANNED


async def test_what_is_in_session_is_neither_moved_nor_cancelled(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f3", "d")
        assert "only a meeting that is still to come can be moved" in words(user)
        await user.press("X")
        assert "it can now only be closed" in words(user)


@SIZES
async def test_an_annual_meeting_is_planned_and_no_longer_missing(tmp_path, drive, size):
    book = of_charter(tmp_path, "albania")
    async with drive(book, size=size) as user:
        assert "no annual meeting is planned in 2026 yet (ALB:52)" in words(user)
        await user.press("M", "down", "down", "enter")
        await user.type("15 Dec 10:00", "enter", "enter")
        assert "Identify emerging challenges" in user.screen
        await user.press("f2")
        assert "2026/AN Tue 15 Dec 2026, 10:00, annual, planned" in words(user)
        assert "no annual" not in user.screen


@SIZES
async def test_a_meeting_on_request_shows_who_requested_it_and_when(tmp_path, drive, size):
    book = of_charter(tmp_path, "kyrgyzstan")
    async with drive(book, size=size) as user:
        await user.press("M", "down", "enter")
        await user.type("22 Oct 10:00", "enter", "enter")
        await user.type("the UNCT meeting")
        assert "It is held in conjunction with the UNCT meeting" in words(user)
        await user.press("enter", "enter")
        assert "needs who asks for it" in words(user)
        await user.type("unhcr", "enter")
        await user.press("ctrl+u")
        await user.type("30 Nov", "enter")
        assert "'30 Nov' is still to come, or long past" in words(user)
        await user.press("ctrl+u")
        await user.type("15 Sep", "enter", "enter")
        assert "requested by UNHCR on 15 Sep 2026, in conjunction with the UNCT meeting" in words(user)
        await user.press("f2")
        assert "requested by UNHCR on 15 Sep 2026, with the UNCT meeting, planned" in user.words


async def test_an_extraordinary_meeting_shows_who_called_it(book, drive):
    async with drive(book) as user:
        await user.press("M", "down", "down", "enter")
        await user.type("22 Oct 10:00", "enter", "enter", "enter")
        await user.type("floods", "enter")
        assert "called by Executive Committee" in words(user)
        await user.press("f9")
        assert "Called by: Executive Committee (KEN:139)" in words(user)
        assert "Reason: floods" in words(user)


async def test_a_group_that_is_not_there_yet_is_told_before_anything_else_is_asked(book, drive):
    group = Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP, established=date(2026, 11, 1))
    async with drive(book) as user:
        await user.press("M")
        assert "A working group is here once it is established" in words(user)
        await user.press("escape")
        with book.register.transaction("group"):
            book.of(Body).put(group)
        await user.press("M", "end", "enter")
        await user.type("22 Oct 10:00", "enter")
        assert "WG-DATA does not stand on 22 October 2026" in words(user)
        await user.press("ctrl+u")
        await user.type("5 Nov 10:00", "enter", "enter")
        await user.press("f2")
        assert "2026/WG-DATA-1 Thu 5 Nov 2026, 10:00, working group, planned" in words(user)


async def test_what_is_planned_for_next_year_stands_under_it(book, drive):
    planned(book, on=datetime(2027, 2, 9, 10))
    async with drive(book) as user:
        assert "The year 2027 Q1 planned 2027/Q1 Tue 9 Feb 2027, 10:00, quarterly, planned" in words(user)
        assert "No quarterly meeting is planned in Q3 2026, this quarter" in words(user)


async def test_the_meeting_with_which_it_is_held_is_set_at_any_time(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f3", "i")
        await user.type("the UNCT retreat", "enter")
        assert "in conjunction with the UNCT retreat" in words(user)
        await user.press("f9")
        assert "In conjunction with: the UNCT retreat" in words(user)


@SIZES
async def test_the_calendar_is_shown_and_written_for_outlook(book, drive, size, tmp_path):
    planned(book, place="Room 9")
    async with drive(book, size=size) as user:
        await user.press("f9", "end")
        while "Calendar of 2026" not in user.screen:
            await user.press("up")
        await user.press("w")
        assert "all meetings of 2026" in user.screen
        await user.press("down", "enter", "ctrl+u")
        await user.type(str(tmp_path / "one"), "enter")
        assert b"LOCATION:Room 9\r\n" in (tmp_path / "one.ics").read_bytes()
        assert (tmp_path / "one.ics").stat().st_mode & 0o077 == 0


@SIZES
async def test_an_annual_purpose_is_removed_only_with_a_reason(tmp_path, drive, size):
    book = of_charter(tmp_path, "albania")
    planned(book, MeetingKind.ANNUAL)
    async with drive(book, size=size) as user:
        await user.press("f3", "down", "down", "down", "x", "enter")
        assert 'The ToR ask for "review Network progress": no item serves it.' in words(user)
        await user.type("done in June")
        assert "Why does the meeting go without it? It is printed" in words(user)
        await user.press("enter")
        assert "Review Network progress" not in user.screen
        await user.press("f9")
        assert "Without: review Network progress (done in June)" in words(user)


@SIZES
async def test_the_doors_of_a_stakeholder_meeting_follow_its_agenda(tmp_path, drive, size):
    book = of_charter(tmp_path, "kosovo")
    async with drive(book, size=size) as user:
        await user.press("M", "down", "down", "enter")
        await user.type("22 Sep 9:00", "enter", "enter")
        assert "Opening and adoption of the agenda" in words(user)
        assert "(closed)" in words(user)
        assert "Exchange with the stakeholders" in words(user)
        await user.press("o")
        assert "CLOSED SESSION" in user.screen
        await user.type("/item 4", "enter")
        assert "CLOSED SESSION" not in user.screen
        await user.type("/item 1", "enter")
        assert "CLOSED SESSION" in user.screen
        assert "1  (closed) Opening" in user.screen


@SIZES
async def test_the_meeting_shown_stays_until_another_is_chosen_though_it_is_moved_or_cancelled(book, drive, size):
    first, second = planned(book, on=datetime(2026, 11, 12, 10)), planned(book, on=datetime(2026, 12, 8, 10))
    async with drive(book, size=size) as user:
        await user.press("f3", "d", "ctrl+u")
        await user.type("9 Jan 14:00", "enter")
        assert user.app.meeting.id == first.id
        assert "Sat 9 Jan 2027" in user.screen
        await user.press("X")
        await user.type("no quorum", "enter")
        assert user.app.meeting.id == first.id
        assert [m.id for m in book.meetings() if m.cancelled] == [first.id]
        await user.press("X")
        assert "was cancelled" in user.told
        await user.press("m")
        await user.press("down", "enter")
        assert user.app.meeting.id == second.id


async def test_a_bare_day_just_over_is_not_sent_a_year_ahead(book, drive):
    planned(book)
    async with drive(book) as user:
        await user.press("f3", "d", "ctrl+u")
        await user.type("9 Sep 14:00", "enter")
        assert "'9 Sep' is over: give its year, as in 9 Sep 2026 or 9 Sep 2027." in words(user)
        assert book.meeting("2026/Q4").on == date(2026, 12, 8)


@SIZES
@pytest.mark.parametrize(("charter", "clause", "caller"), [("kosovo", "KOS:118", "Chairperson"),
                                                           ("kenya", "KEN:105", "Network Coordinator")])  # fmt: skip
async def test_an_additional_meeting_is_planned_as_requested_by_whoever_calls_it(
    tmp_path, drive, size, charter, clause, caller
):
    book = of_charter(tmp_path, charter)
    async with drive(book, size=size) as user:
        await user.press("M")
        assert f"Additional meetings, called by the {caller}: planned as" in words(user)
        assert clause in words(user)
        await user.press("down", "enter")
        await user.type("8 Dec 10:00", "enter", "enter")
        assert f"Who requested it? An entity, or the {caller}" in words(user)
        await user.type(f"the {caller.lower()}", "enter", "enter", "enter")
        assert f"requested by {caller}" in words(user)


@SIZES
async def test_keys_lead_to_the_year_before_and_back(tmp_path, drive, size):
    clock = [datetime(2025, 9, 23, 7, 30, tzinfo=UTC)]
    book = make(load_charter("kenya"), tmp_path / "r", "A. Otieno", clock=lambda: clock[0])
    convene.close_meeting(book, convene.open_meeting(book, planned(book, on=datetime(2025, 9, 23, 10))))
    clock[0] = AT
    planned(book)
    async with drive(book, size=size) as user:
        assert "The year 2026 (M plans one; on its agenda d moves it, X cancels it; [ 2025)" in user.words
        await user.press("left_square_bracket")
        assert "The year 2025   (] 2026)" in user.screen
        assert "Q3 held" in user.screen
        assert "Q4 missing" in user.screen
        assert "The year 2026" not in user.screen
        await user.press("left_square_bracket")
        assert "The record begins with the year 2025." in words(user)
        await user.press("right_square_bracket")
        assert "Q4 planned" in user.screen
        assert "The year 2025" not in user.screen
