"""Bad input: one sentence on standard error, the right exit status, and nothing touched."""

import io
import os
import stat
from pathlib import Path

import pytest

from tui_app.cli import output
from tui_app.cli.catalogue import COMMANDS
from tui_app.cli.main import main


@pytest.fixture
def register(tmp_path, monkeypatch, capsys):
    """A register with one planned meeting; what was printed so far is forgotten."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert main(["new", "kenya", "--me", "A. Otieno", "--register", "r"]) == 0
    assert main(["meeting", "add", "--kind", "quarterly", "--on", "2026-09-22T10:00"]) == 0
    capsys.readouterr()
    return tmp_path / "r"


MISUSED = [
    ("decison", "did you mean 'decisions'"),
    ("vote", "There is no command 'vote'"),
    ("meeting", "add, list, move, cancel, circulate, open, close, adopt"),
    ("meeting opn", "did you mean 'open'"),
    ("member", "add, contact, end"),
    ("--regster x decisions", "did you mean '--register'"),
    ("--register", "expected one argument"),
    ("decisions --jsn", "did you mean '--json'"),
    ("member add IFRC --since 2026-10-01", "did you mean '--from'"),
    ("member add IFRC --colour red", "it can be one of: --"),
    ("decisions ownr:IOM", "did you mean 'owner:'"),
    ("actions kind:decision", "no filter 'kind:'"),
    ("meetings since:soon", "not a date"),
    ("new kenya", "minutebook new: --me is missing; see"),
    ("meeting add --kind quartely --on 2026-12-08T10:00", "did you mean 'quarterly'"),
    ("meeting add --kind annual --on 2026-12-08", "10:00"),
    ("meeting add --kind annual --on 2026-13-08T10:00", "no 2026-13-08"),
    ("meeting add --kind annual --on 2026-12-08T10:00+99:00", "not a day and time"),
    ("meeting add --kind annual --on 2026-12-08T10:00 --minutes many", "--minutes: 'many' is not a whole number; see"),
    ("meeting open 2026/Q3 --at noon", "write it as 10:20"),
    ("meeting open 2026/Q3 2026/Q4", "too much"),
    ("meeting circulate --comments-by 31/9", "no 31 September"),
    ("export minuts", "'minuts' is not a kind of paper: did you mean 'minutes'?"),
    ("export poster", "agenda, minutes, decisions, actions, members"),
    ("export minutes --format pdf", "pdf is printed from html"),
    ("member add IFRC --name x --tier senior", "not a tier"),
    ("capture", "MEETING"),
    ("paths now", "too much"),
    ("backup now", "too much"),
    ("restore --lst", "did you mean '--list'"),
    ("", "needs a terminal"),
    ("--register r", "needs a terminal"),
]
FAILED = [
    ("member add IFRC", "--name"),
    ("new kenia --me X", "did you mean 'kenya'"),
    ("new missing.toml --me X", "missing.toml"),
    ("new kenya --me X --register r", "holds a register already"),
    ("--register nowhere decisions", "There is no folder"),
    ("--register home decisions", "is not a register"),
    ("meeting open 2026/Q7", "did you mean '2026/Q3'"),
    ("meeting open soon", "symbols look like 2026/Q3"),
    ("meeting close", "has not been opened"),
    ("meeting adopt 2026/Q3", "has not been opened"),
    ("meeting add --kind extraordinary --on 2026-12-08T10:00", "--reason"),
    ("meeting add --kind on-request --on 2026-12-08T10:00", "--requested-by"),
    ("meeting add --kind annual --on 2026-12-08T10:00 --zone Nairobbi", "not a time zone"),
    ("meeting add --kind annual --on 2026-12-08T10:00 --minutes 0", "(--minutes)"),
    ("meeting circulate --comments-by 2026-01-02", "(--comments-by)"),
    ("document add 2026/Q3 1", "(--title)"),
    ("meeting add --kind wg --on 2026-12-08T10:00 --body WG-X", "no body"),
    ("agenda 2026/Q3 missing.txt", "cannot be read"),
    ("capture 2026/Q3 missing.txt", "has not been opened"),
    ("export minutes --public", "No decision in force releases the minutes of 2026/Q3"),
    ("export minutes 2026/Q9", "did you mean '2026/Q3'"),
    ("export agenda -o nowhere/agenda.md", "cannot be written"),
    ("history UNNM-KEN/2026/Q3/D09", "There is no record"),
    ("member end UNHRC --on 2026-12-31", "did you mean UNHCR"),
    ("member add IOM --name IOM", "has a seat already"),
    ("charter check missing.toml", "missing.toml"),
    ("restore register-2026", "There is no backup register-2026"),
    ("verify missing.md", "cannot be read"),
    ("verify r/register.journal", "no minutes that this program wrote"),
    ("--register home restore", "no backup in home yet"),
]


@pytest.mark.parametrize(
    ("typed", "told", "status"), [(*each, 2) for each in MISUSED] + [(*each, 1) for each in FAILED], ids=str
)
def test_bad_input_gets_one_sentence_and_touches_nothing(register, capsys, typed, told, status):
    before = (register / "register.journal").read_bytes()
    assert main(typed.split()) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.count("\n") == 1
    assert err.strip()[-1] in ".?"
    assert (register / "register.journal").read_bytes() == before


def test_an_agenda_that_cannot_be_read_leaves_the_old_one(register, capsys):
    Path("agenda.txt").write_text("Opening 5m\nData [decisive]\n", encoding="utf-8")
    before = (register / "register.journal").read_bytes()
    assert main(["agenda", "2026/Q3", "agenda.txt"]) == 1
    assert "line 2" in capsys.readouterr().err.casefold()
    assert (register / "register.journal").read_bytes() == before


def test_a_fault_of_the_program_is_one_sentence_and_its_details_are_kept(register, capsys, monkeypatch):
    monkeypatch.setattr("tui_app.services.look_up.gather", lambda book: {}["a fault"])
    assert main(["decisions"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "KeyError: 'a fault'" in err
    assert "Nothing that was saved was touched" in err
    assert err.count("\n") == 1
    log = Path("home/settings/errors.log")
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert os.name == "nt" or stat.S_IMODE(log.stat().st_mode) == 0o600


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_help_has_an_example(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command.name.split(), "--help"])
    assert ended.value.code == 0
    assert f"example: {command.example}" in capsys.readouterr().out


def test_the_overview_names_every_command(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(command.name in out and command.does in out for command in COMMANDS)
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("minutebook ")


@pytest.mark.parametrize(("term", "shown"), [("xterm-256color", True), ("dumb", False)])
def test_a_dumb_terminal_shows_no_screen(term, shown, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("sys.stdout", Terminal())
    assert output.has_terminal() is shown


def test_the_command_line_names_its_own_option_behind_the_sentence(register, capsys):
    assert main(["meeting", "add", "--kind", "on-request", "--on", "2026-12-08T10:00"]) == 1
    said = "A meeting on request needs who requested it and when (--requested-by and --requested-on).\n"
    assert capsys.readouterr().err == said


def test_help_as_a_word_means_the_option(register, capsys):
    assert main(["help"]) == 0
    assert capsys.readouterr().out.startswith("usage: minutebook [--register DIR] [COMMAND ...]")
    with pytest.raises(SystemExit, match="0"):
        main(["help", "meeting", "add"])
    assert capsys.readouterr().out.startswith("usage: minutebook meeting add")
