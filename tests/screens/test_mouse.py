"""A hand on the mouse: rows, hints, the legend of the positions, dialogs, the headline."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette

from tui_app.screens.linked import LinkedRecord
from tui_app.widgets.clicked import pressing
from tui_app.widgets.rows import Rows


async def click(user, words: str, *, times: int = 1) -> None:
    """Click on words as they stand on the screen."""
    line = next(n for n, line in enumerate(user.screen.splitlines()) if words in line)
    await user.pilot.click(offset=(user.screen.splitlines()[line].index(words), line), times=times)
    await user.press()


@pytest.mark.parametrize(("shown", "does"), [
    ("Enter", "press('enter')"), ("Esc", "press('escape')"), ("F5", "press('f5')"),
    ("ctrl+z", "press('ctrl+z')"), ("?", "press('question_mark')"), ("M", "press('M')"),
    ("/?", "app.help"), ("left", ""), ("leads", ""),
])  # fmt: skip
def test_a_key_is_pressed_as_it_is_shown(shown, does):
    assert pressing(shown) == does


async def test_a_hint_at_the_foot_does_what_its_key_does(in_session, drive, take):
    take(in_session, "Members discussed the sources.")
    async with drive(in_session) as user:
        await click(user, "F5 consensus")
        assert user.app.screen.NAME == "consensus"
        await user.press("f4", "escape", "end")
        await click(user, "a d n s kind")
        assert "ACTION A01 (nobody yet) - Members discussed" in user.screen
        await click(user, "n s kind")
        assert "· Members discussed the sources." in user.screen
        await click(user, "help")
        assert "Keys here" in user.screen


async def test_a_question_mark_that_is_typed_is_help_where_it_is_clicked(in_session, drive):
    async with drive(in_session) as user:
        await click(user, "/? help")
        assert "Lines to type in the minutes" in user.screen


async def test_a_position_is_taken_by_clicking_on_the_entity_and_on_its_word(in_session, drive, take):
    take(in_session, "/in IOM, ILO, UNHCR", "/propose The Network endorses the data plan")
    async with drive(in_session) as user:
        await user.press("f5")
        await click(user, "ILO")
        await click(user, "n none")
        await click(user, "UNHCR", times=2)
        await click(user, "dissociates")
        taken = {p.entity: str(p.kind) for p in user.app.screen.proposal().positions}
        assert (taken["ILO"], taken["UNHCR"]) == ("no position", "dissociates")


async def test_a_row_that_is_clicked_twice_does_what_enter_does(in_session, drive, take):
    take(in_session, "/decide The Network took note of the report.", "A note")
    async with drive(in_session) as user:
        await click(user, "A note", times=2)
        assert "A note" in user.app.screen.line.value
        await user.press("escape", "f6")
        await click(user, "took note of the report", times=2)
        assert isinstance(user.app.screen, LinkedRecord)
        await click(user, "Esc goes back")
        assert user.app.screen.NAME == "decisions"
        await user.press("f3")
        await click(user, "Any other business", times=2)
        assert "Any other business [" in user.app.screen.query_one("PromptLine Input").value


async def test_what_stands_beside_the_list_is_only_read(in_session, drive, take):
    take(in_session, "/decide The Network took note of the report.")
    async with drive(in_session, (120, 40)) as user:
        await user.press("f6")
        await user.pilot.click(user.app.screen.query_one("#beside", Rows), offset=(2, 3), times=2)
        await user.press()
        assert user.app.screen.NAME == "decisions"


async def test_a_dialog_is_answered_by_its_keys(in_session, drive):
    async with drive(in_session) as user:
        await user.press("escape", "C")
        assert "n go back" in user.screen
        await click(user, "n go back")
        await user.press("C")
        await click(user, "y close")
        assert in_session.meetings()[0].over


async def test_the_headline_leads_to_every_place(in_session, drive):
    async with drive(in_session) as user:
        await click(user, "Kenya UN Network")
        assert isinstance(user.app.screen, CommandPalette)


async def test_an_item_is_gone_to_by_its_line_once_enter_confirms_it(in_session, drive, take):
    take(in_session, "Members discussed the sources.")
    async with drive(in_session) as user:
        await click(user, "3 Follow-up")
        assert user.app.screen.line.value == "/item 3"
        await user.press("ctrl+z")
        assert user.app.screen.line.value == ""
        await click(user, "4 Any other")
        await user.press("enter")
        assert "> 4 Any other" in user.screen
        await user.type("half a sentence")
        await click(user, "1 Opening")
        assert user.app.screen.line.value == "half a sentence"
        assert user.app.screen.entry().text == "Members discussed the sources."
