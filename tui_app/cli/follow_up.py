"""Following up from the command line: how far an action or a decision has come, who carries it out and by when."""

from __future__ import annotations

from argparse import Namespace

from tui_app.cli.opening import writing
from tui_app.cli.output import complain, say
from tui_app.cli.usage import Parser, words

_SYMBOL = "an action or a decision, as 2026/Q3/A07"


def _progress_arguments(parser: Parser) -> None:
    parser.add_argument("symbol", metavar="SYMBOL", help=_SYMBOL)
    parser.add_argument("said", metavar="STATUS", nargs="+", type=words,
                        help="not started, in progress, implemented, delayed or overtaken; then, as needed, "
                        "on 12 Nov: what was done; evidence: what shows it")  # fmt: skip


def _progress(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.follow_up.progress_words import progress_echo, read_progress
        from tui_app.services.follow_up import find_followed_up, not_the_last, report

        said = read_progress(" ".join(arguments.said), book.today())
        record = report(book, find_followed_up(book, arguments.symbol), said)
        say(progress_echo(record.symbol, said))
        if remark := not_the_last(record, said):
            complain(remark)


def _assign_arguments(parser: Parser) -> None:
    parser.add_argument("symbol", metavar="SYMBOL", help=_SYMBOL)
    parser.add_argument("terms", metavar="WHO", nargs="+", type=words,
                        help="IOM, ILO by 30 Nov because ...; words can be a deadline; the rest stays")  # fmt: skip


def _assign(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.follow_up.assignment import terms_echo
        from tui_app.services.follow_up import find_followed_up
        from tui_app.services.ownership import assign, read_assignment

        record = find_followed_up(book, arguments.symbol)
        terms = read_assignment(book, record, " ".join(arguments.terms))
        say(terms_echo(assign(book, record, terms).symbol, terms))


COMMANDS = {"progress": (_progress_arguments, _progress), "assign": (_assign_arguments, _assign)}
