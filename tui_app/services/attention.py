"""What needs attention today, read from the register."""

from __future__ import annotations

from datetime import date

from tui_app.domain.attention.matter import Astray, Standing
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.comment import Comment, unanswered
from tui_app.domain.membership.roster import Body, Seat
from tui_app.domain.reports.report import Report
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.services.book import Book
from tui_app.services.meeting_files import recent_files
from tui_app.services.sharing import shared_by
from tui_app.services.tenure import term_notices
from tui_app.services.unfinished import not_adopted, unfinished


def standing(book: Book, astray: tuple[Astray, ...] = (), on: date | None = None) -> Standing:
    """Everything on record that may need attention; of the thousands that are done with, only that they are is read.

    `on`: the day for which it is read, if it is not today.
    """
    day = on or book.today()
    return Standing(
        charter=book.charter,
        seats=book.of(Seat).all(),
        meetings=book.meetings(),
        actions=unfinished(book, ActionPoint),
        decisions=unfinished(book, Decision),
        proposals=not_adopted(book),
        notices=term_notices(book, day),
        shared=shared_by(book, day),
        files=recent_files(book, day),
        astray=astray,
        workplan_lines=book.of(WorkplanLine).all(),
        reports=book.of(Report).all(),
        bodies=book.of(Body).all(),
        comments=unanswered(book.of(Comment).all()),
    )
