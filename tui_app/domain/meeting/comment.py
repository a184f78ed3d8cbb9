"""Comments on what was circulated: which entity said what, and what was done about it (R-27, R-60)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..calendar import short_date
from ..problem import Problem, did_you_mean
from ..words import ENGLISH, Words
from .circulated import PaperKind


class Treatment(StrEnum):
    """What was done about a comment."""

    TAKEN_IN = "taken in"
    PARTLY = "partly taken in"
    NOT_TAKEN_IN = "not taken in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treated:
    """What was done about a comment, in words, when and by whom."""

    kind: Treatment
    words: str = ""
    on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What one entity said of a version. `on`: when it came in; `late`: after the day that was asked for."""

    id: str
    meeting: str
    number: str
    kind: PaperKind
    version: int
    entity: str
    text: str
    on: date
    late: bool = False
    treated: Treated | None = None

    @property
    def about(self) -> str:
        """`minutes v1`."""
        return f"{self.kind} v{self.version}"


FORM = "taken in: item 3 names it now"
_TYPED = r"(?is)(taken[ -]in|yes|partly(?:[ -]taken[ -]in)?|not(?:[ -]taken[ -]in)?|no)(?:\s*[:,;.]\s*|\s+|$)(.*)"
_BY_FIRST_LETTER = {each.value[0]: each for each in Treatment} | {"y": Treatment.TAKEN_IN}


def read_treatment(text: str) -> tuple[Treatment, str]:
    """Read `taken in: item 3 names it now` or `not taken in: it was said later`.

    Problem: it is none of the three, or says not why where a comment is not taken in whole.
    """
    found = re.fullmatch(_TYPED, text.strip())
    if found is None:
        near = did_you_mean(text.partition(":")[0].strip().casefold(), [each.value for each in Treatment])
        raise Problem(f"{text.strip()!r} does not say what was done about it: {near} Write it as {FORM}.")
    kind = _BY_FIRST_LETTER[found[1][0].casefold()]
    words = " ".join(found[2].split())
    if not words and kind is not Treatment.TAKEN_IN:
        raise Problem(f"Why is it {kind}? Whoever sent it will ask: write it as {kind}: the reason.")
    return kind, words


def treatment_words(comment: Comment) -> str:
    """`partly taken in on 6 Oct 2026 (A. Otieno): the reason`, or `no answer yet`."""
    done = comment.treated
    if done is None:
        return "no answer yet"
    return f"{done.kind} on {short_date(done.on)} ({done.by}){f': {done.words}' if done.words else ''}"


def comment_words(comment: Comment) -> str:
    """`C01 UNHCR on minutes v1, 1 Oct 2026, late: the words`."""
    late = ", late" if comment.late else ""
    return f"{comment.number} {comment.entity} on {comment.about}, {short_date(comment.on)}{late}: {comment.text}"


def unanswered(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Those about which it is not said what was done."""
    return tuple(comment for comment in comments if comment.treated is None)


def unanswered_words(comments: Iterable[Comment], words: Words = ENGLISH) -> str:
    """`2 comments have no answer: C01 of UNHCR, C02 of ILO`; empty where all have one."""
    left = unanswered(comments)
    which = ", ".join(words("{number} of {entity}", number=each.number, entity=each.entity) for each in left)
    many = words.count(len(left), "1 comment has no answer", "{number} comments have no answer")
    return f"{many}{words.colon}{which}" if left else ""
