"""The sheet of an entity: from the roster by Enter, and among the papers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_app.services.book import Book

Drive = Callable[..., object]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_enter_on_the_roster_shows_it_and_y_copies_it(
    in_session: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(in_session, size) as user:
        await user.press("f8", "enter")
        shown = " ".join(user.screen.split())
        assert "as at 22 September 2026" in shown
        assert "Seats" in shown
        await user.press("y")
        assert "Not represented at its one meeting." in user.app.clipboard
        await user.press("escape")
        assert "Roster as at" in user.screen


async def test_among_the_papers_it_is_asked_of_whom(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.press("f9")
        user.app.screen.rows().go_to("entity")
        await user.pilot.pause()
        assert "Enter asks of which" in " ".join(user.screen.split())
        await user.press("enter")
        assert "The sheet of which entity?" in user.screen
        await user.press("enter")
        assert "UNNM-KEN FAO entity 2026-09-22." in user.screen.replace("\n", "")
