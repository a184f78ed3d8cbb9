"""Which purposes of the Terms of Reference a meeting's agenda serves, and why it does without one (R-23)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, Step
from tui_app.domain.meeting.purposes import unserved, without
from tui_app.services.book import Book


def purposes_of(book: Book, kind: MeetingKind) -> tuple[str, ...]:
    """The purposes that the charter gives a kind of meeting."""
    rule = getattr(book.charter.cadence, kind.value.replace(" ", "_"))
    return rule.purposes if rule is not None else ()


def lost_by(book: Book, item: AgendaItem) -> tuple[str, ...]:
    """The purposes that its meeting would go without, with no reason given yet, if the item were removed."""
    meeting, items = book.of(Meeting).get(item.meeting), book.agenda(item.meeting).items
    left = [each for each in items if item.id not in (each.id, each.parent)]
    purposes = purposes_of(book, meeting.kind)
    before = {*unserved(items, purposes), *(each.purpose for each in meeting.without)}
    return tuple(purpose for purpose in unserved(left, purposes) if purpose not in before)


def reasoned(book: Book, meeting: Meeting, items: Collection[AgendaItem], *reasons: str) -> Meeting:
    """The meeting with the reasons, as `without` reads them, for what these items leave out; Problem without one."""
    left_out = without(meeting.without, items, purposes_of(book, meeting.kind), *reasons)
    if left_out == meeting.without:
        return meeting
    new = [each for each in left_out if each not in meeting.without]
    steps = [Step(what=f'goes without "{e.purpose}": {e.reason}', at=book.now(), by=book.register.who) for e in new]
    return replace(meeting, without=left_out, steps=(*meeting.steps, *steps))
