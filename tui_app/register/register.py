"""One network's whole record on disk: opened, changed by transactions, followed, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self, TypeVar

from tui_app.domain.identity import new_id
from tui_app.domain.problem import Problem
from tui_app.register import backups, opening, undoing
from tui_app.register.journal import SCHEMA, Damaged, Journal
from tui_app.register.locking import Lock
from tui_app.register.past import Past
from tui_app.register.repository import Record, Repository, TableOf, name_of
from tui_app.register.rows import Changes, Rows
from tui_app.register.storage import JournalDatabase, JournalStorage
from tui_app.register.transaction import Change, Operation, Transaction, change_by

Clock = Callable[[], datetime]
T = TypeVar("T", bound=Record)
Step = Callable[["Register"], Mapping[str, Changes]]
"""From one schema to the next: the documents that become other ones, by table and id, as JSON has them."""
NO_STEPS: Mapping[int, Step] = MappingProxyType({})


class Register:
    """An open register; use it from one thread and close it, best by `with`.

    `database` is the TinyDB that everything goes through, `tables` the typed repositories on it by name. `who`
    is written to every transaction and may be changed; `notices` are sentences to show once after opening;
    `saved_at` is the time of the last transaction.
    """

    def __init__(
        self, path: Path, tables: tuple[TableOf, ...], *, who: str = "", device: str = "", clock: Clock | None = None
    ) -> None:
        self.who, self.device = who, device
        self.read_only = True
        self.notices: tuple[str, ...] = ()
        self.saved_at: datetime | None = None
        self._clock = clock or (lambda: datetime.now(UTC))
        self._lock: Lock | None = None
        self._journal = Journal(path)
        self._undo_order = undoing.UndoOrder()
        self._subscribers: list[Callable[[Change], None]] = []
        self._storage = JournalStorage(self._commit, self._journal.content)
        self.database = JournalDatabase(self._storage)
        self.tables: Mapping[str, Repository[Any]] = MappingProxyType(
            {table.name: Repository(table, self.database) for table in tables}
        )
        self._not_undoable = {table.name for table in tables if not table.undoable}
        self._table_names = {table.record: table.name for table in tables}

    @classmethod
    def create(
        cls, folder: Path, tables: tuple[TableOf, ...], *, who: str, device: str = "", clock: Clock | None = None
    ) -> Self:
        """Make a new register in a folder and open it; Problem if it has one, or cannot be written to."""
        path = opening.make_place(folder)
        register = cls(path, tables, who=who, device=device, clock=clock)
        with register._closed_on_error(), opening.writing_to(folder):
            register._lock = opening.lock(folder)
            if path.exists():
                register._load()
            if register._lock is None or register.sequence:
                raise Problem(f"{folder} holds a register already: open it, or choose another folder.")
            register._start_writing()
            register._commit((), "register created", schema=SCHEMA, register=new_id())
        return register

    @classmethod
    def open(
        cls,
        folder: Path,
        tables: tuple[TableOf, ...],
        *,
        who: str = "",
        clock: Clock | None = None,
        read_only: bool = False,
        steps: Mapping[int, Step] = NO_STEPS,
    ) -> Self:
        """Open the register in a folder; to read only if asked, if another window has it, or if the disk bars it.

        `steps` lead from a schema to the next; the register is brought up by them, in memory alone where it cannot
        be written to. Problem if there is no register, or it is damaged or of a newer version.
        """
        path = opening.require_register(folder)
        register = cls(path, tables, who=who, clock=clock)
        with register._closed_on_error():
            barred: opening.Barred | None = opening.asked_to_read(folder)
            if not read_only:
                register._lock, barred = opening.take_lock(folder)
            register._load()
            if not register.sequence:
                raise opening.unfinished(path)
            register._begin(barred)
            register._bring_up(steps)
        return register

    @classmethod
    def as_at(
        cls, folder: Path, tables: tuple[TableOf, ...], sequence: int, steps: Mapping[int, Step] = NO_STEPS
    ) -> Self:
        """The register as it was after the transaction of that sequence, to read only; brought up by the steps."""
        register = cls(opening.require_register(folder), tables)
        with register._closed_on_error():
            register._load(sequence)
            register._begin(opening.asked_to_read(folder))
            register._bring_up(steps)
        return register

    @contextmanager
    def _closed_on_error(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    def _load(self, until: int | None = None) -> None:
        with opening.without_collector():
            for transactions in self._read(until):
                self._take_in(transactions)

    def _read(self, until: int | None = None) -> Iterator[list[Transaction]]:
        try:
            yield from self._journal.read(until)
        except Damaged as damage:
            raise Damaged(f"{str(damage).rstrip('.')}: {backups.way_back(self.folder)}.") from damage

    def _begin(self, barred: opening.Barred | None) -> None:
        """Let changes in, unless something bars them."""
        try:
            if barred is None:
                self._start_writing()
                return
        except OSError as error:
            self.close()
            barred = opening.not_writable(self.folder, error)
        self._journal.refusal = barred.refusal
        self.notices = tuple(filter(None, [barred.notice]))

    def _start_writing(self) -> None:
        notices = self._journal.open_to_write(), opening.clock_notice(self._clock, self.saved_at)
        self.read_only = False
        self.notices = tuple(filter(None, notices))

    def _bring_up(self, steps: Mapping[int, Step]) -> None:
        """Take the steps from the register's schema on, each one transaction; in memory alone where it is only read."""
        schema = self._journal.schema
        while schema in steps:
            ops = self._storage.operations(steps[schema](self))
            schema += 1
            if self.read_only:
                self._take_in([Transaction(self.sequence, self.saved_at or self._clock(), "", "", "", ops)], kept=False)
            else:
                self._commit(ops, f"brought up to schema {schema}", undoable=False, schema=schema)

    def close(self) -> None:
        """Let go of the file and the lock; what was read stays, nothing more can be written."""
        self._journal.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The folder in which it lies."""
        return self._journal.path.parent

    @property
    def sequence(self) -> int:
        """The number of the last transaction."""
        return self._journal.sequence

    @property
    def head(self) -> str:
        """The seal of the last transaction, 64 hex digits: it stands for the whole record up to there."""
        return self._journal.head.decode()

    @property
    def id(self) -> str:
        """The register's own id, made once with it."""
        return self._journal.register

    @property
    def written(self) -> backups.Written:
        """What of the journal is on the disk now, to be backed up, in another thread too."""
        journal = self._journal
        return backups.Written(journal.path, journal.end, journal.sequence, journal.head)

    def documents(self, table: str) -> Rows:
        """The documents of a table by id, in order of creation, as JSON has them; share, do not change."""
        return self._storage.rows(table)

    def head_at(self, sequence: int) -> str:
        """What `head` was after a transaction; empty if there is none of that number."""
        return self._journal.seal(sequence).decode()

    def changed(self, table: str, id: str) -> int:
        """The sequence of the transaction that changed a document last; 0 if there is no such document."""
        return self._storage.changed_by((table, id))

    def check_writable(self) -> None:
        """Problem if nothing can be saved now, with the reason."""
        self._journal.check_writable()

    def repository(self, record_type: type[T]) -> Repository[T]:
        """The repository of a record type; KeyError if none was declared."""
        return self.tables[self._table_names[name_of(record_type)]]

    def transaction(self, why: str, undoable: bool = True) -> AbstractContextManager[None]:
        """All changes inside `with` are saved together at its end, or none if an exception leaves it.

        One inside another joins it, and an exception caught between them takes back the inner part only.
        What is not `undoable` stops undo from going further back.
        Problem if the register cannot be written to.
        """
        self.check_writable()
        return self._storage.transaction(why, undoable=undoable)

    def undo(self) -> Transaction | None:
        """Take the last transaction back by a new one; returns the one taken back, None if there is none."""
        last = self._last(self._undo_order.done)
        if last is not None:
            if last.final:
                raise Problem(f"This cannot be undone: {last.why or 'the last change'}.")
            ops = self._operations(undoing.before(self._journal, last))
            self._commit(ops, f"undo: {last.why}", undoes=last.sequence)
        return last

    def redo(self) -> Transaction | None:
        """Do again what undo took back last; returns the transaction done again, None if there is none."""
        last = self._last(self._undo_order.undone)
        if last is not None:
            self._commit(self._operations(undoing.after(last)), f"redo: {last.why}", redoes=last.sequence)
        return last

    def _last(self, order: list[int]) -> Transaction | None:
        self.check_writable()
        if self._storage.in_transaction:
            raise Problem("Undo and redo must wait until the change under way is saved.")
        return self._journal.transaction(order[-1]) if order else None

    def _operations(self, documents: dict[str, Changes]) -> tuple[Operation, ...]:
        return self._storage.operations({n: d for n, d in documents.items() if n not in self._not_undoable})

    def refresh(self) -> int:
        """Take in what another window has written since; returns how many transactions. The writer has none."""
        before = self.sequence
        for transactions in self._read() if self.read_only else ():
            self._apply(transactions)
        return self.sequence - before

    def history(self, table: str | None = None, id: str | None = None) -> Iterator[Transaction]:
        """The transactions, oldest first, from the disk: all, or those that touched a table or a document."""
        return self._journal.touching(table, id)

    @property
    def past(self) -> Past:
        """What was, transaction by transaction; to be asked for anew after a change."""
        return Past(self._journal, self._storage)

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call back after each transaction, once the disk has it; returns the function that ends this."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    def _commit(self, ops: tuple[Operation, ...], why: str, undoable: bool = True, **marks: Any) -> None:  # noqa: ANN401
        at = self._clock()
        draft = Transaction(self.sequence + 1, at, self.who, self.device, why, ops, final=not undoable, **marks)
        self._apply([self._journal.append(draft)])

    def _apply(self, transactions: list[Transaction]) -> None:
        self._take_in(transactions)
        for transaction in transactions:
            for operation in transaction.ops:
                if operation.table in self.tables:
                    self.tables[operation.table].applied(operation)
        for change in map(change_by, transactions if self._subscribers else ()):
            for callback in tuple(self._subscribers):
                callback(change)

    def _take_in(self, transactions: list[Transaction], *, kept: bool = True) -> None:
        self._storage.apply(transactions, kept=kept)
        self._undo_order.apply(transactions)
        if transactions:
            self.saved_at = transactions[-1].at
