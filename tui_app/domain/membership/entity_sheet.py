"""One entity's part in the network, gathered: its seats, attendance, positions, and what it has to do (R-68)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..consensus.decision import Decision
from ..consensus.proposal import Position, PositionKind
from ..follow_up.action import ActionPoint
from ..meeting.attendance import Participant, attendance
from ..meeting.meeting import Meeting
from .roster import Seat


class Presence(StrEnum):
    """How an entity was represented at a meeting."""

    REPRESENTED = "represented"
    APOLOGIES = "apologies"
    ABSENT = "not represented"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """A meeting of a body in which the entity had a seat: how it was represented, and by whom."""

    meeting: Meeting
    presence: Presence
    by: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What the entity said of one text; `symbol` is that of the decision, or of the proposal where there is none.

    `heard`: what it answered in writing, or by its silence. `closed`: the text was taken behind closed doors.
    """

    symbol: str
    text: str
    position: Position
    heard: str = ""
    closed: bool = False

    @property
    def bare(self) -> bool:
        """Whether it joined and said no more."""
        return self.position.kind is PositionKind.JOINS and not self.position.words


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitySheet:
    """Everything about one entity on a day; `attended` is the newest first, `actions` are all that fall to it."""

    entity: str
    name: str
    on: date
    seats: tuple[Seat, ...]
    attended: tuple[Attended, ...]
    stances: tuple[Stance, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[ActionPoint, ...]
    closed: frozenset[str] = frozenset()


def attended(entity: str, meeting: Meeting, participants: tuple[Participant, ...]) -> Attended:
    """How an entity was represented at a meeting."""
    found = attendance((entity,), participants)
    if found.apologies:
        return Attended(meeting=meeting, presence=Presence.APOLOGIES)
    if found.not_represented:
        return Attended(meeting=meeting, presence=Presence.ABSENT)
    theirs = tuple(p for p in participants if p.entity == entity and p.attended)
    return Attended(meeting=meeting, presence=Presence.REPRESENTED, by=theirs)
