"""Papers on their way out by keys: to a file, to the clipboard, to the folder on the desktop."""

import asyncio
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tui_app.documents.formats.formats import in_format
from tui_app.documents.formats.plain import plain_text
from tui_app.screens.lacking_shown import lacking_lines
from tui_app.services import circulating, convene, filing
from tui_app.services.lacking import Lack
from tui_app.services.papers import paper

DRAFT = "UNNM-KEN 2026-Q3 minutes draft"


@pytest.fixture
def closed(in_session):
    """The minutes of the meeting are a draft, and minutes were last written as Markdown."""
    convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    filing.note_format("minutes", "md")
    return in_session


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch):
    """`desktop(name, script)`: a program of the desktop; there is no other."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":0")

    def put(name: str, script: str) -> None:
        (folder / name).write_text(script, encoding="utf-8")
        (folder / name).chmod(0o700)

    return put


async def told(user, words: str) -> str:
    """What is told once it holds these words: some of it comes from beside the work."""
    async with asyncio.timeout(20):
        while words not in " ".join(user.told.split()):
            await user.pilot.pause(0.01)
    return user.told


# -- to a file -----------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_file_is_written_where_proposed_and_the_place_is_told_in_full(closed, drive, home: Path, size):
    async with drive(closed, size=size) as user:
        await user.press("f9", "w")
        path = home / "Minutebook papers" / f"{DRAFT}.md"
        assert "".join(str(path).split()) in "".join(user.screen.split())
        await user.press("enter")
        assert str(path) in user.told
        assert path.read_text(encoding="utf-8") == paper(closed, "minutes", "2026/Q3")


async def test_the_folder_used_last_is_proposed_again_and_a_file_there_is_told(closed, drive, tmp_path: Path):
    elsewhere = tmp_path / "to send"
    elsewhere.mkdir()
    async with drive(closed, size=(160, 24)) as user:
        await user.press("f9", "w", "ctrl+u")
        await user.type(str(elsewhere), "enter")
        assert (elsewhere / f"{DRAFT}.md").is_file()
        await user.press("w")
        assert "".join(f"Replaces {elsewhere}".split()) in "".join(user.screen.split())  # however long its path is


async def test_another_version_does_not_take_the_place_of_the_one_before(closed, drive, home: Path):
    async with drive(closed) as user:
        await user.press("f9", "w", "enter")
        circulating.circulate(closed, closed.meeting("2026/Q3"))
        await user.press("w", "enter")
    names = {file.name for file in (home / "Minutebook papers").iterdir()}
    assert names == {f"{DRAFT}.md", "UNNM-KEN 2026-Q3 minutes v1.md"}


async def test_another_format_is_chosen_by_one_key_and_remembered(closed, drive, home: Path):
    async with drive(closed) as user:
        await user.press("f9", "f")
        assert "in which format?" in user.screen
        user.app.screen.query_one("Rows").go_to("html")
        await user.press("enter", "enter")
        await user.press("w")
        assert "Write the minutes (.html) to" in user.screen
    content = (home / "Minutebook papers" / f"{DRAFT}.html").read_bytes()
    assert content == in_format(paper(closed, "minutes", "2026/Q3"), "html")


async def test_a_word_file_is_written_beside_the_work_and_told_when_it_is_there(closed, drive, tmp_path: Path):
    async with drive(closed) as user:
        await user.press("f9", "w", "ctrl+u")
        await user.type(str(tmp_path / "draft.docx"), "enter")
        await told(user, f"Written: {tmp_path / 'draft.docx'}")
        assert "Writing the Word file" not in user.told
        assert zipfile.is_zipfile(tmp_path / "draft.docx")
        (tmp_path / "taken.docx").mkdir()
        (tmp_path / "taken.docx" / f"{DRAFT}.docx").mkdir()
        await user.press("w", "ctrl+u")
        await user.type(str(tmp_path / "taken.docx"), "enter")
        assert "is a folder: name the file to write." in " ".join(user.screen.split())
        assert "Write the minutes" in user.screen


async def test_the_ending_that_is_typed_names_the_format(closed, drive, tmp_path: Path):
    async with drive(closed) as user:
        await user.press("f9", "w", "ctrl+u")
        await user.type(str(tmp_path / "draft.html"), "enter")
        assert (tmp_path / "draft.html").read_bytes().startswith(b"<!DOCTYPE html>")
        await user.press("w", "ctrl+u")
        await user.type(str(tmp_path / "draft.ics"), "enter")
        assert "ics is a format of calendar" in " ".join(user.screen.split())


async def test_a_folder_that_is_not_there_is_told_and_the_line_stays(closed, drive):
    async with drive(closed) as user:
        await user.press("f9", "w", "ctrl+u")
        await user.type("/no/such/folder/minutes", "enter")
        assert "There is no folder" in user.screen
        assert "Write the minutes (.md) to" in user.screen


@pytest.mark.parametrize("wrong", [PermissionError(13, "Permission denied"), OSError(28, "No space left on device")])
async def test_what_cannot_be_written_is_told_in_one_sentence_and_leaves_nothing(
    closed, drive, home, monkeypatch, wrong
):
    def refuse(*_: object) -> None:
        raise wrong

    async with drive(closed) as user:
        await user.press("f9", "w")
        monkeypatch.setattr(os, "fdopen", refuse)
        await user.press("enter")
        assert f"cannot be written: {wrong.strerror}; choose another place." in " ".join(user.screen.split())
        monkeypatch.undo()
    assert [*(home / "Minutebook papers").iterdir()] == []


async def test_a_name_with_line_breaks_is_one_line(closed, drive, tmp_path: Path):
    async with drive(closed) as user:
        await user.press("f9", "w", "ctrl+u")
        user.app.copy_to_clipboard(f"{tmp_path / 'two'}\nlines")
        await user.press("ctrl+v", "enter")
    assert not any("\n" in file.name for file in tmp_path.rglob("*"))


# -- to the clipboard ----------------------------------------------------


async def test_the_desktop_takes_the_text_for_a_mail_and_which_program_did_is_told(closed, drive, desktop, tmp_path):
    desktop("xclip", f"#!/bin/sh\n/bin/cat > '{tmp_path / 'taken'}'\n")
    async with drive(closed) as user:
        await user.press("f9", "y")
        await told(user, "Copied by the system's clipboard (xclip).")
        expected = plain_text(paper(closed, "minutes", "2026/Q3"))
        assert (tmp_path / "taken").read_text(encoding="utf-8") == user.app.clipboard == expected


async def test_without_one_it_is_sent_to_the_terminal_and_that_is_told(closed, drive, desktop):
    async with drive(closed) as user:
        await user.press("f9", "y")
        sentence = await told(user, "Sent to the terminal (OSC 52), if it lets programs copy.")
        assert "Enter writes a file" in sentence
        assert user.app.clipboard == plain_text(paper(closed, "minutes", "2026/Q3"))


async def test_the_keys_go_on_while_a_slow_clipboard_takes_its_time(closed, drive, desktop, tmp_path):
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    desktop("xclip", f"#!/bin/sh\nread word < '{gate}'\n")
    async with drive(closed) as user:
        await user.press("f9", "y", "up")
        assert "Agenda of the third" in user.screen
        assert "Copied" not in user.told
        await asyncio.to_thread(gate.write_text, "go\n", encoding="utf-8")
        await told(user, "Copied by")


# -- to the desktop ------------------------------------------------------


async def test_the_file_and_its_folder_are_opened(closed, drive, desktop, tmp_path, home):
    noted = tmp_path / "noted"
    desktop("xdg-open", f"#!/bin/sh\necho \"$1\" >> '{noted}'\n")
    folder = home / "Minutebook papers"
    async with drive(closed) as user:
        await user.press("f9", "o")
        assert "Nothing was written yet: Enter writes" in user.told
        await user.press("w", "enter", "o")
        await told(user, f"Opened: {folder / DRAFT}.md")
        await user.press("O")
        await told(user, f"Opened: {folder}")
    assert noted.read_text(encoding="utf-8").splitlines() == [str(folder / f"{DRAFT}.md"), str(folder)]


async def test_where_nothing_opens_it_the_path_is_told(closed, drive, desktop, home):
    async with drive(closed) as user:
        await user.press("f9", "O")
        assert "Nothing was written yet: papers will go to" in user.told
        await user.press("w", "enter", "O")
        await told(user, f"Nothing here opens it for you: it is {home / 'Minutebook papers'}")


async def test_a_pdf_is_refused_with_the_way_to_one_and_nothing_is_written(closed, drive, home):
    async with drive(closed) as user:
        await user.press("f9", "w")
        await user.type("minutes.pdf", "enter")
        assert "pdf is printed from html: write .html, open that in a browser" in " ".join(user.screen.split())
        await user.press("ctrl+u")
        await user.type("minutes.xlsx", "enter")
        assert "a list for a spreadsheet is csv, which Excel opens" in " ".join(user.screen.split())
        assert not [*home.glob("**/minutes.*")]


# -- what is missing -----------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_what_a_paper_lacks_is_told_above_it_and_a_key_leads_there(in_session, drive, take, size):
    take(in_session, "/in IOM A. Person", "/a IOM: write to the ministry")
    async with drive(in_session, size=size) as user:
        await user.press("escape", "f9")
        assert "Missing (l goes there): 2026/Q3/A01 has" in " ".join(user.screen.split())
        await user.press("l")
        assert user.app.screen.NAME == "actions"
        take(in_session, "The budget is TBD.")
        await user.press("f9", "l")
        assert "Still to be written: The budget is TBD." in " ".join(user.screen.split())
        await user.press("down", "enter")
        assert user.app.screen.NAME == "minutes"


async def test_a_paper_that_lacks_nothing_says_so_when_asked(in_session, drive):
    async with drive(in_session) as user:
        await user.press("escape", "f9")
        assert "Missing" not in user.screen
        await user.press("l")
        assert "Nothing is missing" in user.told


@pytest.mark.parametrize("width", [42, 62, 102])
@pytest.mark.parametrize("many", [1, 3, 5, 400])
def test_no_sentence_of_what_is_missing_is_cut(width, many):
    lacks = tuple(Lack(f"2026/Q3/A{number:03} has nobody responsible and no date", "actions") for number in range(many))
    lines = lacking_lines(lacks, width)
    told = " ".join(lines)
    named = told.count("/A")
    assert len(lines) <= (2 if width > 50 else 3)
    assert max(map(len, lines)) <= width
    assert told.endswith(f"; and {many - named} more" if named < many else "no date")


@pytest.mark.parametrize(("many", "told"), [(1, "1 gap in it: l goes there"), (3, "3 gaps in it: l goes there")])
def test_of_a_lack_too_long_for_its_lines_it_is_told_that_it_is_there(many, told):
    assert lacking_lines((Lack("many words " * 20, "agenda"),) * many, 42) == (told,)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_lines_above_a_paper_say_how_much_more_is_missing(in_session, drive, take, size):
    take(in_session, "/in IOM A. Person", *(f"/a write to ministry {number}" for number in range(9)))
    async with drive(in_session, size=size) as user:
        await user.press("escape", "f9")
        lines = user.app.screen.query_one("#lacking")
        told = " ".join(str(lines.render_line(lines.size.height - 1).text).split())
        assert told.endswith("more")
        assert told in " ".join(user.screen.split())
