"""The user's own editor, for a long text."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tui_app.domain.problem import Problem

_USUAL = ("notepad",) if sys.platform == "win32" else ("nano", "vim", "vi")


def edited(app: App[Any], text: str) -> str:
    """The text as the user left it in the editor, on one line; Problem if no editor can be opened."""
    return " ".join(edited_lines(app, text).split())


def edited_lines(app: App[Any], text: str) -> str:
    """The text as the user left it in the editor, with its lines; Problem if no editor can be opened.

    VISUAL and EDITOR name the editor, with its options if it has any.
    """
    command = editor_command()
    with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
        file = Path(folder) / "entry.txt"
        file.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                subprocess.run([*command, str(file)], check=True)
        except SuspendNotSupported:
            raise Problem("This terminal cannot lend its screen to an editor: paste the text here instead.") from None
        except (OSError, subprocess.CalledProcessError) as error:
            raise Problem(f"The editor {command[0]!r} did not work ({error}): set EDITOR to another one.") from None
        return file.read_text(encoding="utf-8", errors="replace")


def editor_command() -> list[str]:
    """The editor and its options: what VISUAL or EDITOR say, else one that is usually there."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if named:
        return shlex.split(named, posix=sys.platform != "win32")
    found = next((each for each in _USUAL if shutil.which(each)), None)
    if found is None:
        raise Problem("There is no editor here: set EDITOR to the one you use, or paste the text.")
    return [found]
