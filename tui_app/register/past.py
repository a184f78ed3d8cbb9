"""The record as it was: what each transaction changed, and each document after any of them, read when asked for.

Each operation names the transaction that had changed its document before, so the changes of one document are found
from one to the next, newest first, and their number alone is what it costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import merge
from operator import attrgetter
from typing import NamedTuple

from tui_app.register.journal import Journal
from tui_app.register.storage import JournalStorage
from tui_app.register.transaction import Document, Operation, Transaction

Address = tuple[str, str]
"""The table of a document and its id."""


class Changed(NamedTuple):
    """One document before a transaction and after it; None where it was not there."""

    address: Address
    before: Document | None
    after: Document | None


class Past:
    """What a register was; nothing may be written meanwhile."""

    def __init__(self, journal: Journal, storage: JournalStorage) -> None:
        self._journal, self._storage = journal, storage
        self.transaction = lru_cache(maxsize=1024)(journal.transaction)

    def newest(self) -> Iterator[Transaction]:
        """All transactions, newest first."""
        return map(self._journal.transaction, range(self._journal.sequence, 0, -1))

    def touching(self, addresses: Iterable[Address]) -> Iterator[Transaction]:
        """The transactions that changed one or more of the documents, newest first, each once."""
        last = 0
        for transaction in merge(*map(self._chain, addresses), key=attrgetter("sequence"), reverse=True):
            if transaction.sequence != last:
                yield transaction
            last = transaction.sequence

    def _chain(self, address: Address) -> Iterator[Transaction]:
        sequence = self._storage.changed_by(address)
        while sequence:
            transaction = self.transaction(sequence)
            operation = _operation(transaction, address)
            if operation is None:  # the step to another schema was taken in memory alone
                return
            yield transaction
            sequence = operation.base

    def document(self, address: Address, sequence: int) -> Document | None:
        """One document after the transaction of that sequence; None if it was not there."""
        then = next((each for each in self._chain(address) if each.sequence <= sequence), None)
        return _document(then, address) if then else None

    def changes(self, transaction: Transaction) -> Iterator[Changed]:
        """What a transaction changed."""
        for operation in transaction.ops:
            address = operation.table, operation.id
            before = _document(self.transaction(operation.base), address) if operation.base else None
            yield Changed(address, before, operation.document)


def _operation(transaction: Transaction, address: Address) -> Operation | None:
    return next((each for each in transaction.ops if (each.table, each.id) == address), None)


def _document(transaction: Transaction, address: Address) -> Document | None:
    operation = _operation(transaction, address)
    return operation.document if operation else None
