"""Where papers are written on this laptop, and in which format: as last time, else as a person would choose."""

from __future__ import annotations

from pathlib import Path

from tui_app.documents.formats.formats import ICS, MARKDOWN, WORD, ending_of, formats_of
from tui_app.domain.problem import Problem
from tui_app.services import papers
from tui_app.services.registers import places, read_setting, write_setting

_SETTING = "papers"
_FOLDER = "Minutebook papers"
_AT_FIRST = (ICS, WORD, MARKDOWN)
"""The format of a kind that was never written, the first that it has: for people who live in Outlook and Word."""


def papers_folder() -> Path:
    """The folder to which a paper was written last, else one of their own among the user's documents.

    The latter need not be there: `file_away` makes it.
    """
    noted = read_setting(_SETTING)
    return Path(noted) if noted and Path(noted).is_dir() else _own_folder()


def _own_folder() -> Path:
    return places().registers.parent / _FOLDER


def read_file_path(text: str, name: str) -> Path:
    """The whole path that was typed; `name` is the file's own where a folder was typed, its ending is added.

    Another ending is left as it is, unless it is no word, as in `minutes of 22.9`. A path without a folder is taken
    from the papers' folder.
    Problem: nothing typed, no such folder, only an ending, or what no system takes for a path.
    """
    if not text.strip():
        raise Problem(f"The file needs a name, as in {name}.")
    try:
        path = papers_folder() / Path(text.strip()).expanduser()
        if path.is_dir():
            path /= name
        if not path.parent.is_dir() and path.parent != _own_folder():
            raise Problem(f"There is no folder {path.parent}: make it first, or name another.")
    except (RuntimeError, OSError, ValueError) as error:  # ~someone unknown, a name too long, a folder closed to us
        told = getattr(error, "strerror", None) or error
        raise Problem(f"{text.strip()!r} is not a place for a file: {str(told).removesuffix('.')}.") from error
    return path if ending_of(path).isalpha() else path.with_name(path.name.rstrip(". ") + Path(name).suffix)


def file_away(content: str | bytes, path: Path) -> Path:
    """Write a paper and remember its folder for the next one; the path."""
    _make_own_folder(path)
    written = papers.write(content, path)
    write_setting(_SETTING, str(path.parent))
    return written


def require_place(path: Path) -> None:
    """Raise Problem where a paper could not be filed away."""
    _make_own_folder(path)
    papers.require_place(path)


def _make_own_folder(path: Path) -> None:
    if path.parent == _own_folder():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Problem(f"The folder {path.parent} cannot be made ({error.strerror}): name another.") from error


# -- in which format -----------------------------------------------------


def usual_format(kind: str) -> str:
    """The format in which a kind of paper was written last."""
    there = formats_of(kind)
    noted = read_setting(f"format of {kind}")
    return noted if noted in there else next(name for name in _AT_FIRST if name in there)


def note_format(kind: str, name: str) -> None:
    """Remember it for the next time."""
    write_setting(f"format of {kind}", name)
