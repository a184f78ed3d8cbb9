"""Texts in disguise: the same text is always the same word, which is no word of any language (`zzab`)."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import product
from string import ascii_lowercase

KEPT = {"key", "symbol", "zone", "language", "clauses", "status_clauses", "wording"}
"""What a charter is known by, and its templates."""


class Disguise:
    """Puts a word in place of each text of a charter; its own name stays the short form of every other."""

    def __init__(self) -> None:
        self._new = map("".join, product(ascii_lowercase, repeat=2))
        self._words: dict[str, str] = {}

    def of(self, value):
        """The value with every text in disguise; what is no text stays."""
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._words.setdefault(value, f"zz{next(self._new)}") if value else value
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if is_dataclass(value):
            parts = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in KEPT}
            return replace(value, **{name: self.of(part) for name, part in parts.items()})
        return value
