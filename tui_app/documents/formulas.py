"""Sentences that the program itself wrote into the record, put in the language of a paper when they are printed.

What people typed is never translated; but the basis of a decision, the reason of a waiver that nobody changed, or who
"All members" are, stand in the record in the program's English. Each is known by its exact form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
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
from tui_app.domain.consensus.proposal import Ground
from tui_app.domain.day_forms import MONTHS
from tui_app.domain.meeting.imported import MINUTED, MINUTED_BASIS, NOT_FOLLOWED, SHOWN_BY
from tui_app.domain.meeting.meeting import AGAIN, OF_A_GROUP, QUARTERLY, TITLES
from tui_app.domain.meeting.procedure import SENTENCES
from tui_app.domain.meeting.standing import TITLES as STANDING_ITEMS
from tui_app.domain.meeting.usual_agenda import WITH_STAKEHOLDERS
from tui_app.domain.names import COLLECTIVES
from tui_app.domain.words import Words
from tui_app.domain.workplan.workplan import REACHED

SPOKEN = tuple(
    text for part in fields(Wording)
    if isinstance(text := getattr(Wording(), part.name), str) and text and part.name != "basis"
)  # fmt: skip
"""What the chair of every network says whose charter has no words of its own, and how it and the network are called."""

CO_CHAIRS = "The Co-Chairs"
"""How charters that have two call their chair."""

MEETINGS = (*AGAIN, *QUARTERLY, *TITLES.values(), OF_A_GROUP)
"""How meetings are called."""

FORMULAS = (
    MINUTED,
    MINUTED_BASIS,
    NOT_FOLLOWED,
    SHOWN_BY,
    *SENTENCES,
    *STANDING_ITEMS.values(),
    WITH_STAKEHOLDERS,
    OF_THOSE_HEARD,
    NOBODY_RECORDED,
    Wording().basis,
    GROUP_BASIS,
    PRACTICE,
    UNRECORDED,
    SO_DECIDED,
    WITHDRAWN,
    *SPOKEN,
    CO_CHAIRS,
    "all members",
    *(f"{name}|who" for name in sorted({*COLLECTIVES.values()})),
    "item {number}|of the agenda",
    REACHED,
)
"""Every such sentence as a label; of two that fit a text, the first is meant."""

_FIELDS = {"number": r"\d+[a-z]?", "quarter": "[1-4]", "chair": r"[^.]+", "entities": "[^:]+"}
"""What may stand in a field; anything where nothing is said."""


def told(text: str, words: Words) -> str:
    """The text in the language of the paper if it is exactly such a sentence, else as it stands."""
    return _known(text, FORMULAS, words) or _both(text, words) or text


def _both(text: str, words: Words) -> str:
    """Two such sentences, as where the chair confirms a silence and declares the text adopted; else empty."""
    one, stop, other = text.partition(". ")
    first = _known(f"{one}.", SPOKEN, words) if stop else ""
    second = _known(other, SPOKEN, words) if first else ""
    return f"{first} {second}" if second else ""


def _known(text: str, formulas: tuple[str, ...], words: Words) -> str:
    """One of these sentences that a text is, in the language of the paper; empty if it is none."""
    formula, said = _sentence(text, formulas)
    filled = {name: _filled(name, each, words) for name, each in said.items()}
    spoken_by_its_own = "chair" in filled and filled["chair"] == said["chair"]  # a name that the charter gives
    return words(formula, **filled) if formula and not spoken_by_its_own else ""


def told_names(names: Iterable[str], words: Words) -> str:
    """Who is responsible, with commas: `Secrétariat, UNHCR`."""
    return ", ".join(told(name, words) for name in names)


def _filled(name: str, said: str, words: Words) -> str:
    """What stood in a field, in the language of the paper where the program wrote it."""
    filling = _FILLED.get(name)
    return filling(said, words) if filling else said


def _entities(said: str, words: Words) -> str:
    return words.all_of(re.split(", | and ", said))


def _meeting(said: str, words: Words) -> str:
    """`third quarterly meeting of 2026`, as in a sentence."""
    title = _known(f"{said[:1].upper()}{said[1:]}", MEETINGS, words) or said
    return f"{title[:1].lower()}{title[1:]}"


def _reason(said: str, words: Words) -> str:
    """`legal: there is no mandate`, the ground of an objection and what was typed; or the reason of a waiver."""
    ground, colon, why = said.partition(": ")
    if colon and ground in {*Ground}:
        return f"{words(ground)}{words.colon}{why}"
    return told(said, words)


def _day(said: str, words: Words) -> str:
    """`16 April 2026`, also where a time of day stands behind it."""
    found = _DAY.match(said)
    if found is None:
        return said
    on = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    return f"{words.date(on)}{said[found.end() :]}"


_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")

_FILLED: Mapping[str, Callable[[str, Words], str]] = {
    "entities": _entities, "meeting": _meeting, "title": _meeting, "day": _day, "deadline": _day,
    "reason": _reason, "basis": told, "chair": told,
}  # fmt: skip
"""How that is done, by the name of the field."""


@lru_cache(1024)
def _sentence(text: str, formulas: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """The first of these that a text is, with what stands in its fields; an empty one if it is none. Asked often."""
    for formula in formulas:
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
