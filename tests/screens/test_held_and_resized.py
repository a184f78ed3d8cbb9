"""A key that is held down loses none of its strokes; another size of the window loses nothing and raises nothing."""

import pytest
from textual.events import Key

from tui_app.widgets.rows import Row, Rows

STROKES = 200
SIZES = [(120, 40), (60, 20), (40, 10), (100, 16), (10, 3), (80, 24)]


async def hold(user, key, character=None, *, strokes=STROKES, until):
    """As many strokes as a terminal sends while a key is held, before any is handled; then waits for what they do."""
    for _ in range(strokes):
        event = Key(key, character)
        event.set_sender(user.app)
        user.app._driver.send_message(event)
    for _ in range(10 * STROKES):
        if until():
            break
        await user.pilot.pause()
    await user.pilot.pause()
    assert until()


def place_of_cursor(rows):
    return [row.key for row in rows.rows].index(rows.key)


@pytest.mark.parametrize(("key", "character"), [("down", None), ("j", "j")])
async def test_a_key_held_in_a_list_moves_a_row_a_stroke(book, drive, key, character):
    async with drive(book) as user:
        rows = user.app.screen.query_one(Rows)
        rows.show([Row(str(n), (str(n), "a line")) for n in range(300)], top=True)
        await hold(user, key, character, until=lambda: place_of_cursor(rows) == STROKES)
        await hold(user, "up", strokes=150, until=lambda: place_of_cursor(rows) == STROKES - 150)


async def test_a_key_held_in_the_line_is_typed_as_often(in_session, drive):
    async with drive(in_session) as user:
        line = user.app.screen.line
        await hold(user, "x", "x", until=lambda: line.value == "x" * STROKES)
        await hold(user, "backspace", strokes=STROKES - 1, until=lambda: line.value == "x")


async def test_a_key_held_in_a_question_is_typed_as_often(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f3", "a")
        await hold(user, "x", "x", until=lambda: user.app.focused.value == "x" * STROKES)


@pytest.mark.parametrize(
    "keys",
    [
        tuple("half a line"), ("f3", "a", *"half"), ("f5", "s", *"half"), ("f5",), ("f1",), ("f5", "f1", "end"),
        ("ctrl+p", *"agen"), ("f6", "slash", *"plan"), ("f7",), ("f8", "tab"), ("f9", "tab", "down"), ("f3", "b"),
        ("f3", "D"), ("f9", "v"), ("escape", "C"),
        ("f2", "m"), ("f2", "M"), ("ctrl+e", *"half"), ("escape", "down", "e"),
    ],
    ids=" ".join,
)  # fmt: skip
async def test_whatever_is_open_is_the_same_after_the_window_was_resized(in_state, drive, keys):
    async with drive(in_state("in session")) as user:
        await user.press(*(key.replace(" ", "space") for key in keys))
        whole, focused, screens = user.screen, user.app.focused, tuple(user.app.screen_stack)
        for size in SIZES:
            await user.pilot.resize_terminal(*size)
            await user.pilot.pause()
            assert user.app.focused is focused
        await user.pilot.pause()
        assert tuple(user.app.screen_stack) == screens
        assert user.screen == whole
