"""What is carried over to a meeting: found when it opens, and kept with it (R-63)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.carry_over import Carried, Followed, carried, open_before, open_on
from tui_app.domain.meeting.meeting import Meeting
from tui_app.services.unfinished import behind_closed_doors, not_adopted

if TYPE_CHECKING:  # the book puts together the whole record of a meeting, and this is a part of it
    from tui_app.services.book import Book


def carried_to(book: Book, meeting: Meeting) -> tuple[Carried, ...]:
    """What is followed up at a meeting, with what of it was taken behind closed doors, as papers print it."""
    records = _followed(book, meeting)
    return carried(records, book.of(Meeting).all(), frozenset(_behind_closed_doors(book, records)))


def followed_up(book: Book, meeting: Meeting) -> tuple[Carried, ...]:
    """The same without a look at the doors, which goes through every entry of the meetings that it comes from."""
    return carried(_followed(book, meeting), book.of(Meeting).all(), ())


def _followed(book: Book, meeting: Meeting) -> list[Followed]:
    """What was kept when the meeting opened; before that, what would be kept now."""
    return to_carry(book, meeting) if meeting.carried is None else list(_kept(book, meeting.carried))


def to_carry(book: Book, meeting: Meeting) -> list[Followed]:
    """What earlier meetings of the same body left open on the day of the meeting, or until now if it is to come."""
    every: tuple[Followed, ...] = (*book.of(ActionPoint).all(), *book.of(Decision).all(), *not_adopted(book))
    return open_before(meeting, book.of(Meeting).all(), every, meeting.on)


def open_symbols(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """The symbols of what is followed up at a meeting and is still open."""
    return tuple(each.symbol for each in followed_up(book, meeting) if open_on(each.record, meeting.on))


def _kept(book: Book, ids: Iterable[str]) -> Iterator[Followed]:
    for id in ids:
        record = book.of(ActionPoint).find(id) or book.of(Decision).find(id) or book.of(Proposal).find(id)
        if record is not None:
            yield record


def _behind_closed_doors(book: Book, records: Iterable[Followed]) -> Iterator[str]:
    meetings = {record.meeting for record in records}
    return (entry.refers_to for entry in behind_closed_doors(book) if entry.meeting in meetings)
