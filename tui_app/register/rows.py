"""The documents of one table, as a reader sees them and as an updater may change them.

A document is kept as the JSON that is on the disk, and decoded each time it is read: that takes less room, opening
a register decodes none, and what a reader does with a document of their own changes nothing here. A long one, as
minutes that were circulated, is left in the journal and read from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from math import isfinite
from typing import Any, TypeVar

import msgspec

from tui_app.domain.problem import Problem
from tui_app.register.transaction import Document, decode_document, encode

V = TypeVar("V")
Rows = Mapping[str, Document]
Changes = dict[str, Document | None]  # by document id; None: removed


class Left:
    """A document that was left in the journal: how it begins, and what reads it."""

    __slots__ = ("head", "read")

    def __init__(self, head: bytes, read: Callable[[], bytes]) -> None:
        self.head, self.read = head, read


Content = bytes | Left
"""A document in JSON, or where it was left; as long as the document stays the same, it is the same object."""
Contents = Mapping[str, Content]
NewContents = dict[str, bytes | None]


def in_json(content: Content) -> bytes:
    """A document, read from the journal if it was left there."""
    return content if isinstance(content, bytes) else content.read()


def head_of(content: Content) -> bytes:
    """A document, or how it begins."""
    return content if isinstance(content, bytes) else content.head


def encoded(changes: Mapping[str, Document | None]) -> NewContents:
    """Changes as they will stand on the disk; Problem if a part of them cannot."""
    return {id: None if document is None else _content(document) for id, document in changes.items()}


def _content(document: Document) -> bytes:
    content = encode(document)
    if b"null" in content:  # JSON has no other word for them
        for number in _numbers(msgspec.to_builtins(document)):
            if not isfinite(number):
                raise Problem(f"This cannot be saved, because {number} has no form in JSON: give a number, or nothing.")
    return content


def _numbers(value: object) -> Iterator[float]:
    """Each number within a value made of dicts, lists and tuples."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _numbers(part)


class _Layers:
    """Something by id with some changes laid over it, where None is what was removed."""

    below: Mapping[str, Any]
    changes: dict[str, Any]

    def __iter__(self) -> Iterator[str]:
        for id in self.below:
            if id not in self.changes or self.changes[id] is not None:
                yield id
        for id, changed in self.changes.items():
            if changed is not None and id not in self.below:
                yield id

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)


class View(_Layers, Contents):
    """Contents with some changes laid over them."""

    def __init__(self, below: Contents, changes: NewContents) -> None:
        self.below, self.changes = below, changes

    def __getitem__(self, id: str) -> Content:
        content: Content | None = self.changes[id] if id in self.changes else self.below[id]
        if content is None:
            raise KeyError(id)
        return content


def document_of(_: str, content: Content) -> Document:
    """A document as a mapping of your own."""
    return decode_document(in_json(content))


class Reading(Mapping[str, V]):
    """Contents as their reader sees them: each is read, with its id, when it is asked for."""

    def __init__(self, contents: Contents, read: Callable[[str, Content], V]) -> None:
        self._contents, self._read = contents, read

    def __getitem__(self, id: str) -> V:
        return self._read(id, self._contents[id])

    def __contains__(self, id: object) -> bool:
        return id in self._contents

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __len__(self) -> int:
        return len(self._contents)


class Draft(_Layers, MutableMapping[str, Document]):
    """Contents as an updater changes them; `changes` has each document that was touched."""

    def __init__(self, below: Contents) -> None:
        self.below: Contents = below
        self.changes: Changes = {}

    def __getitem__(self, id: str) -> Document:
        if id not in self.changes:
            self.changes[id] = decode_document(in_json(self.below[id]))
        document = self.changes[id]
        if document is None:
            raise KeyError(id)
        return document

    def __setitem__(self, id: str, document: Document) -> None:
        self.changes[id] = document

    def __delitem__(self, id: str) -> None:
        if id not in self:
            raise KeyError(id)
        self.changes[id] = None

    def __contains__(self, id: object) -> bool:
        return self.changes[id] is not None if id in self.changes else id in self.below

    def clear(self) -> None:
        """Remove all rows, without decoding any."""
        self.changes = dict.fromkeys(self.below)
