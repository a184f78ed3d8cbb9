"""Every command of the README and of the pages behind it does what it says, page by page, in order, as written."""

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

from tui_app.cli.main import main
from tui_app.services import book

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README", "docs/between-meetings", "docs/papers", "docs/command-line", "docs/record", "docs/importing")
OPENS_THE_APP = {"", "present"}
FINDS_GAPS = {"check 2026/Q3"}
OF_THE_READER = ("Data plan.docx", "Data plan v2.docx", "summary.md")
"""Files that a page says are the reader's own."""


class Noon(datetime):
    """The time at which the pages were written."""

    @classmethod
    def now(cls, tz: timezone | None = None) -> datetime:
        return datetime(2026, 11, 21, 12, tzinfo=tz)


def blocks(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each fenced block in that language, behind the last line above it that is not empty."""
    for above, fence, inside in re.findall(r"([^\n]*)\n\n```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        if fence == language:
            yield above, inside


@pytest.mark.parametrize("name", PAGES)
def test_every_command_of_a_page_works_as_written(name, tmp_path, monkeypatch, capsys):
    text = (ROOT / f"{name}.md").read_text(encoding="utf-8")
    monkeypatch.setattr(book, "datetime", Noon)
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "sample_data", tmp_path / "sample_data")
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("*.svg"))
    for file in OF_THE_READER:
        Path(file).write_text(file, encoding="utf-8")
    for above, inside in blocks(text, "text"):
        Path(re.findall(r"`([\w.]+)`", above)[0]).write_text(inside, encoding="utf-8")
    lines = [line for _, inside in blocks(text, "") for line in inside.splitlines()]
    ran = [carried_out(line, capsys) for line in lines]
    assert any(ran)


def carried_out(line, capsys) -> bool:
    """Whether a line of a page is a command that can be carried out here; then it was, and did what it should."""
    typed, _, command = line.rpartition(".venv/bin/minutebook")
    command, _, into = command.strip().partition(" > ")
    if "minutebook" not in line or command in OPENS_THE_APP:
        return False
    if typed:
        Path("typed.txt").write_text(shlex.split(typed)[1] + "\n", encoding="utf-8")
        command += " typed.txt"
    status = main(shlex.split(command))
    told = capsys.readouterr()
    assert status == (1 if command in FINDS_GAPS else 0), f"{line}\n{told.out}\n{told.err}"
    if into:
        Path(into).write_text(told.out, encoding="utf-8")
    return True
