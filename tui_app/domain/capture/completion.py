"""Tab in the capture line: commands after a slash, entities elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .grammar import COMMANDS


def complete(text: str, entities: Iterable[str], symbols: Iterable[str] = ()) -> tuple[str, tuple[str, ...]]:
    """The text with its last word completed as far as is certain, and the possibilities if there are several.

    `symbols`: what a report can name, by the beginning of the symbol or of the number at its end.
    """
    report = re.fullmatch(r"(/rep\w*\s+)(\S*)", text, re.IGNORECASE)
    if report:
        return _symbol_completed(report[1], report[2], tuple(symbols))
    command = re.fullmatch(r"/(\w*)", text)
    if command:
        return _completed(text, command[1], [c.name for c in COMMANDS], after=" ")
    fragment = re.search(r"[\w.-]*$", text)
    word = fragment[0] if fragment else ""
    if not word:
        return text, ()
    starts_line = text.strip() in (word, f"! {word}")
    return _completed(text, word, entities, after=": " if starts_line else "")


def _symbol_completed(before: str, word: str, symbols: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    whole, several = _completed(before + word, word, symbols, after=" ")
    if several or whole != before + word:
        return whole, several
    typed = word.casefold()
    found = tuple(each for each in symbols if each.rpartition("/")[2].casefold().startswith(typed))
    return (f"{before}{found[0]} ", ()) if len(found) == 1 else (whole, found)


def _completed(text: str, word: str, names: Iterable[str], after: str) -> tuple[str, tuple[str, ...]]:
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
