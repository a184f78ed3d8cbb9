"""The journal: one file, one line a transaction, each line sealed to the one before it.

A line is `sha256(previous seal + body) SPACE body LF`, the seal in hex and the body in JSON. Lines are
only ever added, and each is safe on the disk before the next is written. So the last line alone can be
incomplete, and any other that does not fit its seal was damaged later.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tui_app.domain.problem import Problem
from tui_app.register import disk
from tui_app.register.transaction import Transaction, decode, encode

SCHEMA = 2  # 2: the text of adopted minutes is kept
FIRST_SEAL = b"0" * 64
BODY_START = b' {"n":'  # once in each line: a text in it would have its quotes escaped


class _Heading(msgspec.Struct):
    """What any version of the program must be able to read of the first line of any other."""

    schema: int
    register: str


class Damaged(Problem):
    """A line that is not the last does not say what was written."""


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Problem(f"{path} cannot be read: {_reason(error)}.") from error


def _seal(previous: bytes, body: bytes) -> bytes:
    return hashlib.sha256(previous + body).hexdigest().encode()


class Journal:
    """The file of one register: read it to its end, then open it to write.

    `sequence` is the number of the last transaction read or written, `head` its seal, `end` the byte
    after it; `torn` is what follows it and is no complete line; `register` is the id in the first line,
    `schema` the number in the first line or in a later one that raised it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sequence, self.head, self.end = 0, FIRST_SEAL, 0
        self.torn, self.register, self.schema = b"", "", 0
        self.refusal = f"{path} is not open to write."
        self._offsets: list[int] = []
        self._descriptor: int | None = None

    def read(self, until: int | None = None) -> Iterator[Transaction]:
        """The transactions after the last one known, checked; read to the end before anything else.

        `until` is the sequence of the last one wanted, where that is not the end. Damaged if a line that is not
        the last does not fit its seal; Problem if a newer program wrote the file.
        """
        self.torn = b""
        with _reading(self.path):
            if disk.size(self.path) < self.end:
                raise Problem(f"{self.path} has become shorter, as if replaced by an older one: open it again.")
            rest = disk.lines(self.path, self.end)
            for line in rest:
                if self.sequence == until:
                    return
                body = line[65:-1]
                seal = _seal(self.head, body)
                if line != b"%b %b\n" % (seal, body):
                    self.torn = line
                    break
                yield self._known(body, seal, len(line))
            if self.torn and (next(rest, b"") or self.torn.count(BODY_START) > 1):
                raise self._damaged("does not fit its checksum")

    def _known(self, body: bytes, seal: bytes, length: int) -> Transaction:
        try:
            if not self.sequence:
                self._read_heading(body)
            transaction = decode(body)
        except msgspec.DecodeError as error:
            raise self._damaged(f"cannot be read: {error}") from error
        if transaction.sequence != self.sequence + 1:
            raise self._damaged(f"has the number {transaction.sequence}")
        if transaction.schema:
            self._know_schema(transaction.schema)
        self._advance(seal, length)
        return transaction

    def _read_heading(self, body: bytes) -> None:
        heading = msgspec.json.decode(body, type=_Heading)
        self._know_schema(heading.schema)
        self.register = heading.register

    def _know_schema(self, schema: int) -> None:
        if schema > SCHEMA:
            raise Problem(
                f"{self.path} was written by a newer version of this program (schema {schema}, "
                f"this one knows {SCHEMA}): install the newer version to open it."
            )
        self.schema = schema

    def _advance(self, seal: bytes, length: int) -> None:
        self._offsets.append(self.end)
        self.sequence, self.head, self.end = self.sequence + 1, seal, self.end + length

    def _damaged(self, how: str) -> Damaged:
        return Damaged(f"Line {self.sequence + 1} of {self.path} (at byte {self.end}) {how}; nothing was changed.")

    def open_to_write(self) -> str:
        """Take the torn end off, if there is one, and let transactions in; the notice of it, or ""."""
        self._descriptor = disk.open_to_append(self.path)
        disk.sync_folder(self.path.parent)
        notice = self._take_torn_end_off() if self.torn else ""
        self.refusal = ""
        return notice

    def _take_torn_end_off(self) -> str:
        assert self._descriptor is not None
        aside = self.path.with_name(f"torn-after-{self.sequence}.bin")
        disk.keep(aside, self.torn)
        disk.cut(self._descriptor, self.end)
        disk.sync(self._descriptor)
        count, self.torn = len(self.torn), b""
        return (
            f"The last line of the register was incomplete, as after a power cut: its {count} bytes "
            f"were set aside in {aside.name}; everything before them is whole."
        )

    def append(self, transaction: Transaction) -> Transaction:
        """Write the next transaction and return it as it will be read again, once it is safe on the disk.

        Problem if it could not be written; then the file is as before. Problem too if the disk could not
        promise to keep it; then nothing more is accepted, because what the file holds is not certain.
        """
        self.check_writable()
        body = encode(transaction)
        again = decode(body)  # before the disk has it: what cannot be read must never be written
        seal = _seal(self.head, body)
        line = b"%b %b\n" % (seal, body)
        self.refusal = self._uncertain("it was interrupted")  # until the opposite is known
        self._write(line)
        self._advance(seal, len(line))
        self.refusal = ""
        return again

    def check_writable(self) -> None:
        """Problem if nothing can be written, with the reason."""
        if self.refusal:
            raise Problem(self.refusal)

    def _write(self, line: bytes) -> None:
        assert self._descriptor is not None
        try:
            disk.append(self._descriptor, line)
        except BaseException as error:
            self._take_back(self._descriptor, error)
            raise
        try:
            disk.sync(self._descriptor)
        except OSError as error:  # a second sync may claim success for what the first one lost
            self.refusal = self._uncertain(_reason(error))
            raise Problem(self.refusal) from error

    def _take_back(self, descriptor: int, error: BaseException) -> None:
        try:
            disk.cut(descriptor, self.end)
        except OSError as second:
            self.refusal = self._uncertain(_reason(second))
            raise Problem(self.refusal) from second
        self.refusal = ""
        if isinstance(error, OSError):
            raise self._not_written(error) from error

    def _uncertain(self, why: str) -> str:
        return (
            f"It is not certain that the last change is on the disk ({why}); nothing more is saved "
            f"until the register is opened again."
        )

    def _not_written(self, error: OSError) -> Problem:
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            return Problem("The disk is full and this was not saved: make room on it, then try again.")
        return Problem(f"{self.path} could not be written and this was not saved: {_reason(error)}.")

    def transaction(self, sequence: int) -> Transaction:
        """One transaction, read back from the disk."""
        return decode(self._line(sequence)[65:-1])

    def seal(self, sequence: int) -> bytes:
        """The seal of one transaction, as `head` was after it; empty if there is none of that number."""
        return self._line(sequence)[:64] if 1 <= sequence <= self.sequence else b""

    def _line(self, sequence: int) -> bytes:
        with _reading(self.path):
            return next(disk.lines(self.path, self._offsets[sequence - 1]))

    def transactions(self, containing: bytes = b"") -> Iterator[Transaction]:
        """The known transactions whose line contains some bytes, oldest first, from the disk."""
        with _reading(self.path):
            for _, line in zip(range(self.sequence), disk.lines(self.path), strict=False):
                if containing in line:
                    yield decode(line[65:-1])

    def close(self) -> None:
        """Let go of the file; it can be read but not written any more."""
        if self._descriptor is not None:
            disk.close(self._descriptor)
            self._descriptor = None
        self.refusal = f"{self.path} is closed: open it again to write."
