"""Keys that come in one burst, as a slow machine or a terminal that pastes by typing sends them."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.widgets import Input

from tui_app.domain.meeting.minutes import Entry

NAMED = {"\r": "enter", "\t": "tab", "\x7f": "backspace", "\x1a": "ctrl+z", "\x1b": "escape", "\ue003": "f3"}


async def burst(user, text, *, seconds_apart=0.0):
    """Everything at once, before anything of it is handled; `seconds_apart`: as if pressed so long after each other."""
    for number, char in enumerate(text):
        key = NAMED.get(char) or (char if char.isalnum() else _character_to_key(char))
        event = Key(key, None if char in NAMED else char)
        event.time += number * seconds_apart
        event.set_sender(user.app)
        user.app._driver.send_message(event)
    for _ in range(40):
        await user.pilot.pause()


def texts(book):
    return [entry.text for entry in sorted(book.of(Entry).all(), key=lambda entry: entry.rank)]


async def test_lines_typed_ahead_are_as_many_entries(in_session, drive):
    async with drive(in_session) as user:
        await burst(user, "".join(f"line {n} is here\r" for n in range(8)))
        assert texts(in_session) == [f"line {n} is here" for n in range(8)]


async def test_a_long_backlog_keeps_its_order(in_session, drive):
    async with drive(in_session) as user:
        await burst(user, "one\rtwo\rthree\r", seconds_apart=1)
        assert texts(in_session) == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("keys", "line"), [("abx\x7fc", "abc"), ("unh\tasked", "UNHCR: asked"), ("one two\x1a three", "one three")]
)
async def test_editing_keys_keep_their_place_among_the_letters(in_session, drive, keys, line):
    async with drive(in_session) as user:
        await burst(user, keys)
        assert user.app.screen.query_one("#capture", Input).value == line


async def test_what_is_typed_ahead_for_a_question_is_no_command(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f3")
        await burst(user, "axylophones [discussion] 10m\r")
        titles = [item.title for item in in_session.agenda(in_session.meetings()[0].id).items]
        assert "xylophones" in titles
        assert len(titles) == 5


async def test_a_place_gone_to_and_a_dialog_opened_take_what_was_typed_ahead_for_them(in_session, drive):
    async with drive(in_session) as user:
        await burst(user, "\ue003axylophones\r")
        titles = [item.title for item in in_session.agenda(in_session.meetings()[0].id).items]
        assert "xylophones" in titles
        await user.press("f4")
        await burst(user, "\x1bCy")
        assert not in_session.meetings()[0].in_session
