"""The 23 objectives of the Global Compact for Safe, Orderly and Regular Migration (GCM; A/RES/73/195), in short."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ..problem import Problem

OBJECTIVES: Mapping[int, str] = MappingProxyType(
    {
        1: "Accurate and disaggregated data",
        2: "Minimizing adverse drivers",
        3: "Accurate and timely information",
        4: "Legal identity and documentation",
        5: "Pathways for regular migration",
        6: "Fair recruitment and decent work",
        7: "Reducing vulnerabilities",
        8: "Saving lives, missing migrants",
        9: "Response to smuggling of migrants",
        10: "Combating trafficking in persons",
        11: "Integrated and secure borders",
        12: "Screening, assessment and referral",
        13: "Detention only as a last resort",
        14: "Consular protection",
        15: "Access to basic services",
        16: "Inclusion and social cohesion",
        17: "Ending discrimination, public discourse",
        18: "Skills and their recognition",
        19: "Contributions of migrants and diasporas",
        20: "Remittances and financial inclusion",
        21: "Return, readmission, reintegration",
        22: "Portability of social security",
        23: "International cooperation",
    }
)
"""What each objective is about."""


def read_objectives(words: str) -> tuple[int, ...]:
    """The objectives in `1, 3` or `3 and 1`, in their order and once each; Problem for what is none of the 23."""
    found = [_objective(word) for word in re.split(r"[\s,]+(?:and[\s,]+)?", words.strip(" ,")) if word]
    if not found:
        raise Problem("gcm needs an objective of the Global Compact, 1 to 23, as in gcm 1, 3.")
    return tuple(sorted({*found}))


def _objective(word: str) -> int:
    if word.isdecimal() and len(word) < 3 and int(word) in OBJECTIVES:
        return int(word)
    about = [
        f"{n} is {title}" for n, title in OBJECTIVES.items() if len(word) > 3 and word.casefold() in title.casefold()
    ]
    meant = "; ".join(about[:3]) or "they are numbered 1 to 23, as in gcm 1, 3"
    raise Problem(f"{word!r} is not an objective of the Global Compact: {meant}.")


def objective_words(number: int) -> str:
    """`5 Pathways for regular migration`."""
    return f"{number} {OBJECTIVES[number]}"
