"""Opening the register for a command: to read, to write; and which meeting a command means."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui_app.cli.output import complain
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from argparse import Namespace

    from tui_app.domain.meeting.meeting import Meeting, MeetingState
    from tui_app.services.book import Book


@contextmanager
def reading(arguments: Namespace) -> Iterator[Book]:
    """The register that the command names, or the one used last, to read; another window may have it open."""
    from tui_app.services.registers import open_book

    book = open_book(arguments.register, read_only=True)
    with book.register:
        yield book


@contextmanager
def writing(arguments: Namespace) -> Iterator[Book]:
    """The same, to write, backed up afterwards if it was not today; Problem if it cannot be written to."""
    from tui_app.services.registers import open_book

    book = open_book(arguments.register)
    with book.register:
        book.register.check_writable()
        for notice in book.register.notices:
            complain(notice)
        yield book
        back_up_if_due(book)


def back_up_if_due(book: Book, *, now: bool = False) -> None:
    """Back the register up once a day, or now; should it fail, that is told, and what the command did stays done."""
    from tui_app.services.keeping import back_up, backup_due

    if now or backup_due(book):
        try:
            back_up(book)
        except Problem as problem:
            complain(str(problem))


def chosen_meeting(book: Book, symbol: str | None, *states: MeetingState) -> Meeting:
    """The meeting that was named; without a name the last one in one of `states`, else the one at hand."""
    if symbol:
        return book.meeting(symbol)
    fitting = [meeting for meeting in book.meetings() if meeting.state in states]
    meeting = fitting[-1] if fitting else book.meeting_at_hand()
    if meeting is None:
        raise Problem("There is no meeting yet: plan one with minutebook meeting add --kind quarterly --on DATE.")
    return meeting
