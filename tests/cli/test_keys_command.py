"""minutebook keys: every action with its id and its keys, and what does not hold of the user's own."""

import pytest

from tui_app.cli.main import main
from tui_app.commands.catalogue import EVERY


@pytest.fixture
def keys_file(tmp_path, monkeypatch):
    """`keys.toml` in a home that has nothing yet."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path))
    (tmp_path / "settings").mkdir()
    return tmp_path / "settings" / "keys.toml"


def test_every_action_is_listed_with_its_id_and_keys(keys_file, capsys):
    assert main(["keys"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [action.id for action in EVERY]
    assert next(line for line in lines if line.startswith("agenda.edit ")).split()[1:3] == ["e", "Enter"]


def test_the_users_own_are_listed_and_marked(keys_file, capsys):
    keys_file.write_text('"agenda.add" = ["w", "F12"]\n', encoding="utf-8")
    assert main(["keys"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("agenda.add "))
    assert line.split() == ["agenda.add", "w", "F12", "Add", "an", "item", "(own)"]


def test_without_a_file_nothing_is_wrong_and_the_file_is_named(keys_file, capsys):
    assert main(["keys", "--check"]) == 0
    assert capsys.readouterr().out == f"{keys_file}: none of your own yet\n"


def test_keys_that_hold_are_counted(keys_file, capsys):
    keys_file.write_bytes(b'\xef\xbb\xbf# my keys\r\n"agenda.add" = "w"\r\n')  # as Notepad saves it
    assert main(["keys", "--check"]) == 0
    assert capsys.readouterr().out == f"{keys_file}: 1 of your own, all hold\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'"agenda.ad" = "w"', "there is no action 'agenda.ad': did you mean 'agenda.add'?"),
        (b'"agenda.add" = "e"', "agenda.add: e is agenda.edit (Edit the item) already"),
        (b'"agenda.add" = ', "it is not written as it should be"),
        (b"\xff\xfe\x00", "it cannot be read"),
    ],
)
def test_what_does_not_hold_is_one_sentence_and_exit_1(keys_file, capsys, content, told):
    keys_file.write_bytes(content)
    assert main(["keys", "--check"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("keys.toml, ")
    assert told in line


def test_of_a_file_with_lines_that_cannot_be_read_the_others_hold(keys_file, capsys):
    keys_file.write_text(
        '"agenda.add" = w\n[home]\ngo = "z"\n"year-before" "q"\ngo = "q"\n[papers]\ncopy = ["u", "F12"]\ncopi = "b"\n',
        encoding="utf-8",
    )
    assert main(["keys"]) == 1
    out, err = capsys.readouterr()
    own = [line.split()[0] for line in out.splitlines() if line.endswith("(own)")]
    assert own == ["home.go", "papers.copy"]
    assert err.splitlines() == [
        'keys.toml, line 1 cannot be read (Invalid value): a line reads "agenda.add" = "a".',
        "keys.toml, line 4 cannot be read (Expected '=' after a key in a key/value pair): "
        'a line reads "agenda.add" = "a".',
        "keys.toml, line 5 gives home.go a key once more: the first one counts.",
        "keys.toml, there is no action 'papers.copi': did you mean 'papers.copy'?",
    ]


def test_a_folder_in_its_place_is_told(keys_file, capsys):
    keys_file.mkdir()
    assert main(["keys", "--check"]) == 1
    assert "it cannot be read" in capsys.readouterr().err
