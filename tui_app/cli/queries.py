"""Reading the query of a command, and saying why one found nothing."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui_app.cli.misuse import Usage
from tui_app.cli.output import complain
from tui_app.cli.usage import Parser
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from tui_app.domain.review.search import Filters
    from tui_app.services.book import Book

_QUERY = "words, which must all occur, @NAME of a saved search, and filters: "


def query_arguments(parser: Parser, filters: str) -> None:
    """A query, and `--json`."""
    parser.add_argument("query", metavar="QUERY", nargs="*", default=[], help=_QUERY + filters)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def query(book: Book, arguments: Namespace, filters: Filters) -> str:
    """The query as typed, saved ones in it written out; Usage if it cannot be read, or only by `minutebook search`."""
    from tui_app.domain.review.search import read_query, unfinished
    from tui_app.services.saved_searches import whole_query

    if wanting := unfinished(" ".join(arguments.query), filters):
        raise Usage(wanting)
    text = ""
    try:
        text = whole_query(book, joined(book, arguments.query, filters), filters)
        read_query(text, filters, book.today())
    except Problem as problem:
        raise Usage(_by_search(book, text, filters) or str(problem)) from None
    return text


def _by_search(book: Book, text: str, filters: Filters) -> str:
    """The sentence for what the list of decisions has not, but all that is on record has, as `kind:statement`.

    Where that has it not either, `kind:statment`, the nearest is told of all; so that neither is it `recommendation`.
    """
    from tui_app.domain.review.search import read_query
    from tui_app.services.look_up import SEARCH_FILTERS

    if not text or not {"kind", "owner"} <= filters.keys():
        return ""
    try:
        read_query(text, SEARCH_FILTERS, book.today())
    except Problem as problem:
        return str(problem)
    return f"That is found in all that is on record: minutebook search {text}"


def joined(book: Book, words: Iterable[str], filters: Filters) -> str:
    """The words of a command as one query: `item:"two words"`, whose quotes the shell takes away, gets them back."""
    from tui_app.domain.review.spaced_values import whole_argument
    from tui_app.services.known_values import knower

    knows = knower(book, filters)
    return " ".join(whole_argument(word, knows) for word in words)


def nothing_found(book: Book, arguments: Namespace, filters: Filters, what: str) -> None:
    """Say that nothing was found; Usage where that is because of a name in a filter that there is not."""
    from tui_app.services.look_up import why_nothing

    if not arguments.query:
        complain(f"There is no {what} yet.")
        return
    why = why_nothing(book, query(book, arguments, filters), filters)
    if why:
        raise Usage(why)
    complain(f"There is no {what} that matches.")
