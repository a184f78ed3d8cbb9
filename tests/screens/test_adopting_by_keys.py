"""The previous minutes adopted in the meeting, by the line: told before Enter, asked, then in both papers."""

from __future__ import annotations

from datetime import datetime

import pytest

from tui_app.domain.meeting.meeting import MeetingState
from tui_app.services import circulating, convene


@pytest.fixture
def second(book):
    """The meeting of the third quarter in session; the minutes of the second are circulated."""
    for starts in (datetime(2026, 6, 16, 10), datetime(2026, 9, 22, 10)):
        kind = convene.MeetingKind.QUARTERLY
        meeting = convene.open_meeting(book, convene.plan(book, convene.Invitation(kind=kind, starts=starts)))
        if starts.month < 9:
            convene.close_meeting(book, meeting)
            circulating.circulate(book, book.meeting("2026/Q2"))
    return book


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_previous_minutes_are_adopted_after_a_question(second, drive, size):
    async with drive(second, size) as user:
        await user.type("/adopt with the following corrections: item 3, for May read June")
        words = " ".join(user.screen.split())
        assert "Adopts: the minutes of 2026/Q2, v1 of 22 September 2026, with the corrections" in words
        await user.press("enter")
        assert "Adopt the minutes of 2026/Q2?" in user.screen
        assert "With the following corrections: item 3, for May read June" in " ".join(user.screen.split())
        await user.press("n")
        assert second.meeting("2026/Q2").state is MeetingState.CIRCULATED
        assert user.app.screen.line.value.startswith("/adopt with")
        await user.press("enter", "y")
        assert second.meeting("2026/Q2").state is MeetingState.ADOPTED
        (entry,) = second.record(second.meeting("2026/Q3").id).entries
        assert entry.text.startswith("The minutes of the second quarterly meeting of 2026 were adopted, with the")
        assert "second quarterly" in user.screen
        assert user.app.screen.line.value == ""
        await user.type("/adopt")
        assert "2026/Q2 has adopted minutes" in user.screen
