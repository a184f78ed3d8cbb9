"""A matter that needs attention, and the record that such matters are read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from .action import ActionPoint
from .charter import Charter
from .decision import Decision
from .gap import MeetingFiles
from .meeting import Meeting
from .proposal import Proposal
from .report import Report
from .roster import Seat
from .sharing import SharedList
from .succession import Notice
from .workplan import WorkplanLine


class Urgency(IntEnum):
    """How soon a matter has to be seen to, the first one first."""

    NOW = 0
    LATE = 1
    SOON = 2
    LATER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing to see to: what, why, by which clause, and where it is dealt with.

    `place` is the place to go to; `meeting` the id of the meeting to show there, `record` that of the record.
    """

    urgency: Urgency
    what: str
    sentence: str
    place: str
    meeting: str = ""
    clause: str = ""
    since: date | None = None
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is on record of a network: its charter, seats, meetings, actions, decisions, proposals, chairs.

    `files`: what is on file of the meetings held within a year, but for what they decided; nothing of the disk.
    `shared`: the member list that was shared last.
    """

    charter: Charter
    seats: tuple[Seat, ...]
    meetings: tuple[Meeting, ...]
    actions: tuple[ActionPoint, ...]
    decisions: tuple[Decision, ...]
    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...] = ()
    files: tuple[MeetingFiles, ...] = ()
    shared: SharedList | None = None
    workplan_lines: tuple[WorkplanLine, ...] = ()
    reports: tuple[Report, ...] = ()


def short_symbol(symbol: str) -> str:
    """A symbol without the network's own, which is known here: `2026/Q3/D04`."""
    return symbol.partition("/")[2]


def brief(text: str) -> str:
    """A text cut at a word, long enough to be recognised."""
    return text if len(text) <= 90 else f"{text[:90].rpartition(' ')[0]} ..."
