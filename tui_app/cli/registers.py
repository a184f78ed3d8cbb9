"""Registers: making one, the sample year, undo, where things are; and opening the app."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui_app.cli.event_loop import load_event_loop
from tui_app.cli.misuse import Usage
from tui_app.cli.opening import writing
from tui_app.cli.output import complain, has_terminal, say, say_columns
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from argparse import Namespace

    from tui_app.cli.usage import Parser
    from tui_app.domain.charter.charter import Charter
    from tui_app.services.book import Book


def open_app(register: Path | None) -> int:
    """Open the app on a register, by default the one at hand; Usage where there is no terminal to show it on."""
    if not has_terminal():
        raise Usage("The app needs a terminal and there is none here: give a command, as in minutebook decisions.")
    gc.disable()  # what a start makes stays; the app lets the collector work once its first screen is seen
    from tui_app.services.registers import open_book, register_at_hand

    folder = register or register_at_hand()
    _show(open_book(folder) if folder else None)
    return 0


def _show(book: Book | None) -> None:
    # What a key finds is painted within the next frame: at Textual's own 60 a second that alone takes 17 ms. Nothing
    # is painted but what changed, so more frames cost nothing.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    load_event_loop()
    from tui_app.app import run_app

    run_app(book)


def _no_arguments(_: Parser) -> None:
    """For commands that take none."""


def _new_arguments(parser: Parser) -> None:
    from tui_app.cli.usage import words

    parser.add_argument("charter", metavar="CHARTER", help="the name of a charter, or a TOML file")
    parser.add_argument("--me", metavar="NAME", required=True, type=words, help="who keeps the register")
    parser.add_argument("--name", metavar="NETWORK", default="", type=words, help="of the blank charter: the name "
                        "of the network, as Ghana UN Network on Migration; behind a comma its symbol")  # fmt: skip
    parser.add_argument("--zone", metavar="ZONE", default="", type=words, help="of the blank charter: where its "
                        "meetings' clock runs, as Africa/Accra (default: this computer's time zone)")  # fmt: skip


def _new(arguments: Namespace) -> None:
    from tui_app.services.charters import is_blank, load_charter
    from tui_app.services.registers import free_folder, make

    charter = load_charter(arguments.charter)
    if is_blank(charter):
        charter = _own(charter, arguments.name, arguments.zone)
    elif arguments.name:
        raise Usage(f"{charter.name} is named by its charter: leave --name out.")
    elif arguments.zone:
        raise Usage(f"The charter of {charter.name} has its time zone, {charter.zone}: leave --zone out.")
    folder = (arguments.register or free_folder(charter)).absolute()
    make(charter, folder, arguments.me).register.close()
    say(str(folder))


def _own(blank: Charter, name: str, zone: str) -> Charter:
    """The blank charter with the name and the time zone of a network; what was not given is told."""
    from tui_app.domain.charter.naming import NAME_FORM, in_zone, named
    from tui_app.services.own_zone import own_zone

    charter = in_zone(named(blank, name) if name else blank, zone or own_zone())
    if not name:
        complain(f"Its papers will say {charter.name}, and its decisions be {charter.symbol}/...: "
                 f'--name "{NAME_FORM}" tells whose network it is.')  # fmt: skip
    if not zone:
        complain(f"Its meetings are in this computer's time zone, {charter.zone}: --zone names another.")
    return charter


def _demo(arguments: Namespace) -> None:
    from tui_app.services.registers import SAMPLE, places, unused
    from tui_app.services.sample_year import play

    folder = (arguments.register or unused(places().registers / SAMPLE)).absolute()
    if has_terminal():
        _show(play(folder, to_the_end=False))
        say(f"The sample year is in {folder}")
        return
    book = play(folder, to_the_end=True)
    with book.register:
        say(_last_minutes(book).rstrip("\n"))
    complain(f"The sample year is in {folder}")


def _last_minutes(book: Book) -> str:
    from tui_app.services.papers import paper

    return paper(book, "minutes", [meeting for meeting in book.meetings() if meeting.opened][-1].symbol)


def _undo(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.history import what_was_done

        undone = book.register.undo()
    if undone is None:
        raise Problem("There is nothing to undo in this register.")
    say(f"undone: {what_was_done(undone)}")


def _paths(_: Namespace) -> None:
    from tui_app.services.registers import last_used, places

    there = places()
    last = last_used()
    say_columns(
        [
            ("registers", str(there.registers)),
            ("settings", str(there.settings)),
            ("last used", str(last) if last else "none yet"),
        ]
    )


COMMANDS = {
    "demo": (_no_arguments, _demo),
    "new": (_new_arguments, _new),
    "undo": (_no_arguments, _undo),
    "paths": (_no_arguments, _paths),
}
