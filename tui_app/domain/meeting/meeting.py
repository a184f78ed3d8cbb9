"""A meeting, from the day it is planned to the day its minutes are adopted."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..calendar import long_date
from ..membership.roster import NETWORK
from ..problem import Problem, did_you_mean
from ..symbols import first_free, quarter_stem
from ..words import ENGLISH, Words
from .imported import Imported
from .purposes import Without


class MeetingKind(StrEnum):
    """Why the body meets."""

    QUARTERLY = "quarterly"
    ON_REQUEST = "on request"
    EXTRAORDINARY = "extraordinary"
    ANNUAL = "annual"
    STAKEHOLDER = "stakeholder"
    WORKING_GROUP = "working group"


class MeetingState(StrEnum):
    """How far the meeting and its minutes have come (R-60), or that it is not held."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    IN_SESSION = "in session"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step in the life of a meeting: what was done, when, by whom."""

    what: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of one body. `starts` carries its offset, `zone` names the IANA zone.

    `requested_by` and `requested_on`: who requested the meeting, or called an
    extraordinary one, and when; `cancelled_because` is why it is not held, `without` the
    purposes of the ToR that it does without.
    `agenda_fingerprint` is that of the agenda circulated last, `agenda_adopted` that of the one the meeting adopted;
    empty if none was.
    `sealed_sequence` and `sealed_head`: how far the register had come, and its
    seal, when the minutes were adopted; `sealed_checksum` is that of their text.
    `adopted_at`: the symbol of the meeting that adopted them, empty where none did; `corrections`: with what, in words.
    `carried`: the ids of what was open when it opened, oldest first (R-63); None before that.
    `imported`: the file it was read from, where it was not taken with this program.
    """

    id: str
    symbol: str
    kind: MeetingKind
    starts: datetime
    zone: str
    body: str = NETWORK
    place: str = ""
    minutes_available: int = 120
    requested_by: str = ""
    requested_on: date | None = None
    reason: str = ""
    conjunction: str = ""
    cancelled_because: str = ""
    without: tuple[Without, ...] = ()
    chairs: tuple[str, ...] = ()
    in_the_chair: str = ""
    state: MeetingState = MeetingState.PLANNED
    opened: datetime | None = None
    closed: datetime | None = None
    carried: tuple[str, ...] | None = None
    current_item: str = ""
    doors_closed: bool = False
    agenda_version: int = 0
    agenda_fingerprint: str = ""
    agenda_adopted: str = ""
    minutes_version: int = 0
    comments_by: date | None = None
    adopted_on: date | None = None
    adopted_at: str = ""
    corrections: str = ""
    sealed_sequence: int = 0
    sealed_head: str = ""
    sealed_checksum: str = ""
    steps: tuple[Step, ...] = ()
    imported: Imported | None = None

    @property
    def on(self) -> date:
        """The day of the meeting, where it is held."""
        return self.starts.date()

    def live_on(self, day: date) -> bool:
        """Whether a clock read on that day is the meeting's own: on its day, or the two after it where it goes on.

        On any other day the minutes are being written up, and so are those of a meeting opened on another day.
        """
        from zoneinfo import ZoneInfo

        zone = ZoneInfo(self.zone)
        opened = next((step.at.astimezone(zone).date() for step in reversed(self.steps) if step.what == "opened"), day)
        return opened == self.on and 0 <= (day - self.on).days <= 2

    @property
    def timed(self) -> bool:
        """Whether its time of day is known: not where it was imported and its file says none."""
        return self.imported is None or self.opened is not None

    @property
    def in_session(self) -> bool:
        """Whether minutes are being taken."""
        return self.state is MeetingState.IN_SESSION

    def left_open(self, today: date) -> date | None:
        """The day before today on which it was opened, where it is in session still; None otherwise."""
        days = [step.at.date() for step in self.steps if step.what == "opened"] if self.in_session else []
        return days[-1] if days and days[-1] < today else None

    @property
    def cancelled(self) -> bool:
        """Whether it was planned and is not held."""
        return self.state is MeetingState.CANCELLED

    @property
    def held(self) -> bool:
        """Whether it was opened, be it still in session."""
        return self.state not in (MeetingState.PLANNED, MeetingState.CANCELLED)

    @property
    def takes_items(self) -> bool:
        """Whether its agenda can still take an item."""
        return self.in_session or self.state is MeetingState.PLANNED

    @property
    def over(self) -> bool:
        """Whether it was held and is closed."""
        return self.held and not self.in_session

    @property
    def title(self) -> str:
        """`Third quarterly meeting of 2026`, by the symbol."""
        return title_in(ENGLISH, self)


MOVED = "moved from"
"""The beginning of the step with which a meeting was moved."""

QUARTERLY = (
    *("First quarterly meeting of {year}", "Second quarterly meeting of {year}"),
    *("Third quarterly meeting of {year}", "Fourth quarterly meeting of {year}"),
)
TITLES = {
    MeetingKind.ON_REQUEST: "Meeting on request of {year}",
    MeetingKind.EXTRAORDINARY: "Extraordinary meeting of {year}",
    MeetingKind.ANNUAL: "Annual meeting of {year}",
    MeetingKind.STAKEHOLDER: "Stakeholder meeting of {year}",
}
OF_A_GROUP = "Meeting of {body} on {day}"
AGAIN = ("{title} (meeting {number} of the quarter)", "{title}, no. {number}")
"""The title of a quarter's further meetings, and of other kinds that have a number."""


def title_in(words: Words, meeting: Meeting) -> str:
    """The title of a meeting in some language."""
    year, _, rest = meeting.symbol.partition("/")
    if meeting.kind is MeetingKind.QUARTERLY:
        number, _, again = rest.removeprefix("Q").partition("-")
        title = words(QUARTERLY[int(number) - 1], year=year)
        return words(AGAIN[0], title=title, number=again) if again else title
    if meeting.kind is MeetingKind.WORKING_GROUP:
        return words(OF_A_GROUP, body=meeting.body, day=words.date(meeting.on))
    title = words(TITLES[meeting.kind], year=year)
    number = "".join(c for c in rest if c.isdigit())
    return words(AGAIN[1], title=title, number=number) if number else title


_STEMS = {
    MeetingKind.ON_REQUEST: ("RQ", True),
    MeetingKind.EXTRAORDINARY: ("EX", True),
    MeetingKind.ANNUAL: ("AN", False),
    MeetingKind.STAKEHOLDER: ("ST", True),
}


def meeting_symbol(kind: MeetingKind, on: date, body: str, taken: set[str]) -> str:
    """The next symbol for a meeting of that kind on that day: 2026/Q3, 2026/EX1, 2026/AN, 2026/WG-DATA-2."""
    if kind is MeetingKind.QUARTERLY:
        return first_free(quarter_stem(on), taken, numbered=False)
    if kind is MeetingKind.WORKING_GROUP:
        return first_free(f"{on.year}/{body}-", taken, numbered=True)
    stem, numbered = _STEMS[kind]
    return first_free(f"{on.year}/{stem}", taken, numbered=numbered)


def read_kind(text: str) -> MeetingKind:
    """A kind of meeting by its words or a beginning of them; Problem with the nearest one."""
    words = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    found = [kind for kind in MeetingKind if words and kind.value.startswith(words)]
    if words == "wg":
        return MeetingKind.WORKING_GROUP
    if len(found) == 1:
        return found[0]
    raise Problem(f"{text!r} is not a kind of meeting: {did_you_mean(words, [k.value for k in MeetingKind])}")


_NEXT_STATES = {
    MeetingState.PLANNED: {MeetingState.IN_SESSION: "opened", MeetingState.CANCELLED: "cancelled"},
    MeetingState.CANCELLED: {},
    MeetingState.IN_SESSION: {MeetingState.DRAFT: "closed"},
    MeetingState.DRAFT: {MeetingState.CIRCULATED: "circulated"},
    MeetingState.CIRCULATED: {MeetingState.CIRCULATED: "circulated", MeetingState.ADOPTED: "adopted"},
    MeetingState.ADOPTED: {},
}
_NOW = {
    MeetingState.PLANNED: "has not been opened",
    MeetingState.CANCELLED: "was cancelled",
    MeetingState.IN_SESSION: "is in session",
    MeetingState.DRAFT: "is closed and its minutes are a draft",
    MeetingState.CIRCULATED: "is closed and its minutes are circulated",
    MeetingState.ADOPTED: "has adopted minutes, which cannot change",
}


def state_sentence(meeting: Meeting) -> str:
    """`2026/Q3 is in session`, the beginning of every refusal."""
    return f"{meeting.symbol} {_NOW[meeting.state]}"


def require_step(meeting: Meeting, to: MeetingState) -> None:
    """Raise Problem unless the meeting may go to that state now (R-60)."""
    if meeting.cancelled:
        raise Problem(f"{state_sentence(meeting)}, and its symbol is not used again: plan another meeting.")
    allowed = _NEXT_STATES[meeting.state]
    if to not in allowed:
        then = " or ".join(allowed.values()) or "corrected by a corrigendum"
        raise Problem(f"{state_sentence(meeting)}: it can now only be {then}.")


def require_session(meeting: Meeting) -> None:
    """Raise Problem unless minutes can be taken in the meeting now."""
    if not meeting.in_session:
        hint = ": open it first." if meeting.state is MeetingState.PLANNED else "."
        raise Problem(f"{state_sentence(meeting)}{hint}")


def agenda_circulated_on(meeting: Meeting) -> date | None:
    """The day on which the agenda went out last."""
    what = f"agenda v{meeting.agenda_version} circulated"
    return next((step.at.date() for step in reversed(meeting.steps) if step.what == what), None)


AGENDA_ADOPTED = "agenda adopted"
"""The step with which a meeting adopted its agenda."""


def agenda_adopted_on(meeting: Meeting) -> date | None:
    """The day on which the meeting adopted its agenda; None where that is not on record."""
    done = (step.at.date() for step in reversed(meeting.steps) if step.what == AGENDA_ADOPTED)
    return next(done, None) if meeting.agenda_adopted else None


def moved_since_circulated(meeting: Meeting) -> bool:
    """Whether the members have an agenda with a day, time or place at which the meeting is no longer held."""
    sent = f"agenda v{meeting.agenda_version} circulated"
    done = [step.what for step in meeting.steps]
    return sent in done and any(what.startswith(MOVED) for what in done[done.index(sent) :])


def state_words(meeting: Meeting) -> str:
    """`minutes v2 circulated, comments by 3 October 2026`, for headers and lists."""
    if meeting.state is MeetingState.CIRCULATED:
        by = f", comments by {long_date(meeting.comments_by)}" if meeting.comments_by else ""
        return f"minutes v{meeting.minutes_version} circulated{by}"
    if meeting.state is MeetingState.PLANNED and meeting.agenda_version:
        return f"planned, agenda v{meeting.agenda_version} circulated"
    return meeting.state.value
