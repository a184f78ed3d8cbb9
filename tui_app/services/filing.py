"""Where papers are written on this laptop: the folder used last, or the user's documents."""

from __future__ import annotations

from pathlib import Path

from tui_app.domain.problem import Problem
from tui_app.services.papers import write
from tui_app.services.registers import places, read_setting, write_setting

_SETTING = "papers"


def papers_folder() -> Path:
    """The folder to which a paper was written last, else the user's documents, else the home folder."""
    noted = read_setting(_SETTING)
    candidates = (*((Path(noted),) if noted else ()), places().registers.parent)
    return next((folder for folder in candidates if folder.is_dir()), Path.home())


def read_file_path(text: str, name: str) -> Path:
    """The whole path that was typed; `name` is the file's own where a folder was typed, its ending is added.

    A path without a folder is taken from the papers' folder. Problem: nothing typed, no such folder.
    """
    if not text.strip():
        raise Problem(f"The file needs a name, as in {name}.")
    try:
        path = papers_folder() / Path(text.strip()).expanduser()
    except RuntimeError as error:  # ~someone of whom the system knows nothing
        raise Problem(f"{text.strip()!r} is not a place for a file: {error}") from error
    if path.is_dir():
        path /= name
    if not path.parent.is_dir():
        raise Problem(f"There is no folder {path.parent}: make it first, or name another.")
    return path if path.suffix else path.with_suffix(Path(name).suffix)


def file_away(text: str | bytes, path: Path) -> Path:
    """Write a paper and remember its folder for the next one; the path."""
    written = write(text, path)
    write_setting(_SETTING, str(path.parent))
    return written
