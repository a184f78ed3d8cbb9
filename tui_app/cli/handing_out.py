"""A paper on its way out of a command: which format was asked for, and to a file or to standard output."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from tui_app.cli.misuse import Usage
from tui_app.cli.output import complain, say, say_bytes
from tui_app.cli.usage import Parser
from tui_app.documents.formats.formats import (
    FORMATS,
    MADE_ELSEWHERE,
    MARKDOWN,
    Format,
    ending_of,
    in_format,
    require_format,
)
from tui_app.domain.problem import Problem, did_you_mean

_AS_MARKDOWN = ("txt", "text", "markdown")
"""Endings of files that Markdown is at home in."""


def handing_out_arguments(parser: Parser) -> None:
    """`--format` and `-o`."""
    does = "; ".join(f"{each.name}: {each.does}" for each in FORMATS.values())
    parser.add_argument("--format", metavar="F", type=_format, help=f"{does} (default: that of FILE's ending, or md)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="the file to write (default: print it)")


def _format(text: str) -> str:
    if text.casefold() in FORMATS:
        return text.casefold()
    if text.casefold() in MADE_ELSEWHERE:
        raise ArgumentTypeError(MADE_ELSEWHERE[text.casefold()])
    raise ArgumentTypeError(f"{text!r} is not a format: {did_you_mean(text, FORMATS)}")


def chosen_format(arguments: Namespace, kind: str) -> Format:
    """The format that was named, or that of the file's ending.

    Usage where that kind of paper is not made in it, or the file's name says another format than was asked for.
    """
    ending = _ending(arguments)
    if ending in MADE_ELSEWHERE:
        raise Usage(MADE_ELSEWHERE[ending])
    if ending.isalpha() and not arguments.format and ending not in {*FORMATS, *_AS_MARKDOWN}:
        raise Usage(f"{ending!r} is not a format: {did_you_mean(ending, FORMATS)}")
    try:
        chosen = require_format(kind, arguments.format or (ending if ending in FORMATS else MARKDOWN))
    except Problem as problem:
        raise Usage(str(problem)) from None
    require_ending(arguments, chosen.name)
    return chosen


def require_ending(arguments: Namespace, name: str) -> None:
    """Raise Usage where FILE has the ending of another format than the one by that name."""
    file, ending = arguments.output, _ending(arguments)
    if ending in {*FORMATS, *MADE_ELSEWHERE} - {name}:
        raise Usage(f"{file.name} would be {name}, and its name says {ending}: name it {file.stem}.{name}.")


def _ending(arguments: Namespace) -> str:
    try:
        return ending_of(arguments.output) if arguments.output else ""
    except Problem as problem:
        raise Usage(str(problem)) from None


def hand_out(markdown: str, arguments: Namespace, kind: str, language: str) -> None:
    """A paper in the format asked for, written to FILE or printed; `language` is the code of its words."""
    chosen = chosen_format(arguments, kind)
    if chosen.name == MARKDOWN:
        hand_out_content(markdown, arguments, chosen)
    else:
        hand_out_content(in_format(markdown, chosen.name, language=language), arguments, chosen)
    if _ending(arguments) not in ("", *_AS_MARKDOWN, chosen.name):
        complain(f"{arguments.output} is {chosen.does}, whatever its name ends in: .{chosen.name} is the usual ending.")


def hand_out_content(content: str | bytes, arguments: Namespace, chosen: Format) -> None:
    """The same of what is made already; Usage where it is not for a terminal."""
    if arguments.output is not None:
        from tui_app.services.papers import write

        say(str(write(content, arguments.output.expanduser())))
    elif isinstance(content, str):
        say(content.rstrip("\n"))
    elif not chosen.text and sys.stdout.isatty():
        raise Usage(f"{chosen.name} is nothing to read in a terminal: name a file with -o.")
    else:
        say_bytes(content)
