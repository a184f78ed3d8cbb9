"""Completeness: whether the files have a gap, and the reason for one that will stay."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_app.cli.misuse import Usage
from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, say, say_columns, say_objects
from tui_app.cli.usage import Parser, words

if TYPE_CHECKING:
    from tui_app.domain.meeting.meeting import Meeting
    from tui_app.services.completeness import Checked


def _check_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", nargs="?", help="as 2026/Q3 (default: every meeting, and what "
                        "is no meeting's)")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--explain", metavar="GAP", type=words, help="the name of a gap that will stay")
    parser.add_argument("--reason", metavar="WORDS", type=words, help="why it stays")


def _check(arguments: Namespace) -> int:
    if arguments.explain or arguments.reason:
        return _explain(arguments)
    with reading(arguments) as book:
        from tui_app.services.completeness import check

        meeting = book.meeting(arguments.meeting) if arguments.meeting else None
        checked = check(book, meeting)
    still_open = sum(each.open for each in checked)
    if arguments.json:
        say_objects(_object(each) for each in checked)
    else:
        say_columns((_symbol(each), each.gap.key, _told(each)) for each in checked)
        complain(_counted(meeting, checked, still_open))
    return 1 if still_open else 0


def _explain(arguments: Namespace) -> int:
    if not (arguments.meeting and arguments.explain and arguments.reason):
        raise Usage("minutebook check --explain needs MEETING, the gap and --reason WORDS; see its --help.")
    with writing(arguments) as book:
        from tui_app.services.completeness import explain

        meeting = book.meeting(arguments.meeting)
        gap = explain(book, meeting, arguments.explain, arguments.reason)
        say(f"{meeting.symbol} {gap.key}: {arguments.reason}")
    return 0


def _symbol(checked: Checked) -> str:
    return checked.meeting.symbol if checked.meeting else "network"


def _told(checked: Checked) -> str:
    return str(checked.gap) if checked.open else f"{checked.gap.sentence}; the reason: {checked.reason}"


def _counted(meeting: Meeting | None, checked: Sequence[Checked], still_open: int) -> str:
    from tui_app.documents.completeness import NO_GAP_SO_FAR

    if still_open:
        return f"{still_open} gap{'' if still_open == 1 else 's'} to close."
    if meeting is not None and not (meeting.over or checked):
        return NO_GAP_SO_FAR
    return "The files are complete." if not checked else "The files are complete; what they lack has its reason."


def _object(checked: Checked) -> dict[str, object]:
    gap = checked.gap
    return {
        "meeting": checked.meeting.symbol if checked.meeting else None, "gap": gap.key, "sentence": gap.sentence,
        "clause": gap.clause or None, "closes": gap.closes, "reason": checked.reason or None, "open": checked.open,
    }  # fmt: skip


COMMANDS = {"check": (_check_arguments, _check)}
