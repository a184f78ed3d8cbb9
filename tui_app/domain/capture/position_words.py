"""Positions by their words, as they are typed after /position."""

from __future__ import annotations

import re

from ..consensus.moves import Said
from ..consensus.proposal import Ground, PositionKind
from ..problem import Problem, did_you_mean

_SPELLINGS: dict[str, PositionKind] = {
    **{kind.value: kind for kind in PositionKind},
    "join": PositionKind.JOINS,
    "joins consensus": PositionKind.JOINS,
    "statement": PositionKind.STATEMENT,
    "with statement": PositionKind.STATEMENT,
    "reserves": PositionKind.RESERVATION,
    "reservation on": PositionKind.RESERVATION,
    "joins with reservation": PositionKind.RESERVATION,
    "dissociates itself": PositionKind.DISSOCIATES,
    "dissociate": PositionKind.DISSOCIATES,
    "none": PositionKind.NO_POSITION,
    "no_position": PositionKind.NO_POSITION,
    "object": PositionKind.OBJECTS,
    "objection": PositionKind.OBJECTS,
}
_PLACE = (
    r"(?:(?:preambular|operative)\s+|sub-?)?(?:para(?:graph)?s?\.?|§+|points?|sections?|art(?:icle)?s?\.?|objectives?"
    r"|targets?|rules?|chapters?|[op]ps?)"
)
_NUMBER = r"(?:\s*\d[\w.]*|\s+(?-i:[IVXLC]+|[A-Z]))(?: bis| ter)?(?:\s?\([\w.]+\))*(?!\w)"
_PARAGRAPH = re.compile(
    rf"(?:(?:on|from|to) )?(?:the )?({_PLACE}{_NUMBER}(?:(?:\s*(?:,|-|–)|\s+(?:and|to))\s*(?:{_PLACE})?{_NUMBER})*)"
    r"(?:\s*[:,-]\s*|\s+|$)",
    re.IGNORECASE,
)
"""What a reservation or a dissociation is on: `on para 3`, `from operative paragraphs 4 (b) and 7`, `objective 13`."""


def read_position(words: str) -> Said:
    """A position with what belongs to it, as in `objects resources: asks for a budget line`.

    An objection begins with its ground and a colon; a reservation or a
    dissociation may begin with its paragraph. Raises Problem with the nearest position.
    """
    kind, rest = _split_kind(words)
    if kind is PositionKind.OBJECTS:
        ground, sought = _split_ground(rest)
        return Said(kind=kind, ground=ground, words=sought)
    if kind in (PositionKind.RESERVATION, PositionKind.DISSOCIATES):
        found = _PARAGRAPH.match(rest)
        return Said(kind=kind, paragraph=found[1] if found else "", words=rest[found.end() :] if found else rest)
    return Said(kind=kind, words=rest)


_ANSWERS = (PositionKind.STATEMENT, PositionKind.RESERVATION, PositionKind.DISSOCIATES, PositionKind.NO_POSITION)


_OBJECTS = re.compile(r"\bobject(?:s|ed|ing|ions?)?\b", re.IGNORECASE)
_DOES_NOT = re.compile(r"\b(?:no|not|n't|never|without|withdr\w+|lift\w*)\b[^.;:]{0,30}\bobject\w*", re.IGNORECASE)


def answer_objects(words: str) -> bool:
    """Whether an answer in writing objects, in whatever words: "objects, it is against its mandate"."""
    return bool(_OBJECTS.search(_DOES_NOT.sub("", words)))


def answer_as_position(words: str) -> Said | None:
    """The position that an answer in writing is, beside agreeing: `dissociates: no funds`; None for any other words."""
    try:
        said = read_position(words)
    except Problem:
        return None
    return said if said.kind in _ANSWERS else None


def read_kind(words: str) -> PositionKind:
    """A position alone, without words of its own."""
    kind, rest = _split_kind(words)
    if rest:
        raise Problem(f"{rest!r} is too much here: one position stands alone after /rest, as in /rest joins.")
    return kind


def _split_kind(words: str) -> tuple[PositionKind, str]:
    text = " ".join(words.split())
    lowered = text.casefold()
    for spelling in sorted(_SPELLINGS, key=len, reverse=True):
        if re.match(rf"{re.escape(spelling)}(?![\w-])", lowered):
            return _SPELLINGS[spelling], text[len(spelling) :].lstrip(" :,-")
    first = lowered.split(":")[0]
    raise Problem(f"{first!r} is not a position: {did_you_mean(first, [kind.value for kind in PositionKind])}")


def _split_ground(text: str) -> tuple[Ground | None, str]:
    """The ground before the colon; None if none is named, which the rules then ask for."""
    head, colon, tail = text.partition(":")
    name = head.strip().casefold()
    if not name:
        return None, tail.strip()
    for ground in Ground:
        if ground.value == name.replace("_", " "):
            return ground, tail.strip()
    if colon or " " not in name:
        grounds = [ground.value for ground in Ground]
        raise Problem(f"{head.strip()!r} is not a ground of objection: {did_you_mean(name, grounds)}")
    return None, text.strip()
