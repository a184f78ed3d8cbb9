"""TinyDB on the journal: a storage and a table that change the disk by one line, not by the whole file.

What is committed came through `apply` alone, from lines that are on the disk; what a transaction has
changed so far lies over it and is seen by every read until the transaction ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from msgspec import Raw
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from tui_app.domain.identity import new_id
from tui_app.register.rows import (
    Changes,
    Content,
    Contents,
    Draft,
    Left,
    NewContents,
    Reading,
    Rows,
    View,
    document_of,
    encoded,
    in_json,
)
from tui_app.register.transaction import REMOVED, Document, Operation, Transaction, decode_document

Commit = Callable[[tuple[Operation, ...], str, bool], object]
Read = Callable[[int, str, str], bytes]
LONG = 16 * 1024
"""Bytes from which a document is left in the journal: papers as they went out, of which no list reads the text."""
HEAD = 256
"""So many bytes of it are kept, in which a list finds whose it is."""


@dataclass(slots=True)
class _Pending:
    """A transaction under way, with its changes by table."""

    why: str = ""
    undoable: bool = True
    changes: dict[str, NewContents] = field(default_factory=dict)


class JournalStorage(Storage):
    """The tables in memory, but for long documents, and the one transaction that may be under way.

    `commit(operations, why, undoable)` is called once for each transaction that changed anything; it
    writes the line and hands it back to `apply`. `read(sequence, table, id)` is a document as the line of that
    sequence has it. A table exists while it has documents.
    """

    def __init__(self, commit: Commit, read: Read) -> None:
        self._commit, self._read = commit, read
        self._tables: dict[str, dict[str, Content]] = defaultdict(dict)
        self._changed_by: dict[str, dict[str, int]] = defaultdict(dict)  # in order of creation, removed too
        self._out_of_order: set[str] = set()
        self._pending: _Pending | None = None

    def apply(self, transactions: Iterable[Transaction], *, kept: bool = True) -> None:
        """Take in what lines of the journal say; nothing else changes what is committed.

        `kept`: whether the journal has these lines; a step to another schema may be taken in memory alone.
        """
        for transaction in transactions:
            for operation in transaction.ops:
                name, id, content = operation.table, operation.id, operation.content
                rows = self._tables[name]
                if content == REMOVED:
                    rows.pop(id, None)
                else:
                    if operation.base and id not in rows:
                        self._out_of_order.add(name)
                    long = kept and len(content) >= LONG
                    # a copy, or it would keep the whole line in memory
                    rows[id] = self._left(transaction.sequence, operation) if long else bytes(content)
                self._changed_by[name][id] = transaction.sequence

    def _left(self, sequence: int, operation: Operation) -> Left:
        head = bytes(memoryview(operation.content)[:HEAD])
        return Left(head, partial(self._read, sequence, operation.table, operation.id))

    def rows(self, name: str) -> Rows:
        """The documents of a table by id, in order of creation, as a reader sees them now."""
        return Reading(self.contents(name), document_of)

    def contents(self, name: str) -> Contents:
        """The same documents as they stand, or will stand, on the disk."""
        changes = self.pending(name) if self._pending else None
        return View(self.committed(name), changes) if changes else self.committed(name)

    def committed(self, name: str) -> Contents:
        """The same without what the transaction under way has changed."""
        if name in self._out_of_order:  # a removed document came back to its place
            rows = self._tables[name]
            self._tables[name] = {id: rows[id] for id in self._changed_by[name] if id in rows}
            self._out_of_order.discard(name)
        return self._tables.get(name, {})

    def pending(self, name: str) -> NewContents:
        """What the transaction under way has changed in a table so far."""
        return self._pending.changes.get(name, {}) if self._pending else {}

    def changed_by(self, address: tuple[str, str]) -> int:
        """The sequence of the transaction that changed the document of a table and an id last; 0 if there is none."""
        return self._changed_by.get(address[0], {}).get(address[1], 0)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is under way."""
        return self._pending is not None

    @contextmanager
    def transaction(self, why: str = "", *, undoable: bool = True) -> Iterator[None]:
        """All changes inside become one line, or none is made if an exception leaves.

        Inside another transaction its changes join that one's, and an exception takes back only them.
        """
        if self._pending is not None:
            with self._joined(self._pending, why, undoable):
                yield
            return
        self._pending = pending = _Pending(why, undoable)
        try:
            yield
        finally:
            self._pending = None
        self._save(pending)

    @contextmanager
    def _joined(self, outer: _Pending, why: str, undoable: bool) -> Iterator[None]:
        before = {name: dict(changes) for name, changes in outer.changes.items()}
        try:
            yield
        except BaseException:
            outer.changes = before
            raise
        outer.why = outer.why or why
        outer.undoable = outer.undoable and undoable

    def _save(self, transaction: _Pending) -> None:
        operations = self._operations(transaction.changes)
        if operations:
            self._commit(operations, transaction.why, transaction.undoable)

    def operations(self, changes: Mapping[str, Changes]) -> tuple[Operation, ...]:
        """The changes that make a difference, each based on the last change of its document."""
        return self._operations({name: encoded(changed) for name, changed in changes.items()})

    def _operations(self, changes: Mapping[str, NewContents]) -> tuple[Operation, ...]:
        operations: list[Operation] = []
        for name, changed in changes.items():
            contents, changed_by = self.committed(name), self._changed_by[name]
            operations += [
                Operation(name, id, changed_by.get(id, 0), REMOVED if content is None else Raw(content))
                for id, content in changed.items()
                if content != (in_json(contents[id]) if id in contents else None)
            ]
        return tuple(operations)

    def change(self, name: str, updater: Callable[[Draft], None]) -> None:
        """Let an updater change the rows of a table, in a transaction of its own if none is under way."""
        draft = Draft(self.contents(name))
        updater(draft)
        self.put(name, encoded(draft.changes))

    def put(self, name: str, changes: NewContents) -> None:
        """Change the documents of a table to these contents, in a transaction of its own if none is under way."""
        if self._pending is None:
            self._save(_Pending(changes={name: changes}))
        else:
            self._pending.changes.setdefault(name, {}).update(changes)

    def read(self) -> dict[str, Rows]:  # type: ignore[override]  # TinyDB only ever reads what it gets
        """All tables that have documents, by name."""
        names = {*self._tables, *(self._pending.changes if self._pending else ())}
        tables = {name: self.rows(name) for name in names}
        return {name: rows for name, rows in tables.items() if rows}

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """Drop the tables that `data` lacks: TinyDB comes here for nothing else."""
        with self.transaction():
            for name in sorted(self.read().keys() - data.keys()):
                self.change(name, Draft.clear)


class JournalTable(Table):
    """A TinyDB table whose ids are texts and whose changes cost no more in a long table than in a short one.

    It keeps no results of queries, whatever `cache_size` says: they would outlive an undo.
    """

    document_id_class = str  # type: ignore[assignment]  # TinyDB's hints know whole numbers only

    def __init__(self, storage: JournalStorage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        super().__init__(storage, name, 0, persist_empty)

    def __iter__(self) -> Iterator[TinyDocument]:  # of a list, so that a loop may change the table it walks
        storage: Any = self._storage
        contents: Contents = storage.contents(self.name)
        document: Any = self.document_class  # whose hints know whole numbers only
        return iter([document(decode_document(in_json(content)), id) for id, content in contents.items()])

    def put(self, id: str, content: bytes) -> None:
        """Insert or replace one document, given as JSON."""
        storage: Any = self._storage
        storage.put(self.name, {id: content})

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        storage: Any = self._storage
        storage.change(self.name, updater)

    def _get_next_id(self) -> str:
        return new_id()


class JournalDatabase(TinyDB):
    """A TinyDB of journal tables."""

    table_class = JournalTable  # type: ignore[assignment]  # it takes a narrower storage

    def __init__(self, storage: JournalStorage) -> None:
        super().__init__(storage=lambda: storage)
        self.journal_storage = storage
