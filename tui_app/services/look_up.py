"""Looking up: the records of all meetings, searched by words and filters.

What is searched of a record is folded into a card; a screen may keep the cards
of a list and search them again with each key that is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from tui_app.domain.charter.charter import Output, Tier
from tui_app.domain.consensus.answer import Response, Ruling
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.membership.roster import NETWORK, Seat
from tui_app.domain.review.ranking import ranked
from tui_app.domain.review.search import Card, Filters, Query, R, card, nobody_has, read_query, search
from tui_app.services.book import Book
from tui_app.services.cards import PROPOSALS, CardBox, Matter, action_cards, by_number, matter_cards, matters
from tui_app.services.known_values import known_values
from tui_app.services.passages import REMARKS, SPOKEN, Found, context_of
from tui_app.services.rows import (
    Row,
    Shelf,
    action_row,
    decision_row,
    found_row,
    gather,
    meeting_row,
    member_row,
    proposal_row,
)

_WHEN_AND_WHERE: Filters = {"since": (), "until": (), "meeting": (), "body": ()}
_FOLLOWED_UP: Filters = {"owner": (), "entity": (), "item": (), "text": (), **_WHEN_AND_WHERE}
WIDTH = 120
"""About as many characters of a passage are shown around the words that were found."""
_PROGRESS = ("open", "overdue", *ActionStatus)
IMPORTED = "imported"
"""How a meeting is found that was not taken with this program."""
_ANSWERS = ("awaiting", *Response, *Ruling)

DECISION_FILTERS: Filters = {
    "is": (*_PROGRESS, *DecisionState, *_ANSWERS),
    "kind": (*Output, *PROPOSALS),
    **_FOLLOWED_UP,
}
SEARCH_FILTERS: Filters = {**DECISION_FILTERS, "kind": (*Output, *PROPOSALS, "action", *SPOKEN, *REMARKS)}
"""Those of everything that is on record, the entries of the minutes too, and what was said on papers."""
PLACE_FILTERS: Filters = {**DECISION_FILTERS, "kind": (*Output, *PROPOSALS, *SPOKEN, *REMARKS)}
"""Those of the place that lists decisions and proposals, and finds what was said, too, on papers as well."""
ACTION_FILTERS: Filters = {"is": _PROGRESS, **_FOLLOWED_UP}
MEETING_FILTERS: Filters = {"is": (*MeetingState, IMPORTED), "kind": tuple(MeetingKind), **_WHEN_AND_WHERE}
MEMBER_FILTERS: Filters = {"is": ("current", "ended", "pending"), "tier": tuple(Tier), "body": ()}


def decisions(book: Book, query: str = "", *, everything: bool = False) -> tuple[Row, ...]:
    """The decisions that match, by meeting and number.

    `everything`: the proposals that never became one too; so where `kind:` asks for them.
    """
    return decisions_found(book, query, everything=everything)[0]


def decisions_found(book: Book, query: str = "", *, everything: bool = False) -> tuple[tuple[Row, ...], int]:
    """The same, and how many proposals match that are left out."""
    around = gather(book)
    wanted = read_query(query, DECISION_FILTERS, around.today)
    proposals = everything or any(each.name == "kind" for each in wanted.filters)
    found = sorted(_matching(around, wanted), key=lambda each: _place(around, each))
    listed = [each for each in found if proposals or isinstance(each, Decision)]
    return tuple(_matter_row(around, each) for each in listed), len(found) - len(listed)


def _matching(around: Shelf, wanted: Query) -> Iterable[Matter]:
    """Where nothing is asked for all match, and no card is folded."""
    if wanted == Query():
        return matters(around)
    return search(wanted, matter_cards(around, discussed=bool(wanted.words)))


def actions(book: Book, query: str = "") -> tuple[Row, ...]:
    """The action points that match, by meeting and number; not those that were struck out."""
    around = gather(book)
    return _rows(around, query, ACTION_FILTERS, action_cards(around), action_row)


def everything(book: Book, query: str) -> tuple[Row, ...]:
    """Whatever matches: decisions and proposals, then actions, then what was noted and said; the best of each first."""
    around = gather(book)
    wanted = read_query(query, SEARCH_FILTERS, around.today)
    found = (each for cards in _by_sort(around) for each in ranked(wanted, cards))
    return tuple(found_row(around, each, context_of(around, each, wanted.words, WIDTH)) for each in found)


def why_nothing(book: Book, query: str, filters: Filters) -> str:
    """The sentence for a search that found nothing because of a name that no record has; else empty."""
    around = gather(book)
    wanted = read_query(query, filters, around.today)
    return nobody_has(wanted, every_card(around), partial(known_values, book)) if "owner" in filters else ""


def every_card(around: Shelf) -> list[Card[Found]]:
    """All that `everything` looks through."""
    return [each for cards in _by_sort(around) for each in cards]


def _by_sort(around: Shelf) -> tuple[list[Card[Found]], ...]:
    """What was decided, what is to be done, and what was said; each by meeting, the newest first."""
    folded = [*CardBox().cards(around)]
    matters: list[Card[Found]] = [each for cards in folded for each in cards.matters]
    return matters, [*action_cards(around)], [each for cards in folded for each in cards.said]


def meetings(book: Book, query: str = "") -> tuple[Row, ...]:
    """The meetings that match, by date."""
    around = gather(book)
    return tuple(meeting_row(around, found) for found in meetings_found(book, query))


def meetings_found(book: Book, query: str = "") -> tuple[Meeting, ...]:
    """The same as records, for whoever shows more than the row has."""
    wanted = read_query(query, MEETING_FILTERS, book.today())
    return tuple(search(wanted, (_meeting_card(each) for each in book.meetings())))


def members(book: Book, query: str = "") -> tuple[Row, ...]:
    """The seats that match, by entity: those held in the network, pending ones if `is:` asks, all of a `body:`."""
    around = gather(book)
    asked = query.casefold()
    states, bodies = "is:" in asked, "body:" in asked
    seats = [
        seat
        for seat in sorted(book.of(Seat).all(), key=lambda seat: seat.entity.casefold())
        if bodies or (states and seat.pending) or (seat.body == NETWORK and not seat.pending)
    ]
    return _rows(around, query, MEMBER_FILTERS, (_member_card(around, seat) for seat in seats), member_row)


def _rows(
    around: Shelf, query: str, filters: Filters, cards: Iterable[Card[R]], row: Callable[[Shelf, R], Row]
) -> tuple[Row, ...]:
    wanted = read_query(query, filters, around.today)
    return tuple(row(around, found) for found in search(wanted, cards))


def _matter_row(around: Shelf, record: Matter) -> Row:
    return decision_row(around, record) if isinstance(record, Decision) else proposal_row(around, record)


def _place(around: Shelf, record: Matter) -> tuple[datetime, tuple[int, str]]:
    return around.meetings[record.meeting].starts, by_number(record)


# -- cards ---------------------------------------------------------------


def _meeting_card(meeting: Meeting) -> Card[Meeting]:
    states = (meeting.state, *((IMPORTED,) if meeting.imported else ()))
    fields = {"is": states, "kind": (meeting.kind,), "meeting": (meeting.symbol,), "body": (meeting.body,)}
    texts = (meeting.symbol, meeting.title, meeting.place, meeting.reason, meeting.kind, meeting.state,
             meeting.body, meeting.requested_by, meeting.conjunction, meeting.cancelled_because)  # fmt: skip
    return card(meeting, texts, fields, meeting.on)


def _member_card(around: Shelf, seat: Seat) -> Card[Seat]:
    ended = seat.until is not None and seat.until < around.today
    state = "pending" if seat.pending else "ended" if ended else "current"
    fields = {"is": (state,), "tier": (seat.tier,), "body": (seat.body,)}
    return card(seat, (*around.spellings((seat.entity,)), seat.tier), fields)
