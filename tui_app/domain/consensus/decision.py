"""Decisions: adopted proposals with a symbol, never edited (R-61)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..charter.charter import Output
from ..follow_up.action import DONE, ActionStatus, Progress
from ..follow_up.assignment import Assignment, Terms
from .answer import Answered, Response
from .effect import Effect


class DecisionState(StrEnum):
    """Where a matter stands, as the command line names it (DOMAIN.md section 3)."""

    DRAFTED = "drafted"
    CONSULTATION = "consultation"
    OBJECTED = "objected"
    SILENCE = "silence"
    AGREED = "agreed"
    AWAITING_CONSULTATION = "awaiting_consultation"
    ADOPTED = "adopted"
    NOT_REACHED = "not_reached"
    REFERRED = "referred"
    CLOSED = "closed"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    RESCINDED = "rescinded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. Its text is the text of the round that was adopted; only follow-up is added to it.

    `earlier`: its owners and date before they were changed after the meeting. `carried_out`: it was said of it that
    nothing has to be carried out, as where minutes are adopted.
    """

    id: str
    number: str
    symbol: str
    kind: Output
    meeting: str
    item: str
    proposal: str
    body: str
    text: str
    tier: str
    basis: str
    clause: str
    adopted_on: date
    declared_by: str = ""
    effects: tuple[Effect, ...] = ()
    owners: tuple[str, ...] = ()
    due: date | None = None
    progress: tuple[Progress, ...] = ()
    superseded_by: str = ""
    rescinded_by: str = ""
    answer: Answered | None = None
    earlier: tuple[Assignment, ...] = ()
    carried_out: bool = False

    @property
    def terms(self) -> Terms:
        """Who carries it out now, and by when."""
        return Terms(responsible=self.owners, due=self.due, carried_out=self.carried_out)

    @property
    def lacks_owner(self) -> bool:
        """Whether something remains that somebody should carry out, and nobody is named (R-48)."""
        return not self.owners and self.open

    @property
    def left_to_nobody(self) -> bool:
        """Whether nobody is named and nobody lacks: nothing has to be carried out, or it does not stand any more.

        Of one that was worked on that would be untrue.
        """
        return not self.owners and not self.open and not self.progress

    @property
    def agreed(self) -> Decision:
        """The decision with the owners and the date that were named first, as its minutes print it."""
        return replace(self, owners=self.earlier[0].responsible, due=self.earlier[0].due) if self.earlier else self

    @property
    def state(self) -> DecisionState:
        """Adopted, unless a later decision took its place."""
        if self.rescinded_by:
            return DecisionState.RESCINDED
        return DecisionState.SUPERSEDED if self.superseded_by else DecisionState.ADOPTED

    @property
    def implementation(self) -> ActionStatus:
        """What was last reported of its implementation."""
        return self.progress[-1].status if self.progress else ActionStatus.NOT_STARTED

    @property
    def open(self) -> bool:
        """Whether it stands and something remains to be done; not where the parent body does not follow it."""
        unfollowed = self.answer is not None and self.answer.kind is Response.NOT_FOLLOWED
        done = self.carried_out or self.implementation in DONE
        return self.state is DecisionState.ADOPTED and not done and not unfollowed

    def overdue(self, today: date) -> bool:
        """Whether it is open after its day."""
        return self.open and self.due is not None and self.due < today

    @property
    def awaits_answer(self) -> bool:
        """Whether it is a recommendation that stands, and that the parent body has not answered (R-44)."""
        return self.kind is Output.RECOMMENDATION and self.state is DecisionState.ADOPTED and self.answer is None
