"""Answers: what the parent body said of a recommendation, or of a matter that was referred to it."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from tui_app.cli.opening import writing
from tui_app.cli.output import complain, say
from tui_app.cli.usage import Parser, past_day, words
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from tui_app.domain.consensus.answering import Kind


def _kind(text: str) -> Kind:
    from tui_app.domain.consensus.answering import read_kind

    try:
        return read_kind(text)
    except Problem as problem:
        raise ArgumentTypeError(str(problem)) from None


def _answer_arguments(parser: Parser) -> None:
    parser.add_argument("symbol", metavar="SYMBOL", help="the recommendation, or the proposal that was referred")
    parser.add_argument("kind", metavar="ANSWER", type=_kind,
                        help="followed, partly or not-followed; of a referral: decided or returned")  # fmt: skip
    parser.add_argument("words", metavar="WORDS", nargs="*", default=[], type=words,
                        help="the motivation; what was decided; why it was returned")  # fmt: skip
    parser.add_argument("--on", metavar="D", type=past_day, help="the day of the answer (default: today)")


def _answer(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.consensus.answer import Ruling
        from tui_app.domain.consensus.answering import answer_words
        from tui_app.services.answering import find_answerable, record_answer, symbol_of

        record = find_answerable(book, arguments.symbol)
        answer = record_answer(book, record, arguments.kind, " ".join(arguments.words), arguments.on).answer
        assert answer is not None
        said = f": {answer_words(answer)}" if answer_words(answer) else ""
        say(f"{symbol_of(book, record)} {answer.kind} on {answer.on}{said}")
        if answer.kind is Ruling.RETURNED:
            complain("It is with the network again: /propose puts the text, or another one, at a meeting.")


COMMANDS = {"answer": (_answer_arguments, _answer)}
