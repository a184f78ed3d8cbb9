"""Versions of the agenda and the minutes: what differs between two of them, and the comments on them."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from tui_app.cli.opening import chosen_meeting, reading, writing
from tui_app.cli.output import complain, print_lines, say, say_objects
from tui_app.cli.usage import Parser, past_day, words

if TYPE_CHECKING:
    from tui_app.domain.meeting.comment import Comment


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


# -- comments ------------------------------------------------------------


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q3; its agenda or minutes are circulated")
    parser.add_argument("entity", metavar="ENTITY", type=words, help="whose comment it is")
    parser.add_argument("text", metavar="WORDS", nargs="+", type=words, help="what it says")
    parser.add_argument("--on", metavar="D", type=past_day, help="when it came in (default: today)")
    parser.add_argument("--on-version", metavar="N", default=0, type=_version, help="the version that it is about "
                        "(default: the last that went out)")  # fmt: skip


def _add(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.meeting.comment import comment_words
        from tui_app.services.comments import log_comment

        meeting = book.meeting(arguments.meeting)
        text = " ".join(arguments.text)
        say(comment_words(log_comment(book, meeting, arguments.entity, text, on=arguments.on,
                                      version=arguments.on_version)))  # fmt: skip


def _answer_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q3")
    parser.add_argument("number", metavar="NUMBER", help="of the comment, as C01")
    parser.add_argument("answer", metavar="ANSWER", nargs="+", type=words,
                        help="taken in, partly taken in, or not taken in; then a colon and the words")  # fmt: skip


def _answer(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.meeting.comment import treatment_words
        from tui_app.services.comments import answer_comment, find_comment

        comment = find_comment(book, book.meeting(arguments.meeting), arguments.number)
        answered = answer_comment(book, comment, " ".join(arguments.answer))
        say(f"{answered.number} {answered.entity}: {treatment_words(answered)}")


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", nargs="?", help="as 2026/Q3 (default: the meeting at hand)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.domain.meeting.comment import comment_words, treatment_words
        from tui_app.services.comments import comments_on

        meeting = chosen_meeting(book, arguments.meeting)
        comments = comments_on(book, meeting)
    if arguments.json:
        say_objects(_object(each) for each in comments)
        return
    print_lines(f"{comment_words(each)} - {treatment_words(each)}" for each in comments)
    if not comments:
        complain(f"No comment on {meeting.symbol} has come in.")


def _object(comment: Comment) -> dict[str, object]:
    done = comment.treated
    return {
        "number": comment.number, "entity": comment.entity, "on": comment.on.isoformat(), "paper": comment.kind.value,
        "version": comment.version, "late": comment.late, "text": comment.text,
        "answer": done.kind.value if done else None, "words": done.words if done else "",
        "answered_on": done.on.isoformat() if done else None, "answered_by": done.by if done else "",
    }  # fmt: skip


COMMANDS = {
    "differences": (_differences_arguments, _differences),
    "comment add": (_add_arguments, _add),
    "comment answer": (_answer_arguments, _answer),
    "comment list": (_list_arguments, _list),
}
