"""`minutebook present`: what cannot be shown is told in one sentence, and no screen is loaded for that."""

from __future__ import annotations

import pytest

from tui_app.cli import present
from tui_app.cli.main import main


def test_without_a_terminal_it_says_so(capsys):
    assert main(["present"]) == 2
    assert "needs a terminal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["present"], "There is no register yet"),
        (["present", "--register", "nowhere"], "There is no folder nowhere"),
        (["present", "2026/Q9", "--register", "{folder}"], "There is no meeting 2026/Q9: none has been added yet."),
        (["present", "a", "b"], "'b' is too much for minutebook present"),
    ],
)
def test_what_is_not_there_is_told_in_one_sentence(words, said, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(present, "has_terminal", lambda: True)
    if any("{folder}" in word for word in words):
        assert main(["new", "kenya", "--me", "A", "--register", str(tmp_path / "kenya")]) == 0
    assert main([word.format(folder=tmp_path / "kenya") for word in words]) != 0
    told = capsys.readouterr().err.strip()
    assert said in told
    assert len(told.splitlines()) == 1
