"""The purposes that the Terms of Reference give a kind of meeting, as the annual one's three (R-23)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from tui_app.domain.frozen import dataclass

from ..names import fold
from ..problem import Problem
from .agenda import AgendaItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """A purpose that a meeting does without, and why."""

    purpose: str
    reason: str


def unserved(items: Collection[AgendaItem], purposes: Iterable[str]) -> tuple[str, ...]:
    """The purposes that no item serves: by what was noted when it was planned, or by the words of its title."""
    titles = [_words(item.title) for item in items]
    noted = {item.serves for item in items}
    return tuple(
        purpose for purpose in purposes if purpose not in noted and not any(map(_matter(purpose).issubset, titles))
    )


_OF_ANY_PURPOSE = frozenset({
    "a", "an", "and", "at", "by", "emerging", "enhance", "explore", "for", "further", "identify", "in", "network",
    "of", "on", "or", "review", "the", "to", "way", "with",
})  # fmt: skip
"""Words, without a plural, that do not tell one purpose from another."""


def _matter(purpose: str) -> frozenset[str]:
    """The words by which a purpose is known: `progress`, of `review Network progress`."""
    return _words(purpose) - _OF_ANY_PURPOSE or _words(purpose)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w+", fold(text)))


def without(
    known: Iterable[Without], items: Collection[AgendaItem], purposes: Collection[str], *reasons: str
) -> tuple[Without, ...]:
    """The purposes that these items leave out, each with its reason; Problem where one has none.

    A reason that names a purpose (`collaboration: covered by the retreat`) is for that one, any other for all that
    have none yet.
    """
    given = [_for_one(" ".join(reason.split()), purposes) for reason in reasons]
    named = {each.purpose: each.reason for each in known} | {purpose: why for purpose, why in given if purpose}
    others = "; ".join(why for purpose, why in given if why and not purpose)
    missing = unserved(items, purposes)
    bare = [] if others else [purpose for purpose in missing if not named.get(purpose)]
    if bare:
        it, each = ("it", "it") if len(bare) == 1 else ("them", "each")
        raise Problem(
            f"{purpose_words(bare)}: no item serves {it}. Name {each} in a title, or say why not: that is printed.",
            option="--without",
        )
    return tuple(Without(purpose=purpose, reason=named.get(purpose) or others) for purpose in missing)


def _for_one(reason: str, purposes: Iterable[str]) -> tuple[str, str]:
    """The purpose that a reason names before its colon, and the rest; no purpose where it names none, or several."""
    name, _, why = reason.partition(":")
    said = _words(name) - _OF_ANY_PURPOSE
    found = [purpose for purpose in purposes if said and why and said <= _words(purpose)]
    return (found[0], why.strip()) if len(found) == 1 else ("", reason)


def purpose_words(purposes: Collection[str]) -> str:
    """`The ToR ask for "review progress" and "identify challenges"`, the beginning of a sentence."""
    *others, last = [f'"{purpose}"' for purpose in purposes]
    return f"The ToR ask for {', '.join(others)}{' and ' if others else ''}{last}"
