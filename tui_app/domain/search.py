"""Searching the record as one types: words that must all occur, and filters such as `owner:UNHCR since:2025Q1`.

Pure and made for twenty thousand records: what can be searched of each is
folded once into a `Card`, and a query is then a few substring tests.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Generic, TypeVar

from .calendar import read_date
from .problem import Problem, did_you_mean

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

Filters = Mapping[str, tuple[str, ...]]
"""The filters of one list: name to the values it can have, in full; () where any text will do."""

_UNDECOMPOSED = str.maketrans("đøłıəӊ", "doliaн")


def fold(text: str) -> str:
    """A text without case and accents, as both sides of a search are compared."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    apart = unicodedata.normalize("NFKD", lowered).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


@lru_cache(maxsize=4096)  # thousands of records share a few owners, states and meetings
def _spaced(value: str) -> str:
    """A folded value whose parts stand apart, so that each can be found by its beginning: `2026/Q3`, `not_started`."""
    return " ".join(re.sub(r"[/_\-]", " ", fold(value)).split())


@dataclass(frozen=True, slots=True)
class Card(Generic[R_co]):
    """What a search knows of one record: its folded text, its filter values, its day."""

    record: R_co
    text: str
    fields: Mapping[str, str]
    on: date | None = None


def card(record: R, texts: Iterable[str], fields: Mapping[str, Iterable[str]], on: date | None = None) -> Card[R]:
    """Fold a record once; `fields` gives the values that each filter compares with."""
    folded = {name: "".join(f" | {_spaced(value)}" for value in values) + " |" for name, values in fields.items()}
    return Card(record, fold("\n".join(texts)), folded, on)


Test = Callable[[Card[object]], bool]


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read; empty, it matches everything."""

    words: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()

    def matches(self, searched: Card[object]) -> bool:
        """Whether every word occurs and every filter holds."""
        text = searched.text
        return all(word in text for word in self.words) and all(test(searched) for test in self.tests)


def search(query: Query, cards: Iterable[Card[R]]) -> Iterator[R]:
    """The records that match, in the order given, one by one, so that a screen can show the first at once."""
    return (each.record for each in cards if query.matches(each))


_TOKEN = re.compile(r'(?:[^\s"]|"[^"]*(?:"|$))+')


def read_query(text: str, filters: Filters, today: date) -> Query:
    """Read a query as typed; a filter without a value yet is passed over.

    Problem: a filter that there is not, a value that it cannot have, a day
    that cannot be read; each with the nearest that would be right.
    """
    words: list[str] = []
    tests: list[Test] = []
    for token in _TOKEN.findall(text):
        name, colon, value = token.partition(":")
        if not colon or not name.isalpha():
            words.append(fold(token.replace('"', "").strip()))
            continue
        _require_filter(name, filters)
        if value.replace('"', "").strip():
            tests.append(_test(name.casefold(), value.replace('"', "").strip(), filters, today))
    return Query(tuple(word for word in words if word), tuple(tests))


def _require_filter(name: str, filters: Filters) -> None:
    if name.casefold() not in filters:
        known = [f"{each}:" for each in filters]
        raise Problem(
            f"There is no filter {name + ':'!r}: {did_you_mean(name + ':', known)} Words with a colon go in quotes."
        )


def _test(name: str, value: str, filters: Filters, today: date) -> Test:
    if name in ("since", "until"):
        first, last = read_period(value, today)
        if name == "since":
            return lambda searched: searched.on is not None and searched.on >= first
        return lambda searched: searched.on is not None and searched.on <= last
    if name == "text":
        part = fold(value)
        return lambda searched: part in searched.fields[name]
    return _value_test(name, value, filters[name])


def _value_test(name: str, value: str, valid: tuple[str, ...]) -> Test:
    wanted = _spaced(value)
    if valid:
        if not any(_spaced(each).startswith(wanted) for each in valid):
            known = [f"{name}:{each}" for each in valid]
            raise Problem(f"There is no {name}:{value}: {did_you_mean(f'{name}:{value}', known)}")
        # A value in full is only itself: "awaiting" is not "awaiting consultation".
        start = f" | {wanted} |" if any(_spaced(each) == wanted for each in valid) else f" | {wanted}"
        return lambda searched: start in searched.fields[name]
    if name == "meeting":
        apart = re.sub(r"^([0-9]{4})(?=[a-z])", r"\1 ", wanted)
        whole = f" {apart} "
        return lambda searched: whole in searched.fields[name]
    start = f" {wanted}"
    return lambda searched: start in searched.fields[name]


def read_period(text: str, today: date) -> tuple[date, date]:
    """The first and last day of `2025Q1`, `2025`, `2025-03`, or of a day as people write it."""
    found = re.fullmatch(r"(\d{4})(?:[-/ ]?[qQ]([1-4])|[-/](\d{1,2}))?", text.strip())
    if not found or found[1] == "0000":
        on = read_date(text, today)
        return on, on
    year, month, length = int(found[1]), 1, 12
    if found[2]:
        month, length = int(found[2]) * 3 - 2, 3
    if found[3]:
        month, length = int(found[3]), 1
    if not 1 <= month <= 12:
        raise Problem(f"There is no month {month} in {text!r}: write the year first, as in 2025-03 or 2025Q1.")
    past = month + length - 1
    if year + past // 12 > 9999:
        return date(year, month, 1), date.max
    return date(year, month, 1), date(year + past // 12, past % 12 + 1, 1) - timedelta(days=1)
