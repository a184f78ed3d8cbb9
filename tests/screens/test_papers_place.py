from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.domain.meeting.circulated import CirculatedPaper
from tui_app.domain.meeting.meeting import MeetingState
from tui_app.services import circulating, convene
from tui_app.services.papers import paper

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


@pytest.fixture
def closed(in_session):
    """The minutes of the meeting are a draft."""
    convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    return in_session


def state(book) -> MeetingState:
    return book.meeting("2026/Q3").state


@SIZES
async def test_the_paper_under_the_cursor_is_shown(closed, drive, size):
    async with drive(closed, size=size) as user:
        await user.press("f9")
        assert "Minutes of the third" in user.screen
        await user.press("up")
        assert "Agenda of the third" in user.screen
        await user.press("end", "up", "up", "up")
        assert "Members as at 22 September 2026" in user.screen


async def test_tab_goes_to_the_preview_and_arrows_scroll_it_line_by_line(closed, drive):
    async with drive(closed) as user:
        await user.press("f9", "tab")
        assert "INTERNAL USE ONLY" in user.screen
        await user.press("down", "down", "down", "down")
        assert "INTERNAL USE ONLY" not in user.screen
        await user.press("end")
        assert "Annex" in user.screen
        await user.press("tab", "up")
        assert "Agenda of the third" in user.screen


async def test_the_public_version_is_shown_where_a_decision_releases_it_and_says_what_would_otherwise(closed, drive):
    async with drive(closed) as user:
        await user.press("f9", "p")
        assert "No decision in force releases the minutes of 2026/Q3" in user.screen
        assert "INTERNAL" not in user.screen
        await user.press("w")
        assert "Write the" not in user.screen
        await user.press("p")
        assert "INTERNAL USE ONLY" in user.screen
        await user.press("p", "up", "down")
        assert "INTERNAL USE ONLY" in user.screen, "another paper is shown as the members read it"


async def test_without_a_meeting_the_key_that_plans_one_is_named(book, drive):
    async with drive(book) as user:
        await user.press("f9")
        assert "There is no meeting yet" in user.screen
        await user.press("end", "up", "up", "up")
        assert "Members as at" in user.screen


async def test_minutes_are_circulated_with_the_day_for_comments_echoed_then_adopted_after_a_question(closed, drive):
    async with drive(closed) as user:
        await user.press("f9", "c")
        assert "Minutes v1 of 2026/Q3 went to" in user.screen
        assert "To 19 today (or add: on 12 Sep): " in user.screen
        await user.press("enter")
        assert "Comments by Tue 6 Oct 2026" in user.screen
        await user.press("enter")
        assert closed.meeting("2026/Q3").comments_by == date(2026, 10, 6)
        assert "minutes v1 circulated" in user.screen
        await user.press("A")
        assert "this cannot be undone" in user.screen
        assert "Comments are awaited until 6 October 2026" in user.screen
        await user.press("n")
        assert state(closed) is MeetingState.CIRCULATED
        await user.press("A", "y")
        assert state(closed) is MeetingState.ADOPTED
        assert "ADOPTED" in user.screen


async def test_minutes_that_went_out_before_today_are_recorded_on_their_day(closed, drive):
    today = replace(closed, clock=lambda: datetime(2026, 9, 30, 9, tzinfo=UTC))
    async with drive(today) as user:
        await user.press("f9", "c")
        assert "To 19 today (or add: on 12 Sep): " in user.screen
        for typed, told in (("on 12 Sep", "The meeting was on 22 September 2026: its minutes cannot have gone out"),
                            ("iom on 3 oct", "'3 oct' is still to come, or long past: give its year"),
                            ("iom on 24 Sepp", "'sepp' is not a month: write it as Sep")):  # fmt: skip
            await user.type(typed, "enter")
            assert told in " ".join(user.screen.split())
            await user.press("ctrl+u")
        await user.type("iom, ilo on 24 sep")
        assert "To 2 on Thu 24 Sep 2026: IOM and ILO" in user.screen
        await user.press("enter")
        assert "Comments by Thu 8 Oct 2026" in user.screen
        await user.press("enter")
    (sent,) = today.of(CirculatedPaper).all()
    assert (sent.at.date(), sent.recipients, sent.comments_by) == (
        date(2026, 9, 24), ("IOM", "ILO"), date(2026, 10, 8),
    )  # fmt: skip


async def test_a_draft_is_not_adopted_and_the_reason_is_told(closed, drive):
    async with drive(closed) as user:
        await user.press("f9", "A")
        assert "circulate them to the members before they are adopted" in user.told
        assert state(closed) is MeetingState.DRAFT


async def test_minutes_with_an_open_proposal_are_refused_before_any_question_and_home_leads_to_it(
    in_session, drive, take
):
    take(in_session, "/propose the Network adopts the data plan")
    meeting = convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    circulating.circulate(in_session, meeting)
    async with drive(in_session) as user:
        await user.press("f9", "A")
        assert "2026/Q3 has an open proposal, P1: declare or defer it first" in user.told
        assert "Adopt the minutes" not in user.screen
        await user.press("f2")
        assert "P1 of 2026/Q3 is still open" in " ".join(user.screen.split())
        await user.press("home", "enter")
        assert user.app.screen.NAME == "consensus"


async def test_the_agenda_of_a_planned_meeting_is_circulated(book, drive):
    kind = convene.MeetingKind.QUARTERLY
    convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 10, 6, 10)))
    async with drive(book) as user:
        await user.press("f9")
        assert "draft agenda of the fourth" in user.screen
        await user.press("c")
        await user.type("IOM, Ministry of Labour", "enter")
        assert "Agenda v1: comments by? May stay empty" in user.screen
        await user.type("20 Sep", "enter")
        assert "'20 Sep' is over: give its year" in user.screen
        await user.press("ctrl+u")
        await user.type("+1w", "enter")
        assert "agenda v1 circulated" in user.screen
        text = paper(book, "agenda", "2026/Q4")
        assert "DRAFT v1, circulated on 22 September 2026, comments by 29 September 2026**" in text
        assert "v1 on 22 September 2026, to IOM and Ministry of Labour" in text
        await user.press("c")
        assert "To 2 today (or add: on 12 Sep): IOM and Ministry of Labour" in user.screen
        await user.press("enter", "enter")
        assert "DRAFT v2, circulated on 22 September 2026, comments by 29 September 2026**" in paper(
            book, "agenda", "2026/Q4"
        )
        await user.press("c", "enter", "ctrl+u", "enter")
        assert "comments by" not in paper(book, "agenda", "2026/Q4")


async def test_the_preview_follows_the_record(in_session, drive, take):
    async with drive(in_session) as user:
        await user.press("escape", "f9", "tab", "end")
        take(in_session, "A line that came later")
        await user.press("f4", "f9", "home", "pagedown")
        assert "A line that came later" in user.screen


async def test_the_footer_offers_only_what_is_done_with_the_paper_under_the_cursor(closed, drive):
    async with drive(closed) as user:
        await user.press("f9")
        assert "A adopt" in user.screen
        user.app.screen.seek("members")
        await user.pilot.pause()
        assert "w write" in user.screen or "Enter write" in user.screen
        assert "circulate" not in user.screen.splitlines()[-1]
        assert "adopt" not in user.screen.splitlines()[-1]
