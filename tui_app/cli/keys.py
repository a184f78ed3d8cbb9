"""Keys: every action of the screen with its id and its keys, and whether the user's own hold."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from tui_app.cli.output import complain, say, say_columns
from tui_app.cli.usage import Parser


def _keys_arguments(parser: Parser) -> None:
    parser.add_argument("--check", action="store_true", help="only tell what of keys.toml does not hold; then exit 1")


def _keys(arguments: Namespace) -> int:
    from tui_app.services.own_keys import keys_file, read_own_keys

    keymap = read_own_keys()
    if not arguments.check:
        _list(keymap.keys)
    for sentence in keymap.mistakes:
        complain(sentence)
    if arguments.check and not keymap.mistakes:
        held = f"{len(keymap.keys)} of your own, all hold" if keys_file().exists() else "none of your own yet"
        say(f"{keys_file()}: {held}")
    return 1 if keymap.mistakes else 0


def _list(own: Mapping[str, str]) -> None:
    """The keys that hold; `own` behind those that are the user's."""
    from tui_app.commands.catalogue import EVERY
    from tui_app.commands.keys import key_name

    rows = []
    for action in EVERY:
        keys = " ".join(map(key_name, filter(None, own.get(action.id, action.default_keys).split(","))))
        rows.append((action.id, keys or "-", action.title + ("  (own)" if action.id in own else "")))
    say_columns(rows)


COMMANDS = {"keys": (_keys_arguments, _keys)}
