"""Sentences that the program itself wrote into the record, put in the language of a paper when they are printed.

What people typed is never translated; but the basis of a decision, the reason of a waiver that nobody changed, or who
"All members" are, stand in the record in the program's English. Each is known by its exact form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tui_app.domain.charter.charter import GROUP_BASIS, Wording
from tui_app.domain.consensus.declaring import (
    NOBODY_RECORDED,
    OF_THOSE_HEARD,
    PRACTICE,
    SO_DECIDED,
    UNRECORDED,
    WITHDRAWN,
)
from tui_app.domain.meeting.imported import MINUTED, MINUTED_BASIS
from tui_app.domain.names import COLLECTIVES
from tui_app.domain.words import Words
from tui_app.domain.workplan.workplan import REACHED

FORMULAS = (
    MINUTED,
    MINUTED_BASIS,
    OF_THOSE_HEARD,
    NOBODY_RECORDED,
    Wording().basis,
    GROUP_BASIS,
    PRACTICE,
    UNRECORDED,
    SO_DECIDED,
    WITHDRAWN,
    Wording().network_short,
    "all members",
    *(f"{name}|who" for name in sorted({*COLLECTIVES.values()})),
    "item {number}|of the agenda",
    REACHED,
)
"""Every such sentence as a label; of two that fit a text, the first is meant."""

_FIELDS = {"number": r"\d+[a-z]?", "quarter": "[1-4]"}
"""What may stand in a field; anything where nothing is said."""


def told(text: str, words: Words) -> str:
    """The text in the language of the paper if it is exactly such a sentence, else as it stands."""
    formula, fields = _sentence(text)
    return words(formula, **{name: _filled(name, said, words) for name, said in fields.items()}) if formula else text


def told_names(names: Iterable[str], words: Words) -> str:
    """Who is responsible, with commas: `Secrétariat, UNHCR`."""
    return ", ".join(told(name, words) for name in names)


def _filled(name: str, said: str, words: Words) -> str:
    if name == "entities":
        return words.all_of(re.split(", | and ", said))
    return told(said, words) if name == "basis" else said


@lru_cache(1024)
def _sentence(text: str) -> tuple[str, dict[str, str]]:
    """Which of them a text is, with what stands in its fields; an empty one if it is none. A paper asks often."""
    for formula in FORMULAS:
        found = _pattern(formula).fullmatch(text)
        if found:
            return formula, found.groupdict()
    return "", {}


@cache
def _pattern(formula: str) -> re.Pattern[str]:
    """What a text is to be to be this sentence."""
    parts = re.split(r"\{(\w+)\}", formula.partition("|")[0])
    fields = (f"(?P<{name}>{_FIELDS.get(name, '.+')})" for name in parts[1::2])
    plain = map(re.escape, parts[::2])
    return re.compile("".join(part for pair in zip(plain, [*fields, ""], strict=True) for part in pair), re.DOTALL)
