"""What needs attention today, read from the register."""

from __future__ import annotations

from tui_app.domain.action import ActionPoint
from tui_app.domain.decision import Decision
from tui_app.domain.matter import Standing
from tui_app.domain.proposal import Proposal
from tui_app.domain.report import Report
from tui_app.domain.roster import Seat
from tui_app.domain.workplan import WorkplanLine
from tui_app.services.book import Book
from tui_app.services.meeting_files import recent_files
from tui_app.services.sharing import shared_by
from tui_app.services.tenure import term_notices


def standing(book: Book) -> Standing:
    """Everything on record that may need attention."""
    return Standing(
        charter=book.charter,
        seats=book.of(Seat).all(),
        meetings=book.meetings(),
        actions=book.of(ActionPoint).all(),
        decisions=book.of(Decision).all(),
        proposals=book.of(Proposal).all(),
        notices=term_notices(book, book.today()),
        shared=shared_by(book, book.today()),
        files=recent_files(book, book.today()),
        workplan_lines=book.of(WorkplanLine).all(),
        reports=book.of(Report).all(),
    )
