"""What undo and redo take, read from the journal itself, so that they outlive a restart."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.register.journal import Journal
from tui_app.register.rows import Changes
from tui_app.register.transaction import Transaction


class UndoOrder:
    """The sequences that undo and redo would take, the next one last."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.undone: list[int] = []

    def apply(self, transactions: Iterable[Transaction]) -> None:
        """Follow more transactions: an ordinary one leaves nothing to do again."""
        for transaction in transactions:
            if transaction.undoes:
                self.undone.append(self.done.pop())
            elif transaction.redoes:
                self.done.append(self.undone.pop())
            elif transaction.ops:
                self.done.append(transaction.sequence)
                self.undone.clear()


def before(journal: Journal, transaction: Transaction) -> dict[str, Changes]:
    """The documents that a transaction changed, as they were before it."""
    bases = {operation.base for operation in transaction.ops if operation.base}
    earlier = {base: after(journal.transaction(base)) for base in bases}
    documents: dict[str, Changes] = {}
    for operation in transaction.ops:
        old = earlier[operation.base][operation.table][operation.id] if operation.base else None
        documents.setdefault(operation.table, {})[operation.id] = old
    return documents


def after(transaction: Transaction) -> dict[str, Changes]:
    """The documents that a transaction changed, as it left them."""
    documents: dict[str, Changes] = {}
    for operation in transaction.ops:
        documents.setdefault(operation.table, {})[operation.id] = operation.document
    return documents
