"""One transaction, as a value and as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem

Document = dict[str, Any]
REMOVED = msgspec.Raw(b"null")  # the content of a document that was removed


class Operation(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One document as a transaction left it.

    `base` is the sequence of the transaction that had changed the document last, 0 if it is new;
    `content` is its whole new content in JSON, as it stands in the line, or REMOVED.
    """

    table: str
    id: str
    base: int
    content: msgspec.Raw

    @property
    def document(self) -> Document | None:
        """The content as a dict of your own, None if the document was removed."""
        return None if self.content == REMOVED else decode_document(self.content)


class Transaction(msgspec.Struct, frozen=True, omit_defaults=True, gc=False, rename={"sequence": "n"}):
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

    @property
    def removed(self) -> frozenset[str]:
        """The ids of the documents that it removed."""
        return frozenset(each.id for each in self.ops if each.content == REMOVED)

    @property
    def made(self) -> frozenset[str]:
        """The ids of those that were not there before it."""
        return frozenset(each.id for each in self.ops if not each.base)

    @property
    def changed(self) -> frozenset[str]:
        """The ids of those that it left another than they were."""
        return frozenset(each.id for each in self.ops) - self.made - self.removed


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
decode_document = msgspec.json.Decoder(Document).decode
_encode = msgspec.json.Encoder().encode


def encode(value: object) -> bytes:
    """The value as JSON; Problem if a part of it has no form in JSON or in UTF-8."""
    try:
        return _encode(value)
    except UnicodeEncodeError as error:
        text = error.object[max(0, error.start - 20) : error.start]
        raise Problem(f"The character after {text!r} is half of a pair and cannot be saved; type it again.") from error
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Problem(f"This cannot be saved, because it has no form in JSON: {error}.") from error
