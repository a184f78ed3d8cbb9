"""The way in: finds the command, carries it out, and turns what goes wrong into one sentence and an exit status.

0: done; 1: it could not be done, or gaps were found; 2: the command was not written as it should be.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from tui_app.cli.misuse import Usage, take_register
from tui_app.cli.output import complain, forget_output, is_closed_pipe, is_full, prepare_streams, say
from tui_app.domain.problem import Problem, did_you_mean

DONE, FAILED, MISUSED = 0, 1, 2
_HELP = "help"
"""Typed in front of a command, or alone, it means the option."""


def main(words: Sequence[str] | None = None) -> int:
    """Carry out the command in `words` (by default, those typed) and return the exit status."""
    prepare_streams()
    status = _guarded(list(sys.argv[1:] if words is None else words))
    if words is None:
        gc.freeze()  # nothing is left to collect, and looking for it as the process ends would take 8 ms
    return status


def _guarded(words: list[str]) -> int:
    """Carry out the command; whatever goes wrong is told in one sentence."""
    try:
        return _run(words)
    except Usage as usage:
        complain(str(usage))
        return MISUSED
    except Problem as problem:
        complain(f"{str(problem).removesuffix('.')} ({problem.option})." if problem.option else str(problem))
    except KeyboardInterrupt:
        complain("Stopped; what was acknowledged is saved.")
    except OSError as error:
        if is_full(error):
            complain("There is no room left where the results go: free some, or send them elsewhere.")
        elif not is_closed_pipe(error):
            complain(_unexpected(error))
        forget_output()
    except Exception as error:
        complain(_unexpected(error))
    return FAILED


def _run(words: list[str]) -> int:
    gc.set_threshold(50_000)  # loading modules and records makes many objects and no garbage: 20 to 100 ms less
    register, words = take_register(words)
    if not words:
        from tui_app.cli.registers import open_app

        return open_app(register)
    if words[0] == _HELP:
        words = [*words[1:], f"--{_HELP}"]
    if words[0].startswith("-"):
        return _about(words[0])
    from importlib import import_module

    from tui_app.cli.catalogue import find_command
    from tui_app.cli.usage import Parser, folder

    command, rest = find_command(words)
    prepare, carry_out = import_module(f"tui_app.cli.{command.module}").COMMANDS[command.name]
    parser = Parser(f"minutebook {command.name}", command.does, command.example)
    where = "the folder of the register (default: the last one used)"
    parser.add_argument("--register", metavar="DIR", type=folder, help=where)
    prepare(parser)
    arguments = parser.read(rest)
    arguments.register = register
    status: int | None = carry_out(arguments)
    return status or DONE


def _about(option: str) -> int:
    if option in ("-h", "--help"):
        from tui_app.cli.catalogue import overview

        say(overview())
    elif option == "--version":
        from tui_app import __version__

        say(f"minutebook {__version__}")
    else:
        raise Usage(f"There is no option {option}: {did_you_mean(option, ('--register', '--version', '--help'))}")
    return DONE


def _unexpected(error: Exception) -> str:
    """The sentence for a fault of the program itself; the details go to a file, never to the screen."""
    name = f"{type(error).__name__}: {error}".strip().rstrip(":.").replace("\n", " ")
    where = _keep_details()
    details = f"; the details are in {where}" if where else ""
    return f"Something went wrong that should not have ({name}). Nothing that was saved was touched{details}."


def _keep_details() -> Path | None:
    import traceback
    from datetime import UTC, datetime

    from tui_app.services.registers import places

    try:
        folder = places().settings
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "errors.log"
        path.touch(mode=0o600)
        with path.open("a", encoding="utf-8", newline="\n") as log:
            log.write(f"{datetime.now(UTC).isoformat()}\n{traceback.format_exc()}\n")
    except OSError:
        return None
    return path
