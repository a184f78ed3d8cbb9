"""What went to the members: the very text of each version of an agenda or of minutes, and to whom (R-27, R-60)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..calendar import is_date_phrase, looks_like_date, read_past_date
from ..problem import Problem
from ..words import ENGLISH, Words
from .meeting import Meeting


class PaperKind(StrEnum):
    """What is circulated of a meeting in numbered versions."""

    AGENDA = "agenda"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CirculatedPaper:
    """One version as it went out; it never changes.

    `text` is Markdown, `checksum` its SHA-256 as UTF-8, 64 hex digits; `recipients` are acronyms, or names as typed.
    `following`: the next meeting as it was planned then, or empty; None where that was not kept.
    """

    id: str
    meeting: str
    kind: PaperKind
    version: int
    at: datetime
    by: str
    text: str = ""
    checksum: str = ""
    recipients: tuple[str, ...] = ()
    comments_by: date | None = None
    following: tuple[Meeting, ...] | None = None

    @property
    def name(self) -> str:
        """`minutes v2`."""
        return f"{self.kind} v{self.version}"


def circulated_words(paper: CirculatedPaper, words: Words = ENGLISH) -> str:
    """`v2 on 6 October 2026, to FAO, ILO and IOM`."""
    to = f", {words('to {recipients}', recipients=words.all_of(paper.recipients))}" if paper.recipients else ""
    return f"v{paper.version} {words('on {day}', day=words.date(paper.at.date()))}{to}"


def version_named(papers: Iterable[CirculatedPaper], kind: PaperKind, version: int, of: str) -> CirculatedPaper:
    """The version with a number; Problem with those that there are, `of` the symbol of the meeting."""
    there = [each for each in papers if each.kind is kind]
    for each in there:
        if each.version == version:
            return each
    kept = ", ".join(f"v{each.version}" for each in there) or "none"
    raise Problem(f"There is no {kind} v{version} of {of}: of its {kind} these versions are kept: {kept}.")


def last_of(papers: Iterable[CirculatedPaper], kind: PaperKind) -> CirculatedPaper | None:
    """The version that went out last, if one was kept."""
    return max((each for each in papers if each.kind is kind), key=lambda each: each.version, default=None)


_ON_A_DAY = r"(?i)(?:(.*)[ ,;])?on (.+)"


def recipients_and_day(typed: str, today: date, since: date | None = None) -> tuple[str, date | None]:
    """`IOM, ILO on 12 Sep` as to whom and on which day it went, None where none is named; Problem: no such day was.

    A day without its year is read as `read_past_date` does, `since` the first one that is likely.
    """
    found = re.fullmatch(_ON_A_DAY, typed.strip())
    if found and (is_date_phrase(found[2]) or looks_like_date(found[2]) or found[2].casefold() == "yesterday"):
        return (found[1] or "").strip(" ,;"), read_past_date(found[2], today, since)
    return typed, None
