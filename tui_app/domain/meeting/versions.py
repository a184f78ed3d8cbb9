"""Two versions of a text beside each other: what was taken out, what is new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from .differences import Side

LEGEND = "[+new+]  [-taken out-]"
"""What the marks mean."""

Change = tuple[Side, str]
"""Words that stand in both texts, or in one of them, with the space behind them."""

_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_WITH_ITS_COMMA = re.compile(r"\s*\S+\s*|\s+")


def changes(before: str, after: str, word: re.Pattern[str] = _WORD) -> Iterator[Change]:
    """Both texts word by word, what was taken out before what took its place.

    What is not from before alone, put together, is `after`. Another space or line break between words is no change.
    """
    old, new = word.findall(before), word.findall(after)
    matcher = SequenceMatcher(None, [each.strip() for each in old], [each.strip() for each in new], autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        removed, added = "".join(old[start:end]), "".join(new[new_start:new_end])
        if tag == "equal":
            yield Side.BOTH, added
            continue
        if removed:
            yield Side.BEFORE, removed
        if added:
            yield Side.AFTER, added


_MARKS = {Side.BOTH: "{}", Side.BEFORE: "[-{}-]", Side.AFTER: "[+{}+]"}


def marked(before: str, after: str) -> str:
    """The text `after`, word by word, with the marks of `LEGEND` for what differs from `before`."""
    parts = ((side, " ".join(text.split())) for side, text in changes(before, after, _WITH_ITS_COMMA))
    return " ".join(_MARKS[side].format(words) for side, words in parts if words)
