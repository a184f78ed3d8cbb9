"""What is to be known before an agenda is recorded as circulated."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.domain.meeting.document import FileState, lacks_papers
from tui_app.domain.meeting.meeting import Meeting
from tui_app.services.book import Book
from tui_app.services.documents import file_states, going_out


def before_circulating(book: Book, meeting: Meeting) -> Iterable[str]:
    """What is odd or missing, a sentence each: nothing new, an item without its papers, a file that is gone."""
    record = book.record(meeting.id)
    if meeting.agenda_version and not record.agenda_changed:
        yield f"Nothing has changed since v{meeting.agenda_version}."
    going = going_out(book, meeting)
    agenda, sent = record.agenda, {each.item for each in going}
    bare = [agenda.numbers[i.id] for i in agenda.items if lacks_papers(i, record.documents) and i.id not in sent]
    if bare:
        yield f"For decision without a circulated document: {', '.join(bare)}."
    states = file_states(book, going)
    astray = [each.number for each in going if states[each.id][-1] in (FileState.NOT_FOUND, FileState.CHANGED)]
    if astray:
        yield f"Not found, or another file than on record: {', '.join(astray)}."
