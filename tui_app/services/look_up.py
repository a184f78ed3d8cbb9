"""Looking up: the records of all meetings, searched by words and filters.

What is searched of a record is folded into a card; a screen may keep the cards
of a list and search them again with each key that is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from tui_app.domain.action import ActionPoint, ActionStatus
from tui_app.domain.answer import Response, Ruling
from tui_app.domain.answering import answer_words
from tui_app.domain.charter import Output, Tier
from tui_app.domain.consensus import find
from tui_app.domain.decision import Decision, DecisionState
from tui_app.domain.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.names import ALL_MEMBERS
from tui_app.domain.proposal import Proposal
from tui_app.domain.roster import NETWORK, Seat
from tui_app.domain.search import Card, Filters, R, card, read_query, search
from tui_app.domain.symbols import full_symbol
from tui_app.services.book import Book
from tui_app.services.rows import (
    Row,
    Shelf,
    action_row,
    decision_row,
    gather,
    meeting_row,
    member_row,
    position_words,
    proposal_row,
)

_WHEN_AND_WHERE: Filters = {"since": (), "until": (), "meeting": (), "body": ()}
_FOLLOWED_UP: Filters = {"owner": (), "item": (), "text": (), **_WHEN_AND_WHERE}
_PROGRESS = ("open", "overdue", *ActionStatus)
_ANSWERS = ("awaiting", *Response, *Ruling)

DECISION_FILTERS: Filters = {
    "is": (*_PROGRESS, *DecisionState, *_ANSWERS),
    "kind": (*Output, "proposal"),
    **_FOLLOWED_UP,
}
ACTION_FILTERS: Filters = {"is": _PROGRESS, **_FOLLOWED_UP}
MEETING_FILTERS: Filters = {"is": tuple(MeetingState), "kind": tuple(MeetingKind), **_WHEN_AND_WHERE}
MEMBER_FILTERS: Filters = {"is": ("current", "ended", "pending"), "tier": tuple(Tier), "body": ()}


def decisions(book: Book, query: str = "", *, everything: bool = False) -> tuple[Row, ...]:
    """The decisions that match, by meeting and number; `everything`: the proposals that never became one too."""
    around = gather(book)
    cards: list[Card[Decision | Proposal]] = [*decision_cards(around)]
    if everything:
        cards = sorted([*cards, *proposal_cards(around)], key=lambda each: _place(around, each.record))
    return _rows(around, query, DECISION_FILTERS, cards, _any_decision_row)


def actions(book: Book, query: str = "") -> tuple[Row, ...]:
    """The action points that match, by meeting and number; not those that were struck out."""
    around = gather(book)
    return _rows(around, query, ACTION_FILTERS, action_cards(around), action_row)


def meetings(book: Book, query: str = "") -> tuple[Row, ...]:
    """The meetings that match, by date."""
    around = gather(book)
    return tuple(meeting_row(around, found) for found in meetings_found(book, query))


def meetings_found(book: Book, query: str = "") -> tuple[Meeting, ...]:
    """The same as records, for whoever shows more than the row has."""
    wanted = read_query(query, MEETING_FILTERS, book.today())
    return tuple(search(wanted, (_meeting_card(each) for each in book.meetings())))


def members(book: Book, query: str = "") -> tuple[Row, ...]:
    """The seats that match, by entity: those of the network unless `body:` is given, pending ones if `is:` asks."""
    around = gather(book)
    asked = query.casefold()
    seats = [
        seat
        for seat in sorted(book.of(Seat).all(), key=lambda seat: seat.entity.casefold())
        if (seat.body == NETWORK or "body:" in asked) and (not seat.pending or "is:" in asked)
    ]
    return _rows(around, query, MEMBER_FILTERS, (_member_card(around, seat) for seat in seats), member_row)


def _rows(
    around: Shelf, query: str, filters: Filters, cards: Iterable[Card[R]], row: Callable[[Shelf, R], Row]
) -> tuple[Row, ...]:
    wanted = read_query(query, filters, around.today)
    return tuple(row(around, found) for found in search(wanted, cards))


def _any_decision_row(around: Shelf, record: Decision | Proposal) -> Row:
    return decision_row(around, record) if isinstance(record, Decision) else proposal_row(around, record)


# -- cards ---------------------------------------------------------------


def decision_cards(around: Shelf) -> tuple[Card[Decision], ...]:
    """What can be searched of each decision, by meeting and number."""
    every = sorted(around.book.of(Decision).all(), key=lambda each: _place(around, each))
    return tuple(_decision_card(around, decision) for decision in every)


def _decision_card(around: Shelf, decision: Decision) -> Card[Decision]:
    states = [decision.state, decision.implementation, *_progress(decision, around.today), *_answer(decision)]
    words = (*_said(around.proposals.get(decision.proposal)), *_motivation(decision))
    return _card(around, decision, (decision.symbol, *words), decision.owners, states, decision.kind)


def proposal_cards(around: Shelf) -> tuple[Card[Proposal], ...]:
    """What can be searched of each proposal that never became a decision and was not struck out."""
    became = {decision.proposal for decision in around.book.of(Decision).all()}
    left = (p for p in around.proposals.values() if p.id not in became and not p.struck)
    return tuple(_proposal_card(around, proposal) for proposal in left)


def _proposal_card(around: Shelf, proposal: Proposal) -> Card[Proposal]:
    book, meeting = around.book, around.meetings[proposal.meeting]
    symbol = full_symbol(book.charter.symbol, meeting.symbol, proposal.number)
    states = [find(proposal, book.charter.decision).state, *(["open"] if proposal.open else []), *_answer(proposal)]
    return _card(around, proposal, (symbol, *_said(proposal), *_motivation(proposal)), (), states, "proposal")


def _answer(record: Decision | Proposal) -> tuple[str, ...]:
    if record.answer is not None:
        return (record.answer.kind,)
    return ("awaiting",) if record.awaits_answer else ()


def _motivation(record: Decision | Proposal) -> tuple[str, ...]:
    return (answer_words(record.answer),) if record.answer is not None else ()


def _said(proposal: Proposal | None) -> tuple[str, ...]:
    return tuple(position_words(position) for position in (proposal.positions if proposal else ()))


def action_cards(around: Shelf) -> tuple[Card[ActionPoint], ...]:
    """What can be searched of each action point that was not struck out, by meeting and number."""
    standing = [action for action in around.book.of(ActionPoint).all() if not action.struck]
    return tuple(_action_card(around, action) for action in sorted(standing, key=lambda each: _place(around, each)))


def _action_card(around: Shelf, action: ActionPoint) -> Card[ActionPoint]:
    states = [action.status, *_progress(action, around.today)]
    everyone = around.seated(action.meeting) if ALL_MEMBERS in action.responsible else ()
    return _card(around, action, (action.symbol,), action.responsible, states, "", everyone)


def _progress(record: Decision | ActionPoint, today: date) -> tuple[str, ...]:
    late = record.open and record.due is not None and record.due < today
    return (*(("open",) if record.open else ()), *(("overdue",) if late else ()))


def _place(around: Shelf, record: Decision | Proposal | ActionPoint) -> tuple[datetime, int, str]:
    return around.meetings[record.meeting].starts, len(record.number), record.number


def _card(
    around: Shelf,
    record: R,
    texts: tuple[str, ...],
    owners: tuple[str, ...],
    states: Iterable[str],
    kind: str,
    everyone: tuple[str, ...] = (),
) -> Card[R]:
    assert isinstance(record, Decision | Proposal | ActionPoint)
    meeting, item, names = around.meetings[record.meeting], around.item(record.item), around.spellings(owners)
    body = record.body if not isinstance(record, ActionPoint) else meeting.body
    fields = {"is": states, "kind": (kind,), "owner": (*names, *everyone), "meeting": (meeting.symbol,),
              "item": (item,), "body": (body,), "text": (record.text,)}  # fmt: skip
    on = record.adopted_on if isinstance(record, Decision) else meeting.on
    return card(record, (*texts, record.text, item, *names), fields, on)


def _meeting_card(meeting: Meeting) -> Card[Meeting]:
    fields = {"is": (meeting.state,), "kind": (meeting.kind,), "meeting": (meeting.symbol,), "body": (meeting.body,)}
    texts = (meeting.symbol, meeting.title, meeting.place, meeting.reason, meeting.kind, meeting.state,
             meeting.body, meeting.requested_by, meeting.conjunction, meeting.cancelled_because)  # fmt: skip
    return card(meeting, texts, fields, meeting.on)


def _member_card(around: Shelf, seat: Seat) -> Card[Seat]:
    ended = seat.until is not None and seat.until < around.today
    state = "pending" if seat.pending else "ended" if ended else "current"
    fields = {"is": (state,), "tier": (seat.tier,), "body": (seat.body,)}
    return card(seat, (*around.spellings((seat.entity,)), seat.tier), fields)
