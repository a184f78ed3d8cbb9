"""Keeping the register: backups, restoring one, verifying the register or a file of minutes."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui_app.cli.opening import reading
from tui_app.cli.output import complain, print_lines, say, say_columns
from tui_app.cli.usage import Parser
from tui_app.domain.problem import Problem


def _no_arguments(_: Parser) -> None:
    """For commands that take none."""


def _backup(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.keeping import back_up

        say(str(back_up(book)))


def _restore_arguments(parser: Parser) -> None:
    parser.add_argument("backup", metavar="BACKUP", nargs="?", default="", help="a name from the list, or a file")
    parser.add_argument("--list", action="store_true", help="list the backups (also done when none is named)")


def _restore(arguments: Namespace) -> None:
    from tui_app.services.keeping import kept, restore
    from tui_app.services.registers import require_at_hand

    folder: Path = arguments.register or require_at_hand()
    if arguments.backup and not arguments.list:
        backup, aside = restore(folder, arguments.backup)
        say(f"restored from {backup.name}")
        if aside is not None:
            complain(f"The register as it was is kept in {aside}; minutebook restore {aside.name} brings it back.")
        return
    backups = list(kept(folder))
    if not backups:
        raise Problem(f"There is no backup in {folder} yet: minutebook backup makes one.")
    say_columns((each.path.name, each.fault or f"{each.changes:,} changes") for each in backups)
    complain("Bring one back with minutebook restore NAME; the register as it is now is kept beside it.")


def _verify_arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="adopted minutes as exported (default: the "
                        "whole register)")  # fmt: skip


def _verify(arguments: Namespace) -> int:
    with reading(arguments) as book:
        if arguments.file is not None:
            from tui_app.services.sealing import judge

            say(judge(book, arguments.file.name, _content(arguments.file.expanduser())))
            return 0
        from tui_app.services.verifying import verify

        verified = verify(book)
    print_lines(verified.sound)
    for fault in verified.faults:
        complain(fault)
    return 1 if verified.faults else 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Problem(f"{path} cannot be read: {error.strerror or error}.") from error


COMMANDS = {
    "backup": (_no_arguments, _backup),
    "restore": (_restore_arguments, _restore),
    "verify": (_verify_arguments, _verify),
}
