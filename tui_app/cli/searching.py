"""Searching all that is on record, and the searches that are kept under a name."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui_app.cli.misuse import Usage
from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, print_lines, say, say_objects
from tui_app.cli.queries import joined, nothing_found, query, query_arguments
from tui_app.cli.usage import Parser

if TYPE_CHECKING:
    from tui_app.services.rows import Row


def _search_arguments(parser: Parser) -> None:
    query_arguments(parser, "is: kind:statement owner: entity:ILO body: since:2024 until:2024 meeting: item: text:")


def _search(arguments: Namespace) -> None:
    if not arguments.query:
        raise Usage("Search for what? For words, filters or both, as in minutebook search seasonal since:2024.")
    with reading(arguments) as book:
        from tui_app.services.look_up import SEARCH_FILTERS, everything

        rows = everything(book, query(book, arguments, SEARCH_FILTERS))
        if not rows:
            nothing_found(book, arguments, SEARCH_FILTERS, "record")
    if arguments.json:
        say_objects(rows)
        return
    for row in rows:
        print_lines(_lines(row))


def _lines(row: Row) -> list[str]:
    """Where, when and what it is; below, the passage in which the words are, where it is another."""
    who = f"{row['entity']}: " if row["entity"] else ""
    words = " ".join(str(row["text"]).split())
    line = f"{row['symbol'] or row['meeting']}  {row['on']}  {row['kind']}  {who}{words}"
    return [line, f"    {row['context']}"] if row["context"] else [line]


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.saved_searches import saved_searches

        saved = saved_searches(book)
    if arguments.json:
        say_objects({"name": each.name, "query": each.query} for each in saved)
        return
    print_lines(f"@{each.name}  {each.query}" for each in saved)
    if not saved:
        complain("There is no saved search yet: minutebook searches save NAME QUERY keeps one.")


def _save_arguments(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help="one word, without the @")
    parser.add_argument("query", metavar="QUERY", nargs="+", help="what is to be searched for under that name")


def _save(arguments: Namespace) -> None:
    from tui_app.domain.review.search import read_query
    from tui_app.services.look_up import SEARCH_FILTERS
    from tui_app.services.saved_searches import save, whole_query

    with writing(arguments) as book:
        text = whole_query(book, joined(book, arguments.query, SEARCH_FILTERS), SEARCH_FILTERS)
        read_query(text, SEARCH_FILTERS, book.today())
        saved = save(book, arguments.name, text)
    say(f"@{saved.name}  {saved.query}")


def _remove_arguments(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help="its name, with or without the @")


def _remove(arguments: Namespace) -> None:
    from tui_app.services.saved_searches import remove

    with writing(arguments) as book:
        removed = remove(book, arguments.name)
    say(f"removed: @{removed.name}")


COMMANDS = {
    "search": (_search_arguments, _search),
    "searches": (_list_arguments, _list),
    "searches save": (_save_arguments, _save),
    "searches remove": (_remove_arguments, _remove),
}
