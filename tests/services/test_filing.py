from pathlib import Path

import pytest

from tui_app.documents.formats.formats import formats_of
from tui_app.domain.problem import Problem
from tui_app.services.filing import file_away, note_format, papers_folder, read_file_path, usual_format

NAME = "UNNM-KEN members 2026-09-22.md"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path))
    return tmp_path


def test_papers_go_to_a_folder_of_their_own_and_then_to_the_one_used_last(home):
    own = home / "Minutebook papers"
    assert papers_folder() == own
    assert file_away("# Members\n", read_file_path(NAME, NAME)) == own / NAME
    (home / "sent").mkdir()
    file_away("# Members\n", home / "sent" / NAME)
    assert papers_folder() == home / "sent"


def test_a_folder_that_is_gone_is_not_proposed(home):
    (home / "sent").mkdir()
    written = file_away("# Members\n", home / "sent" / NAME)
    written.unlink()
    (home / "sent").rmdir()
    assert papers_folder() == home / "Minutebook papers"


def test_a_folder_that_cannot_be_made_is_told(home):
    (home / "Minutebook papers").write_text("a file in its place", encoding="utf-8")
    with pytest.raises(Problem, match="cannot be made"):
        file_away("# Members\n", home / "Minutebook papers" / NAME)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("members", "Minutebook papers/members.md"),
        ("members.HTML", "Minutebook papers/members.HTML"),
        ("members.pdf", "Minutebook papers/members.pdf"),
        ("members.dox", "Minutebook papers/members.dox"),
        ("minutes of 22.9", "Minutebook papers/minutes of 22.9.md"),
        ("members.", "Minutebook papers/members.md"),
    ],
)
def test_a_name_alone_gets_the_folder_and_the_ending(home, typed, meant):
    assert read_file_path(typed, NAME) == home / meant


def test_a_folder_and_a_path_are_understood(home):
    (home / "sent").mkdir()
    assert read_file_path(f" {home / 'sent'} ", NAME) == home / "sent" / NAME
    assert read_file_path(str(home / "sent" / "v2"), NAME) == home / "sent" / "v2.md"


def test_the_format_used_last_for_a_kind_of_paper_is_proposed_for_it_alone():
    note_format("minutes", "html")
    assert usual_format("minutes") == "html"
    assert usual_format("agenda") != "html"
    assert usual_format("calendar") == "ics"
    note_format("minutes", "of another version of the program")
    assert usual_format("minutes") in formats_of("minutes")


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "nowhere/members.md", "~nobody-of-that-name/x.md", "x" * 5000, ".pdf", ".docx", "...", "nowhere/.md"],
)
def test_what_is_no_place_for_a_file_is_told_in_one_sentence(typed):
    with pytest.raises(Problem, match=r"^\S.*[.]$"):
        read_file_path(typed, NAME)
