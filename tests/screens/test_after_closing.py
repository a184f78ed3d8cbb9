"""The minutes place once a meeting is closed: who attended, and what comes next."""

from __future__ import annotations

from datetime import date

import pytest

from tui_app.services import convene

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


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
    circulated, _ = convene.circulate(in_session, closed, date(2026, 10, 6))
    async with drive(in_session, size=size) as user:
        await user.press("f4")
        told = " ".join(user.screen.split())
        assert "its minutes are circulated: 8 shows them (Papers), A there adopts them." in told
        convene.adopt(in_session, circulated)
        await user.pilot.pause()
        assert "has adopted minutes, which cannot change: 8 shows them (Papers)." in " ".join(user.screen.split())
