"""The projector screen by its keys and at its sizes."""

from __future__ import annotations

import pytest
from textual.widgets import Digits

from tests.projector.seeing import LONG, SIZES, projecting
from tui_app.commands.projector import PROJECTOR
from tui_app.services import convene
from tui_app.services.registers import read_setting


@pytest.mark.parametrize("size", SIZES)
async def test_the_item_its_clock_the_text_and_what_follows_are_whole_at_every_size(pen, size):
    async with projecting(pen, size) as seen:
        await seen.take(pen, "/p The Network endorses the plan.")
        for words in (
            "Kenya UN Network on Migration", "Third quarterly meeting of 2026", "2  Data on labour migration",
            "for decision", "of 20 minutes", "Proposal P1", "The Network endorses the plan.", "Next: 3", "? help",
            "ctrl+q quit",
        ):  # fmt: skip
            assert words in seen.screen
        assert seen.app.screen.query_one(Digits).value == "0:00"


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_round_changed_is_told_apart_without_colour(pen, size):
    async with projecting(pen, size) as seen:
        await seen.take(pen, "/p The Network endorses the old plan.", "/amend The Network endorses the revised plan.")
        assert "[-old-]" in seen.screen
        assert all(look.underline and look.bold for look in seen.looks("revised"))
        assert all(look.strike for look in seen.looks("[-old-]"))
        assert "underlined: new" in seen.screen
        await seen.press("c")
        assert "[-old-]" not in seen.screen
        assert "underlined: new" not in seen.screen
        assert not any(look.underline for look in seen.looks("revised"))


async def test_the_positions_are_shown_if_the_chair_wants_it(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, "/p A text", "/position FAO objects resources: asks for a budget line")
        assert "OBJECTS" not in seen.screen
        await seen.press("m")
        assert "FAO        OBJECTS" in seen.screen
        assert "* on the Executive Committee" in seen.screen
        assert "budget line" not in seen.screen
        await seen.press("m")
        assert "OBJECTS" not in seen.screen


async def test_too_long_an_item_is_told_in_bold(pen):
    async with projecting(pen) as seen:
        assert not any(look.bold for look in seen.looks("of 20 minutes"))
        await seen.take(pen, "/time 10:00", "/new Another [decision] 20m")
        assert all(look.bold for look in seen.looks("10 minutes over"))


async def test_a_closed_session_is_all_that_is_said(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, "/p A text", "/closed")
        assert seen.screen.split() == ["Closed", "session"]
        await seen.take(pen, "/open")
        assert "A text" in seen.screen


async def test_a_meeting_that_closes_says_so(pen):
    async with projecting(pen) as seen:
        convene.close_meeting(pen.book, pen.meeting)
        await seen.take(pen)
        assert "The meeting is closed." in seen.screen
        assert "Data on labour migration" not in seen.screen


async def test_what_cannot_be_read_is_told_beneath_and_what_was_there_stays(pen):
    folder = pen.book.register.folder
    async with projecting(pen) as seen:
        away = folder.rename(folder.with_name("away"))
        await seen.take(pen)
        assert "The record cannot be read at the moment" in seen.screen
        assert str(folder) not in seen.screen
        assert "Data on labour migration" in seen.screen
        away.rename(folder)
        await seen.take(pen)
        assert "cannot be read" not in seen.screen


async def test_help_names_every_key_and_esc_leaves_it(pen):
    async with projecting(pen) as seen:
        await seen.press("question_mark")
        assert all(each.help in " ".join(seen.screen.split()) for each in PROJECTOR)
        await seen.take(pen, "/p A text")
        await seen.press("escape")
        assert "A text" in seen.screen


async def test_another_look_is_remembered(pen):
    async with projecting(pen) as seen:
        before = seen.app.theme
        await seen.press("T")
        assert read_setting("theme") == seen.app.theme != before


async def test_without_colours_no_colour_is_drawn_and_the_changes_are_told_apart_still(pen, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with projecting(pen) as seen:
        await seen.take(pen, "/p The old plan.", "/amend The revised plan.")
        strips = seen.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert all(each is None or each.is_default for style in styles for each in (style.color, style.bgcolor))
        assert all(look.underline for look in seen.looks("revised"))


async def test_too_small_a_window_says_so(pen):
    async with projecting(pen, (39, 20)) as seen:
        assert "Please make this window larger" in seen.screen


async def test_another_size_is_drawn_anew(pen):
    async with projecting(pen, (120, 40)) as seen:
        await seen.take(pen, f"/p {LONG[:400]}")
        await seen.pilot.resize_terminal(60, 20)
        await seen.pilot.pause()
        assert all(len(row) <= 60 for row in seen.rows)
        assert "The Network asks" in seen.screen


async def test_its_keys_may_be_others_too(pen, tmp_path):
    settings = tmp_path / "home" / "settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "keys.toml").write_text('projector = { positions = "x", help = "h", changes = [] }', encoding="utf-8")
    async with projecting(pen) as seen:
        await seen.take(pen, "/p A text", "/position FAO objects resources: asks for a budget line")
        assert "x positions" in seen.words
        assert "changes" not in seen.rows[-1]
        await seen.press("m")
        assert "OBJECTS" not in seen.screen
        await seen.press("x")
        assert "OBJECTS" in seen.screen
        await seen.press("h")
        assert "x       Positions: Shows or hides" in seen.screen
        await seen.press("h")
        assert "The projector screen" not in seen.screen
