"""Recording what the parent body answers: to a recommendation (R-44), to a matter that was referred to it (R-43)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_app.domain.consensus.answer import Answered, Response, Ruled, Ruling
from tui_app.domain.consensus.answering import (
    Answerable,
    Kind,
    answer_recommendation,
    answer_referral,
    latest_day,
    require_answerable,
    require_words,
)
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.symbols import full_symbol
from tui_app.services.book import Book


def record_answer(book: Book, record: Answerable, kind: Kind, words: str = "", on: date | None = None) -> Answerable:
    """Record the answer of the parent body, given `on` a day (today unless given); one recorded before gives way.

    `words` are the motivation, what was decided, or why it was returned. Problem: as in `domain.answering`.
    """
    charter, today = book.charter, book.today()
    require_answerable(record, charter)
    require_words(record, charter, kind, words)
    day = on or latest_day(record, today)
    with book.register.transaction(f"{symbol_of(book, record)} {kind}"):
        if isinstance(kind, Response):
            advice = book.of(Decision).get(record.id)
            answer = Answered(kind=kind, on=day, motivation=words, by=book.register.who)
            return book.of(Decision).put(answer_recommendation(advice, charter, answer, today))
        referral = book.of(Proposal).get(record.id)
        ruled = Ruled(kind=Ruling(kind), on=day, words=words, by=book.register.who)
        return book.of(Proposal).put(answer_referral(referral, charter, ruled, today))


# -- symbols -------------------------------------------------------------


def symbol_of(book: Book, record: Answerable) -> str:
    """The symbol over all meetings, of a proposal too: `UNNM-KEN/2026/Q3/P2`."""
    if isinstance(record, Decision):
        return record.symbol
    return full_symbol(book.charter.symbol, book.of(Meeting).get(record.meeting).symbol, record.number)


def find_answerable(book: Book, symbol: str) -> Answerable:
    """The decision or proposal with a symbol, with or without the network's own; Problem with the nearest."""
    known = dict(_by_symbol(book))
    wanted = symbol.strip().casefold()
    for each, record in known.items():
        if wanted in (each.casefold(), each.casefold().partition("/")[2]):
            return record
    if not known:
        raise Problem("There is no decision and no proposal in this register yet.")
    likely = [each for each, record in known.items() if record.awaits_answer] or known
    raise Problem(f"There is no decision or proposal {symbol.strip()!r}: {did_you_mean(symbol, likely)}")


def _by_symbol(book: Book) -> Iterator[tuple[str, Answerable]]:
    for record in _every(book):
        yield symbol_of(book, record), record


def _every(book: Book) -> tuple[Answerable, ...]:
    return *book.of(Decision).all(), *book.of(Proposal).all()
