"""Documents whose files went astray: gone from where they lay, or changed since they were recorded.

Looking at the disk may take its time, on a drive of the network above all: it is no part of what is on record, and is
done beside the work.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_app.domain.attention.matter import Astray
from tui_app.domain.completeness.gap import Explained
from tui_app.domain.meeting.document import Document, FileState
from tui_app.domain.meeting.meeting import Meeting
from tui_app.services.book import Book
from tui_app.services.document_files import state_of
from tui_app.services.meeting_files import A_YEAR


def documents_to_look_at(book: Book, today: date) -> tuple[tuple[Meeting, Document], ...]:
    """Those of the meetings of the last year and of those to come; not where a reason was given for what is missing."""
    recent = [each for each in book.meetings() if each.on >= today - A_YEAR and not each.cancelled]
    return tuple((meeting, document) for meeting in recent for document in _unexplained(book, meeting))


def _unexplained(book: Book, meeting: Meeting) -> Iterable[Document]:
    explained = {each.gap for each in book.of(Explained).of(meeting.id)}
    return (each for each in book.of(Document).of(meeting.id) if each.gap not in explained)


def look_for(book: Book, documents: Iterable[tuple[Meeting, Document]]) -> tuple[Astray, ...]:
    """Those of them that went astray. It reads the disk and nothing of the record: a thread can do it."""
    states = ((meeting, each, state_of(book, each.path, each.checksum)) for meeting, each in documents)
    return tuple(Astray(*each) for each in states if each[-1] in (FileState.NOT_FOUND, FileState.CHANGED))
