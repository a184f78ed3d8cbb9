"""Enter on a line of Home leads to that very record, and changes the meeting only where the place is about one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.services import convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.membership import admit
from tui_app.services.registers import make
from tui_app.services.tenure import begin_term, offices

Drive = Callable[..., object]
Take = Callable[..., None]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


def later(book: Book, days: int) -> Book:
    clock = book.clock
    return replace(book, clock=lambda: clock() + timedelta(days=days))


def flat(user: object) -> str:
    return user.words  # type: ignore[attr-defined]


async def go_to(user: object, what: str) -> None:
    """The cursor on the first line of that kind, then Enter."""
    rows = user.app.screen.rows()  # type: ignore[attr-defined]
    rows.go_to(next(row.key for row in rows.rows if row.cells[0] == what))
    await user.press("enter")  # type: ignore[attr-defined]


@pytest.fixture
def held(in_session: Book, take: Take) -> Book:
    """Two actions, two decisions and an open check of a meeting that is over; ten days later."""
    take(in_session, "/a IOM: first by 25 Sep 2026", "/a ILO: second by 26 Sep 2026", "/d The Network agreed")
    take(in_session, "/owner D01 IOM", "/d The Network agreed again", "/p A text that nobody declared")
    convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    return later(in_session, 10)


@SIZES
async def test_an_action_is_under_the_cursor_and_its_key_works_at_once(
    held: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(held, size) as user:
        assert "[s progress]" in user.screen.replace("\u00a0", " ")
        await go_to(user, "overdue")
        assert user.app.screen.NAME == "actions"
        assert user.app.screen.rows().key == held.of(ActionPoint).all()[0].id
        await user.press("s")
        assert "Progress of 2026/Q3/A01" in user.screen


async def test_a_search_that_hides_the_action_ends(held: Book, drive: Drive) -> None:
    async with drive(held) as user:
        await user.press("6", "slash")
        await user.type("second", "enter")
        await user.press("1")
        assert "second" not in user.screen.splitlines()[1]
        await go_to(user, "overdue")
        assert user.app.screen.rows().key == held.of(ActionPoint).all()[0].id


async def test_a_decision_without_an_owner_is_under_the_cursor(held: Book, drive: Drive) -> None:
    async with drive(held) as user:
        await go_to(user, "no owner")
        assert user.app.screen.NAME == "decisions"
        assert user.app.screen.rows().key == held.of(Decision).all()[1].id
        await user.press("o")
        assert "Owner of 2026/Q3/D02" in flat(user)


async def test_a_check_left_open_is_shown_in_consensus(held: Book, drive: Drive) -> None:
    async with drive(held) as user:
        await go_to(user, "still open")
        assert user.app.screen.NAME == "consensus"
        assert user.app.screen.proposal().id == held.of(Proposal).all()[-1].id


async def test_the_minutes_are_the_paper_that_is_shown(held: Book, drive: Drive) -> None:
    async with drive(held) as user:
        await user.press("8", "end", "1")
        await go_to(user, "minutes")
        assert (user.app.screen.NAME, user.app.screen.rows().key) == ("papers", "minutes")


async def test_a_term_leads_to_the_chairs(tmp_path: Path, drive: Drive) -> None:
    at = datetime(2026, 11, 21, 8, tzinfo=UTC)
    book = make(load_charter("kosovo"), tmp_path / "kosovo", "B. Krasniqi", clock=lambda: at)
    admit(book, "UNHCR", "UNHCR", since=date(2026, 1, 1))
    office = next(each for each in offices(book, book.today()) if each.months)
    begin_term(book, body=office.body, office=office.name, entity="UNHCR", since=date(2026, 1, 1))
    async with drive(book) as user:
        await go_to(user, "term ends")
        assert "[Chairs]" in user.screen
        assert user.app.screen.rows().key.startswith("office:")
        await user.press("t")
        assert office.label in flat(user)


async def test_where_a_meeting_is_missing_enter_plans_one(in_session: Book, drive: Drive) -> None:
    convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    async with drive(later(in_session, 120)) as user:
        assert "[M plan a meeting]" in user.screen.replace("\u00a0", " ")
        await go_to(user, "quarter")
        assert "quarterly" in user.screen


async def test_a_register_of_all_meetings_leaves_the_chosen_meeting_as_it_is(
    book: Book, drive: Drive, take: Take
) -> None:
    kind = convene.MeetingKind.QUARTERLY
    for starts in (datetime(2026, 6, 16, 10), datetime(2026, 9, 22, 10)):
        meeting = convene.open_meeting(book, convene.plan(book, convene.Invitation(kind=kind, starts=starts)))
        if meeting.symbol == "2026/Q2":
            take(book, "/a IOM: send the plan by 30 Jun 2026")
            convene.close_meeting(book, book.meeting("2026/Q2"))
    async with drive(book) as user:
        await user.press("f2")
        await go_to(user, "overdue")
        assert user.app.screen.NAME == "actions"
        assert user.app.meeting.symbol == "2026/Q3"
        assert "NOT 2026/Q3" not in user.screen
