"""The names by which entities are known, in any of their spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tui_app.domain.frozen import dataclass

from .problem import Problem, nearest

SECRETARIAT = "Secretariat"
ALL_MEMBERS = "All members"
COLLECTIVES: Mapping[str, str] = MappingProxyType(
    {
        "secretariat": SECRETARIAT,
        "chair": "Chair",
        "co-chairs": "Co-chairs",
        "co-chair": "Co-chairs",
        "cochairs": "Co-chairs",
        "all": ALL_MEMBERS,
        "all members": ALL_MEMBERS,
        "members": ALL_MEMBERS,
    }
)
"""Who can be responsible without being an entity, by folded spelling."""


@dataclass(frozen=True, slots=True)
class EntityNames:
    """Finds an entity by acronym, full name or another spelling; case and spaces do not matter."""

    by_spelling: Mapping[str, str]

    @property
    def acronyms(self) -> tuple[str, ...]:
        """Every known entity once, by name."""
        return tuple(sorted(set(self.by_spelling.values()), key=str.casefold))

    def find(self, text: str) -> str | None:
        """The acronym of a known entity, or None."""
        return self.by_spelling.get(fold(text))

    def require(self, text: str) -> str:
        """The acronym of a known entity; Problem with the nearest one."""
        found = self.find(text)
        if found is None:
            raise self.unknown(text)
        return found

    def unknown(self, text: str) -> Problem:
        """The sentence for a name that is not known."""
        twisted = [each for each in self.acronyms if sorted(fold(each)) == sorted(fold(text))]  # IMO for IOM
        near = next(iter(twisted), None) or nearest(text, self.acronyms, least=0.7)  # UNHCR is not UN DC
        unknown = f"{text.strip()!r} is not an entity of this network"
        if near:
            return Problem(f"{unknown}: did you mean {near}?")
        return Problem(f"{unknown}: welcome it with /guest, or add it to the roster.",
                       deed="network.admit", option="minutebook member add")  # fmt: skip

    def split(self, words: str) -> tuple[str, str]:
        """The longest beginning that names an entity, and what follows it as typed; Problem if there is none."""
        ends = [found.end() for found in re.finditer(r"\S+", words)]
        for end in reversed(ends):
            entity = self.find(words[:end].rstrip(":,"))
            if entity:
                return entity, words[end:].lstrip(" :,")
        raise self.unknown(words[: ends[0]].rstrip(":,") if ends else words)

    def responsible(self, text: str) -> str:
        """An entity, or a collective such as "Secretariat" or "All members"; Problem with the nearest one."""
        return self.find(text) or COLLECTIVES.get(fold(text)) or self.require(text)

    def known(self, text: str) -> bool:
        """Whether it is an entity or a collective, in any of its spellings."""
        return bool(self.find(text) or COLLECTIVES.get(fold(text)))

    def anybody(self, text: str) -> str:
        """An entity or a collective by the name known, anybody else as typed; Problem with the one probably meant.

        An acronym is held against acronyms, words against every spelling; a person's first name against nothing.
        """
        typed = " ".join(text.split())
        known = self.find(typed) or COLLECTIVES.get(fold(typed))
        if known:
            return known
        near = None
        if " " in typed:
            near = nearest(typed, self.by_spelling, least=0.9)
        elif typed.isupper() or typed.islower():
            near = nearest(typed, self.acronyms, least=0.7)
        if near:
            meant = self.find(near)
            raise Problem(f"{typed!r} is not an entity of this network: did you mean {meant}? If not, name it in full.")
        joined = next((each for each in self.acronyms if _run_together(each, typed)), "")
        if joined:
            raise Problem(f"{typed!r} begins with {joined}: set what is said apart, as in {joined}: its words.")
        return typed


def _run_together(acronym: str, typed: str) -> bool:
    """Whether a word follows an acronym with nothing between them, as in `UNHCRItem 4`."""
    return acronym.isupper() and re.match(rf"{re.escape(acronym)}(?:[A-Z][a-z]|\d)", typed) is not None


def fold(text: str) -> str:
    """A spelling without its case and its spare spaces, for comparing names."""
    return " ".join(text.casefold().split())


def entity_names(spellings: Iterable[tuple[str, str]]) -> EntityNames:
    """Names from (spelling, acronym) pairs; the acronym itself is always a spelling."""
    known: dict[str, str] = {}
    for spelling, acronym in spellings:
        known.setdefault(fold(spelling), acronym)
        known.setdefault(fold(acronym), acronym)
    known.pop("", None)
    return EntityNames(known)


def acronym_and_name(text: str) -> tuple[str, str]:
    """How a newcomer is called: `KNBS`, `UN Women`, or `KNBS Kenya National Bureau of Statistics`, the name behind it.

    Problem: nothing, or a name without its acronym.
    """
    first, *others = text.split() or [""]
    if not first:
        raise Problem("An entity needs its acronym, as in UNHCR.")
    if others and not first.isupper():
        raise Problem(f"Its acronym comes first, and the name may follow it, as in KNBS {' '.join((first, *others))}.")
    return (first, " ".join(others)) if len(others) > 1 else (" ".join((first, *others)), "")
