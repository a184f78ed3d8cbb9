"""Searching the record as one types: words that must all occur, and filters such as `owner:UNHCR since:2025Q1`.

Pure and made for twenty thousand records: what can be searched of each is
folded once into a `Card`, and a query is then a few substring tests.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date, timedelta
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from tui_app.domain.frozen import dataclass

from ..calendar import read_date
from ..problem import Problem, nearest

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

Filters = Mapping[str, tuple[str, ...]]
"""The filters of one list: name to the values it can have, in full; () where any text will do."""

_MAY_COMBINE = re.compile("[^\x00-\u02ff]+")
_UNDECOMPOSED = str.maketrans("đøłıəӊ", "doliaн")


def fold(text: str) -> str:
    """A text without case and accents, as both sides of a search are compared."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    apart = unicodedata.normalize("NFKD", lowered).casefold()
    return _MAY_COMBINE.sub(_without_combining, apart).translate(_UNDECOMPOSED)


def _without_combining(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if not unicodedata.combining(char))


_BETWEEN_WORDS = str.maketrans(dict.fromkeys(string.punctuation + string.whitespace + "\u00a0“”‘’„«»–—…·¿¡", " "))


def plain(text: str) -> str:
    """A text as it is compared: folded, its words between single characters of space, one at either end too."""
    return f" {fold(text).translate(_BETWEEN_WORDS)} "


@lru_cache(maxsize=4096)  # thousands of records share a few owners, states and meetings
def _spaced(value: str) -> str:
    """A folded value whose parts stand apart, so that each can be found by its beginning: `2026/Q3`, `not_started`."""
    return " ".join(re.sub(r"[/_\-]", " ", fold(value)).split())


class Passage(NamedTuple):
    """A text on record and where it stands there, as a reader is told: `("FAO objects", "asks for a budget line")`."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Card(Generic[R_co]):
    """What a search knows of one record: its texts as `plain` makes them, its filter values, its day.

    `title` is what it says; `rest` everything else on record of it; `around` what was said about it, which many
    cards may share. `fields` are its own filter values, `common` those that it shares with its neighbours.
    """

    record: R_co
    title: str
    rest: str
    fields: Mapping[str, str]
    on: date | None = None
    around: str = ""
    common: Mapping[str, str] = field(default_factory=dict)

    def values(self, name: str) -> str:
        """Its folded values of one filter."""
        return self.fields.get(name) or self.common.get(name, "")


def folded_fields(fields: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The values that each filter compares with, as a card holds them."""
    return {name: "".join(f" | {_spaced(value)}" for value in values) + " |" for name, values in fields.items()}


def card(record: R, texts: Iterable[str], fields: Mapping[str, Iterable[str]], on: date | None = None) -> Card[R]:
    """Fold a record once; the first text is its title."""
    title, *rest = texts
    return Card(record, plain(title), plain("\n".join(rest)), folded_fields(fields), on)


Test = Callable[[Card[object]], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of a query, as it was typed, and its test."""

    name: str
    value: str
    test: Test


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read; empty, it matches everything."""

    words: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()

    def matches(self, searched: Card[object]) -> bool:
        """Whether every word occurs and every filter holds."""
        for word in self.words:
            if word not in searched.title and word not in searched.rest and word not in searched.around:
                return False
        return self.passes(searched)

    def narrows(self, other: Query) -> bool:
        """Whether all that this one matches is matched by the other, too: it was typed on, or has more filters."""
        on = all(any(word in longer for longer in self.words) for word in other.words)
        return on and {(each.name, each.value) for each in other.filters} <= {(f.name, f.value) for f in self.filters}

    def passes(self, searched: Card[object]) -> bool:
        """Whether every filter holds."""
        return all(each.test(searched) for each in self.filters)


def search(query: Query, cards: Iterable[Card[R]]) -> Iterator[R]:
    """The records that match, in the order given, one by one, so that a screen can show the first at once."""
    return (each.record for each in cards if query.matches(each))


_NAMES = ("owner", "entity", "by", "body", "meeting")

SILENT = "silent"
"""Beside the values of `entity:`, those found only in full: `ILO joins`."""


def nobody_has(query: Query, cards: Iterable[Card[object]], names: Callable[[str], Iterable[str]]) -> str:
    """The sentence for a name in a filter that there is not, with the nearest; else empty.

    `names` of a filter are those on record, as they are written: one of them may have nothing.
    """
    every = tuple(cards)
    for each in query.filters:
        if each.name not in _NAMES or any(each.test(searched) for searched in every):
            continue
        known, begun = tuple(names(each.name)), f" {_spaced(each.value)}"
        if any(begun in f" {_spaced(name)}" for name in known):
            continue
        near = nearest(each.value, known, least=0.6)
        return f"Nothing has {each.name}:{each.value}" + (f": did you mean '{each.name}:{near}'?" if near else ".")
    return ""


TOKEN = re.compile(r'(?:[^\s"]|"[^"]*(?:"|$))+')


def read_query(text: str, filters_there: Filters, today: date) -> Query:
    """Read a query as typed; a filter without a value yet is passed over.

    Problem: a filter that there is not, a value that it cannot have, a day
    that cannot be read, each with the nearest that would be right; a time that
    ends before it begins.
    """
    words: list[str] = []
    filters: list[Filter] = []
    for token in TOKEN.findall(text):
        name, colon, value = token.partition(":")
        if not colon or not name.isalpha():
            words.append(plain(token.replace('"', "")).strip())
            continue
        _require_filter(name, filters_there)
        if meant := value.replace('"', "").strip():
            filters.append(Filter(name.casefold(), meant, _test(name.casefold(), meant, filters_there, today)))
    _require_time_between(filters, today)
    return Query(tuple(word for word in words if word), tuple(filters))


def _require_time_between(filters: Iterable[Filter], today: date) -> None:
    named = {each.name: each.value for each in filters}
    if "since" in named and "until" in named:
        first, last = read_period(named["since"], today)[0], read_period(named["until"], today)[1]
        if first > last:
            since, until = f"since:{named['since']}", f"until:{named['until']}"
            raise Problem(f"{since} begins after {until} ends: turn the two around, or leave one out.")


def hint(text: str, filters: Filters) -> str:
    """What can be typed next: the filters there are, before anything is; the values of a filter that has none yet."""
    if not text.strip():
        return f"Filters: {' '.join(f'{name}:' for name in filters)} and @name of a saved search"
    name, colon, value = text.rsplit(" ", maxsplit=1)[-1].partition(":")
    values = filters.get(name.casefold(), ()) if colon and not value else ()
    return f"{name}: {', '.join(values)}" if values else ""


def _require_filter(name: str, filters: Filters) -> None:
    if name.casefold() not in filters:
        near = nearest(name, filters, least=_NEAR)
        meant = f"did you mean '{near}:'?" if near else f"it can be one of: {', '.join(f'{e}:' for e in filters)}."
        raise Problem(f"There is no filter {name + ':'!r}: {meant} Words with a colon go in quotes.")


def _test(name: str, value: str, filters: Filters, today: date) -> Test:
    if name in ("since", "until"):
        first, last = read_period(value, today)
        if name == "since":
            return lambda searched: searched.on is not None and searched.on >= first
        return lambda searched: searched.on is not None and searched.on <= last
    if name == "text":
        part = plain(value).strip()
        return lambda searched: part in searched.title
    return _value_test(name, value, filters[name])


def _value_test(name: str, value: str, valid: tuple[str, ...]) -> Test:
    wanted = _spaced(value)
    if valid:
        if not any(_spaced(each).startswith(wanted) for each in valid):
            raise Problem(f"There is no {name}:{value}: {_meant(name, wanted, valid)}")
        # A value in full is only itself: "awaiting" is not "awaiting consultation".
        start = f" | {wanted} |" if any(_spaced(each) == wanted for each in valid) else f" | {wanted}"
        return lambda searched: start in searched.values(name)
    if name == "meeting":
        apart = re.sub(r"^([0-9]{4})(?=[a-z])", r"\1 ", wanted)
        whole = f" {apart} "
        return lambda searched: whole in searched.values(name)
    start = f" {wanted}"
    if name == "entity" and " " in wanted:
        return lambda searched: start in searched.values(name) or f"{start} |" in searched.values(SILENT)
    return lambda searched: start in searched.values(name)


_NEAR = 0.6
"""So like must a name be that it is told as the one that was meant: `late` is not near `drafted`."""
_ALSO = {"done": "implemented", "finished": "implemented", "completed": "implemented", "late": "overdue"}
"""Words that hands trained elsewhere type."""


def _meant(name: str, wanted: str, valid: tuple[str, ...]) -> str:
    """The tail of a sentence: the value that means the same or resembles it, else those there are."""
    same = _ALSO.get(wanted)
    near = same if same in valid else nearest(wanted, valid, least=_NEAR)
    return f"did you mean '{name}:{near}'?" if near else f"it can be one of: {', '.join(valid)}."


def unfinished(text: str, filters: Filters) -> str:
    """The sentence for a filter without its value, or an `@` without its name, where nothing more is typed."""
    for token in TOKEN.findall(text):
        name, colon, value = token.partition(":")
        if token == "@":
            return "An @ needs the name of a saved search behind it."
        if colon and name.casefold() in filters and not value.strip('"'):
            values = filters[name.casefold()]
            told = f"one of: {', '.join(values)}" if values else "no space between, and quotes around several words"
            return f"{token} needs its value right behind it: {told}."
    return ""


def read_period(text: str, today: date) -> tuple[date, date]:
    """The first and last day of `2025Q1`, `2025`, `2025-03`, or of a day as people write it."""
    found = re.fullmatch(r"(\d{4})(?:[-/ ]?[qQ]([1-4])|[-/](\d{1,2}))?", text.strip())
    if odd := re.fullmatch(r"(\d{4})[-/ ]?[qQ]([05-9]|\d\d+)", text.strip()):
        raise Problem(f"There is no quarter {odd[2]} in {text!r}: a year has {odd[1]}Q1 to {odd[1]}Q4.")
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
