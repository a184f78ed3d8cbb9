"""What the desktop around the terminal does for us: it takes a text into its clipboard, and opens folders and files.

Done by the programs that each system has for it, and by no library: pyperclip starts the same ones, waits for them
without end and does not say which of them took the text.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_LONGEST = 5.0
"""Seconds that a program may take; PowerShell needs one to start."""

# clip.exe guesses how its input is encoded and is at times wrong, so PowerShell reads it, as UTF-8.
_SET_CLIPBOARD = (
    "$typed = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8);"
    "Set-Clipboard -Value $typed.ReadToEnd()"
)
_POWERSHELL = ("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _SET_CLIPBOARD)


def copy(text: str) -> str:
    """Put the text on the clipboard of the desktop; the name of the program that took it, empty where none did.

    It may take seconds: call it beside the work.
    """
    for command in _clipboards():
        try:
            # What it leaves running holds the text until something else is copied, also once we have left.
            subprocess.run(command, input=text.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           timeout=_LONGEST, check=True, start_new_session=True,
                           env={**os.environ, **_AS_UTF8})  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            continue
        return Path(command[0]).stem
    return ""


_AS_UTF8 = {"LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else {}
"""pbcopy reads by the locale, which a terminal need not set."""


def _clipboards() -> Iterator[tuple[str, ...]]:
    """The programs that reach the clipboard of whoever sits here, the most likely one first."""
    known: list[tuple[str, ...]] = []
    if sys.platform in ("win32", "darwin"):
        elsewhere = "SSH_CONNECTION" in os.environ  # its clipboard is that of another machine than the one seen
        known += [] if elsewhere else [_POWERSHELL if sys.platform == "win32" else ("pbcopy",)]
    else:
        known += [("wl-copy",)] if os.environ.get("WAYLAND_DISPLAY") else []
        if os.environ.get("DISPLAY"):
            known += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
        known += [_POWERSHELL] if "WSL_DISTRO_NAME" in os.environ else []
    yield from (command for command in known if shutil.which(command[0]))


def show(path: Path) -> bool:
    """Open a folder, or a file in the program that is meant for it; whether there is anything here that does."""
    opener = _opener()
    if not shutil.which(opener):
        return False
    try:
        process = subprocess.Popen([opener, str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
        failed = process.wait(_LONGEST) != 0
    except subprocess.TimeoutExpired:
        return True  # it shows it as long as somebody looks at it
    except OSError:
        return False
    return not failed or opener == "explorer"  # whose exit status says nothing


def _opener() -> str:
    """The program of this desktop that opens anything; empty where there is no desktop."""
    if sys.platform in ("win32", "darwin"):
        elsewhere = "SSH_CONNECTION" in os.environ
        return "" if elsewhere else "explorer" if sys.platform == "win32" else "open"
    return "xdg-open" if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") else ""
