"""Values of the record as words, and two versions of a text with the words marked in which they differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import groupby

from ..calendar import short_date

NONE = "none"
"""Where nothing was, or is no more."""

_KEY = re.compile(r"[0-9a-f]{32}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[a-z]+(_[a-z]+)+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\S*")
_SAID_WITH = {
    "on": "on", "at": "at", "until": "until", "deadline": "deadline", "declared_by": "declared by", "basis": "basis:",
    "due": "by", "due_words": "by", "why": "because",
}  # fmt: skip
"""The word before a value that stands among others, where it would not be understood alone."""
_USUAL_TIER = ("tier", "member")
_UNSAID = frozenset({"round", "opened", "recipients", "by", "binding", "clause", "number", "question", "before"})


def value_words(value: object, name_of: Callable[[str], str]) -> str:
    """A value of a field: a day as `30 Sep 2026`, a moment with its time, a key as the record it names."""
    match value:
        case True | False:
            return "yes" if value else "no"
        case str() if value:
            return _text_words(value, name_of)
        case list() if value:
            return ", ".join(value_words(each, name_of) for each in value)
        case {"start": str(start), "end": end}:
            return f"{start[11:16]}-{end[11:16]}" if isinstance(end, str) else f"from {start[11:16]}"
        case {"quarter": int(quarter), "text": str(text), **rest}:
            done = rest.get("done_on")
            return f"Q{quarter} {text}{f', done {value_words(done, name_of)}' if done else ''}"
        case dict() if value:
            said = {name: each for name, each in value.items() if name not in _UNSAID and (name, each) != _USUAL_TIER}
            told = ((name, each) for name, each in said.items() if each and each is not True)
            return "; ".join(_part(name, value_words(each, name_of).rstrip(".")) for name, each in told)
        case int():
            return str(value)
        case _:
            return NONE


def _part(name: str, words: str) -> str:
    return f"{_SAID_WITH[name]} {words}" if name in _SAID_WITH else words


def _text_words(text: str, name_of: Callable[[str], str]) -> str:
    if _KEY.fullmatch(text):
        return name_of(text) or "a record that is gone"
    if _DAY.fullmatch(text):
        return short_date(date.fromisoformat(text))
    if _MOMENT.fullmatch(text):
        moment = datetime.fromisoformat(text)
        return f"{short_date(moment.date())} {moment:%H:%M}"
    return text.replace("_", " ") if _WORD.fullmatch(text) else text


def is_text(value: object) -> bool:
    """Whether it is long enough to be a text, of which one wants to see the words that changed."""
    return isinstance(value, str) and len(value.split()) > 4


def words_side_by_side(label: str, before: str, after: str) -> Iterator[str]:
    """Both versions, one below the other; in brackets the words in which they differ."""
    if not before or not after:
        yield f"{label}: {before or NONE} -> {after or NONE}"
        return
    old, new = marked(before, after)
    yield f"{label}"
    yield f"  before: {old}"
    yield f"  after:  {new}"


def marked(before: str, after: str) -> tuple[str, str]:
    """Two texts, word by word, each with brackets around the words that the other has not."""
    from difflib import SequenceMatcher

    old, new = before.split(), after.split()
    kept_old, kept_new = [False] * len(old), [False] * len(new)
    for block in SequenceMatcher(None, old, new).get_matching_blocks():
        for place in range(block.size):
            kept_old[block.a + place] = kept_new[block.b + place] = True
    return _bracketed(old, kept_old), _bracketed(new, kept_new)


def _bracketed(words: list[str], kept: list[bool]) -> str:
    runs = groupby(zip(words, kept, strict=True), key=lambda pair: pair[1])
    parts = ((same, " ".join(word for word, _ in run)) for same, run in runs)
    return " ".join(text if same else f"[{text}]" for same, text in parts)
