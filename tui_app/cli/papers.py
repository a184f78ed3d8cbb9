"""Papers, and the whole register for other programs: printed, or written to a file."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui_app.cli.opening import chosen_meeting, reading
from tui_app.cli.output import say, say_bytes
from tui_app.cli.usage import Parser, Usage, day, words

if TYPE_CHECKING:
    from tui_app.services.book import Book

TINYDB, CALENDAR, ICS = "tinydb", "calendar", "ics"
KINDS = ("agenda", "minutes", "decisions", "actions", "members", "entity", "report", "workplan", "completeness",
         CALENDAR, "tabling-note", TINYDB)  # fmt: skip
FORMATS = ("md", ICS)


def _one_of(what: str, valid: tuple[str, ...], text: str) -> str:
    if text.casefold() in valid:
        return text.casefold()
    raise ArgumentTypeError(f"{text!r} is not {what}; there is {', '.join(valid)}.")


def _kind(text: str) -> str:
    return _one_of("a kind of paper", KINDS, text)


def _format(text: str) -> str:
    return _one_of("a format", FORMATS, text)


def _export_arguments(parser: Parser) -> None:
    parser.add_argument("kind", metavar="KIND", type=_kind, help=", ".join(KINDS))
    parser.add_argument("meeting", metavar="MEETING", nargs="?", help="as 2026/Q3 (default: the one at hand; of "
                        "completeness, all); of workplan, a year (default: this one); "
                        "of calendar, either; of report, as R01 (default: the newest)")  # fmt: skip
    parser.add_argument("matter", metavar="P2", nargs="?", default="", help="tabling-note: only that of one proposal")
    parser.add_argument("--format", metavar="F", default="md", type=_format, help="md (Markdown); of calendar, "
                        "ics too, which Outlook reads")  # fmt: skip
    parser.add_argument("--public", action="store_true", help="only what a release decision names")
    parser.add_argument("--entity", metavar="E", default="", type=words, help="actions, entity: those of one entity")
    parser.add_argument("--on", metavar="D", type=day, help="members, actions, entity: as at a day (default: today)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="the file to write (default: print it)")


def _export(arguments: Namespace) -> None:
    if arguments.format == ICS and arguments.kind != CALENDAR:
        raise Usage(f"{ICS} is the format of a calendar: minutebook export {CALENDAR} 2026/Q3 --format {ICS}.")
    with reading(arguments) as book:
        text = _content(book, arguments)
    if arguments.output is not None:
        from tui_app.services.papers import write

        say(str(write(text, arguments.output.expanduser())))
    elif isinstance(text, bytes):
        say_bytes(text)
    else:
        say(text.rstrip("\n"))


def _content(book: Book, arguments: Namespace) -> str | bytes:
    if arguments.kind == TINYDB:
        return _everything(book)
    if arguments.format == ICS and not arguments.public:
        from tui_app.services.calendar import calendar_bytes

        return calendar_bytes(book, arguments.meeting)
    return _paper(book, arguments)


def _everything(book: Book) -> str:
    from tui_app.services.keeping import tinydb_file

    return tinydb_file(book)


def _paper(book: Book, arguments: Namespace) -> str:
    from tui_app.domain.meeting.meeting import MeetingState
    from tui_app.services.papers import OF_A_MEETING, REPORT, TABLING_NOTE, WORKPLAN, paper

    if arguments.matter and arguments.kind != TABLING_NOTE:
        raise Usage(f"{arguments.matter!r} is too much: only a tabling note is of one proposal.")
    symbol, matter = _matter(arguments) if arguments.kind == TABLING_NOTE else (arguments.meeting, "")
    if arguments.kind not in (WORKPLAN, CALENDAR, REPORT) and (
        symbol or (arguments.kind in OF_A_MEETING and arguments.kind != TABLING_NOTE)
    ):
        held = [state for state in MeetingState if state not in (MeetingState.PLANNED, MeetingState.CANCELLED)]
        symbol = chosen_meeting(book, symbol, *(held if arguments.kind == "minutes" else ())).symbol
    return paper(book, arguments.kind, symbol, entity=arguments.entity, matter=matter, on=arguments.on,
                 public=arguments.public)  # fmt: skip


def _matter(arguments: Namespace) -> tuple[str | None, str]:
    """The meeting and the proposal: `2026/Q3 P2`, `2026/Q3/P2`, or the whole symbol."""
    before, _, number = (arguments.meeting or "").rpartition("/")
    if number[:1] in "Pp" and number[1:].isdigit():
        return before or None, number
    return arguments.meeting, arguments.matter


COMMANDS = {"export": (_export_arguments, _export)}
