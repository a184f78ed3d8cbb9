"""Looking up the backlog: searched by words and filters, as plain values for `--json`."""

from __future__ import annotations

from functools import partial

from tui_app.domain.meeting.agenda import How
from tui_app.domain.meeting.backlog import Suggestion, waiting
from tui_app.domain.problem import Problem
from tui_app.domain.review.search import Card, Filters, card, nobody_has, read_query, search
from tui_app.services.backlog import held
from tui_app.services.book import Book
from tui_app.services.known_values import known_values
from tui_app.services.rows import Row

FILTERS: Filters = {
    "is": ("suggested", *(how.name.casefold() for how in How)), "by": (), "since": (), "until": (),
    "body": (), "text": (),
}  # fmt: skip


def search_backlog(book: Book, query: str = "") -> tuple[Suggestion, ...]:
    """What waits and matches, of every body; Problem where a filter cannot be read, or names what nothing has."""
    every = waiting(book.of(Suggestion).all(), held(book))
    wanted, cards = read_query(query, FILTERS, book.today()), [_card(each) for each in every]
    found = tuple(search(wanted, cards))
    if not found and (told := nobody_has(wanted, cards, partial(known_values, book))):
        raise Problem(told)
    return found


def _card(each: Suggestion) -> Card[Suggestion]:
    states = ["suggested"] if each.proposed_by else []
    fields = {"is": (*states, *(e.how.name for e in each.put_off)), "by": (each.proposed_by,), "body": (each.body,),
              "text": (each.title,)}  # fmt: skip
    return card(each, (each.number, each.title, each.note, each.proposed_by, *each.parts), fields, each.proposed_on)


def backlog_row(each: Suggestion) -> Row:
    """A suggestion that waits; days are ISO 8601, `put_off` is oldest first."""
    return {
        "number": each.number,
        "title": each.title,
        "purpose": each.purpose.value,
        "minutes": each.minutes,
        "presenter": each.presenter,
        "proposed_by": each.proposed_by,
        "proposed_on": each.proposed_on.isoformat() if each.proposed_on else None,
        "note": each.note,
        "put_off": [{"meeting": e.meeting, "how": e.how.name.casefold()} for e in each.put_off],
    }
