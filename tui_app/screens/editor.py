"""A long text is written on a page of the program's own, or in the user's editor where VISUAL or EDITOR names one."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tui_app.domain.problem import Problem
from tui_app.screens.long_text import LongText, Writing


def write(app: App[Any], writing: Writing, left: Callable[[str], object]) -> None:
    """Let a long text be written. `left` is called with it as it stood when the page was left.

    What comes from the user's editor is saved at once. Problem: the editor that is named did not work.
    """
    command = editor_command()
    try:
        text = _edited(app, command, writing.text if writing.typed is None else writing.typed) if command else None
    except SuspendNotSupported:
        text = None
    if text is None:
        _show_page(app, writing, left)
        return
    writing.keep(text)
    writing.save(text)
    left(text)


def _show_page(app: App[Any], writing: Writing, left: Callable[[str], object]) -> None:
    def closed(text: str | None) -> None:
        left(text or "")

    app.push_screen(LongText(writing), closed)


def _edited(app: App[Any], command: list[str], text: str) -> str:
    with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
        file = Path(folder) / "entry.txt"
        file.write_text(text, encoding="utf-8")
        with app.suspend():  # from which no error may come: the terminal would not be given back
            wrong = _run([*command, str(file)])
        if wrong:
            raise Problem(f"The editor {command[0]!r} did not work ({wrong}): set EDITOR to another one, or to none.")
        return file.read_text(encoding="utf-8", errors="replace")


def _run(command: list[str]) -> str:
    """Wait until the editor is left; what went wrong with it."""
    try:
        ended = subprocess.run(command, check=False).returncode
    except OSError as error:
        return error.strerror or str(error)
    return f"it ended with {ended}" if ended else ""


def editor_command() -> list[str]:
    """The editor that VISUAL or EDITOR names, with its options; empty where the user has set neither."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    return shlex.split(named, posix=sys.platform != "win32")
