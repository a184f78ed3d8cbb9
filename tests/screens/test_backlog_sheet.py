"""The backlog by keys: suggested, taken before any other business, sent back, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from tui_app.services import convene, prepare_agenda
from tui_app.services.backlog import backlog, suggest
from tui_app.services.book import Book

Drive = Callable[..., object]
Take = Callable[..., None]
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def planned(book: Book) -> Book:
    """The third quarterly meeting, planned with its usual items."""
    convene.plan(book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    return book


def on_agenda(book: Book) -> list[str]:
    return [item.title for item in book.agenda(book.meetings()[-1].id).items]


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_an_issue_is_suggested_and_taken_onto_the_agenda(
    planned: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(planned, size) as user:
        await user.press("f3", "b")
        assert "Nothing waits: a suggests an issue" in " ".join(user.screen.split())
        await user.press("a")
        await user.type("Housing [decision] 20m")
        assert "Housing - for decision - 20 minutes" in " ".join(user.screen.split())
        await user.press("enter")
        await user.type("unhcr")
        assert "Proposed by UNHCR" in user.screen
        await user.press("enter", *["backspace"] * 5)
        await user.type("3 Sep", "enter")
        await user.type("asked in the field", "enter")
        for shown in ("S01", "Housing", "UNHCR, 3 Sep 2026", "asked in the field"):
            assert shown in user.screen
        await user.press("enter")
        assert "Housing is item 4 of 2026/Q3 now." in " ".join(user.told.split())
        await user.press("escape")
        assert on_agenda(planned)[-2:] == ["Housing", "Any other business"]


@pytest.mark.parametrize("size", SIZES)
async def test_an_item_is_sent_back_and_withdrawn(planned: Book, drive: Drive, size: tuple[int, int]) -> None:
    prepare_agenda.add_item(planned, planned.meetings()[0], "Housing 10m", None)
    async with drive(planned, size) as user:
        await user.press("f3", "B")
        assert "stands on every agenda" in " ".join(user.told.split())
        await user.press("end", "B")
        await user.type("the report is not ready", "enter")
        assert "S01 in the backlog: Housing." in user.told
        assert "1 in the backlog (b)" in user.screen
        await user.press("b")
        assert "the report is not ready" in " ".join(user.screen.split())
        await user.press("e", "end")
        await user.type(" IOM", "enter")
        assert [each.presenter for each in backlog(planned)] == ["IOM"]
        await user.press("x")
        await user.type("settled by mail", "enter")
        assert backlog(planned) == ()
        await user.press("ctrl+z", "ctrl+z", "ctrl+z", "escape")
        assert "Housing" in on_agenda(planned)


async def test_what_was_deferred_is_offered_to_the_next_meeting(in_session: Book, drive: Drive, take: Take) -> None:
    take(in_session, "/new Housing [decision] 20m", "/defer")
    convene.close_meeting(in_session, in_session.meetings()[0])
    convene.plan(in_session, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10)))
    async with drive(in_session) as user:
        await user.press("f3")
        assert "in the backlog (b)" in user.screen
        await user.press("b")
        assert "deferred from 2026/Q3" in user.screen
        await user.press("enter", "escape")
        assert "Housing" in on_agenda(in_session)


async def test_a_wide_window_shows_the_backlog_beside_the_agenda(planned: Book, drive: Drive) -> None:
    suggest(planned, "Housing 20m", "UNHCR")
    async with drive(planned) as user:
        await user.press("f3")
        assert "Backlog (1)" not in user.screen
        await user.pilot.resize_terminal(130, 40)
        await user.pilot.pause()
        assert "Backlog (1): b takes from it" in user.screen
        assert "Housing 20m" in user.screen


async def test_what_such_items_took_stands_beside_what_is_planned(in_session: Book, drive: Drive, take: Take) -> None:
    take(in_session, "/item 1", "/time 10:00", "/item 1", "/time 10:22", "/next", "/time 10:30", "/next")
    convene.close_meeting(in_session, in_session.meetings()[0])
    convene.plan(in_session, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10)))
    async with drive(in_session) as user:
        await user.press("f3")
        assert "(took " in user.screen
        assert " items took" in user.screen


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_a_meeting_that_is_over_takes_nothing_and_says_so(
    in_session: Book, drive: Drive, size: tuple[int, int]
) -> None:
    meeting = in_session.meetings()[-1]
    convene.close_meeting(in_session, meeting)
    async with drive(in_session, size) as user:
        await user.press("f3")
        screen = " ".join(user.screen.split())
        assert "b takes from it" not in screen
        assert "no place yet" not in screen
        await user.press("b")
        screen = " ".join(user.screen.split())
        assert f"{meeting.symbol} takes none any more: m shows another" in screen
        assert "Enter takes one" not in screen
        assert "Enter take " not in screen
        assert "B sends an item of the agenda here." in screen
