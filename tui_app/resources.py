"""Where the files that ship with the program are: stylesheets, charters, the sample year."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a shipped file or folder, for example `styles/theme.tcss`.

    A wheel carries them inside the package; a checkout and an editable
    install have them beside it.
    """
    bundled = _PACKAGE / "_bundled"
    return (bundled if bundled.is_dir() else _PACKAGE.parent) / name


def stylesheet(name: str) -> Path:
    """The rules for the looks of a screen, read when it is first shown, or of all of them."""
    return resource("styles") / f"{name}.tcss"
