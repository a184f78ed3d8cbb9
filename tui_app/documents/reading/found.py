"""What was found in a file of minutes: plain values, with the line on which each stands."""

from __future__ import annotations

import dataclasses
from datetime import date, time

from tui_app.domain.consensus.answer import Answered
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.agenda import Purpose
from tui_app.domain.meeting.attendance import Capacity
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.membership.roster import NETWORK


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: its line, the sentence that says why and what would be right, and its words."""

    line: int
    sentence: str
    text: str = ""

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}"


@dataclasses.dataclass(slots=True, kw_only=True)
class Head:
    """The facts of the meeting. `symbol` is empty where the file states none; `adopted`: the day, if they were.

    `misread`: the title states a day that is none.
    """

    kind: MeetingKind | None = None
    symbol: str = ""
    body: str = NETWORK
    on: date | None = None
    misread: bool = False
    starts: time | None = None
    ends: time | None = None
    zone: str = ""
    place: str = ""
    conjunction: str = ""
    requested_by: str = ""
    requested_on: date | None = None
    reason: str = ""
    chairs: tuple[str, ...] = ()
    in_the_chair: str = ""
    taken_by: str = ""
    adopted: date | None = None
    corrections: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParticipant:
    """One person, or with `apologies` an entity that sent word; `presence` is empty where no times are stated."""

    line: int
    entity: str
    name: str = ""
    title: str = ""
    capacity: Capacity = Capacity.MEMBER
    acting_for: str = ""
    invited_by: str = ""
    invited_why: str = ""
    apologies: bool = False
    presence: tuple[tuple[time, time | None], ...] = ()


@dataclasses.dataclass(slots=True, kw_only=True)
class ReadOutcome:
    """A decision or an action; `number` (`D03`) is empty where the file states none.

    `status`: as stated, None where nothing is said; `evidence` and `note` are what is said beside it. `carried_out`:
    nothing is left to be carried out of a decision. `recommended` and `answer` are of a recommendation.
    """

    line: int
    decision: bool
    text: str
    number: str = ""
    responsible: tuple[str, ...] = ()
    due: date | None = None
    due_words: str = ""
    basis: str = ""
    status: ActionStatus | None = None
    note: str = ""
    evidence: str = ""
    carried_out: bool = False
    closed: bool = False
    adopted_on: date | None = None
    recommended: bool = False
    answer: Answered | None = None


@dataclasses.dataclass(slots=True, kw_only=True)
class ReadItem:
    """One item of the agenda; `part`: of the last item that is none. `taken_up`: it was on the table."""

    title: str
    number: str = ""
    part: bool = False
    purpose: Purpose = Purpose.DISCUSSION
    presenter: str = ""
    closed: bool = False
    deferred: bool = False
    taken_up: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    """One entry of the minutes, under an item or under none; a decision or an action stands for its `outcome`."""

    item: ReadItem | None
    kind: EntryKind
    text: str = ""
    entity: str = ""
    outcome: ReadOutcome | None = None
    on_record: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMinutes:
    """All that was read of a file, in its order; `entities` are those that it says are to be made, with their names.

    `corrigenda`: the highest number of those that stand behind it, 0 where there are none.
    """

    head: Head
    entities: tuple[tuple[str, str], ...]
    participants: tuple[ReadParticipant, ...]
    absent: tuple[str, ...]
    decisions: tuple[ReadOutcome, ...]
    actions: tuple[ReadOutcome, ...]
    items: tuple[ReadItem, ...]
    entries: tuple[ReadEntry, ...]
    corrigenda: int
    unread: tuple[Unread, ...]
