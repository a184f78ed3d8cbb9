"""The documents of one table, as a reader sees them and as an updater may change them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from tui_app.register.transaction import Document, encode

Rows = Mapping[str, Document]
Changes = dict[str, Document | None]  # by document id; None: removed


class View(Rows):
    """Rows with some changes laid over them, to be read; documents are shared, not copied."""

    def __init__(self, below: Rows, changes: Changes) -> None:
        self.below, self.changes = below, changes

    def __getitem__(self, id: str) -> Document:
        document = self.changes[id] if id in self.changes else self.below[id]
        if document is None:
            raise KeyError(id)
        return document

    def __iter__(self) -> Iterator[str]:
        for id in self.below:
            if id not in self.changes or self.changes[id] is not None:
                yield id
        for id, document in self.changes.items():
            if document is not None and id not in self.below:
                yield id

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)


class Draft(View, MutableMapping[str, Document]):
    """Rows that may be changed: a document is copied when it is touched, so what lies below stays."""

    def __init__(self, below: Rows) -> None:
        super().__init__(below, {})

    def __getitem__(self, id: str) -> Document:
        if id not in self.changes:
            self.changes[id] = _copy(self.below[id])
        return super().__getitem__(id)

    def __setitem__(self, id: str, document: Document) -> None:
        self.changes[id] = document

    def __delitem__(self, id: str) -> None:
        if id not in self:
            raise KeyError(id)
        self.changes[id] = None

    def __contains__(self, id: object) -> bool:
        return self.changes[id] is not None if id in self.changes else id in self.below

    def clear(self) -> None:
        """Remove all rows, without a copy of any."""
        self.changes = dict.fromkeys(self.below)


def _copy(value: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_copy(item) for item in value]
    return value


def same(one: Document | None, other: Document | None) -> bool:
    """Whether two documents are one on the disk, where 1, 1.0 and true differ."""
    return one == other and (one is None or encode(one) == encode(other))


def replace(old: MutableMapping[str, Any], new: Mapping[str, Any]) -> None:
    """Make the content of one mapping that of another."""
    old.clear()
    old.update(new)
