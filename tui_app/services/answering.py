"""Recording what the parent body answers: to a recommendation (R-44), to a matter that was referred to it (R-43)."""

from __future__ import annotations

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
from tui_app.domain.symbols import full_symbol
from tui_app.services.book import Book
from tui_app.services.naming import named


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
    """The decision or proposal that a symbol means, as `named` reads it; Problem with the nearest that waits."""
    every: tuple[Answerable, ...] = (*book.of(Decision).all(), *book.of(Proposal).all())
    by_symbol = {symbol_of(book, record): record for record in every}
    waiting = [each for each, record in by_symbol.items() if record.awaits_answer]
    return named(symbol, by_symbol, "decision or proposal", waiting)
