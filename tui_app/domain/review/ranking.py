"""The best match first, and the hit in its context: how what a search found is ordered and shown.

A word counts most in what a record says, less in what else is on record of it, least in what was said around it;
in each of these most as a word of its own, less as the beginning of one, least within one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Generic

from .search import Card, Passage, Query, R, plain


def ranked(query: Query, cards: Iterable[Card[R]]) -> list[R]:
    """The records that match, the best first, the newer first of equals; without words in the order given."""
    return _nearest_first(query, _newest_first(cards) if query.words else cards)[0]


class Narrowing(Generic[R]):
    """The same for a list that is searched with each key: its cards are put in order once, and a query that goes on
    where the last one ended looks only through what that found.
    """

    def __init__(self) -> None:
        self._query: Query | None = None
        self._cards: Sequence[Card[R]] = ()
        self._newest: Sequence[Card[R]] = ()
        self._matching: Sequence[Card[R]] = ()

    def ranked(self, query: Query, cards: Sequence[Card[R]]) -> list[R]:
        """As `ranked`; `cards` may have become more since."""
        if cards is not self._cards or len(cards) != len(self._newest):
            self._query, self._cards, self._newest = None, cards, _newest_first(cards)
        on = self._query is not None and bool(query.words) == bool(self._query.words) and query.narrows(self._query)
        among = self._matching if on else self._newest if query.words else cards
        found, self._matching = _nearest_first(query, among)
        self._query = query
        return found


def _newest_first(cards: Iterable[Card[R]]) -> list[Card[R]]:
    return sorted(cards, key=lambda each: each.on or date.min, reverse=True)


def _nearest_first(query: Query, cards: Iterable[Card[R]]) -> tuple[list[R], list[Card[R]]]:
    """The records that match, those as near in the order given; and their cards, all in the order given."""
    if not query.words:
        matching = [each for each in cards if query.passes(each)]
        return [each.record for each in matching], matching
    distance, filtered = _Ranking(query.words).distance, bool(query.filters)
    matching = []
    near: dict[int, list[R]] = {}
    for each in cards:
        far = distance(each)
        if far is not None and not (filtered and not query.passes(each)):
            near.setdefault(far, []).append(each.record)
            matching.append(each)
    return [record for far in sorted(near) for record in near[far]], matching


class _Ranking:
    """How far a card is from the words of one query: 0 is the nearest."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [(word, f" {word}", f" {word} ") for word in words]
        self._phrase = " ".join(words) if len(words) > 1 else ""

    def distance(self, searched: Card[object]) -> int | None:
        """The sum over the words, one less where they stand side by side in the title; None where one is missing."""
        title, rest = searched.title, searched.rest
        far = 1 if self._phrase and self._phrase not in title else 0
        for word, begun, whole in self._words:
            if word in title:
                far += 0 if whole in title else 2 if begun in title else 4
            elif word in rest:
                far += 6 if whole in rest else 8 if begun in rest else 10
            elif word in searched.around:
                far += 12
            else:
                return None
        return far


# -- the hit in its context ------------------------------------------------


@lru_cache(maxsize=1024)
def _folded_char(char: str) -> str:
    return plain(char)[1:-1]


def marks(text: str, words: Iterable[str], *, of: str = "") -> list[tuple[int, int]]:
    """Where folded words stand in a text as written: from and to which character, in order, none within another.

    A word is marked at the beginning of a longer one; within one only where it begins none in the text, or in the
    text `of` which this is a line: `work` marks no `Network` beside `work`.
    """
    folded, places = _places(text)
    whole = plain(of) if of else f" {folded} "
    found: list[tuple[int, int]] = []
    for word in filter(None, words):
        within = f" {word}" not in whole
        at = folded.find(word)
        while at >= 0:
            if within or at == 0 or folded[at - 1] == " ":
                found.append((places[at], places[at + len(word) - 1] + 1))
            at = folded.find(word, at + len(word))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _places(text: str) -> tuple[str, Sequence[int]]:
    """A text folded, and from which character of it each folded one comes."""
    if text.isascii():
        return plain(text)[1:-1], range(len(text))
    parts = [_folded_char(char) for char in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


def context(passages: Iterable[Passage], words: Sequence[str], width: int) -> str:
    """The passage that has most of the words, cut to about `width` characters around the first of them.

    Empty where none has any. An earlier passage goes before a later one that has as many.
    """
    best, most = None, 0
    for passage in passages:
        folded = plain(passage.text)
        have = sum(word in folded for word in words)
        if have > most:
            best, most = passage, have
        if most == len(words):
            break
    if best is None:
        return ""
    return f"{best.where}: {cut_around(best.text, words, width)}" if best.where else cut_around(best.text, words, width)


def cut_around(text: str, words: Iterable[str], width: int) -> str:
    """A text of one line cut to about `width` characters around the first of the words, at spaces."""
    line = " ".join(text.split())
    found = marks(line, words)
    if len(line) <= width or not found:
        return line if len(line) <= width else f"{line[:width].rsplit(' ', 1)[0]} …"
    first, past = found[0]
    before = max(0, first - width // 3)
    start = line.rfind(" ", max(0, before - width), before + 1) + 1 or before  # within a word that is too long
    end = min(len(line), start + width)
    if end < len(line):
        end = max(line.rfind(" ", start, end), past)
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"
