"""A matter that needs attention, and the record that such matters are read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import TypeVar

from tui_app.domain.frozen import dataclass

from ..charter.charter import Charter
from ..completeness.gap import MeetingFiles
from ..consensus.decision import Decision
from ..consensus.proposal import Proposal
from ..follow_up.action import ActionPoint
from ..meeting.comment import Comment
from ..meeting.document import Document, FileState
from ..meeting.meeting import Meeting
from ..membership.roster import Body, Seat
from ..membership.sharing import SharedList
from ..membership.succession import Notice
from ..reports.report import Report
from ..workplan.workplan import WorkplanLine


class Urgency(IntEnum):
    """How soon a matter has to be seen to, the first one first."""

    NOW = 0
    LATE = 1
    SOON = 2
    LATER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing to see to: what, why, by which clause, and where it is dealt with.

    `place` is the place to go to; `meeting` the id of the meeting to show there, where the place is about one;
    `record` what the cursor goes to: an id, or the kind of a paper. `deed` is the id of the action that deals with it,
    as the catalogue of user actions has it; empty where being there is enough.
    """

    urgency: Urgency
    what: str
    sentence: str
    place: str
    meeting: str = ""
    record: str = ""
    deed: str = ""
    clause: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Astray:
    """A document of a meeting whose file is not what is on record, and what was found instead."""

    meeting: Meeting
    document: Document
    state: FileState


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is on record of a network: its charter, seats, meetings, actions, decisions, proposals, chairs, bodies.

    `proposals`: those that are open, or on which consensus was not reached; `actions` and `decisions`: those that
    are not done, or wait for an answer.

    `files`: what is on file of the meetings held within a year, but for what they decided; nothing of the disk.
    `astray`: the documents whose files are gone or changed, by meeting, where the disk was looked at.
    `shared`: the member list that was shared last; `comments`: those that wait for an answer.
    """

    charter: Charter
    seats: tuple[Seat, ...]
    meetings: tuple[Meeting, ...]
    actions: tuple[ActionPoint, ...]
    decisions: tuple[Decision, ...]
    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...] = ()
    files: tuple[MeetingFiles, ...] = ()
    astray: tuple[Astray, ...] = ()
    shared: SharedList | None = None
    workplan_lines: tuple[WorkplanLine, ...] = ()
    reports: tuple[Report, ...] = ()
    bodies: tuple[Body, ...] = ()
    comments: tuple[Comment, ...] = ()

    def clause_on(self, subject: str) -> str:
        """The first clause of what the ToR provide on a subject; empty where they say nothing of it."""
        return next(iter(self.charter.clauses_on(subject)), "")


MOST = 8
"""As many of a kind as Home names one by one, the oldest."""

Found = TypeVar("Found")


def oldest(found: Sequence[Found], told: Callable[[Found], Matter], others: str) -> Iterator[Matter]:
    """A matter for each of the first; where there are many more, a line that counts them and leads to the next one."""
    few = len(found) <= MOST + 1
    yield from map(told, found if few else found[:MOST])
    if not few:
        yield replace(told(found[MOST]), sentence=f"{len(found) - MOST:,} more {others}.")


def short_symbol(symbol: str) -> str:
    """A symbol without the network's own, which is known here: `2026/Q3/D04`."""
    return symbol.partition("/")[2]


def brief(text: str, most: int = 60) -> str:
    """A text cut at a word, long enough to be recognised."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0]} ..."
