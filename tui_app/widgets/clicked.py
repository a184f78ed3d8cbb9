"""Keys that are named on the screen, for a hand on the mouse: a click on one presses it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.widgets import Static

from tui_app.commands.keys import key_name, read_key
from tui_app.domain.problem import Problem

HELP_TYPED = "/?"
"""In the capture line a question mark alone is text."""
_WORD = re.compile(r"[^\s,.;:]+")
_NEVER_KEYS = ("a", "A", "I", "space", "delete", "insert", "backspace")
"""In a sentence these are words."""


class Keys(Static):
    """Hints, or sentences, in which keys can be clicked; they look as all else."""

    def __init__(self, words: RenderableType = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(_clickable(words), id=id, classes=classes, markup=False)
        self.auto_links = False

    def say(self, sentence: str) -> None:
        """Show this sentence."""
        self.update(_clickable(sentence))

    def action_press(self, key: str) -> None:
        """Press a key."""
        press(self.app, key)


def press(app: App[Any], key: str) -> None:
    """Press a key for the user: as if it came from the terminal, it goes up from the focus to every binding."""
    app.call_later(app.simulate_key, key)


def _clickable(words: RenderableType) -> RenderableType:
    return clickable_sentence(words) if isinstance(words, str) else words


@lru_cache
def pressing(shown: str) -> str:
    """What a click on a key does, as Textual writes actions; empty where it is none, as people write keys."""
    if shown == HELP_TYPED:
        return "app.help"
    try:
        key = read_key(shown)
    except Problem:
        return ""
    return f"press({key!r})" if key_name(key) == shown else ""


def doing(words: str, action: str) -> Text:
    """Words on which a click does this, as Textual writes actions."""
    text = Text(words)
    text.apply_meta({"@click": action})
    return text


def clickable(keys: Sequence[str], word: str, *, look: str = "") -> Text:
    """A hint: a click on it presses its key; where it has several, each is pressed by itself."""
    hint = Text(" ").join([*(Text(key, look) for key in keys), Text(word)])
    if len(keys) == 1:
        _press(hint, keys[0], 0, len(hint))
        return hint
    at = 0
    for key in keys:
        _press(hint, key, at, at + len(key))
        at += len(key) + 1
    return hint


def clickable_hint(hint: str) -> Text:
    """The same of a hint as it is written: `a d n s kind`."""
    *keys, word = hint.split(" ")
    first = next((n for n, key in enumerate(keys) if not pressing(key)), len(keys))
    return clickable(keys[:first], " ".join([*keys[first:], word]))


def clickable_sentence(sentence: str) -> Text:
    """A sentence, or several, that names keys: `Enter chooses, Esc leaves it.`"""
    text = Text(sentence)
    for found in _WORD.finditer(sentence):
        if found[0] not in _NEVER_KEYS:
            _press(text, found[0], *found.span())
    return text


def _press(text: Text, key: str, start: int, end: int) -> None:
    if action := pressing(key):
        text.apply_meta({"@click": action}, start, end)
