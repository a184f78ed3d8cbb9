"""The minutes: one entry a line, under an agenda item, in the order in which they were taken; and as adopted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
    return tuple(sorted(entries, key=lambda entry: entry.rank))
