"""Searches kept under a name with the register, so that backups hold them and everybody who reads it has them."""

from __future__ import annotations

from tui_app.domain.identity import new_id
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.review.saved_search import SavedSearch, expand, read_name
from tui_app.domain.review.search import Filters, fold
from tui_app.domain.review.spaced_values import quoted
from tui_app.services.book import Book
from tui_app.services.known_values import knower


def saved_searches(book: Book) -> tuple[SavedSearch, ...]:
    """Every saved search, by name."""
    return tuple(sorted(book.of(SavedSearch).all(), key=lambda each: each.name.casefold()))


def whole_query(book: Book, text: str, filters: Filters) -> str:
    """A query as typed with the saved ones in it, `@name`, in full, and values of several words in quotes.

    Problem: no such saved search, with the nearest name.
    """
    return quoted(expand(text, book.of(SavedSearch).all()), knower(book, filters))


def save(book: Book, name: str, query: str) -> SavedSearch:
    """Keep a query under a name, in place of one that had it; Problem where either is missing."""
    name, query = read_name(name), " ".join(expand(query, book.of(SavedSearch).all()).split())
    if not query:
        raise Problem("There is nothing to save: search for something first.")
    before = next((each for each in saved_searches(book) if each.folded == fold(name)), None)
    with book.register.transaction(f"search @{name} saved"):
        return book.of(SavedSearch).put(SavedSearch(id=before.id if before else new_id(), name=name, query=query))


def remove(book: Book, name: str) -> SavedSearch:
    """Remove a saved search; Problem with the nearest name."""
    wanted = fold(name.strip().removeprefix("@"))
    found = next((each for each in saved_searches(book) if each.folded == wanted), None)
    if found is None:
        names = [each.name for each in saved_searches(book)]
        there = did_you_mean(wanted, names) if names else "none has been saved yet."
        raise Problem(f"There is no saved search {name.strip()!r}: {there}")
    with book.register.transaction(f"search @{found.name} removed"):
        book.of(SavedSearch).remove(found.id)
    return found
