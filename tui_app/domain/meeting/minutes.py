"""The minutes: one entry a line, under an agenda item, in the order in which they were taken; and as adopted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from operator import attrgetter

from tui_app.domain.frozen import dataclass


class EntryKind(StrEnum):
    """What one captured line is."""

    NOTE = "note"
    STATEMENT = "statement"
    ACTION = "action"
    DECISION = "decision"
    PROPOSAL = "proposal"
    PROCEDURAL = "procedural"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. `rank` orders the entries of a meeting; `at` is when it was said.

    `text` is empty where the words live in another record, which `refers_to`
    names: an action point, a decision, a proposal. `closed`: taken behind
    closed doors, in no export but the internal one. `on_record`: printed with
    its author.
    """

    id: str
    meeting: str
    item: str
    rank: int
    at: datetime
    kind: EntryKind
    by: str
    text: str = ""
    entity: str = ""
    refers_to: str = ""
    on_record: bool = False
    closed: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedMinutes:
    """The minutes of a meeting as they were adopted: the very text, which no later program prints otherwise.

    `id` is that of the meeting, so there can be only one.
    """

    id: str
    text: str


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of one meeting as the minutes have them."""
    return tuple(sorted(entries, key=attrgetter("rank")))


def names_a_speaker(entry: Entry, names: Iterable[str]) -> bool:
    """Whether a note begins with who said it (`UNHCR (K. Hassan): ...`), which is printed as it was typed.

    `names`: of the entities and persons who may speak. What an entity said is put as nobody's in the minutes, and a
    note cannot be.
    """
    before, colon, _ = entry.text.partition(": ")
    words = re.findall(r"[\w.]+", before)
    if entry.kind is not EntryKind.NOTE or entry.struck or not colon or not all(map(_of_a_name, words)):
        return False
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", before, re.IGNORECASE) for each in names if each)


def _of_a_name(word: str) -> bool:
    """Whether a word can stand in a name, unlike those of `IOM presented two options: ...`."""
    return word[:1].isupper() or word in ("and", "for", "of", "the")
