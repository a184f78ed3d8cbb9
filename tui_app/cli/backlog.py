"""The backlog from the command line: listed, added to, taken from, sent back to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui_app.cli.misuse import Usage
from tui_app.cli.opening import chosen_meeting, reading, writing
from tui_app.cli.output import complain, say, say_columns, say_objects
from tui_app.cli.usage import Parser, past_day, words
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from tui_app.domain.meeting.backlog import Suggestion

_ONE = "its number, as S03 or 2026/Q2/4, or the beginning of its title"


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", default=[],
                        help="words, and filters: by:UNHCR is:suggested is:deferred since: until: body:")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.domain.meeting.backlog_words import standing_words
        from tui_app.domain.review.search import unfinished
        from tui_app.services.look_up_backlog import FILTERS, backlog_row, search_backlog

        typed = " ".join(arguments.query)
        if wanting := unfinished(typed, FILTERS):
            raise Usage(wanting)
        try:
            found = search_backlog(book, typed)
        except Problem as problem:
            raise Usage(str(problem)) from None
    if arguments.json:
        say_objects(backlog_row(each) for each in found)
        return
    say_columns([(each.number, each.purpose, f"{each.minutes}m" if each.minutes else "-", each.title,
                  standing_words(each) or "-") for each in found])  # fmt: skip
    if not found:
        complain("Nothing in the backlog matches." if arguments.query else "The backlog is empty.")


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("line", metavar="TITLE", nargs="+", type=words,
                        help="as on an agenda: Data on labour migration [decision] 20m IOM")  # fmt: skip
    parser.add_argument("--by", metavar="E", required=True, type=words, help="who suggests it: an entity or a person")
    parser.add_argument("--on", metavar="D", type=past_day, help="the day on which it came (default: today)")
    parser.add_argument("--note", metavar="TEXT", default="", type=words, help="why, or what is to be known of it")
    parser.add_argument("--body", metavar="B", default="network", type=words, help="a working group")


def _add(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.backlog import suggest

        _say(suggest(book, " ".join(arguments.line), arguments.by, on=arguments.on, note=arguments.note,
                     body=arguments.body))  # fmt: skip


def _say(suggestion: Suggestion) -> None:
    from tui_app.domain.meeting.backlog_words import standing_words, suggestion_words

    origin = standing_words(suggestion)
    say(f"{suggestion.number} {suggestion_words(suggestion)}" + (f" ({origin})" if origin else ""))


def _take_arguments(parser: Parser) -> None:
    parser.add_argument("suggestion", metavar="SUGGESTION", type=words, help=_ONE)
    parser.add_argument("meeting", metavar="MEETING", nargs="?", help="as 2026/Q4 (default: the one at hand)")


def _take(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.meeting.backlog_words import origin
        from tui_app.services.backlog import find_suggestion, take

        meeting = chosen_meeting(book, arguments.meeting)
        item = take(book, find_suggestion(book, arguments.suggestion), meeting)
        came = f" ({said})" if (said := origin(item)) else ""
        say(f"item {book.agenda(meeting.id).numbers[item.id]} of {meeting.symbol}: {item.title}{came}")


def _back_arguments(parser: Parser) -> None:
    parser.add_argument("item", metavar="ITEM", help="the number of the item, as 3 or 2a")
    parser.add_argument("meeting", metavar="MEETING", nargs="?", help="as 2026/Q4 (default: the one at hand)")
    parser.add_argument("--reason", metavar="TEXT", default="", type=words, help="why, kept with its history")


def _back(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.backlog import send_back

        meeting = chosen_meeting(book, arguments.meeting)
        _say(send_back(book, book.agenda(meeting.id).by_number(arguments.item), arguments.reason))


def _withdraw_arguments(parser: Parser) -> None:
    parser.add_argument("suggestion", metavar="SUGGESTION", type=words, help=_ONE)
    parser.add_argument("--reason", metavar="TEXT", default="", type=words, help="why nobody wants it any more")


def _withdraw(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.backlog import find_suggestion, withdraw

        gone = withdraw(book, find_suggestion(book, arguments.suggestion), arguments.reason)
        say(f"{gone.number} {gone.title}: withdrawn")


COMMANDS = {
    "backlog": (_list_arguments, _list),
    "backlog add": (_add_arguments, _add),
    "backlog take": (_take_arguments, _take),
    "backlog back": (_back_arguments, _back),
    "backlog withdraw": (_withdraw_arguments, _withdraw),
}
