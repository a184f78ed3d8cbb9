"""Keys that come in one burst, as a slow machine or a terminal that pastes by typing sends them."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.widgets import Input

from tui_app.domain.meeting.minutes import Entry
from tui_app.screens import keys_in_turn
from tui_app.screens.prompt import PromptLine

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


@pytest.mark.parametrize("apart", [0.0, 0.3])
async def test_what_is_typed_on_behind_a_refused_key_does_nothing(in_state, drive, monkeypatch, apart):
    monkeypatch.setattr(keys_in_turn, "TYPING_ON", 0.7)
    adopted = in_state("adopted")
    async with drive(adopted) as user:
        await user.press("f9", "v")
        sheet, before = user.app.screen, adopted.register.sequence
        await burst(user, "aUNHCR: no, item 3 says otherwise\r", seconds_apart=apart)
        assert user.app.screen is sheet
        assert not user.app.screen.query_one(PromptLine).has_class("open")
        assert "adopted" in user.told
        assert adopted.register.sequence == before


async def test_a_key_pressed_when_the_refusal_can_have_been_read_is_a_command_again(in_state, drive, monkeypatch):
    monkeypatch.setattr(keys_in_turn, "TYPING_ON", 0.7)
    async with drive(in_state("adopted")) as user:
        await user.press("f9", "v")
        await burst(user, "an", seconds_apart=2)
        assert user.app.screen.query_one(PromptLine).has_class("open")


async def test_in_a_list_letters_go_on_moving_after_a_refusal(in_session, drive, take, monkeypatch):
    monkeypatch.setattr(keys_in_turn, "TYPING_ON", 0.7)
    take(in_session, "first", "second", "/d A text")
    async with drive(in_session) as user:
        await user.press("escape")
        rows, last = user.app.screen.rows(), user.app.screen.rows().key
        await burst(user, "xk")
        assert rows.key != last
