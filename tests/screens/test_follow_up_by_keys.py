"""What was carried over stands under Follow-up in Minutes, and one key records what was reported of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from textual.widgets import Input

from tui_app.domain.consensus.answer import Ruling
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.services import convene
from tui_app.services.book import Book

SIZES = [(80, 24), (120, 40)]
LINES = (
    *("/in all", "/a IOM: send the plan by 30 Jun 2026", "/a ILO: share the survey", "/p A hard text."),
    *("/position IOM objects resources: a budget", "/rest joins", "/declare", "/refer Is there a budget?"),
)

Drive = Callable[..., object]


@pytest.fixture
def carried(book: Book, take: Callable[..., None]) -> Book:
    """Two actions and a referral of June; the meeting of September is at its first item."""
    kind = convene.MeetingKind.QUARTERLY
    for starts in (datetime(2026, 6, 16, 10), datetime(2026, 9, 22, 10)):
        meeting = convene.open_meeting(book, convene.plan(book, convene.Invitation(kind=kind, starts=starts)))
        if meeting.symbol == "2026/Q2":
            take(book, *LINES)
            convene.close_meeting(book, book.meeting("2026/Q2"))
    return book


def flat(screen: str) -> str:
    """The list as running text, without what stands to the left and to the right of it."""
    return " ".join(" ".join(line.split("│")[:2][-1].split()) for line in screen.splitlines())


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_listed_when_the_item_is_on_the_table(carried: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(carried, size) as user:
        assert "2026/Q2" not in flat(user.screen)
        await user.type("/item 3", "enter")
        shown = flat(user.screen)
        assert "3 carried over, 1 overdue: Esc, p, or /report" in shown
        assert "2026/Q2/A01 IOM, by 30 Jun 2026, OVERDUE send the plan not started" in shown
        assert "2026/Q2/P1 Is there a budget? awaiting the answer of the UNCT since 16 Jun 2026" in shown
        await user.press("escape")
        assert "p progress or answer" in user.screen


async def test_one_key_asks_the_status_the_note_and_the_evidence(carried: Book, drive: Drive) -> None:
    async with drive(carried) as user:
        await user.type("/item 3", "enter")
        await user.press("escape", "down", "p")
        assert "Progress of 2026/Q2/A01" in user.screen
        await user.type("impl sent", "enter")
        await user.type("letter of 3 Sep", "enter")
        assert "implemented, 22 Sep 2026: sent (evidence: letter of 3 Sep)" in flat(user.screen)
        await user.press("p")
        await user.type("in progress on 20 Sep", "enter")
        assert "A01 stays implemented, as reported for 22 Sep 2026" in flat(user.screen)
        await user.press("ctrl+z")
        action = carried.of(ActionPoint).all()[0]
        assert (action.status, action.progress[0].on) == (ActionStatus.IMPLEMENTED, date(2026, 9, 22))
        await user.press("u")
        assert carried.of(ActionPoint).all()[0].progress == ()


async def test_a_note_left_at_its_evidence_is_offered_again_for_that_action_alone(carried: Book, drive: Drive) -> None:
    async with drive(carried) as user:
        await user.type("/item 3", "enter")
        await user.press("escape", "down", "p")
        await user.type("implemented: all eighteen began", "enter")
        await user.type("a letter", "escape")
        await user.press("down", "p")
        assert "Progress of 2026/Q2/A02" in user.screen
        assert "eighteen" not in user.screen
        await user.press("escape", "up", "p")
        assert "implemented: all eighteen began" in user.screen
        await user.press("enter")
        assert "a letter" in user.screen
        await user.press("enter", "p")
        assert "eighteen" not in user.screen.rpartition("Progress of")[2]


async def test_on_a_referral_the_same_key_records_the_answer(carried: Book, drive: Drive) -> None:
    async with drive(carried) as user:
        await user.type("/item 3", "enter")
        await user.press("escape", "p")
        assert "What is the answer of the UNCT to 2026/Q2/P1?" in user.screen
        await user.press("enter")
        await user.type("there is one", "enter")
        await user.press("enter")
        assert carried.of(Proposal).all()[0].answer.kind is Ruling.DECIDED
        assert "decided, 22 September 2026: there is one" in flat(user.screen)


async def test_the_line_does_the_same_and_tab_completes_what_is_open(carried: Book, drive: Drive) -> None:
    async with drive(carried) as user:
        await user.type("/item 3", "enter")
        await user.type("/rep A02")
        await user.press("tab")
        assert user.app.screen.query_one("#capture", Input).value == "/rep 2026/Q2/A02 "
        await user.type("del the data are late")
        assert "Reported: 2026/Q2/A02 delayed: the data are late" in user.screen
        await user.press("enter")
        assert "delayed, 22 Sep 2026: the data are late" in flat(user.screen)


async def test_what_was_carried_over_is_no_entry_and_says_so(carried: Book, drive: Drive) -> None:
    async with drive(carried) as user:
        await user.type("/item 3", "enter")
        await user.type("a note", "enter")
        await user.press("escape", "p")
        assert "p records what was reported of a matter that was carried over" in " ".join(user.told.split())
        await user.press("up", "x")
        assert "This was carried over from an earlier meeting: p records" in " ".join(user.told.split())


async def test_after_the_meeting_it_stands_there_still_until_the_minutes_are_adopted(
    carried: Book, drive: Drive
) -> None:
    convene.close_meeting(carried, carried.meeting("2026/Q3"))
    async with drive(carried) as user:
        await user.press("3")
        assert "3 carried over, 1 overdue" in flat(user.screen)
        await user.press("home", "down", "p")
        await user.type("delayed", "enter")
        assert carried.of(ActionPoint).all()[0].progress[0].on == date(2026, 9, 22)
