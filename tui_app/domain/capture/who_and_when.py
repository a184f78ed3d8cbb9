"""Who, what, by when: the parts of an action as it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from ..calendar import looks_like_date
from ..names import COLLECTIVES, EntityNames, fold
from ..problem import Problem, nearest


def split_responsible(text: str, names: EntityNames) -> tuple[tuple[str, ...], str]:
    """`IOM, ILO: text` as who and what.

    Before a colon, names are expected: a wrong one is told. A long or sentence-like
    beginning is part of the text.
    """
    head, colon, tail = text.partition(":")
    parts = [part for part in re.split(r"\s*(?:,|;|&|\band\b)\s*", head) if part.strip()]
    whole = names.find(head)  # an entity's own name may hold a comma or "and"
    if colon and whole:
        return (whole,), tail.strip()
    if not colon or not parts or not _meant_as_names(parts, names):
        return (), text
    return tuple(dict.fromkeys(names.responsible(part) for part in parts)), tail.strip()


def _meant_as_names(parts: list[str], names: EntityNames) -> bool:
    """Whether what stands before a colon was meant as names: one is known, or all are acronyms or nearly a name."""
    if any(names.find(part) or fold(part) in COLLECTIVES for part in parts):
        return True
    return all(part.isupper() or (" " not in part and nearest(part, names.acronyms, least=0.7)) for part in parts)


_BARE_DATE = re.compile(
    r"\s+(?=(?:(?:mon|tue|wed|thu|fri)(?:s|nes|rs|ur)?(?:day)?|\+\d{1,3} ?[dwmy]|eo[wmqy]|next meeting|\d{4}-\d\d-\d\d"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{4})?)[.!;]?$)",
    re.IGNORECASE,
)
_POINTS_AT_IT = re.compile(
    r"(?:^|\s)(?:a|an|the|at|on|of|in|for|from|to|until|till|before|after|since|dated|between|and|or|this|last|next"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[,.]?$",
    re.IGNORECASE,
)


def _bare_date(text: str) -> list[re.Match[str]]:
    """Where a date that ends the text begins, unless the words before it speak of it ("the report of 30 Sep")."""
    found = _BARE_DATE.search(text)
    return [found] if found and not _POINTS_AT_IT.search(text[: found.start()]) else []


def split_due(text: str, read: Callable[[str], date]) -> tuple[str, date | None, str]:
    """`text by 30 Sep` or `text fri` as the text, the date and its words; a last `by` that is no date stays text.

    The next meeting is a deadline even before its date is known: then only the words are kept. So are words in
    quotation marks (`by "the first snow"`); words in brackets behind a date are kept beside it.
    """
    found = list(re.finditer(r"(?:^|\s)by\s+", text, re.IGNORECASE)) or _bare_date(text)
    if not found:
        return text.strip(), None, ""
    last = found[-1]
    words, before = text[last.end() :].strip().rstrip(".!;"), text[: last.start()].strip().rstrip(",;")
    quoted = re.fullmatch(r'["“](.+)["”]', words)
    if quoted:
        return before, None, quoted[1].strip()
    both = re.fullmatch(r"(.+?)\s*\((.+)\)", words)
    try:
        return before, read(both[1] if both else words), both[2].strip() if both else words
    except Problem:
        if fold(words) in ("next meeting", "the next meeting"):
            return before, None, words
        if looks_like_date(words):
            raise
        return text.strip(), None, ""
