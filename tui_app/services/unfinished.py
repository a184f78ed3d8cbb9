"""The few records that stand out, found without reading the thousands that do not: what is not done with, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.follow_up.action import DONE, ActionPoint, ActionStatus
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.minutes import Entry

if TYPE_CHECKING:  # the book itself finds what is carried over by it
    from tui_app.services.book import Book

R = TypeVar("R", ActionPoint, Decision)


def not_adopted(book: Book) -> tuple[Proposal, ...]:
    """The proposals that are open, on which consensus was not reached, or that were referred, answered or not."""
    return book.of(Proposal).where(_Ended, _Ended.wanted, unless={"outcome": Outcome.ADOPTED})  # most of them are


def deferred(book: Book) -> tuple[Proposal, ...]:
    """The proposals that were put off, not those struck out."""
    found = book.of(Proposal).where(_Ended, _Ended.deferred, unless={"outcome": Outcome.ADOPTED})
    return tuple(each for each in found if not each.struck)


def behind_closed_doors(book: Book) -> tuple[Entry, ...]:
    """The entries of all minutes that were taken behind closed doors."""
    return book.of(Entry).where(_Doors, _Doors.wanted, unless={"closed": False})


def unfinished(book: Book, record_type: type[R]) -> tuple[R, ...]:
    """The decisions or actions that are not reported as done, or that wait for an answer; struck ones too."""
    return book.of(record_type).where(_Followed, _Followed.wanted)


@dataclass(frozen=True, slots=True)
class _Ending:
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a proposal ended, read without its rounds."""

    closing: _Ending | None = None

    def wanted(self) -> bool:
        """Whether something may still have to be done."""
        return self.closing is None or self.closing.outcome in (Outcome.NOT_REACHED, Outcome.REFERRED)

    def deferred(self) -> bool:
        """Whether it was put off."""
        return self.closing is not None and self.closing.outcome is Outcome.DEFERRED


@dataclass(frozen=True, slots=True)
class _Doors:
    """Where an entry was taken."""

    closed: bool = False

    def wanted(self) -> bool:
        """Whether that was behind closed doors."""
        return self.closed


@dataclass(frozen=True, slots=True)
class _Report:
    status: ActionStatus


@dataclass(frozen=True, slots=True)
class _Followed:
    """What was reported of a decision or an action, and whether it was answered."""

    kind: Output = Output.DECISION
    progress: tuple[_Report, ...] = ()
    carried_out: bool = False
    answer: dict[str, object] | None = None

    def wanted(self) -> bool:
        """Whether something may still have to be done, or to be answered."""
        done = self.carried_out or (bool(self.progress) and self.progress[-1].status in DONE)
        return not done or (self.kind is Output.RECOMMENDATION and self.answer is None)
