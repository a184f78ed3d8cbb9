"""The values that the filters of a search can have by what is on record."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.domain.consensus.proposal import PositionKind
from tui_app.domain.membership.roster import Body, Entity
from tui_app.domain.names import COLLECTIVES
from tui_app.domain.problem import Problem
from tui_app.domain.review.search import Filters, fold, read_period
from tui_app.domain.review.spaced_values import Knows
from tui_app.services.book import Book


def known_values(book: Book, name: str) -> tuple[str, ...]:
    """The names that a filter such as `owner:` can ask for, as they are written; () where any text will do."""
    return tuple(dict.fromkeys(filter(None, _values(book, name))))


def _values(book: Book, name: str) -> Iterator[str]:
    if name in ("owner", "entity", "by"):
        yield from (name for each in book.of(Entity).all() for name in (each.acronym, each.name))
        yield from COLLECTIVES.values()
    if name == "entity":
        deeds = (*PositionKind, "proposed", "consulted")
        yield from (f"{each.acronym} {deed}" for each in book.of(Entity).all() for deed in deeds)
    if name == "body":
        yield from (name for each in book.of(Body).all() for name in (each.symbol, each.name))
    if name == "meeting":
        yield from (meeting.symbol for meeting in book.meetings())


def knower(book: Book, filters: Filters) -> Knows:
    """Tells whether a filter can have a value: one of its own, a name on record, or a time that can be read."""

    def knows(name: str, value: str) -> bool:
        name = name.casefold()
        if name in ("since", "until"):
            return _is_period(book, value)
        wanted = _folded(value)
        return any(_folded(each) == wanted for each in filters.get(name) or known_values(book, name))

    return knows


def _folded(value: str) -> str:
    return " ".join(fold(value).replace("/", " ").replace("_", " ").replace("-", " ").split())


def _is_period(book: Book, value: str) -> bool:
    try:
        read_period(value, book.today())
    except Problem:
        return False
    return True
