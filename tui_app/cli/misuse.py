"""A command that was not written as it should be, and the one option that stands anywhere: it needs no argparse.

The application is opened without that, which would take 3 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

OPTION = "--register"


class Usage(Exception):
    """A command that was not written as it should be, as one sentence; the exit status is then 2."""


def take_register(words: Sequence[str]) -> tuple[Path | None, list[str]]:
    """Take `--register DIR` out of the words, wherever it stands before `--`; the last one holds."""
    folder, coming = None, iter(words)
    left: list[str] = []
    for word in coming:
        option, given, name = word.partition("=")
        if word == "--":
            return folder, [*left, word, *coming]
        if option == OPTION:
            folder = _folder(name if given else next(coming, "--"), beside=not given)
        else:
            left.append(word)
    return folder, left


def _folder(name: str, *, beside: bool) -> Path:
    """A folder as typed, `~` too; an empty name would silently be the folder one is in."""
    if beside and name.startswith("-"):
        raise Usage(f"minutebook: {OPTION}: expected one argument; see minutebook --help.")
    if not name.strip():
        raise Usage(f"minutebook: {OPTION}: a folder needs a name; see minutebook --help.")
    return Path(name).expanduser()
