"""Corrigenda to adopted minutes: recorded, listed, printed."""

from __future__ import annotations

from argparse import Namespace

from tui_app.cli.handing_out import hand_out, handing_out_arguments
from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, print_lines, say
from tui_app.cli.usage import Parser, past_day, words


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q2; its minutes are adopted")
    parser.add_argument("--says", metavar="W", required=True, type=words, help="what the minutes say, and where")
    parser.add_argument("--reads", metavar="W", required=True, type=words, help="what is right")
    parser.add_argument("--at", metavar="M", default="", type=words, help="the meeting that made it, as 2026/Q4")
    parser.add_argument("--decision", metavar="D", default="", type=words, help="the decision that made it")
    parser.add_argument("--on", metavar="D", type=past_day, help="its day (default: that of the meeting, or today)")


def _add(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.corrigenda import not_in_the_minutes, record_corrigendum

        meeting = book.meeting(arguments.meeting)
        made = record_corrigendum(book, meeting, arguments.says, arguments.reads, at=arguments.at,
                                  decision=arguments.decision, on=arguments.on)  # fmt: skip
        say(f"{meeting.symbol}/{made.number} for {made.says!r} read {made.reads!r}")
        odd = not_in_the_minutes(book, meeting, made.says)
        if odd:
            complain(odd)


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q2")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.corrigenda import corrigenda_to

        meeting = book.meeting(arguments.meeting)
        there = corrigenda_to(book, meeting)
    print_lines(f"{each.number} {each.on} {each.decided_at or each.decision}: for {each.says!r} read {each.reads!r}"
                for each in there)  # fmt: skip
    if meeting.imported:
        complain(f"Corrigenda that came with the imported minutes of {meeting.symbol} stand behind their text.")
    elif not there:
        complain(f"There is no corrigendum to the minutes of {meeting.symbol}.")


def _show_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q2")
    parser.add_argument("number", metavar="NUMBER", help="of the corrigendum, as 1")
    handing_out_arguments(parser)


def _show(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.corrigenda import corrigendum_text, find_corrigendum

        meeting = book.meeting(arguments.meeting)
        text = corrigendum_text(book, meeting, find_corrigendum(book, meeting, arguments.number))
        language = book.charter.language
    hand_out(text, arguments, "corrigendum", language)


COMMANDS = {
    "corrigendum add": (_add_arguments, _add),
    "corrigendum list": (_list_arguments, _list),
    "corrigendum show": (_show_arguments, _show),
}
