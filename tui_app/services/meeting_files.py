"""What is on file of a meeting, read from the register without a look at the disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tui_app.domain.completeness.gap import Explained, MeetingFiles
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting
from tui_app.services.book import Book

A_YEAR = timedelta(days=366)


def files_of(book: Book, meeting: Meeting) -> MeetingFiles:
    """What is on file of a meeting; whether the files of its documents are in place is not looked at."""
    return replace(
        _held(book, meeting),
        proposals=book.of(Proposal).of(meeting.id),
        decisions=book.of(Decision).of(meeting.id),
    )


def recent_files(book: Book, today: date) -> tuple[MeetingFiles, ...]:
    """What is on file of the meetings held within a year, without what they decided: that is told by itself."""
    return tuple(_held(book, m) for m in book.meetings() if m.over and m.on >= today - A_YEAR)


def _held(book: Book, meeting: Meeting) -> MeetingFiles:
    """How a meeting was held, and its documents."""
    return MeetingFiles(
        charter=book.charter,
        meeting=meeting,
        agenda=book.agenda(meeting.id),
        members=len(book.seats(meeting)),
        participants=book.of(Participant).of(meeting.id),
        documents=book.of(Document).of(meeting.id),
        explained=book.of(Explained).of(meeting.id),
        comments=book.of(Comment).of(meeting.id),
    )
