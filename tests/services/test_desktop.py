"""The desktop's clipboard and its folders, with programs of our own in the places of its own (real processes)."""

import sys
from pathlib import Path

import pytest

from tui_app.services import desktop

TEXT = "Démarche: \u200eالهجرة, 移民\n"
KEEPS = '#!/bin/sh\n/bin/cat > "$TAKEN.$(/usr/bin/basename "$0")"\n'
FAILS = "#!/bin/sh\nexit 1\n"
NOTES = '#!/bin/sh\nprintf %s "$1" > "$TAKEN.opened"\n'


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`stand_in(name, script)`: a program of that name; there is no other, and the desktop is Linux with a display."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("TAKEN", str(tmp_path / "taken"))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    for elsewhere in ("SSH_CONNECTION", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(elsewhere, raising=False)

    def put(name: str, script: str) -> Path:
        (folder / name).write_text(script, encoding="utf-8")
        (folder / name).chmod(0o700)
        return tmp_path / f"taken.{name}"

    return put


def test_the_text_arrives_whole_and_the_program_that_took_it_is_named(stand_in):
    taken = stand_in("wl-copy", KEEPS)
    assert desktop.copy(TEXT) == "wl-copy"
    assert taken.read_text(encoding="utf-8") == TEXT


def test_where_one_fails_or_is_missing_the_next_is_tried(stand_in):
    stand_in("wl-copy", FAILS)
    taken = stand_in("xsel", KEEPS)
    assert desktop.copy(TEXT) == "xsel"
    assert taken.read_text(encoding="utf-8") == TEXT


def test_a_text_larger_than_a_pipe_arrives_too(stand_in):
    taken = stand_in("xclip", KEEPS)
    assert desktop.copy(TEXT * 20_000) == "xclip"
    assert taken.read_text(encoding="utf-8") == TEXT * 20_000


@pytest.mark.parametrize("script", [None, FAILS, "no script at all"])
def test_where_none_takes_it_nothing_is_claimed(stand_in, script):
    if script:
        stand_in("wl-copy", script)
    assert desktop.copy(TEXT) == ""


def test_one_that_takes_too_long_is_left(stand_in, monkeypatch):
    monkeypatch.setattr(desktop, "_LONGEST", 0.2)
    stand_in("wl-copy", "#!/bin/sh\nexec /bin/sleep 60\n")
    assert desktop.copy(TEXT) == ""


def test_without_a_display_no_program_is_started(stand_in, monkeypatch):
    stand_in("wl-copy", KEEPS)
    stand_in("xdg-open", NOTES)
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY")
    assert desktop.copy(TEXT) == ""
    assert not desktop.show(Path("/"))


@pytest.mark.parametrize(("platform", "program"), [("darwin", "pbcopy"), ("win32", "powershell.exe")])
def test_through_a_connection_the_clipboard_of_the_other_machine_is_left_alone(
    stand_in, monkeypatch, platform, program
):
    stand_in(program, KEEPS)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(desktop.shutil, "which", lambda name: name)
    assert desktop.copy(TEXT) == program.removesuffix(".exe")
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")
    assert desktop.copy(TEXT) == ""


def test_a_folder_is_opened_by_its_path_whatever_it_is_called(stand_in, tmp_path):
    folder = tmp_path / "$(touch x) ; 'to send'"
    folder.mkdir()
    opened = stand_in("xdg-open", NOTES).with_name("taken.opened")
    assert desktop.show(folder)
    assert opened.read_text(encoding="utf-8") == str(folder)


@pytest.mark.parametrize("script", [None, FAILS])
def test_where_nothing_opens_it_that_is_said(stand_in, tmp_path, script):
    if script:
        stand_in("xdg-open", script)
    assert not desktop.show(tmp_path)


def test_a_window_that_stays_is_not_waited_for(stand_in, tmp_path, monkeypatch):
    monkeypatch.setattr(desktop, "_LONGEST", 0.2)
    stand_in("xdg-open", "#!/bin/sh\nexec /bin/sleep 3\n")
    monkeypatch.setattr("subprocess.Popen.__del__", lambda self: None)  # it is still running, and may
    assert desktop.show(tmp_path)
