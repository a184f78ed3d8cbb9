"""What needs attention today, read from the register."""

from __future__ import annotations

from dataclasses import dataclass

from tui_app.domain.action import DONE, ActionPoint, ActionStatus
from tui_app.domain.charter import Output
from tui_app.domain.decision import Decision
from tui_app.domain.matter import Standing
from tui_app.domain.proposal import Outcome, Proposal
from tui_app.domain.report import Report
from tui_app.domain.roster import Body, Seat
from tui_app.domain.workplan import WorkplanLine
from tui_app.services.book import Book
from tui_app.services.meeting_files import recent_files
from tui_app.services.sharing import shared_by
from tui_app.services.tenure import term_notices


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


@dataclass(frozen=True, slots=True)
class _Report:
    status: ActionStatus


@dataclass(frozen=True, slots=True)
class _Followed:
    """What was reported of a decision or an action, and whether it was answered."""

    kind: Output = Output.DECISION
    progress: tuple[_Report, ...] = ()
    answer: dict[str, object] | None = None

    def wanted(self) -> bool:
        """Whether something may still have to be done, or to be answered."""
        done = bool(self.progress) and self.progress[-1].status in DONE
        return not done or (self.kind is Output.RECOMMENDATION and self.answer is None)


def standing(book: Book) -> Standing:
    """Everything on record that may need attention; of the thousands that are done with, only that they are is read."""
    return Standing(
        charter=book.charter,
        seats=book.of(Seat).all(),
        meetings=book.meetings(),
        actions=book.of(ActionPoint).where(_Followed, _Followed.wanted),
        decisions=book.of(Decision).where(_Followed, _Followed.wanted),
        proposals=book.of(Proposal).where(_Ended, _Ended.wanted),
        notices=term_notices(book, book.today()),
        shared=shared_by(book, book.today()),
        files=recent_files(book, book.today()),
        workplan_lines=book.of(WorkplanLine).all(),
        reports=book.of(Report).all(),
        bodies=book.of(Body).all(),
    )
