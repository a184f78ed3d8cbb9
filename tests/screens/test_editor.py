"""A long text: on a page of the program's own, or in the editor that the user has named."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.events import Paste

from tui_app.domain.problem import Problem
from tui_app.screens import editor
from tui_app.screens.long_text import Writing
from tui_app.services import half_typed


class Lending:
    """An application whose terminal can be lent."""

    given_back = False

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield
        self.given_back = True  # as in Textual, not where an error comes out of it


@pytest.fixture
def writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that adds two lines."""
    script = tmp_path / "an editor.py"
    script.write_text("import sys\nopen(sys.argv[1], 'a', encoding='utf-8').write(' more\\n\\nand العربية\\n')\n")
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')


@pytest.mark.usefixtures("writing")
def test_what_was_written_in_the_named_editor_is_saved_at_once() -> None:
    saved: list[str] = []
    kept: list[str] = []
    back: list[str] = []
    editor.write(Lending(), Writing("Notes", "half", saved.append, kept.append), back.append)
    assert saved == kept == back == ["half more\n\nand العربية\n"]


async def test_the_end_of_a_line_that_is_edited_stays_in_sight_in_a_narrower_window(in_session, drive, take) -> None:
    take(in_session, "one two three four five six seven eight nine ten eleven twelve end")
    async with drive(in_session) as user:
        await user.press("up")
        assert "twelve end" in user.screen.splitlines()[-4]
        await user.pilot.resize_terminal(60, 20)
        await user.pilot.pause()
        assert any(line.rstrip().endswith("eight nine ten eleven twelve end") for line in user.screen.splitlines())


FAILING = f'"{sys.executable}" -c "raise SystemExit(3)"'


@pytest.mark.parametrize(("named", "told"), [
    ("no-such-editor --wait", "'no-such-editor' did not work .+: set EDITOR"),
    (FAILING, r"did not work .it ended with 3.: set EDITOR"),
])  # fmt: skip
def test_an_editor_that_does_not_work_is_told_and_gives_the_terminal_back(
    monkeypatch: pytest.MonkeyPatch, named: str, told: str
) -> None:
    monkeypatch.setenv("VISUAL", named)
    lending = Lending()
    with pytest.raises(Problem, match=told):
        editor.write(lending, Writing("Notes", "", str, str), str)
    assert lending.given_back


@pytest.mark.usefixtures("writing")
async def test_a_terminal_that_cannot_lend_its_screen_has_the_page_too(in_session, drive) -> None:
    async with drive(in_session) as user:
        await user.press("ctrl+e")
        assert "A long text" in user.screen


@pytest.mark.parametrize("key", ["ctrl+s", "escape"])
async def test_a_long_text_comes_into_the_line_on_one_line(in_session, drive, key) -> None:
    async with drive(in_session) as user:
        await user.type("UNHCR: asked")
        await user.press("ctrl+e")
        assert "Enter saves it" in user.screen
        await user.type(" for", "enter")
        await user.type("more time")
        assert half_typed.recall(in_session, in_session.meeting_at_hand().id).text == "UNHCR: asked for more time"
        await user.press(key)
        assert "UNHCR: asked for more time" in user.screen
        await user.press("enter")
        assert "saved" in user.screen
        assert in_session.record(in_session.meeting_at_hand().id).entries[-1].text == "asked for more time"


async def test_ctrl_z_takes_the_typing_back_and_never_the_record(in_session, drive, take) -> None:
    take(in_session, "Members met.")
    async with drive(in_session) as user:
        await user.press("ctrl+e")
        await user.type("one two")
        await user.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert "one" not in user.screen
        await user.press("ctrl+y")
        assert "one two" in user.screen
        assert [each.text for each in in_session.record(in_session.meeting_at_hand().id).entries] == ["Members met."]


async def test_many_lines_that_were_pasted_are_taken_back_and_typed_again(in_session, drive) -> None:
    async with drive(in_session) as user:
        await user.press("ctrl+e")
        await user.type("before")
        user.app.post_message(Paste("".join(f"\nline {number}" for number in range(300))))
        await user.pilot.pause()
        assert "line 299" in user.screen
        await user.press("ctrl+z")
        assert "before" in user.screen
        assert "line" not in user.screen.replace("the line", "")
        await user.press("ctrl+y")
        assert "line 299" in user.screen
        await user.press("ctrl+a", "ctrl+z", "ctrl+z")
        assert "A long text" in user.screen
