"""The settings are lost or damaged: the registers in the usual folder are found all the same."""

import pytest

from tui_app.cli.main import main

LOST = [None, b"", b"garbage", b"\xff\xfe", b"[1]", b'"a"']


@pytest.fixture
def settings(tmp_path, monkeypatch, capsys):
    """The file of the settings, after Kenya's register was made in the usual folder."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path))
    assert main(["new", "kenya", "--me", "A. Otieno"]) == 0
    capsys.readouterr()
    return tmp_path / "settings" / "settings.json"


def lose(settings, content):
    settings.unlink()
    if content is not None:
        settings.write_bytes(content)


@pytest.mark.parametrize("content", LOST)
def test_the_only_register_is_found_and_known_again(settings, content, capsys):
    lose(settings, content)
    assert main(["members", "UNHCR"]) == 0
    assert "UNHCR" in capsys.readouterr().out
    assert main(["paths"]) == 0
    assert capsys.readouterr().out.rstrip().endswith("UNNM-KEN")


@pytest.mark.parametrize("content", LOST)
def test_of_several_none_is_guessed_and_all_are_named(settings, content, capsys):
    assert main(["new", "serbia", "--me", "A. Otieno"]) == 0
    lose(settings, content)
    capsys.readouterr()
    assert main(["decisions"]) == 1
    told = capsys.readouterr().err
    assert "Which register?" in told
    assert "UNNM-KEN, UNNM-SRB" in told
    assert "--register" in told


def test_the_only_register_is_opened_a_sample_too(settings, tmp_path, capsys):
    lose(settings, None)
    (tmp_path / "registers" / "UNNM-KEN").rename(tmp_path / "registers" / "Sample year-2")
    assert main(["decisions"]) == 0
    assert "Which register" not in capsys.readouterr().err


def test_settings_that_cannot_be_read_or_written_stop_nothing(settings, capsys):
    settings.unlink()
    settings.mkdir()
    assert main(["members"]) == 0
    assert main(["meeting", "add", "--kind", "quarterly", "--on", "2026-09-22T10:00"]) == 0
