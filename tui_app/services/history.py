"""History: who changed what and when, for the whole register or for one record (R-72)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from tui_app.domain.calendar import long_date
from tui_app.domain.frozen import dataclass
from tui_app.domain.review.changes import CONTACT, TOLD_OF_CONTACT, Change, change_lines
from tui_app.domain.titles import Document, noun_of, title_of
from tui_app.register.past import Address, Past
from tui_app.register.transaction import Transaction
from tui_app.services.book import Book
from tui_app.services.naming import known
from tui_app.services.rows import Row

_NAMED = ("meetings", "items", "proposals", "decisions", "actions")
"""The tables whose records others name by their id."""


@dataclass(frozen=True, slots=True)
class Told:
    """One transaction in words: when it was made and by whom, what was done, and in lines what that changed."""

    sequence: int
    at: datetime
    by: str
    why: str
    lines: tuple[str, ...]

    @property
    def headline(self) -> str:
        """`22 September 2026 10:41  A. Otieno  2026/Q3/A07 in progress`."""
        return f"{long_date(self.at.date())} {self.at:%H:%M}  {self.by}  {self.why}"


def told(book: Book, addresses: tuple[Address, ...] = ()) -> Iterator[Told]:
    """The transactions in words, newest first, of the register or of some records; each read when it is asked for."""
    past = book.register.past
    for transaction in past.touching(addresses) if addresses else past.newest():
        changed = [each for each in past.changes(transaction) if not addresses or each.address in addresses]
        names = _NamesAt(book, past, transaction.sequence)
        lines = tuple(change_lines((Change(*each.address, each.before, each.after) for each in changed), names))
        at = transaction.at.astimezone(book.zone)
        yield Told(transaction.sequence, at, transaction.by or "-", _why(book, transaction, past), lines)


class _NamesAt:
    """How the records were called after one transaction."""

    def __init__(self, book: Book, past: Past, sequence: int) -> None:
        self._book, self._past, self._sequence = book, past, sequence

    def name(self, id: str) -> str:
        """The record with that id by its symbol or title; empty if there was none."""
        for table in _NAMED if id else ():
            document = self._past.document((table, id), self._sequence)
            if document is not None:
                return title_of(table, id, document, self)
        return ""

    def number(self, item: str) -> str:
        """The number that an agenda item has today; empty if it is on the agenda no more."""
        document = self._past.document(("items", item), self._sequence)
        return self._book.agenda(document["meeting"]).numbers.get(item, "") if document else ""


def _why(book: Book, transaction: Transaction, past: Past) -> str:
    """What was done, without the network's symbol; where nothing was said, what kind of record it was done to."""
    why = transaction.why.replace(f"{book.charter.symbol}/", "")
    taken = transaction.undoes or transaction.redoes
    if taken and why.endswith(": "):
        return f"{why}{_why(book, past.transaction(taken), past)}"
    return why or what_was_done(transaction)


def what_was_done(transaction: Transaction) -> str:
    """Why a transaction was made, in the words that it has; without any, what kind of record it was done to: `note`."""
    if transaction.why or not transaction.ops:
        return transaction.why or "-"
    document = transaction.ops[0].document or {}
    return str(document.get("kind") or noun_of(transaction.ops[0].table))


def history(book: Book, symbol: str = "") -> Iterator[Row]:
    """The transactions, oldest first, of the register or of the record with a symbol, as `--json` prints them.

    Each row is `{sequence, at, by, why, changes}`; `changes` are `{table, id, changed, before}`, where `changed` gives
    the new value of every field that is another than before, and is null where the record was removed; `before` gives
    the old values of those fields, and is null where there was no record. Problem if the symbol names none.
    """
    addresses = known(book).find(symbol)[1] if symbol else ()
    before: dict[Address, Document | None] = {}
    for transaction in _touching(book, addresses):
        changes = []
        for operation in transaction.ops:
            address = operation.table, operation.id
            if not addresses or address in addresses:
                changes.append(
                    {"table": address[0], "id": address[1], **_changed(before.get(address), operation.document)}
                )
            before[address] = operation.document
        at = transaction.at.astimezone(book.zone).isoformat(timespec="seconds")
        yield {"sequence": transaction.sequence, "at": at, "by": transaction.by, "why": transaction.why,
               "changes": changes}  # fmt: skip


def _touching(book: Book, addresses: tuple[Address, ...]) -> Iterable[Transaction]:
    return reversed([*book.register.past.touching(addresses)]) if addresses else book.register.history()


def _changed(old: Document | None, new: Document | None) -> Row:
    if new is None or old is None:
        return {"changed": new and _discreet(new), "before": old and _discreet(old)}
    names = [name for name in dict.fromkeys(chain(old, new)) if old.get(name) != new.get(name)]
    return {"changed": _discreet({name: new.get(name) for name in names}),
            "before": _discreet({name: old.get(name) for name in names})}  # fmt: skip


def _discreet(document: Document) -> Document:
    """That there were contact details, and not which (R-71)."""
    return {**document, CONTACT: TOLD_OF_CONTACT} if document.get(CONTACT) else document
