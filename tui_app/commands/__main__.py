"""Prints the table of keys for the README: `python -m tui_app.commands`."""

from __future__ import annotations

import sys

from tui_app.commands.catalogue import EVERY
from tui_app.commands.keys import key_name
from tui_app.commands.places import title_of


def keys_table() -> str:
    """A Markdown table of every action that has a key, by place."""
    rows = ["| place | key | action |", "| --- | --- | --- |"]
    for action in EVERY:
        keys = " ".join(f"`{key_name(key)}`" for key in action.default_keys.split(","))
        rows.append(f"| {title_of(action.place)} | {keys} | {action.help} |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.write(keys_table() + "\n")
