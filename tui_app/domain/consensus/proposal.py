"""A proposal before a body: rounds of text, each with the position of every entity.

The record of a check (DOMAIN.md section 3): the roster as it was, every text,
every position with its words and time, how each objection was resolved, the
consultations, the chair's declaration. What follows from it is decided in
`consensus`.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..charter.charter import Tier
from .answer import Ruled
from .effect import Effect


class PositionKind(StrEnum):
    """What one entity says of one round; never a vote."""

    JOINS = "joins"
    STATEMENT = "joins with statement"
    RESERVATION = "reservation"
    DISSOCIATES = "dissociates"
    NO_POSITION = "no position"
    OBJECTS = "objects"
    ABSENT = "absent"
    PENDING = "pending"


class Ground(StrEnum):
    """On what an objection stands (R-46: a member's mandate is one)."""

    SUBSTANCE = "substance"
    MANDATE = "mandate"
    LEGAL = "legal"
    RESOURCES = "resources"
    PROCESS = "process"
    STATE_POSITION = "state position"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One entity in one round.

    `words` is what it said: the statement, the text of the reservation, or
    the change that an objection seeks. `paragraph` is what a reservation or a
    dissociation is on. `represented_by` and `present` are as they were when the entity was
    asked. `withdrawn`: when the entity withdrew its objection. `closed`: this
    was said behind closed doors, the withdrawal too.
    """

    entity: str
    tier: Tier
    kind: PositionKind = PositionKind.PENDING
    words: str = ""
    ground: Ground | None = None
    paragraph: str = ""
    represented_by: str = ""
    present: bool = False
    at: datetime | None = None
    withdrawn: datetime | None = None
    closed: bool = False

    @property
    def objecting(self) -> bool:
        """Whether an objection stands."""
        return self.kind is PositionKind.OBJECTS and self.withdrawn is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One text and the positions on it, one for each entitled entity.

    `resolved`: the objections that an entity gave up by taking another position, with the time at which it did.
    `closed`: its text was made behind closed doors.
    """

    number: int
    text: str
    opened: datetime
    positions: tuple[Position, ...]
    resolved: tuple[Position, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A written consultation of an absent member, or of the state's body on a concern of the state.

    `result` is the answer, `channel` how it was given. `waived`: it was not held, for the reason in `result`
    (R-40, R-41). `round`: the one whose text a member answered on, and on no later one; 0: on the matter itself.
    """

    body: str
    result: str
    on: date
    waived: bool = False
    channel: str = ""
    round: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceProcedure:
    """Adoption of the text of one round unless someone objects by the deadline (R-47).

    A break at its very second counts. `recipients` are those who were to answer, `circulated` is how the text
    went to them. `objections`: who objected while it ran, also where the objection was withdrawn later.
    `ended`: when a person confirmed that it was not broken, or noted that it was.
    """

    opened: datetime
    deadline: datetime
    circulated: str = ""
    recipients: tuple[str, ...] = ()
    round: int = 1
    objections: tuple[str, ...] = ()
    ended: datetime | None = None


class Outcome(StrEnum):
    """How a check ended."""

    ADOPTED = "adopted"
    NOT_REACHED = "not_reached"
    REFERRED = "referred"
    CLOSED = "closed"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The end of a check: what was declared, by whom, in which words, on which basis.

    `binding`: the entities whose objection would have blocked. `before`: the declaration that consensus was not
    reached, of a matter that was then referred, deferred or closed.
    """

    outcome: Outcome
    at: datetime
    declared_by: str
    words: str
    basis: str
    clause: str = ""
    question: str = ""
    binding: tuple[str, ...] = ()
    before: Closing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A text put to a body. `number` is its working number within the meeting (`P3`).

    ValueError where one is made that may never be: adopted with somebody still to be asked, with an objection
    standing in the binding tier, or with another text than that of its last round.
    """

    id: str
    number: str
    meeting: str
    item: str
    body: str
    text: str
    proposed_by: str = ""
    state_concern: bool = False
    effects: tuple[Effect, ...] = ()
    rounds: tuple[Round, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    silences: tuple[SilenceProcedure, ...] = ()
    closing: Closing | None = None
    answer: Ruled | None = None
    struck: bool = False

    def __post_init__(self) -> None:
        """Refuse what may never be, however it was come to."""
        if self.closing is None or self.closing.outcome is not Outcome.ADOPTED or not self.rounds:
            return
        unasked = any(p.kind is PositionKind.PENDING for p in self.positions)
        blocked = any(p.objecting and p.entity in self.closing.binding for p in self.positions)
        if unasked or blocked or self.text != self.rounds[-1].text:
            raise ValueError(f"{self.number} cannot be adopted as it stands")

    @property
    def silence(self) -> SilenceProcedure | None:
        """The silence procedure on the text of the present round, the last one if it was opened anew."""
        last = self.silences[-1] if self.silences else None
        return last if last is not None and self.round is not None and last.round == self.round.number else None

    @property
    def round(self) -> Round | None:
        """The round now before the body."""
        return self.rounds[-1] if self.rounds else None

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions of the present round."""
        return self.rounds[-1].positions if self.rounds else ()

    def away(self, position: Position) -> bool:
        """Whether an entity is known not to be in the room: where attendance was not taken, none is."""
        return not position.present and any(p.present or p.represented_by for p in self.positions)

    @property
    def open(self) -> bool:
        """Whether the check can still go on."""
        return self.closing is None and not self.struck

    @property
    def referred(self) -> bool:
        """Whether it was put before the parent body, answered or not."""
        return self.closing is not None and self.closing.outcome is Outcome.REFERRED and not self.struck

    @property
    def awaits_answer(self) -> bool:
        """Whether the parent body has still to answer it (R-43)."""
        return self.referred and self.answer is None

    @property
    def in_silence(self) -> bool:
        """Whether a silence procedure runs, or has run out and waits for a person to confirm it."""
        return self.silence is not None and self.silence.ended is None

    def consulted(self, body: str) -> Consultation | None:
        """The consultation of a member on the present text, or of the state's body, if it was held or waived."""
        now = (0, self.round.number if self.round else 0)
        held = (c for c in reversed(self.consultations) if c.round in now)
        return next((c for c in held if c.body.casefold() == body.casefold()), None)
