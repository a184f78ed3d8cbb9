"""The projector screen by its keys and at its sizes."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from textual.widgets import Digits

from tui_app.commands.projector import PROJECTOR
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.projector.app import Projector
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.following import Following
from tui_app.services.pen import Pen
from tui_app.services.registers import make, read_setting

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
LONG = " ".join(f"The Network asks its members to do the thing of number {n}." for n in range(60))
SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]


@pytest.fixture(autouse=True)
def usual_look(monkeypatch):
    """Whatever the terminal of whoever runs this asks for."""
    for look in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(look, raising=False)


@pytest.fixture
def pen(tmp_path):
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: NOW)
    meeting = convene.plan(
        book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10), place="Room 9")
    )
    convene.open_meeting(book, meeting)
    pen = Pen(book, meeting.id)
    capture.take(pen, "/new Data on labour migration [decision] 20m")
    capture.take(pen, "/in all")
    yield pen
    book.register.close()


class Seen:
    """The screen, and keys to it."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def take(self, pen, *lines):
        """Lines into the first window, and a look at what was written."""
        for line in lines:
            capture.take(pen, line)
        self.app._follow()
        await self.pilot.pause()

    @property
    def rows(self):
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def screen(self):
        return "\n".join(self.rows)

    def looks(self, words):
        """The styles in which words stand on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return [segment.style for strip in strips for segment in strip if words in segment.text]


@asynccontextmanager
async def projecting(pen, size=(80, 24)):
    following = Following(pen.book.register.folder, clock=lambda: NOW)
    app = Projector(following)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Seen(app, pilot)
    following.book.register.close()


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


async def test_a_long_text_begins_at_its_beginning_and_is_gone_through(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, f"/p {LONG}")
        assert "number 0." in seen.screen
        await seen.press("G")
        assert "number 59." in seen.screen
        told = " ".join(seen.screen.encode("ascii", "ignore").decode().split())  # without the scrollbar
        assert "number 58. The Network asks its members to do the thing of number 59." in told
        await seen.take(pen, "/position IOM joins")
        assert "number 59." in seen.screen
        await seen.press("g")
        assert "number 0." in seen.screen


async def test_a_change_far_down_in_a_long_text_is_come_to(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, f"/p {LONG}", f"/amend {LONG.replace('number 50', 'rank 50')}")
        assert "[-number-]" in seen.screen


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


async def test_positions_stay_hidden_after_a_closed_session_until_the_chair_wants_them_again(pen):
    async with projecting(pen) as seen:
        await seen.take(pen, "/p A text", "/position IOM joins")
        await seen.press("m")
        assert "joins" in seen.screen
        await seen.take(pen, "/closed")
        await seen.take(pen, "/position FAO objects resources: money", "/open")
        assert "A text" in seen.screen
        assert "OBJECTS" not in seen.screen
        await seen.press("m")
        assert "OBJECTS" in seen.screen


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
