"""Importing minutes from a file or standard input."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, print_lines
from tui_app.cli.usage import Parser, meeting_kind, past_day
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from tui_app.documents.reading.found import Unread
    from tui_app.services.book import Book
    from tui_app.services.importing import Import


def _import_arguments(parser: Parser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="the Markdown of the minutes of one meeting; - reads standard input"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be made, and save nothing")
    parser.add_argument("--kind", metavar="KIND", type=meeting_kind, help="of the meeting, if the file does not say it")
    parser.add_argument("--on", metavar="DATE", type=past_day, help="its day, if the file does not say it")
    parser.add_argument("--nothing-open", action="store_true", help="where the file does not say how far something "
                        "has come, it is not followed up any more")  # fmt: skip
    parser.add_argument("--as-notes", action="store_true", help="import a file of which something cannot be read, and "
                        "keep that as notes, word for word")  # fmt: skip


def _import(arguments: Namespace) -> int:
    with (reading if arguments.dry_run else writing)(arguments) as book:
        from tui_app.services.importing import Unreadable, import_minutes, made_lines, still_open

        try:
            found = _look(book, arguments)
        except Unreadable as problem:
            _tell(problem.unread)
            complain(
                f"{_could_not(problem.unread)}: it must be plain of which meeting the file is (--kind and --on say it)."
            )
            return 1
        _tell(found.unread)
        stops = bool(found.unread) and not arguments.as_notes
        if not (stops or arguments.dry_run):
            import_minutes(book, found)
        if not stops or arguments.dry_run:
            print_lines(made_lines(found))
            if told := still_open(found):
                complain(told)
    complain(_ended(found, arguments, stops=stops))
    return int(stops)


def _look(book: Book, arguments: Namespace) -> Import:
    from tui_app.services.importing import file_content, look

    if arguments.file != "-":
        name, content = Path(arguments.file).name, file_content(arguments.file)
    elif sys.stdin is None:
        raise Problem("There is no standard input to read: give a file.")
    else:
        name, content = "standard input", sys.stdin.buffer.read()
    return look(book, name, content, kind=arguments.kind, on=arguments.on, nothing_open=arguments.nothing_open,
                as_notes=arguments.as_notes)  # fmt: skip


def _tell(unread: Iterable[Unread]) -> None:
    for each in unread:
        complain(str(each))


def _could_not(unread: Sequence[Unread]) -> str:
    lines = "One line" if len(unread) == 1 else f"{len(unread)} lines"
    return f"{lines} could not be read, so nothing was saved"


def _ended(found: Import, arguments: Namespace, *, stops: bool) -> str:
    if stops:
        them = "it" if len(found.unread) == 1 else "them"
        return f"{_could_not(found.unread)}: mend {them} in the file, or add --as-notes."
    if arguments.dry_run:
        return "Nothing was saved: this was a dry run."
    return f"{found.record.meeting.symbol} is in the register; minutebook undo takes it back."


COMMANDS = {"import minutes": (_import_arguments, _import)}
