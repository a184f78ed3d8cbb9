from pathlib import Path

import pytest

from tui_app.domain.problem import Problem
from tui_app.services.filing import file_away, papers_folder, read_file_path

NAME = "UNNM-KEN_members.md"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path))
    return tmp_path


def test_papers_go_to_the_folder_used_last(home):
    assert papers_folder() == home
    (home / "sent").mkdir()
    file_away("# Members\n", home / "sent" / NAME)
    assert papers_folder() == home / "sent"


def test_a_folder_that_is_gone_is_not_proposed(home):
    (home / "sent").mkdir()
    written = file_away("# Members\n", home / "sent" / NAME)
    written.unlink()
    (home / "sent").rmdir()
    assert papers_folder() == home


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("members", "members.md"), ("members.txt", "members.txt"), (" sent ", f"sent/{NAME}"), ("sent/v2", "sent/v2.md")],
)
def test_a_name_a_folder_and_a_path_are_understood(home, typed, meant):
    (home / "sent").mkdir()
    assert read_file_path(typed, NAME) == home / meant


@pytest.mark.parametrize("typed", ["", "  ", "nowhere/members.md", "~nobody-of-that-name/x.md"])
def test_what_is_no_place_for_a_file_is_told_in_one_sentence(typed):
    with pytest.raises(Problem, match=r"^\S.*[.]$"):
        read_file_path(typed, NAME)
