"""Reading a charter from plain values, as a TOML file gives them.

One reader walks the dataclasses of `charter`; whatever does not fit is refused
with the file, the key path (`decision.binding_tier`, `members[4].tier`, counted
from 1) and the nearest name that would be right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from tui_app.domain.frozen import dataclass

from ..problem import Problem, did_you_mean
from .charter import Charter, Clause
from .checks import misfits

_KEY = re.compile(r"[A-Z]{2,5}")
_MOST = 1200
"""The largest number that makes sense: a century in months."""

_SHAPES = {str: "text in quotes", int: "a whole number", bool: "true or false"}


def charter_from(data: Mapping[str, object], source: str) -> Charter:
    """The charter that `data` holds; `source` names the file in a Problem."""
    key = data.get("key", "")
    reader = _Reader(source, str(key))
    if "key" in data and not (isinstance(key, str) and _KEY.fullmatch(key)):
        raise reader.refuse("key", f"{_shown(key)} is not a key; write two to five capital letters, as KEN.")
    charter = cast(Charter, reader.table(Charter, data, ""))
    for path, sentence in misfits(charter):
        raise reader.refuse(path, sentence)
    return charter


@dataclass(frozen=True, slots=True)
class _Reader:
    source: str
    key: str

    def refuse(self, path: str, sentence: str) -> Problem:
        return Problem(f"{self.source}: {path}: {sentence}" if path else f"{self.source}: {sentence}")

    def value(self, kind: type, found: object, path: str) -> object:
        """The value found at a path, as its declared kind."""
        if kind is Clause:
            return self.clause(found, path)
        if get_origin(kind) in {Union, UnionType}:
            stated = next(k for k in get_args(kind) if k is not NoneType)
            return None if found is None else self.value(stated, found, path)
        if get_origin(kind) is tuple:
            return self.sequence(get_args(kind)[0], found, path)
        if get_origin(kind) is Mapping:
            return self.texts(found, path)
        if is_dataclass(kind):
            return self.table(kind, found, path)
        if issubclass(kind, StrEnum):
            return self.choice(kind, found, path)
        return self.plain(kind, found, path)

    def table(self, kind: type, found: object, path: str) -> object:
        """A dataclass from a table; no key unknown, no required key missing."""
        if not isinstance(found, Mapping):
            raise self.refuse(path, f"expected a table, found {_shown(found)}.")
        known, required = _keys(kind)
        for name in found:
            if name not in known:
                raise self.refuse(_join(path, name), f"there is no such key; {did_you_mean(str(name), known)}")
        for name in required:
            if name not in found:
                raise self.refuse(_join(path, name), "this key is missing.")
        given = {str(name): self.value(known[name], item, _join(path, name)) for name, item in found.items()}
        return kind(**given)

    def sequence(self, kind: type, found: object, path: str) -> tuple[object, ...]:
        if not isinstance(found, list | tuple):
            raise self.refuse(path, f"expected a list in square brackets, found {_shown(found)}.")
        return tuple(self.value(kind, item, f"{path}[{n}]") for n, item in enumerate(found, start=1))

    def texts(self, found: object, path: str) -> dict[str, str]:
        """A table of texts, whose keys are free."""
        if not isinstance(found, Mapping):
            raise self.refuse(path, f"expected a table, found {_shown(found)}.")
        return {str(name): str(self.plain(str, item, _join(path, name))) for name, item in found.items()}

    def choice(self, kind: type[StrEnum], found: object, path: str) -> StrEnum:
        valid = [item.value for item in kind]
        if not isinstance(found, str) or found not in valid:
            raise self.refuse(path, f"{_shown(found)} is not known; {did_you_mean(str(found), valid)}")
        return kind(found)

    def clause(self, found: object, path: str) -> str:
        """A clause of this charter's own ToR: `KEY:line`, the line counted from 1."""
        if not isinstance(found, str) or not re.fullmatch(re.escape(self.key) + r":[1-9][0-9]*", found):
            raise self.refuse(path, f"{_shown(found)} is not a clause; write {self.key}:line, as {self.key}:12.")
        return found

    def plain(self, kind: type, found: object, path: str) -> object:
        if type(found) is not kind:
            raise self.refuse(path, f"expected {_SHAPES[kind]}, found {_shown(found)}.")
        if isinstance(found, int) and not 0 <= found <= _MOST:
            raise self.refuse(path, f"expected a number from 0 to {_MOST}, found {_shown(found)}.")
        return found


@cache
def _keys(kind: type) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The keys of a dataclass with their kinds, and those that must be given."""
    parts = fields(cast(Any, kind))
    bare = [part.name for part in parts if part.default is MISSING and part.default_factory is MISSING]
    hints = get_type_hints(kind)
    return {part.name: hints[part.name] for part in parts}, tuple(bare)


def _join(path: str, name: object) -> str:
    plain = str(name) if re.fullmatch(r"[\w-]+", str(name)) else repr(name)
    return f"{path}.{plain}" if path else plain


def _shown(found: object) -> str:
    """What was found, short enough for a sentence."""
    text = repr(found)
    return text if len(text) <= 60 else f"{text[:57]}..."
