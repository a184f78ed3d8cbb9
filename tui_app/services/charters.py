"""The charters that ship with the program, and those a secretariat writes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tui_app.documents.language import misfits
from tui_app.domain.charter.charter import Charter
from tui_app.domain.charter.reading import charter_from
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.resources import resource

BLANK = "blank"


def charter_names() -> tuple[str, ...]:
    """The names of the shipped charters by alphabet, the blank one last."""
    names = sorted(path.stem for path in resource("sample_data/charters").glob("*.toml"))
    return (*(name for name in names if name != BLANK), BLANK)


def is_blank(charter: Charter) -> bool:
    """Whether a charter is the blank one as it ships, which no network is called by yet."""
    return charter == load_charter(BLANK)


def load_charter(name_or_path: str) -> Charter:
    """The charter of that shipped name, case-blind, or in that TOML file.

    Problem: no such name (with the nearest), no such file, not TOML (with the
    line), or not a charter (with the key).
    """
    path = _find(name_or_path.strip())
    source = str(path) if path.parent != resource("sample_data/charters") else path.name
    charter = charter_from(_read(path), source)
    for key, sentence in misfits(charter):
        raise Problem(f"{source}: {key}: {sentence}")
    return charter


def _find(name: str) -> Path:
    names = charter_names()
    if name.casefold() in names:
        return resource("sample_data/charters") / f"{name.casefold()}.toml"
    path = Path(name).expanduser()
    if path.suffix.casefold() == ".toml" or path.is_file():
        return path
    raise Problem(f"There is no charter {name!r}; {did_you_mean(name, names)}")


def _read(path: Path) -> Mapping[str, object]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Problem(f"{path}: this is not a text file in UTF-8.") from error
    except OSError as error:
        raise Problem(f"{path}: the charter cannot be read: {error.strerror or error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"{path}: this is not TOML: {error}.") from error
