"""Everything recorded of one meeting, gathered for the papers and the places that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.circulated import CirculatedPaper
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import Entry, in_order
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import Entity
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.services.carrying import carried_to

if TYPE_CHECKING:
    from tui_app.services.book import Book


def recorded(book: Book, meeting_id: str) -> MeetingRecord:
    """Everything recorded of one meeting; who and by when as it was agreed there."""
    meeting = book.of(Meeting).get(meeting_id)
    return MeetingRecord(
        charter=book.charter_of(meeting.body),
        meeting=meeting,
        body=book.body(meeting.body),
        agenda=book.agenda(meeting_id),
        seats=book.seats(meeting),
        entities=book.of(Entity).all(),
        participants=book.of(Participant).of(meeting_id),
        entries=in_order(book.of(Entry).of(meeting_id)),
        proposals=book.of(Proposal).of(meeting_id),
        decisions=tuple(decision.agreed for decision in book.of(Decision).of(meeting_id)),
        actions=tuple(action.agreed for action in book.of(ActionPoint).of(meeting_id)),
        documents=book.of(Document).of(meeting_id),
        chair_terms=book.of(ChairTerm).of(meeting.body),
        carried=carried_to(book, meeting),
        circulated=book.of(CirculatedPaper).of(meeting_id),
        adopting=book.meeting(meeting.adopted_at) if meeting.adopted_at else None,
    )
