"""Where the Terms of Reference disagree with themselves, and which decision settled it (R-05)."""

from __future__ import annotations

from dataclasses import replace

from tui_app.domain.charter.lint import Discrepancy, discrepancies
from tui_app.domain.membership.network import Network
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.words import ENGLISH, Words
from tui_app.services.book import Book
from tui_app.services.naming import decision_symbol


def disagreements(book: Book, words: Words = ENGLISH) -> tuple[Discrepancy, ...]:
    """Every place in which the network's ToR disagree, each with the decision that settled it if one did."""
    return discrepancies(book.charter, book.network.settled, words)


def settle(book: Book, id: str, symbol: str) -> Discrepancy:
    """Record which decision settled a discrepancy; an empty symbol takes it back. The charter stays as it is."""
    found = {each.id: each for each in disagreements(book)}
    if id not in found:
        raise Problem(f"There is no discrepancy {id!r}: {did_you_mean(id, found)}")
    wanted = decision_symbol(book, symbol)
    settled = {**book.network.settled, id: wanted}
    with book.register.transaction(f"{id} settled by {wanted}" if wanted else f"{id} open again"):
        book.of(Network).put(replace(book.network, settled={key: by for key, by in settled.items() if by}))
    return next(each for each in disagreements(book) if each.id == id)
