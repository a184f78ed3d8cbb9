"""Papers, and the whole register for other programs: printed, or written to a file."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from tui_app.cli.handing_out import chosen_format, hand_out, hand_out_content, handing_out_arguments, require_ending
from tui_app.cli.misuse import Usage
from tui_app.cli.opening import chosen_meeting, reading
from tui_app.cli.usage import Parser, day, words
from tui_app.documents.formats.formats import FORMATS, ICS, MARKDOWN
from tui_app.domain.problem import nearest

if TYPE_CHECKING:
    from tui_app.services.book import Book

TINYDB, CALENDAR, MEMBERS, JSON = "tinydb", "calendar", "members", "json"
KINDS = ("agenda", "minutes", "decisions", "actions", MEMBERS, "entity", "report", "workplan", "completeness",
         CALENDAR, "tabling-note", "joint-statement", TINYDB)  # fmt: skip


def _kind(text: str) -> str:
    if text.casefold() in KINDS:
        return text.casefold()
    near = nearest(text, KINDS, least=0.65)
    right = f"did you mean {near!r}?" if near else f"it can be one of: {', '.join(KINDS)}."
    raise ArgumentTypeError(f"{text!r} is not a kind of paper: {right}")


def _export_arguments(parser: Parser) -> None:
    parser.add_argument("kind", metavar="KIND", type=_kind, help=", ".join(KINDS))
    parser.add_argument("meeting", metavar="MEETING", nargs="?", help="as 2026/Q3 (default: the one at hand; of "
                        "completeness, all); of workplan, a year (default: this one); "
                        "of calendar, either; of report, as R01, of joint-statement, as 2026/Q3/D04 "
                        "(default: the newest)")  # fmt: skip
    parser.add_argument("matter", metavar="P2", nargs="?", default="", help="tabling-note: only that of one proposal")
    parser.add_argument("--public", action="store_true", help="only what a release decision names")
    parser.add_argument("--entity", metavar="E", default="", type=words, help="actions, entity: those of one entity")
    parser.add_argument("--on", metavar="D", type=day, help="members, actions, entity: as at a day (default: today)")
    parser.add_argument("--version", metavar="N", default=0, type=int, help="agenda, minutes: as circulated in that "
                        "version (default: as it is now)")  # fmt: skip
    parser.add_argument("--language", metavar="L", default="", help="that of labels and dates, as fr (default: the "
                        "charter's); what people typed stays as it is")  # fmt: skip
    parser.add_argument("--contacts", action="store_true", help="members: whom to write to; tinydb: keep them in it")
    handing_out_arguments(parser)


def _export(arguments: Namespace) -> None:
    if arguments.contacts and (arguments.kind not in (MEMBERS, TINYDB) or arguments.public):
        raise Usage(
            f"Contact details stand in the internal list of members alone: minutebook export {MEMBERS} --contacts."
        )
    if arguments.kind == TINYDB:
        _export_everything(arguments)
        return
    chosen = chosen_format(arguments, arguments.kind)
    if chosen.name == ICS and not arguments.public:
        _export_calendar(arguments)
        return
    if arguments.version and (arguments.kind not in ("agenda", "minutes") or arguments.public):
        raise Usage("Only the agenda and the minutes have versions, which stay internal: "
                    "minutebook export minutes 2026/Q3 --version 1.")  # fmt: skip
    if arguments.version and arguments.language:
        raise Usage("A version that was circulated stays as it went out: leave --language or --version out.")
    with reading(arguments) as opened:
        book = opened.in_language(arguments.language)
        text = _version(book, arguments) if arguments.version else _paper(book, arguments)
        language = book.charter.language
    hand_out(text, arguments, arguments.kind, language)


def _export_everything(arguments: Namespace) -> None:
    from tui_app.services.keeping import tinydb_file

    if arguments.format:
        raise Usage(f"{TINYDB} is a format of its own: leave --format out.")
    if arguments.public:
        raise Usage("The whole register is always internal: leave --public out.")
    require_ending(arguments, JSON)
    with reading(arguments) as book:
        text = tinydb_file(book, contacts=arguments.contacts)
    hand_out_content(text, arguments, FORMATS[MARKDOWN])


def _export_calendar(arguments: Namespace) -> None:
    from tui_app.services.calendar import calendar_bytes

    with reading(arguments) as book:
        content = calendar_bytes(book.in_language(arguments.language), arguments.meeting)
    hand_out_content(content, arguments, FORMATS[ICS])


def _paper(book: Book, arguments: Namespace) -> str:
    from tui_app.domain.meeting.meeting import MeetingState
    from tui_app.services.papers import OF_A_MEETING, REPORT, STATEMENT, TABLING_NOTE, WORKPLAN, paper

    if arguments.matter and arguments.kind != TABLING_NOTE:
        raise Usage(f"{arguments.matter!r} is too much: only a tabling note is of one proposal.")
    symbol, matter = _matter(arguments) if arguments.kind == TABLING_NOTE else (arguments.meeting, "")
    if arguments.kind not in (WORKPLAN, CALENDAR, REPORT, STATEMENT) and (
        symbol or (arguments.kind in OF_A_MEETING and arguments.kind != TABLING_NOTE)
    ):
        held = [state for state in MeetingState if state not in (MeetingState.PLANNED, MeetingState.CANCELLED)]
        symbol = chosen_meeting(book, symbol, *(held if arguments.kind == "minutes" else ())).symbol
    return paper(book, arguments.kind, symbol, entity=arguments.entity, matter=matter, on=arguments.on,
                 public=arguments.public, contacts=arguments.contacts)  # fmt: skip


def _version(book: Book, arguments: Namespace) -> str:
    """The very text of the agenda or the minutes in a version that was circulated."""
    from tui_app.domain.meeting.circulated import PaperKind
    from tui_app.services.versions import circulated_text

    meeting = chosen_meeting(book, arguments.meeting)
    return circulated_text(book, meeting, PaperKind(arguments.kind), arguments.version)


def _matter(arguments: Namespace) -> tuple[str | None, str]:
    """The meeting and the proposal: `2026/Q3 P2`, `2026/Q3/P2`, or the whole symbol."""
    before, _, number = (arguments.meeting or "").rpartition("/")
    if number[:1] in "Pp" and number[1:].isdigit():
        return before or None, number
    return arguments.meeting, arguments.matter


COMMANDS = {"export": (_export_arguments, _export)}
