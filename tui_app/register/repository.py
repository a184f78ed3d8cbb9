"""Typed repositories: frozen records in, frozen records out, TinyDB between."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any, Generic, Protocol, TypeVar, cast

import msgspec

from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem
from tui_app.register.rows import Content, Contents, Reading, head_of, in_json
from tui_app.register.selection import Selection
from tui_app.register.storage import JournalDatabase
from tui_app.register.transaction import REMOVED, Document, Operation, decode_document, encode


class Record(Protocol):
    """A frozen dataclass with an id."""

    @property
    def id(self) -> str:
        """Made once, by `new_id`."""


T = TypeVar("T", bound=Record)
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class TableOf:
    """Which record type lives in which table, and the name of the field that holds its owner's id.

    `record` is the module of the type and its name, `tui_app.domain.meeting.minutes:Entry`.
    Undo leaves the records of a table that is not `undoable` as they are: a number once given stays given.
    """

    record: str
    name: str
    owner_field: str | None = None
    undoable: bool = True

    @property
    def record_type(self) -> type[Any]:
        """The type itself, loaded if it was not."""
        module, _, name = self.record.partition(":")
        return cast("type[Any]", getattr(import_module(module), name))


def name_of(record_type: type[Any]) -> str:
    """How a table names its record type."""
    return f"{record_type.__module__}:{record_type.__qualname__}"


class Repository(Generic[T]):
    """All records of one type.

    A document is the record's fields without its id, which TinyDB has already, and without the fields
    left at an empty default. Inside a transaction every reading sees what the transaction has changed.
    """

    def __init__(self, table: TableOf, database: JournalDatabase) -> None:
        self.name, self._owner_field = table.name, table.owner_field or "id"
        self._of = table
        self._storage = database.journal_storage
        self._table: Any = database.table(table.name)  # Any: TinyDB's hints know whole-number ids only
        self._known: dict[str, tuple[Content, T]] = {}
        self._selections: dict[tuple[object, ...], Selection] = {}
        self._ids: defaultdict[Any, dict[str, None]] | None = None  # by owner; None until somebody asks
        self._owned: dict[Any, dict[str, T]] = {}  # by owner, once somebody asks for what is theirs
        self._unread: dict[Any, dict[str, None]] = {}  # of these owners, what has changed since

    def get(self, id: str) -> T:
        """The record with an id; Problem if there is none."""
        value = self.find(id)
        if value is None:
            raise Problem(f"There is no record {id!r} in {self.name!r} of this register.")
        return value

    def find(self, id: str) -> T | None:
        """The record with an id, None if there is none."""
        content = self._contents.get(id)
        return None if content is None else self._record(id, content)

    def all(self) -> tuple[T, ...]:
        """Every record, in order of creation."""
        return tuple(self._record(id, content) for id, content in self._contents.items())

    @property
    def by_id(self) -> Mapping[str, T]:
        """The records as they are now, by id; each is read when it is asked for."""
        return Reading(self._contents, self._record)

    def where(
        self, part: type[P], wanted: Callable[[P], bool], unless: Mapping[str, object] | None = None
    ) -> tuple[T, ...]:
        """The records of which a part is as wanted; `part` is a dataclass of some of their fields, each with a default.

        The others are not read whole, and what was looked through once is not looked through again. Those that hold a
        field, wherever it is in them, with the value that it has in `unless` are not looked at at all.
        `wanted` is a function of a module or a class: what it finds is kept under it.
        """
        mark = encode(unless)[1:-1] if unless else b""  # no text can look like it: the quotes in one are escaped
        selection = self._selections.setdefault((part, wanted, mark), Selection(part, wanted, mark))
        contents = self._contents
        found = selection.among(contents) if self._storage.pending(self.name) else selection.ids(contents)
        return tuple(self._record(id, contents[id]) for id in found)

    def of(self, owner_id: str) -> tuple[T, ...]:
        """The records of one owner, in order of creation; what is new in a transaction comes last.

        Only what has changed since somebody asked last is read: of two thousand entries, the new one.
        """
        owned, pending = self._committed_of(owner_id), self._storage.pending(self.name)
        if not pending:
            return tuple(owned.values())
        found = {**owned, **{id: self.find(id) for id in pending}}.values()
        return tuple(r for r in found if r is not None and getattr(r, self._owner_field) == owner_id)

    def put(self, value: T) -> T:
        """Insert a record or replace the one with its id; the record as it will be read again."""
        content = encode(value)
        try:
            again = self._decode(content)  # what cannot be read must never be written
        except msgspec.ValidationError as error:
            raise self._misfit(value.id, error) from error
        self._table.put(value.id, encode(self._document(content)))
        return again

    def remove(self, id: str) -> None:
        """Remove the record with an id, if there is one."""
        self._table.remove(doc_ids=[id])

    def applied(self, operation: Operation) -> None:
        """Keep what is known by owner, and what was selected, right after a committed change."""
        for selection in self._selections.values():
            selection.applied(operation)
        if self._ids is None:
            return
        if operation.content == REMOVED:  # its id may stay: it is not found
            for owner in self._owned:
                self._owned[owner].pop(operation.id, None)
                self._unread[owner].pop(operation.id, None)
            return
        owner = self._owner(bytes(operation.content))
        ids = self._ids[owner]
        if operation.base and operation.id not in ids:
            self._ids = None  # it has moved from another owner: its place is known by going through all
            return
        ids[operation.id] = None
        if owner in self._owned:
            if operation.base and not (operation.id in self._owned[owner] or operation.id in self._unread[owner]):
                del self._owned[owner]  # it has come back, to its place among the others
            else:
                self._unread[owner][operation.id] = None

    @cached_property
    def _decode(self) -> Callable[[bytes], T]:
        record_type: type[T] = self._of.record_type
        return msgspec.json.Decoder(record_type).decode  # made when first needed: a quarter of a millisecond

    @cached_property
    def _empty(self) -> dict[str, object]:
        return _empty_defaults(self._of.record_type)

    @property
    def _contents(self) -> Contents:
        return self._storage.contents(self.name)

    def _committed_of(self, owner_id: str) -> dict[str, T]:
        ids, committed = self._ids_by_owner().get(owner_id, {}), self._storage.committed(self.name)
        owned, unread = (self._owned[owner_id], self._unread[owner_id]) if owner_id in self._owned else ({}, ids)
        read = {id: self._record(id, committed[id]) for id in unread if id in committed}  # all or, by Problem, none
        owned.update(read)
        self._owned[owner_id], self._unread[owner_id] = owned, {}
        return owned

    def _ids_by_owner(self) -> dict[Any, dict[str, None]]:
        if self._ids is None:
            self._ids, self._owned, self._unread = defaultdict(dict), {}, {}
            for id, content in self._storage.committed(self.name).items():
                self._ids[self._owner(content)][id] = None
        return self._ids

    def _owner(self, content: Content) -> object:
        early = self._early_owner(head_of(content), 1)
        return early[1].decode() if early else self._decode_owner(in_json(content)).owner

    @cached_property
    def _early_owner(self) -> Callable[[bytes, int], re.Match[bytes] | None]:
        """The owner where it stands before anything nested, which is much quicker than passing over all that follows.

        No text can look like it: the quotes in one are escaped.
        """
        return re.compile(rb'[^{\[]*?"%b":"([^"\\]*)"' % self._owner_field.encode()).match

    @cached_property
    def _decode_owner(self) -> Callable[[bytes], Any]:
        field = ("owner", Any, msgspec.field(default=None, name=self._owner_field))
        return msgspec.json.Decoder(msgspec.defstruct("Owned", [field])).decode  # the rest of a document is passed over

    def _record(self, id: str, content: Content) -> T:
        known = self._known.get(id)
        if known is None or known[0] is not content:  # a document that changed is another object
            self._known[id] = known = content, self._read(id, in_json(content))
        return known[1]

    def _read(self, id: str, content: bytes) -> T:
        whole = b'{"id":' + encode(id) + (b"}" if content == b"{}" else b"," + content[1:])
        try:
            return self._decode(whole)  # in one step: a document made a mapping first takes three times as long
        except msgspec.ValidationError as error:
            raise self._misfit(id, error) from error

    def _misfit(self, id: str, error: msgspec.ValidationError) -> Problem:
        return Problem(f"The record {id} in {self.name!r} is not as it should be: {error}.")

    def _document(self, content: bytes) -> Document:
        document = decode_document(content)
        del document["id"]
        for name, empty in self._empty.items():
            if document[name] == empty:
                del document[name]
        return document


def _empty_defaults(record_type: type[Any]) -> dict[str, object]:
    """The fields that are None or empty unless given, with that default in its JSON form.

    Only these are left out of a document: any other default may be changed one day, and what was saved may not.
    """
    empty: dict[str, object] = {}
    for field in dataclasses.fields(record_type):
        made = field.default_factory
        default = field.default if made is dataclasses.MISSING else made()
        if default is None or default in ("", (), frozenset(), [], {}):
            empty[field.name] = msgspec.json.decode(encode(default))
    return empty
