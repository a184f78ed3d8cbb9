"""The languages in which papers are written: English in the code, and one file of labels for each other one.

To add a language, copy `labels/fr.toml` under its two letters and translate what stands behind each `=`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from tui_app.domain.charter.charter import Charter, Wording
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.words import ENGLISH, Words

CODE = "en"
"""The language that is written in the code."""

INTERNAL = "INTERNAL USE ONLY. For {readers}"
"""The classification, which no charter puts in other words (R-70)."""

_NOT_SPOKEN = ("network_short", "basis", "basis_of_all", "verbs")

_FOLDER = Path(__file__).with_name("labels")


def words_of(charter: Charter) -> Words:
    """The words of a network's papers: its charter's own labels before those of its language, and these before English.

    Problem: the charter's language is none of those there are.
    """
    of_language = _read(charter.language)
    return replace(of_language, own=charter.labels) if charter.labels else of_language


def worded(charter: Charter) -> Charter:
    """The charter, whose chair speaks its language wherever it gives her no words of its own.

    The basis of a decision stays as it is: it is known by its English form, and told in the language of each paper.
    """
    if charter.language == CODE:
        return charter
    words, usual, own = words_of(charter), Wording(), charter.wording
    said = {each.name: getattr(usual, each.name) for each in fields(Wording) if each.name not in _NOT_SPOKEN}
    kept: dict[str, Any] = {name: words(text) for name, text in said.items() if getattr(own, name) == text}
    return replace(charter, wording=replace(own, **kept))


def languages() -> tuple[str, ...]:
    """Every language there is, by its two letters, English first."""
    return (CODE, *sorted(path.stem for path in _FOLDER.glob("*.toml")))


def every_language() -> tuple[Words, ...]:
    """The words of every language, to know a paper again whichever it is in."""
    return tuple(map(_read, languages()))


def require_language(language: str) -> str:
    """The language, if there is such a one; Problem with those there are."""
    known = languages()
    if language.casefold() in known:
        return language.casefold()
    raise Problem(f"{language!r} is not a language that papers are written in: there is {', '.join(known)}.")


def misfits(charter: Charter) -> Iterator[tuple[str, str]]:
    """What a charter says of language and labels that does not fit: the key's path and what is wrong there."""
    try:
        require_language(charter.language)
    except Problem as problem:
        yield "language", str(problem)
    for label, text in charter.labels.items():
        wrong = _wrong(label, text)
        if wrong:
            yield f"labels.{label!r}", wrong


def _wrong(label: str, text: str) -> str:
    """Why a charter cannot put a text in place of a label; empty if it can."""
    known = {each for language in languages()[1:] for each in _read(language).labels}
    if label not in known:
        return f"the papers have no such label; {did_you_mean(label, sorted(known))}"
    if not text.strip():
        return "the label is empty: leave it out to keep the usual one."
    if label == INTERNAL:
        return "the classification is the same in every network, so that it is known at once."
    try:
        strange = fields_of(text) - fields_of(label)
    except ValueError as error:
        return f"{error}; a brace of the text itself is written twice."
    return f"there is no {{{min(strange)}}} to fill in." if strange else ""


def fields_of(text: str) -> frozenset[str]:
    """The names in braces; ValueError where the braces do not fit each other."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@cache
def _read(language: str) -> Words:
    """The words of a language; its file is read once, and when it is first needed."""
    name = require_language(language)
    if name == CODE:
        return ENGLISH
    import tomllib

    found = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    given: dict[str, Any] = {key: tuple(each) if isinstance(each, list) else each for key, each in found.items()}
    return Words(**given)
