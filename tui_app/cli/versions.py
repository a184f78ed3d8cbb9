"""Versions of the agenda and the minutes: what differs between two of them."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace

from tui_app.cli.opening import chosen_meeting, reading
from tui_app.cli.output import complain, print_lines
from tui_app.cli.usage import Parser


def _kind(text: str) -> str:
    if text.casefold() in ("agenda", "minutes"):
        return text.casefold()
    raise ArgumentTypeError(f"{text!r} is not what is circulated in versions: agenda or minutes.")


def _version(text: str) -> int:
    found = re.fullmatch(r"v?(\d{1,3})", text.strip(), re.IGNORECASE)
    if found is None:
        raise ArgumentTypeError(f"{text!r} is not a version: write it as 1 or v1.")
    return int(found[1])


def _differences_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q3")
    parser.add_argument("kind", metavar="KIND", nargs="?", type=_kind,
                        help="agenda or minutes (default: the minutes, of a planned meeting the agenda)")  # fmt: skip
    parser.add_argument("before", metavar="V1", nargs="?", default=0, type=_version,
                        help="the older version (default: the last that went out)")  # fmt: skip
    parser.add_argument("after", metavar="V2", nargs="?", default=0, type=_version,
                        help="the newer version (default: the paper as it stands)")  # fmt: skip


def _differences(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.domain.meeting.circulated import PaperKind
        from tui_app.domain.meeting.differences import differing
        from tui_app.services.versions import compare, kind_at_hand

        meeting = chosen_meeting(book, arguments.meeting)
        kind = PaperKind(arguments.kind) if arguments.kind else kind_at_hand(meeting)
        compared = compare(book, meeting, kind, arguments.before, arguments.after)
    print_lines(line.marked for line in differing(compared.lines))
    complain(compared.sentence)


COMMANDS = {"differences": (_differences_arguments, _differences)}
