"""Saving one entry beside what the disk, sqlite3 and stock TinyDB need for the same; and opening.

All sizes and peers take turns in one loop, in another order each round, so that a slow moment of the disk hits all.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from tinydb import TinyDB

from bench import opening
from bench.figure import Figure
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.register import Register, disk
from tui_app.register.tables import TABLES

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 300
STOCK_ROUNDS = {1_000: 20, 10_000: 5, 100_000: 1}  # stock TinyDB writes its whole file each time
RAW = "raw append + fsync"
OURS = ("insert (repository)", "update (repository)", "insert (TinyDB's table)", "update (TinyDB's table)")
SQLITE = "sqlite3 (WAL, FULL)"
STOCK = "stock TinyDB"
NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
TEXT = "Members discussed the sources of the survey, and agreed that administrative records would supplement it."


class Peers:
    """So many entries, a transaction each, in a register and in its peers."""

    def __init__(self, folder: Path, size: int) -> None:
        self.size, self.folder = size, folder
        self.journal = folder / "register.journal"
        self.register = Register.create(folder, TABLES, who="Bench")
        self._entries = self.register.repository(Entry)
        self._table = self.register.database.table("entries")
        self._one = _entry(0)
        with patch.object(disk, "sync"):  # filling waits for no disk
            for rank in range(1, size):
                self._entries.put(_entry(rank))
            self._entries.put(self._one)
        self._documents = list(self.register.documents("entries").values())
        self._raw, self._line = self._raw_file()
        self._sqlite = self._sqlite_file()
        self.stock_file = folder / "stock.json"
        tables = {"entries": {str(n): document for n, document in enumerate(self._documents, 1)}}
        self.stock_file.write_text(json.dumps(tables), encoding="utf-8")

    def _raw_file(self) -> tuple[int, bytes]:
        """As long as the journal, and the line that is added to it."""
        written = self.journal.read_bytes()[: self.register.written.end]
        (self.folder / "raw").write_bytes(written)
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
        return os.open(self.folder / "raw", flags), written.splitlines(keepends=True)[-1]

    def _sqlite_file(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.folder / "peer.sqlite", isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE entries (id TEXT PRIMARY KEY, document TEXT)")
        connection.execute("BEGIN")
        rows = ((new_id(), json.dumps(document)) for document in self._documents)
        connection.executemany("INSERT INTO entries VALUES (?, ?)", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA synchronous=FULL")
        return connection

    def deeds(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What is measured, by name; each saves one entry and returns when the disk has it."""
        ranks = range(self.size, self.size + ROUNDS)
        inserts, updates = iter([_entry(rank) for rank in ranks]), iter([replace(self._one, rank=r) for r in ranks])
        documents, changes = (
            iter([{**self._documents[0], "rank": r} for r in ranks]),
            iter([{"rank": -r} for r in ranks]),
        )
        rows = iter([(new_id(), json.dumps(self._documents[0])) for _ in ranks])
        yield RAW, self._append_raw
        yield OURS[0], lambda: self._entries.put(next(inserts))
        yield OURS[1], lambda: self._entries.put(next(updates))
        yield OURS[2], lambda: self._table.insert(next(documents))
        yield OURS[3], lambda: self._table.update(next(changes), doc_ids=[self._one.id])  # type: ignore[list-item]  # ours are words
        yield SQLITE, lambda: self._sqlite.execute("INSERT INTO entries VALUES (?, ?)", next(rows))

    def _append_raw(self) -> None:
        os.write(self._raw, self._line)
        os.fsync(self._raw)

    def stock_insert(self) -> float:
        """The median time of an insert of stock TinyDB in milliseconds."""
        with TinyDB(self.stock_file) as database:
            table = database.table("entries")
            return statistics.median(_timed(lambda: table.insert(self._documents[0])) for _ in range(self._rounds))

    @property
    def _rounds(self) -> int:
        return STOCK_ROUNDS[self.size]

    def close(self) -> None:
        """Give all files back."""
        self.register.close()
        self._sqlite.close()
        os.close(self._raw)


def measure(folder: Path) -> list[Figure]:
    """All figures of saving and opening."""
    all_peers = [Peers(folder / str(size), size) for size in SIZES]
    figures = [each for peers in all_peers for each in opening.figures(peers.folder, peers.stock_file, peers.size)]
    times = _in_turns({(peers.size, name): deed for peers in all_peers for name, deed in peers.deeds()})
    figures += [_saving(times, size, name) for size in SIZES for name in OURS]
    figures += [_growing(times, name) for name in OURS]
    figures += [_beside(times, size, SQLITE, times[size, SQLITE]) for size in SIZES]
    for peers in all_peers:
        peers.close()
        figures.append(_beside(times, peers.size, STOCK, peers.stock_insert()))
    return figures


def _entry(rank: int) -> Entry:
    return Entry(
        id=new_id(), meeting="m" * 32, item="i" * 32, rank=rank, at=NOW, kind=EntryKind.NOTE, by="Bench", text=TEXT
    )


def _timed(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1000


def _in_turns(deeds: dict[tuple[int, str], Callable[[], object]]) -> dict[tuple[int, str], float]:
    """The median time of each deed in milliseconds."""
    chance, turns = random.Random(0), list(deeds)
    found: dict[tuple[int, str], list[float]] = {turn: [] for turn in turns}
    for _ in range(ROUNDS):
        chance.shuffle(turns)
        for turn in turns:
            found[turn].append(_timed(deeds[turn]))
    return {turn: statistics.median(times) for turn, times in found.items()}


def _saving(times: dict[tuple[int, str], float], size: int, name: str) -> Figure:
    return Figure(f"{name} at {size:,}", "ms", times[size, name], RAW, times[size, RAW])


def _growing(times: dict[tuple[int, str], float], name: str) -> Figure:
    return Figure(f"{name} at {SIZES[-1]:,}", "ms", times[SIZES[-1], name], f"at {SIZES[0]:,}", times[SIZES[0], name])


def _beside(times: dict[tuple[int, str], float], size: int, peer: str, found: float) -> Figure:
    return Figure(f"{OURS[0]} at {size:,}", "ms", times[size, OURS[0]], peer, found)
