"""The agenda and the minutes, line by line from a file or standard input."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, say
from tui_app.cli.usage import Parser, words
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from tui_app.domain.meeting.agenda import Agenda
    from tui_app.domain.meeting.meeting import Meeting
    from tui_app.services.pen import Pen

_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Typed:
    """Lines from a file or standard input, each as soon as it is there; notes what was not UTF-8."""

    stream: IO[bytes]
    damaged: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator[str]:
        for number, raw in enumerate(iter(self.stream.readline, b""), 1):
            if number == 1 and raw.startswith(_UTF_16):
                raise Problem("The text is UTF-16, which cannot be read line by line: save it as UTF-8.")
            line = raw.removeprefix(_MARK) if number == 1 else raw
            yield self._decoded(line.rstrip(b"\r\n"), number)

    def _decoded(self, line: bytes, number: int) -> str:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self.damaged.append(number)
            return line.decode("utf-8", errors="replace")

    def tell(self) -> None:
        """Say which lines held bytes that are not UTF-8."""
        if self.damaged:
            where = f"Line {self.damaged[0]} has" if len(self.damaged) == 1 else f"{len(self.damaged)} lines have"
            first = "" if len(self.damaged) == 1 else f", line {self.damaged[0]} first"
            complain(f"{where} bytes that are not UTF-8{first}: each was replaced by \N{REPLACEMENT CHARACTER}.")


@contextmanager
def _typed(name: str) -> Iterator[Typed]:
    """The lines of a file, or of standard input for `-`; Problem if it cannot be read."""
    if name == "-":
        if sys.stdin is None:
            raise Problem("There is no standard input to read: give a file.")
        yield Typed(sys.stdin.buffer)
        return
    try:
        stream = Path(name).expanduser().open("rb")
    except OSError as error:
        raise Problem(f"{name} cannot be read: {error.strerror or error}.") from error
    with stream:
        yield Typed(stream)


# -- the agenda ----------------------------------------------------------


def _agenda_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q3")
    parser.add_argument("file", metavar="FILE", nargs="?", help="one item a line: Title [decision] 20m IOM; - reads "
                        "standard input; without it the agenda is printed")  # fmt: skip
    parser.add_argument("--without", metavar="REASON", action="append", default=[], type=words, help="why it leaves "
                        "out a purpose that the ToR give the meeting; it is printed. For each of several: "
                        "'collaboration: covered by the retreat'")  # fmt: skip


def _agenda(arguments: Namespace) -> None:
    if arguments.file is None:
        _print_agenda(arguments)
    else:
        _set_agenda(arguments)


def _print_agenda(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.domain.meeting.agenda import item_line

        for item in book.agenda(book.meeting(arguments.meeting).id).items:
            say(item_line(item))


def _set_agenda(arguments: Namespace) -> None:
    with writing(arguments) as book, _typed(arguments.file) as typed:
        from tui_app.domain.text import clean
        from tui_app.services.prepare_agenda import set_agenda

        meeting = book.meeting(arguments.meeting)
        agenda = set_agenda(book, meeting, [clean(line)[0].rstrip() for line in typed], *arguments.without)
        typed.tell()
        say(_measure(meeting, agenda))


def _measure(meeting: Meeting, agenda: Agenda) -> str:
    count = len(agenda.items)
    of = f" of {meeting.minutes_available}" if meeting.minutes_available else ""
    return f"{meeting.symbol} agenda set: {count} item{'s' if count > 1 else ''}, {agenda.minutes}{of} minutes"


# -- the minutes ---------------------------------------------------------


def _capture_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q3; in session, or closed: its draft takes "
                        "/fix old/new/ until it is adopted")  # fmt: skip
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="one entry a line (default: -, that is "
                        "standard input)")  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="stop at the first line that cannot be taken")


def _capture(arguments: Namespace) -> int:
    with writing(arguments) as book:
        from tui_app.services import capture
        from tui_app.services.pen import Pen

        pen = Pen(book, book.meeting(arguments.meeting).id, keeps_time=True)
        capture.require_open(pen)
        with _typed(arguments.file) as typed:
            if arguments.file == "-" and sys.stdin.isatty():
                complain("Type one entry a line; Ctrl-D, on Windows Ctrl-Z and Enter, ends.")
            return _take(pen, typed, strict=arguments.strict)


def _take(pen: Pen, typed: Typed, *, strict: bool) -> int:
    """Take every line, and tell what each became; the exit status is 1 if any could not be taken."""
    failed, empty = False, 0
    for number, line in enumerate(typed, 1):
        if not line.strip():
            empty += 1
            continue
        failed = not _taken(pen, line, number) or failed
        if failed and strict:
            break
    if empty:
        complain(f"{empty} empty line{'s were' if empty > 1 else ' was'} passed over.")
    typed.tell()
    return int(failed)


def _taken(pen: Pen, line: str, number: int) -> bool:
    from tui_app.services import capture

    try:
        taken = capture.take(pen, line)
    except Problem as problem:
        complain(f"line {number}: {problem}")
        return False
    say(str(taken))
    if taken.note:
        complain(f"line {number} was taken. {taken.note}")
    return True


COMMANDS = {"agenda": (_agenda_arguments, _agenda), "capture": (_capture_arguments, _capture)}
