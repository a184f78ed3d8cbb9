"""Records with a mark in every text, each another, so that it is seen where a text comes out again."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from tui_app.domain.consensus.proposal import Closing, Outcome

NOW, ON = datetime(2026, 11, 21, 8, tzinfo=UTC), date(2026, 11, 3)
MARK = re.compile(r"mark\d{4}x")
PLAIN = {str: "", bool: False, int: 1, date: ON, datetime: NOW}
ALWAYS: dict[tuple[type, str], Any] = {(Closing, "outcome"): Outcome.REFERRED, (Closing, "before"): None}
"""What cannot be anything: an adopted text has rules of its own, and a closing may have been preceded by another."""


class Marker:
    """Makes records by their types alone; `fields` has where each mark stands (`note.text`), `marked_fields` which
    fields of which types have one (`Entry.text`)."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.marked_fields: set[str] = set()

    def mark(self, where: str) -> str:
        """A new mark, which stands there."""
        mark = f"mark{len(self.fields):04}x"
        self.fields[mark] = where
        return mark

    def record(self, kind: type, where: str, /, **given: Any) -> Any:
        """A record with a mark in every text, also within its lists; what is given by name stays as it is."""
        hints = get_type_hints(kind)
        self.marked_fields |= {f"{kind.__name__}.{each.name}" for each in fields(kind) if each.name not in given}
        values = {each.name: self._value(hints[each.name], f"{where}.{each.name}")
                  for each in fields(kind) if (kind, each.name) not in ALWAYS and each.name not in given}  # fmt: skip
        always = {name: value for (owner, name), value in ALWAYS.items() if owner is kind}
        return kind(**{**values, **always, **given})

    def _value(self, kind: Any, where: str) -> Any:
        kind = getattr(kind, "__supertype__", kind)
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return self._value(next(each for each in inner if each is not NoneType), where)
        if origin is tuple:
            return tuple(self._value(each, where) for each in inner if each is not Ellipsis)
        if origin is dict:
            return {self._value(inner[0], where): self._value(inner[1], where)}
        if is_dataclass(kind):
            return self.record(kind, where)  # type: ignore[arg-type]
        if issubclass(kind, Enum):
            return next(iter(kind))
        return self.mark(where) if kind is str else PLAIN[kind]

    def marked(self, value: Any, where: str) -> Any:
        """The same value with a mark in the place of each text."""
        if isinstance(value, str) and not isinstance(value, Enum):
            return self.mark(where)
        if isinstance(value, tuple):
            return tuple(self.marked(each, where) for each in value)
        if is_dataclass(value):
            of = ((each.name, getattr(value, each.name)) for each in fields(value))
            return replace(value, **{name: self.marked(each, f"{where}.{name}") for name, each in of})  # type: ignore
        return value


def text_fields(kind: Any, of: str = "", seen: frozenset[Any] = frozenset()) -> set[str]:
    """In which fields of a type, and of the types within it, there can be text: `Meeting.place`, `Step.what`."""
    kind = getattr(kind, "__supertype__", kind)
    if is_dataclass(kind):
        hints = {} if kind in seen else get_type_hints(kind)
        parts = [text_fields(hint, f"{kind.__name__}.{name}", seen | {kind}) for name, hint in hints.items()]
    else:
        parts = [text_fields(each, of, seen) for each in get_args(kind)]
    return {of} if kind is str else set().union(*parts)
