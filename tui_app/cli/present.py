"""The projector screen: a second window for the room, which follows the first and only reads."""

from __future__ import annotations

from argparse import Namespace

from tui_app.cli.event_loop import load_event_loop
from tui_app.cli.misuse import Usage
from tui_app.cli.output import has_terminal
from tui_app.cli.usage import Parser


def _arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", nargs="?", default="",
                        help="the meeting, as 2026/Q3 (default: the one in session, else the next)")  # fmt: skip


def _present(arguments: Namespace) -> None:
    if not has_terminal():
        raise Usage(
            "The projector screen needs a terminal, and there is none here: open one and give the command there."
        )
    from tui_app.services.following import Following

    following = Following(arguments.register, arguments.meeting)
    load_event_loop()
    from tui_app.projector.app import run_projector  # what cannot be opened is told without waiting for the screen

    run_projector(following)


COMMANDS = {"present": (_arguments, _present)}
