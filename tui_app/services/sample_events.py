"""What `year.toml` of the sample year holds: its meetings with what went before and after them, and their times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.membership.roster import NETWORK


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCirculation:
    """Minutes sent out at a time, with the day until which comments are awaited."""

    at: datetime
    comments_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleComment:
    """What an entity said of the minutes that it had, and when and how it was answered."""

    at: datetime
    entity: str
    text: str
    answered: datetime
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMeeting:
    """One meeting of the year; without an `agenda` it is only planned. Times without a zone are the network's."""

    symbol: str
    kind: MeetingKind
    on: datetime
    place: str
    planned: datetime
    body: str = NETWORK
    agenda: str = ""
    agenda_circulated: datetime | None = None
    opened: time | None = None
    minutes: str = ""
    rest: str = ""
    closed: time | None = None
    circulated: tuple[SampleCirculation, ...] = ()
    comments: tuple[SampleComment, ...] = ()
    adopted: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSuggestion:
    """An issue suggested between meetings, as a line of an agenda, and by whom."""

    at: datetime
    line: str
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSeats:
    """Who joined a working group, each acronym with its name where it is new, and the decision that admits them."""

    at: datetime
    body: str
    entities: Mapping[str, str]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleProgress:
    """A report on a decision, an action or a line of the workplan, `of` its symbol without the network."""

    of: str
    at: datetime
    status: ActionStatus
    note: str
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDone:
    """A milestone of the workplan that was reached, named by its quarter."""

    milestone: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLine:
    """A line of the workplan of a year, added at a time; `serves` it: symbols without the network."""

    year: int
    at: datetime
    line: str
    served_by: tuple[str, ...] = ()
    linked: datetime | None = None
    done: tuple[SampleDone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleYear:
    """What `year.toml` holds; `now` is when the sample opens in its live meeting."""

    charter: str
    kept_by: str
    made: datetime
    now: datetime
    meeting: tuple[SampleMeeting, ...]
    seat: tuple[SampleSeats, ...] = ()
    progress: tuple[SampleProgress, ...] = ()
    suggestion: tuple[SampleSuggestion, ...] = ()
    workplan: tuple[SampleLine, ...] = ()
