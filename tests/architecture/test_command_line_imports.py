"""The command line must start in a tenth of a second: no command but opening the app loads the screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROBE = """
import contextlib, io, json, sys
from tui_app.cli.main import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    statuses = [main(words) for words in json.loads(sys.argv[1])]
print(json.dumps([statuses, sorted(sys.modules)]))
"""
FORMATS = "tui_app.documents.formats.formats"
SCREEN = {"textual", "rich"}
SERVICES = {"tinydb", "pendulum", "msgspec", "markdown_it", "filelock", "tui_app.services.registers"}
NOT_READ = tuple(
    f"tui_app.domain.{each}"
    for each in ("attention.", "capture.", "completeness.", "reports.", "workplan.", "meeting.attendance",
                 "meeting.backlog", "meeting.record", "membership.sharing", "membership.tenure")
)  # fmt: skip


def loaded(home, *commands):
    """The statuses of the commands, carried out in one fresh process, and the modules that it then has."""
    run = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps([command.split() for command in commands])],
        env={**os.environ, "MINUTEBOOK_HOME": str(home), "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL, capture_output=True, check=True, text=True, timeout=120,
    )  # fmt: skip
    statuses, modules = json.loads(run.stdout)
    return statuses, set(modules)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home with a register whose meeting is in session."""
    folder = tmp_path_factory.mktemp("home")
    made = ("new kenya --me A", "meeting add --kind annual --on 2026-09-22T10:00", "meeting open")
    statuses, modules = loaded(folder, *made)
    assert statuses == [0, 0, 0]
    assert not modules & SCREEN
    return folder


@pytest.mark.parametrize(
    "command",
    ["decisions --json", "actions is:open", "meetings", "home", "year", "members", "chair list", "history", "charter",
     "agenda 2026/AN", "paths", "export agenda", "export minutes", "export decisions", "export actions",
     "export members", "export calendar", "workplan", "export workplan"],
)  # fmt: skip
def test_looking_up_and_printing_load_no_screen_and_no_lock(home, command):
    statuses, modules = loaded(home, command)
    assert statuses == [0]
    assert not modules & {*SCREEN, "filelock", "icalendar", "docx", "csv"}
    assert not {each for each in modules if each.startswith("tui_app.documents.formats.")} - {FORMATS}


def test_looking_up_decisions_loads_no_type_of_record_that_is_not_asked_for(home):
    statuses, modules = loaded(home, "decisions")
    assert statuses == [0]
    assert not modules & {*SCREEN, "pendulum", "docx", "markdown_it", "icalendar", "filelock"}
    assert not {each for each in modules if each.startswith(NOT_READ)}


def test_a_paper_in_a_format_loads_that_format_alone(home):
    statuses, modules = loaded(home, f"export minutes -o {home}/minutes.html")
    assert statuses == [0]
    assert "tui_app.documents.formats.html" in modules
    assert not modules & {*SCREEN, "filelock", "icalendar", "docx", "csv"}


def test_writing_loads_no_screen(home):
    statuses, modules = loaded(
        home, "capture 2026/AN -", "member end UNV --on 2026-12-31", "undo", "demo", "charter check serbia"
    )
    assert statuses == [0] * 5
    assert not modules & SCREEN


def test_version_help_and_mistakes_load_neither_screen_nor_services(home):
    statuses, modules = loaded(home, "--version", "--help", "decison", "decisions --jsn", "", "present")
    assert statuses == [0, 0, 2, 2, 2, 2]
    assert not modules & (SCREEN | SERVICES)


def test_the_screen_loads_no_tls_and_refuses_it_to_nobody():
    said = (
        "from tui_app.cli.event_loop import load_event_loop as load; load(); import tui_app.app, tui_app.projector.app"
    )
    shown = "import sys; print('ssl' in sys.modules); import ssl; print(ssl.OPENSSL_VERSION)"
    run = subprocess.run([sys.executable, "-c", f"{said}; {shown}"], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("False\nOpenSSL")
