"""The minutes place once a meeting is closed: who attended, and what comes next."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tui_app.services import adopting, circulating, convene

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


async def test_a_meeting_that_is_closed_stays_shown_though_the_next_is_planned(in_session, drive):
    starts = datetime(2026, 12, 8, 10)
    convene.plan(in_session, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=starts))
    async with drive(in_session) as user:
        await user.press("escape", "C", "y")
        assert "2026/Q3 is closed and its minutes are a draft" in user.screen
        await user.press("8")
        assert "2026/Q3" in user.screen.splitlines()[0]
        await user.press("m", "home", "enter", "3")
        assert "o open the meeting" in user.screen.splitlines()[-1]
        assert user.screen.splitlines()[-1].endswith("ctrl+q quit")


@SIZES
async def test_a_closed_meeting_says_who_attended_and_leads_to_its_papers(in_session, drive, take, size):
    take(in_session, "/in IOM A. Otieno", "/in ILO M. Njeri", "/out ILO", "/apologies FAO")
    async with drive(in_session, size=size) as user:
        assert "Present 1/19" in user.screen
        await user.press("escape", "C", "y")
        assert "Attended 2/19" in user.screen
        assert "Present" not in user.screen
        assert "+ 1 Opening" in user.screen
        told = " ".join(user.screen.split())
        assert "2026/Q3 is closed and its minutes are a draft: 8 shows them (Papers), c there circulates them" in told
        assert "8 papers" in user.screen.splitlines()[-1]
        await user.press("8")
        assert user.app.screen.NAME == "papers"
        assert "DRAFT, not yet circulated" in user.screen


@SIZES
async def test_each_state_of_the_minutes_says_what_comes_next(in_session, drive, size):
    closed = convene.close_meeting(in_session, in_session.meetings()[0])
    circulated, _ = circulating.circulate(in_session, closed, circulating.Circulation(comments_by=date(2026, 10, 6)))
    async with drive(in_session, size=size) as user:
        await user.press("f4")
        told = " ".join(user.screen.split())
        assert "its minutes are circulated: 8 shows them (Papers), A there adopts them." in told
        adopting.adopt(in_session, circulated)
        await user.pilot.pause()
        assert "has adopted minutes, which cannot change: 8 shows them (Papers)." in " ".join(user.screen.split())
