"""A network without Terms of Reference of its own in the program: its name, the symbol of its decisions, its zone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from ..problem import Problem
from .charter import Charter
from .checks import is_symbol
from .zones import zone_meant

NAME_FORM = "Ghana UN Network on Migration"
_COMMON = re.compile(
    r"un|united|nations|network|on|migrations?|for|the|of|and|in|national|reseau|onu|unies|sur|l[ae]s?|de|des|du|aux?"
    r"|en|pour|[ld]",
    re.IGNORECASE,
)
_SHORTEST, _LETTERS = 2, 3


def in_zone(charter: Charter, typed: str) -> Charter:
    """The blank charter as that of a network whose meetings are in a time zone, from `Africa/Accra` or its city."""
    return replace(charter, zone=zone_meant(typed))


def named(charter: Charter, typed: str) -> Charter:
    """The blank charter as that of a network, from `Ghana UN Network on Migration, UNNM-GHA`.

    Without a symbol behind the last comma it is made of the first word that is the network's own. Problem: no name,
    or no such word.
    """
    words = " ".join(typed.split())
    before, _, last = words.rpartition(",")
    symbol = last.strip() if before and is_symbol(last.strip()) else ""
    name = before.strip() if symbol else words
    if not name:
        raise Problem(f"The papers begin with the name of the network: type it, as in {NAME_FORM}.")
    letters = _letters(name)
    if not symbol and not letters:
        raise Problem(
            f"No word of {name!r} is the network's own: add its symbol behind a comma, as in {name}, UNNM-GHA."
        )
    return replace(charter, name=name, symbol=symbol or f"UNNM-{letters}")


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    own = (word for word in re.findall(r"[A-Za-z]+", plain) if not _COMMON.fullmatch(word))
    return next((word[:_LETTERS].upper() for word in own if len(word) >= _SHORTEST), "")
