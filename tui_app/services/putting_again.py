"""Putting a text again that the parent body returned to the network (R-43)."""

from __future__ import annotations

from tui_app.domain.consensus.answer import Ruling
from tui_app.domain.consensus.answering import Answerable
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.services import capture
from tui_app.services.book import Book
from tui_app.services.pen import Pen


def require_returned(book: Book, record: Answerable) -> Meeting:
    """The meeting in session, at which a text that was returned can be put again; Problem if it cannot."""
    if record.answer is None or record.answer.kind is not Ruling.RETURNED:
        raise Problem(f"{record.number} was not returned to the network: only what was returned is put again.")
    meeting = next((each for each in book.meetings() if each.in_session), None)
    if meeting is None:
        raise Problem("No meeting is in session: a text is put at a meeting: open one.", deed="agenda.open-meeting")
    return meeting


def put_again(book: Book, record: Answerable, text: str) -> Proposal:
    """Put a text that was returned, as it stands or amended, to the meeting in session: a new proposal."""
    meeting = require_returned(book, record)
    capture.take(Pen(book, meeting.id), f"/propose {text}")
    return book.of(Proposal).of(meeting.id)[-1]
