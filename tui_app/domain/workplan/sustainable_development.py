"""The 169 targets of the Sustainable Development Goals (SDG; A/RES/70/1): which exist, and how they are read."""

from __future__ import annotations

import re

from ..problem import Problem

_LAST: dict[int, tuple[int, str]] = {
    1: (5, "b"), 2: (5, "c"), 3: (9, "d"), 4: (7, "c"), 5: (6, "c"), 6: (6, "b"), 7: (3, "b"), 8: (10, "b"),
    9: (5, "c"), 10: (7, "c"), 11: (7, "c"), 12: (8, "c"), 13: (3, "b"), 14: (7, "c"), 15: (9, "c"), 16: (10, "b"),
    17: (19, ""),
}  # fmt: skip
"""By goal, its last numbered target and its last lettered one; goal 17 has no letters."""


def _of_goal(goal: int) -> tuple[str, ...]:
    number, letter = _LAST[goal]
    letters = "abcd"[: "abcd".index(letter) + 1] if letter else ""
    return (*(f"{goal}.{n}" for n in range(1, number + 1)), *(f"{goal}.{each}" for each in letters))


TARGETS: tuple[str, ...] = tuple(target for goal in _LAST for target in _of_goal(goal))
"""Every target in its order: 1.1 to 1.5, 1.a, 1.b, 2.1 and so on."""


def read_targets(words: str) -> tuple[str, ...]:
    """The targets in `10.7, 8.8` or `10.C`, in their order and once each; Problem for what does not exist."""
    found = {_target(word) for word in re.split(r"[\s,]+(?:and[\s,]+)?", words.strip(" ,")) if word}
    if not found:
        raise Problem("sdg needs a target of the Sustainable Development Goals, as in sdg 10.7, 17.18.")
    return tuple(sorted(found, key=TARGETS.index))


def _target(word: str) -> str:
    target = word.casefold()
    if target in TARGETS:
        return target
    goal = target.partition(".")[0]
    if goal not in {str(each) for each in _LAST}:
        raise Problem(f"{word!r} is not an SDG target: a goal from 1 to 17, a point, then its target, as in 10.7.")
    number, letter = _LAST[int(goal)]
    letters = f" and {goal}.a to {goal}.{letter}" if letter else ""
    raise Problem(f"{word!r} is not an SDG target: goal {goal} has {goal}.1 to {goal}.{number}{letters}.")
