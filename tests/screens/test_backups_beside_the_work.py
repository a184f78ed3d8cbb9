"""Backups are made beside the work: once a day after the first screen, and when a meeting is closed."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Timer

import pytest

from tui_app.domain.problem import Problem
from tui_app.register import backups
from tui_app.services.book import Book


async def settled(user) -> None:
    """Wait until the backup under way is done."""
    await user.app.workers.wait_for_complete()
    await user.pilot.pause()


async def test_closing_a_meeting_backs_the_register_up(drive: Callable, in_session: Book) -> None:
    async with drive(in_session) as user:
        await user.press("escape", "C", "y")
        await settled(user)
        (backup,) = backups.found(in_session.register.folder)
        register = in_session.register
        assert backup.read_bytes() == register.written.path.read_bytes()[: register.written.end]
        assert backup.name.startswith("register-2026-09-22T1030")


async def test_the_day_s_first_opening_backs_it_up_and_the_next_one_does_not(drive: Callable, book: Book) -> None:
    async with drive(book) as user:
        assert backups.found(book.register.folder) == ()
        for _ in range(2):
            user.app._back_up_daily()
            await settled(user)
        assert len(backups.found(book.register.folder)) == 1


async def test_a_backup_that_fails_is_told_and_the_work_goes_on(
    drive: Callable, in_session: Book, take: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Problem("No backup was made: the disk is full.")

    monkeypatch.setattr(backups, "make", full)
    async with drive(in_session) as user:
        user.app._back_up_daily()
        await settled(user)
        assert "No backup was made: the disk is full." in user.told
        await user.type("still here", "enter")
        assert "still here" in user.screen


async def test_leaving_waits_for_the_backup_under_way(
    drive: Callable, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, began, done = Event(), Event(), []

    def slow(*_: object) -> None:
        began.set()
        go_on.wait(10)
        done.append("made")

    monkeypatch.setattr(backups, "make", slow)
    monkeypatch.setattr(type(book.register), "close", lambda _: done.append("closed"))
    async with drive(book) as user:
        user.app._back_up_daily()
        began.wait(10)
        Timer(0.5, go_on.set).start()
    assert done == ["made", "closed"]
