"""Minutes of an earlier meeting come in by keys: the file, the page that shows what would be made, Enter."""

from pathlib import Path

import pytest

from tui_app.domain.follow_up.action import ActionPoint
from tui_app.services import look_up

SIMPLE = Path(__file__).parents[2] / "docs/minutes2019.md"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_file_is_shown_before_it_is_imported_and_can_be_undone(book, drive, size):
    async with drive(book, size=size) as user:
        await user.press("I")
        assert "Minutes in which file?" in user.screen
        await user.type(str(SIMPLE), "enter")
        assert "Second quarterly meeting of 2019" in user.screen
        assert "Enter imports it, n with nothing left open" in user.screen
        assert not book.meetings()
        await user.press("enter")
        assert [meeting.symbol for meeting in book.meetings()] == ["2019/Q2"]
        assert "2019/Q2 is in the register; ctrl+z takes it back." in user.told
        await user.press("ctrl+z")
        assert not book.meetings()


async def test_with_n_nothing_is_left_open(book, drive):
    async with drive(book) as user:
        await user.press("I")
        await user.type(str(SIMPLE), "enter")
        await user.press("n")
        assert book.meetings()
        assert not any(action.open for action in book.of(ActionPoint).all())


async def test_what_cannot_be_read_is_shown_with_its_line_and_nothing_is_imported(book, drive, tmp_path):
    odd = tmp_path / "odd.md"
    odd.write_text("# Minutes of the annual meeting of 3 December 2019\n\n- Weather: fine\n", encoding="utf-8")
    async with drive(book) as user:
        await user.press("I")
        await user.type("nowhere.md", "enter")
        assert "is not found" in user.screen
        await user.press("escape", "I")
        await user.press(*["backspace"])
        await user.type(str(odd), "enter")
        assert "line 3: 'Weather: fine' is no fact of a meeting" in user.screen
        await user.press("enter")
        assert not book.meetings()
        await user.press("escape")
        assert not look_up.meetings(book)


async def test_a_file_of_no_meeting_is_told_in_words_that_hold_on_the_screen(book, drive, tmp_path):
    odd = tmp_path / "odd.md"
    odd.write_text("IOM asked about the survey.\n", encoding="utf-8")
    async with drive(book) as user:
        await user.press("I")
        await user.type(str(odd), "enter")
        told = " ".join(user.screen.split())
        assert "give it the heading Minutes of the quarterly meeting of 12 June 2019." in told
        assert "--" not in told
