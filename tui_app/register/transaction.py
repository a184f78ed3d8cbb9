"""One transaction, as a value and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from tui_app.domain.problem import Problem

Document = dict[str, Any]


class Operation(msgspec.Struct, frozen=True, array_like=True):
    """One document as a transaction left it.

    `base` is the sequence of the transaction that had changed the document last, 0 if it is new;
    `document` is its whole new content, None if it was removed.
    """

    table: str
    id: str
    base: int
    document: Document | None


class Transaction(msgspec.Struct, frozen=True, omit_defaults=True, rename={"sequence": "n"}):
    """One line of the journal: who changed what, when and why.

    `undoes` and `redoes` name the sequence that this one takes back or does again, 0 if none; a `final`
    one cannot be undone. `schema` stands in the first line and in one that brought the register up to it, and
    `register`, the register's own id, in the first line only.
    """

    sequence: int
    at: datetime
    by: str
    device: str
    why: str
    ops: tuple[Operation, ...]
    undoes: int = 0
    redoes: int = 0
    final: bool = False
    schema: int = 0
    register: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction touched, told when the disk has it; `touched` holds pairs of table and id."""

    sequence: int
    why: str
    touched: frozenset[tuple[str, str]]


def change_by(transaction: Transaction) -> Change:
    """What is told of a transaction."""
    touched = frozenset((operation.table, operation.id) for operation in transaction.ops)
    return Change(transaction.sequence, transaction.why, touched)


decode = msgspec.json.Decoder(Transaction).decode


def encode(value: object) -> bytes:
    """The value as JSON; Problem if a part of it has no form in JSON or in UTF-8."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError as error:
        text = error.object[max(0, error.start - 20) : error.start]
        raise Problem(f"The character after {text!r} is half of a pair and cannot be saved; type it again.") from error
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Problem(f"This cannot be saved, because it has no form in JSON: {error}.") from error
