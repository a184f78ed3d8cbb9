"""The gaps in the files on screen: a line on Home, the paper, and the reason for one that stays."""

import pytest

from tui_app.domain.completeness.gap import Explained
from tui_app.services import convene


@pytest.fixture
def closed(in_session):
    convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    return in_session


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_home_leads_to_the_papers_and_a_reason_closes_a_gap(closed, drive, size):
    async with drive(closed, size=size) as user:
        assert "The files of 2026/Q3 have gaps, which the completeness report names." in user.words
        on_home = user.app.screen.rows()
        on_home.go_to(next(row.key for row in on_home.rows if row.cells[0] == "files"))
        await user.press("enter")
        assert user.app.screen.NAME == "papers"
        assert "3 gaps are open." in user.screen
        assert "e reason" in user.screen
        assert "A adopt" not in user.screen
        await user.press("e")
        assert "Which gap will stay?" in user.screen
        await user.press("enter")
        assert "Why does this gap stay: agenda?" in user.screen
        await user.press("enter")
        assert "write it" in user.screen
        await user.type("called within a day", "enter")
        assert [each.reason for each in closed.of(Explained).all()] == ["called within a day"]
        assert "2 gaps are open." in user.screen
        await user.press("home", "down")
        assert "A adopt" in user.screen
        await user.press(
            "ctrl+z", "home", *["down"] * [row.key for row in user.app.screen.rows().rows].index("completeness")
        )
        assert "3 gaps are open." in user.screen


async def test_a_meeting_without_such_a_gap_says_so(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f9", "e")
        assert "have no gap that a reason would close" in " ".join(user.told.split())
