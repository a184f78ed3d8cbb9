"""A window that only reads asks for nothing that it could not save."""

from __future__ import annotations

import pytest

from tui_app.services.registers import open_book


@pytest.mark.parametrize("keys", [("f6", "end", "o"), ("f6", "end", "s"), ("f7", "s"), ("f8", "a"), ("f3", "a")])
async def test_a_key_that_changes_says_at_once_why_it_cannot(in_session, drive, take, keys):
    take(in_session, "/d The Network adopts the plan", "/action IOM: share the plan by 30 Sep 2026")
    async with drive(open_book(in_session.register.folder, read_only=True)) as user:
        await user.press(*keys)
        assert "read only" in user.told
        assert "Esc leave it" not in user.screen


async def test_what_only_reads_is_asked_there_too(in_session, drive):
    async with drive(open_book(in_session.register.folder, read_only=True)) as user:
        await user.press("f8", "d")
        assert "The roster as at" in user.screen
        await user.press("escape", "f9", "w")
        assert "Esc leave it" in user.screen


@pytest.mark.parametrize("keys", [("M",), ("f9", "n")])
async def test_no_choice_is_offered_for_a_change_that_cannot_be_saved(in_session, drive, keys):
    async with drive(open_book(in_session.register.folder, read_only=True)) as user:
        await user.press(*keys)
        assert "read only" in user.told
        assert "Enter chooses" not in user.screen
