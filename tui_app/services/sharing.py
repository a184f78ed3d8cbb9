"""Sharing the member list: recorded with what it said, so that what changed since can be told (R-06)."""

from __future__ import annotations

from datetime import date

from tui_app.domain.calendar import short_date
from tui_app.domain.identity import new_id
from tui_app.domain.membership.roster import NETWORK, Entity, Seat
from tui_app.domain.membership.sharing import SharedList, changes_by, last_shared, listed
from tui_app.domain.problem import Problem
from tui_app.services.book import Book

ALL_MEMBERS = "all members"


def share(book: Book, recipients: str, on: date) -> SharedList:
    """Record that the member list as at a day went out on it; Problem for a day to come, or an empty list."""
    if on > book.today():
        raise Problem(f"{short_date(on)} is still to come: record that the list was shared once it was.")
    members = listed(book.of(Seat).of(NETWORK), book.of(Entity).all(), NETWORK, on)
    if not members:
        raise Problem(f"The network has no member on {short_date(on)}: there is no list to share.")
    shared = SharedList(
        id=new_id(),
        body=NETWORK,
        on=on,
        recipients=" ".join(recipients.split()) or ALL_MEMBERS,
        members=members,
    )
    with book.register.transaction(f"member list shared with {shared.recipients}"):
        return book.of(SharedList).put(shared)


def shared_by(book: Book, on: date) -> SharedList | None:
    """The member list that was shared last, on that day or before."""
    return last_shared(book.of(SharedList).all(), NETWORK, on)


def changed_since(book: Book, shared: SharedList, on: date) -> tuple[str, ...]:
    """What is another on a day than in a list that was shared."""
    return changes_by(shared, book.of(Seat).of(NETWORK), book.of(Entity).all(), on)
