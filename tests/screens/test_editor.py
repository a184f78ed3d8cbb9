"""A long text written in the user's own editor."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui_app.domain.problem import Problem
from tui_app.screens import editor


class Lending:
    """An application whose terminal can be lent."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield


@pytest.fixture
def writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that adds two lines."""
    script = tmp_path / "an editor.py"
    script.write_text("import sys\nopen(sys.argv[1], 'a', encoding='utf-8').write(' more\\n\\nand العربية\\n')\n")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')


@pytest.mark.usefixtures("writing")
def test_what_was_written_comes_back_on_one_line() -> None:
    assert editor.edited(Lending(), "half") == "half more and العربية"


def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    with pytest.raises(Problem, match="'no-such-editor' did not work"):
        editor.edited(Lending(), "")


async def test_a_terminal_that_cannot_lend_its_screen_says_so(in_session, drive) -> None:
    async with drive(in_session) as user:
        await user.press("ctrl+e")
        assert "cannot lend its screen" in user.told
