"""Working groups: who sits there, who chairs, how often they met, and when they are reviewed (R-15, R-50 to R-52).

That a group is established or abolished takes a decision, and is done by its adoption alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.domain.calendar import short_date
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.membership.offices import offices_of
from tui_app.domain.membership.roster import Body, BodyKind, Seat, seats_on, seats_to_come
from tui_app.domain.membership.tenure import ChairTerm, Held, holders
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.naming import decision_symbol, looks_like_decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A working group as at a day; `chairs` with nobody where the office is not held.

    `waiting`: seats without a position until they are approved; `coming`: those that begin later.
    """

    body: Body
    chairs: tuple[Held, ...]
    members: tuple[Seat, ...]
    waiting: tuple[Seat, ...]
    coming: tuple[Seat, ...]
    held: tuple[Meeting, ...]
    planned: tuple[Meeting, ...]


def groups(book: Book, on: date) -> tuple[Group, ...]:
    """Every working group as at a day: those that stand, then those that were abolished by then."""
    every = [body for body in book.of(Body).all() if body.kind is BodyKind.WORKING_GROUP]
    there = [body for body in every if body.established is None or body.established <= on]
    return tuple(_group(book, body, on) for body in sorted(there, key=lambda body: not body.stands_on(on)))


def _group(book: Book, body: Body, on: date) -> Group:
    seats = book.of(Seat).of(body.symbol)
    meetings = tuple(meeting for meeting in book.meetings() if meeting.body == body.symbol)
    return Group(
        body=body,
        chairs=holders(offices_of(book.charter, body), book.of(ChairTerm).of(body.symbol), on),
        members=seats_on(seats, body.symbol, on),
        waiting=tuple(seat for seat in seats if seat.pending and seat.until is None),
        coming=seats_to_come(seats, body.symbol, on),
        held=tuple(meeting for meeting in meetings if meeting.held),
        planned=tuple(meeting for meeting in meetings if not meeting.held and not meeting.cancelled),
    )


def find_group(book: Book, symbol: str) -> Body:
    """The working group with a symbol; Problem with the nearest, or if it is the network itself."""
    body = book.body(symbol)
    if body.kind is not BodyKind.WORKING_GROUP:
        raise Problem(f"{body.symbol!r} is the network itself: name a working group.")
    return body


def set_review(book: Book, group: Body, on: date | None, *, decision: str = "", reason: str = "") -> Body:
    """Set, move or drop (None) the day by which a group is reviewed, by a decision or for a reason; Problem without."""
    group = book.of(Body).get(group.id)
    if group.abolished is not None:
        raise Problem(f"{group.symbol} was abolished on {short_date(group.abolished)}: there is nothing to review.")
    if on is not None and on < book.today():
        raise Problem(f"{short_date(on)} is over: a review is set for a day to come.")
    by = decision_symbol(book, decision)
    if not by and not reason.strip():
        raise Problem("A review is set by a decision, or for a reason, which is recorded: give one of them.",
                      option="--decision or --reason")  # fmt: skip
    changed = replace(group, review_on=on, review_by=by, review_reason=" ".join(reason.split()))
    why = f"{group.symbol} to be reviewed by {short_date(on)}" if on else f"{group.symbol} not to be reviewed"
    with book.register.transaction(why):
        return book.of(Body).put(changed)


def read_grounds(book: Book, text: str) -> tuple[str, str]:
    """What was typed as (decision, reason): a decision by its symbol, anything else is a reason; Problem if none is."""
    typed = " ".join(text.split())
    return (decision_symbol(book, typed), "") if looks_like_decision(typed) else ("", typed)


def grounds_words(book: Book, text: str) -> str:
    """What was typed as it will be recorded: `by UNNM-KEN/2026/Q3/D04`, or the reason."""
    decision, reason = read_grounds(book, text)
    return f"by {decision}" if decision else f"reason: {reason}"
