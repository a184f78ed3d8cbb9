"""Searching twenty years as one types: from a key to the first rows, beside SQLite FTS5 on the same text.

Both find by the beginning of each word, rank, count what was found, and give the first thirty. Ours finds the inside of
words too, and writes the rows of the list with the hit in its context.
"""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from bench.figure import Figure
from bench.many_meetings import fill
from tui_app.domain.review.ranking import Narrowing
from tui_app.domain.review.search import Card, read_query
from tui_app.screens.found_rows import ranked_rows
from tui_app.services.book import Book
from tui_app.services.cards import CardBox
from tui_app.services.look_up import PLACE_FILTERS
from tui_app.services.rows import gather

FIRST = 30
ROUNDS = 7
TYPED = ("seasonal work", "yaoundé", "labour migration data", "scorecard kampala", "unhcr budget")

Cards = list[Card[Any]]
Search = Callable[[str], object]


def measure(folder: Path) -> list[Figure]:
    """What a key takes, the median and the slowest of all keys, and what the first folding takes."""
    book = fill(folder / "register")
    matters, entries, folding = _folded(book)
    search, filling = _fts5(folder / "peer.sqlite", (*matters, *entries))
    keys = [text[:end] for text in TYPED for end in range(1, len(text) + 1) if text[end - 1] != " "]
    ours, peer = _times(_ours(book, matters, entries), keys), _times(search, keys)
    book.register.close()
    what = f"search of {len(matters) + len(entries):,} texts"
    return [
        Figure(f"{what}, a key, median", "ms CPU", statistics.median(ours), "SQLite FTS5", statistics.median(peer)),
        Figure(f"{what}, the slowest key", "ms CPU", max(ours), "SQLite FTS5", max(peer)),
        Figure("folding them once, in slices between keys", "ms CPU", folding, "filling FTS5", filling),
    ]


def _folded(book: Book) -> tuple[Cards, Cards, float]:
    around = gather(book)
    began = time.process_time()
    pieces = [*CardBox().cards(around)]
    took = (time.process_time() - began) * 1000
    return [c for piece in pieces for c in piece.matters], [c for piece in pieces for c in piece.said], took


def _ours(book: Book, matters: Cards, entries: Cards) -> Search:
    around, today = gather(book), book.today()

    listed, also = Narrowing[Any](), Narrowing[Any]()

    def search(text: str) -> object:
        query = read_query(text, PLACE_FILTERS, today)
        found, said = listed.ranked(query, matters), also.ranked(query, entries)
        return len(found), len(said), [*islice(ranked_rows(found, lambda: said, around, query.words), FIRST)]

    return search


def _fts5(path: Path, cards: Iterable[Card[Any]]) -> tuple[Search, float]:
    """The same columns, weighed in the same order; and what it took to fill them, in milliseconds."""
    connection = sqlite3.connect(path)
    columns = "title, rest, around, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'"
    connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5({columns})")
    began = time.process_time()
    rows = ((card.title, card.rest, card.around) for card in cards)
    connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)
    connection.commit()
    took = (time.process_time() - began) * 1000
    best = f"SELECT title FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 9, 3, 1) LIMIT {FIRST}"
    count = "SELECT count(*) FROM texts WHERE texts MATCH ?"

    def search(text: str) -> object:
        match = " ".join(f'"{word}"*' for word in text.split())
        return connection.execute(count, (match,)).fetchone(), connection.execute(best, (match,)).fetchall()

    return search, took


def _times(search: Search, keys: Sequence[str]) -> list[float]:
    """The median time of each key, typed one after the other, in milliseconds of CPU: other programs matter less."""
    rounds = [[_timed(search, key) for key in keys] for _ in range(ROUNDS)]
    return [statistics.median(of_one) for of_one in zip(*rounds, strict=True)]


def _timed(search: Search, key: str) -> float:
    began = time.process_time()
    search(key)
    return (time.process_time() - began) * 1000
