"""Tab in the capture line: commands after a slash, then what the command asks for, and entities elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ..consensus.proposal import Ground, PositionKind
from ..day_forms import MONTHS, WEEKDAYS
from ..problem import Problem
from .grammar import COMMANDS, find_command

Completed = tuple[str, tuple[str, ...]]
"""The line, completed as far as is certain, and the possibilities if there are several."""

_NO_ITEMS: Mapping[str, str] = MappingProxyType({})
_NAMED_FIRST = frozenset({"action", "in", "out", "apologies", "position", "withdraw", "consult", "waive"})
"""The commands that begin with an entity: there Tab lists them all before a letter is typed."""
_DAYS = (*WEEKDAYS, "next meeting", "end of the month", "end of the quarter", "end of the year", "today", "tomorrow")
_POSITIONS = tuple(kind.value for kind in PositionKind)
_GROUNDS = tuple(ground.value for ground in Ground)
_TITLE = 24
"""How many characters of a title tell an item from others."""


def complete(text: str, entities: Iterable[str], symbols: Iterable[str] = (), items: Mapping[str, str] = _NO_ITEMS
             ) -> Completed:  # fmt: skip
    """The text with its last word completed as far as is certain, and the possibilities if there are several.

    `symbols`: what a report can name, by the beginning of the symbol or of the number at its end.
    `items`: the titles of the agenda by their numbers; an item is found by the words of its title too.
    """
    names = tuple(entities)
    slash = re.fullmatch(r"/(\w*)", text)
    if slash:
        return _completed(text, slash[1], [command.name for command in COMMANDS], after=" ")
    command, before, argument = _parts(text)
    if command == "report" and " " not in argument:
        return _symbol_completed(before, argument, tuple(symbols))
    if command == "item":
        return _item_completed(before, argument, items)
    for last, words, after in _asked_for(command, argument, names):
        found = _completed(text, last, words, after)
        if found != (text, ()):
            return found
    return _entity_completed(text, command, argument, names)


def _parts(text: str) -> tuple[str, str, str]:
    """The command that a line begins with, all before its words, and these; no command: the whole line is words."""
    found = re.match(r"/(\w+)\s+|#(action)\b:?\s*|(ACTION)\s*:\s*", text, re.IGNORECASE)
    if not found:
        return "", "", text
    try:
        name = find_command(found[1] or found[2] or found[3]).name
    except Problem:
        return "", "", text
    return name, found[0], text[found.end() :]


def _asked_for(command: str, argument: str, entities: tuple[str, ...]) -> list[tuple[str, Iterable[str], str]]:
    """What a command asks for at the end of its words: the beginning typed, what it can be, what follows it."""
    if command in ("action", "owner") and (by := re.search(r"\bby\s+(?!.*\bby\s)(.*)$", argument, re.IGNORECASE)):
        return _days(by[1])
    if command == "silence":
        return _days(argument)
    if command == "rest":
        return [(argument, _POSITIONS, "")]
    names = "|".join(re.escape(name) for name in sorted(entities, key=len, reverse=True))
    said = re.match(rf"(?:{names})\s+(.*)$", argument, re.IGNORECASE) if command == "position" else None
    if not said:
        return []
    ground = re.match(r"objects\s+(.*)$", said[1], re.IGNORECASE)
    return [(ground[1], _GROUNDS, ": ")] if ground else [(said[1], _POSITIONS, " ")]


def _days(phrase: str) -> list[tuple[str, Iterable[str], str]]:
    """A month behind a day; else a weekday or words for a day."""
    month = re.fullmatch(r"\d{1,2}\s+([^\W\d]*)", phrase)
    return [(month[1], MONTHS, "")] if month else [(phrase, _DAYS, "")]


def _item_completed(before: str, typed: str, items: Mapping[str, str]) -> Completed:
    wanted = typed.strip().casefold()
    by_title = [number for number, title in items.items() if wanted in title.casefold()]
    found = [number for number in items if number.startswith(wanted)] or by_title
    if len(found) == 1:
        return before + found[0], ()
    return before + typed, tuple(f"{number} {_shortened(items[number])}" for number in found)


def _shortened(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"


def _entity_completed(text: str, command: str, argument: str, entities: tuple[str, ...]) -> Completed:
    word = (re.search(r"[\w.-]*$", text) or [""])[0]
    if not word and not (command in _NAMED_FIRST and re.fullmatch(r"(?:.*,\s*)?", argument)):
        return text, ()
    starts_line = text.strip() in (word, f"! {word}")
    return _completed(text, word, entities, after=": " if starts_line else "")


def _symbol_completed(before: str, word: str, symbols: tuple[str, ...]) -> Completed:
    whole, several = _completed(before + word, word, symbols, after=" ")
    if several or whole != before + word:
        return whole, several
    typed = word.casefold()
    found = tuple(each for each in symbols if each.rpartition("/")[2].casefold().startswith(typed))
    return (f"{before}{found[0]} ", ()) if len(found) == 1 else (whole, found)


def _completed(text: str, word: str, names: Iterable[str], after: str) -> Completed:
    found = [name for name in names if name.casefold().startswith(word.casefold())]
    if not found:
        return text, ()
    stem = text[: len(text) - len(word)]
    if len(found) == 1:
        return stem + found[0] + after, ()
    return stem + _shared_beginning(found), tuple(found)


def _shared_beginning(names: list[str]) -> str:
    """The beginning that all names share, case-blind, as the first of them spells it."""
    first, *others = names
    length = next(
        (
            n
            for n in range(len(first))
            if any(other[: n + 1].casefold() != first[: n + 1].casefold() for other in others)
        ),
        len(first),
    )
    return first[:length]
