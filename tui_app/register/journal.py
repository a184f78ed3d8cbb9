"""The journal: one file, one line a transaction, each line sealed to the one before it.

A line is `sha256(previous seal + body) SPACE body LF`, the seal in hex and the body in JSON. Lines are
only ever added, and each is safe on the disk before the next is written. So the last line alone can be
incomplete, and any other that does not fit its seal was damaged later. Blank lines behind the last one
mean nothing: the next lines take their place.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import accumulate, islice
from pathlib import Path

import msgspec

from tui_app.domain.problem import Problem
from tui_app.register import disk
from tui_app.register.filling import FilledFile
from tui_app.register.transaction import Transaction, decode, encode

SCHEMA = 3  # 2: the text of adopted minutes is kept; 3: tables that older programs do not know
SEAL_LENGTH = 64
FIRST_SEAL = b"0" * SEAL_LENGTH
BODY_START = b' {"n":'  # once in each line: a text in it would have its quotes escaped

_UNCERTAIN = (
    "It is not certain that the last change is on the disk ({}); nothing more is saved "
    "until the register is opened again."
)
_INTERRUPTED = _UNCERTAIN.format("it was interrupted")


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


class Journal:
    """The file of one register: read it to its end, then open it to write.

    `sequence` is the number of the last transaction read or written, `head` its seal, `end` the byte
    after it; `torn` is what follows it and is neither filler nor a complete line; `register` is the id in the
    first line, `schema` the number in the first line or in a later one that raised it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sequence, self.head, self.end = 0, FIRST_SEAL, 0
        self.torn, self.register, self.schema = b"", "", 0
        self.refusal = f"{path} is not open to write."
        self._offsets: list[int] = []
        self._seals = bytearray()  # of all lines, 64 bytes each
        self._file: FilledFile | None = None

    def read(self, until: int | None = None) -> Iterator[list[Transaction]]:
        """The transactions after the last one known, checked, in batches; read to the end before anything else.

        `until` is the sequence of the last one wanted, where that is not the end. Damaged if a line that is not
        the last does not fit its seal; Problem if a newer program wrote the file.
        """
        self.torn = b""
        unread, misfit = not self.sequence, False
        with _reading(self.path):
            if disk.size(self.path) < self.end:
                raise Problem(f"{self.path} has become shorter, as if replaced by an older one: open it again.")
            for batch in disk.batches(self.path, self.end):
                lines = batch if until is None else batch[: until - self.sequence]
                bodies, head = self._fitting(lines)
                known = self._decoded(bodies, lines)
                self._advance(lines[: len(known)], head)
                yield known
                if self.sequence == until:
                    return
                if len(known) < len(lines):
                    misfit = lines[len(known)] != b"\n"
                    break
            if unread or misfit:
                self._judge_end()

    def _fitting(self, lines: list[bytes]) -> tuple[list[memoryview], bytes]:
        """The bodies of the lines before the first that does not fit its seal, and the last seal."""
        bodies, head = [], self.head
        for line in lines:
            body = memoryview(line)[65:-1]  # no copy: a line may hold whole minutes
            sealed = sha256(head)
            sealed.update(body)
            seal = sealed.hexdigest().encode()
            if line[:65] != seal + b" " or line[-1:] != b"\n":
                break
            bodies.append(body)
            head = seal
        return bodies, head

    def _decoded(self, bodies: list[memoryview], lines: list[bytes]) -> list[Transaction]:
        known: list[Transaction] = []
        try:
            if bodies and not self.sequence:
                self._read_heading(bodies[0])
            for number, body in enumerate(bodies, self.sequence + 1):
                transaction = decode(body)
                if transaction.sequence != number:
                    raise self._damaged(f"has the number {transaction.sequence}", lines[: len(known)])
                if transaction.schema:
                    self._know_schema(transaction.schema)
                known.append(transaction)
        except msgspec.DecodeError as error:
            raise self._damaged(f"cannot be read: {error}", lines[: len(known)]) from error
        return known

    def _judge_end(self) -> None:
        """Take what follows the last line known for a torn one, unless there is more than one.

        Of a torn one any sectors may be there, and between them what they were to replace: filler or nothing.
        """
        rest = disk.rest(self.path, self.end)
        if rest.rfind(BODY_START) in (-1, SEAL_LENGTH):
            self.torn = rest.rstrip(b"\n")
        elif not self._fitting([*islice(disk.lines(self.path, self.end), 1)])[0]:
            raise self._damaged("does not fit its checksum")  # else it was being written by another window

    def _read_heading(self, body: memoryview) -> None:
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

    def _advance(self, lines: list[bytes], head: bytes) -> None:
        offsets = [*accumulate(map(len, lines), initial=self.end)]
        self.end = offsets.pop()
        self._offsets += offsets
        self._seals += b"".join(line[:SEAL_LENGTH] for line in lines)
        self.sequence, self.head = self.sequence + len(lines), head

    def _damaged(self, how: str, before: Iterable[bytes] = ()) -> Damaged:
        line, byte = self.sequence + 1, self.end
        for each in before:
            line, byte = line + 1, byte + len(each)
        return Damaged(f"Line {line} of {self.path} (at byte {byte}) {how}; nothing was changed.")

    def open_to_write(self) -> str:
        """Take the torn end off, if there is one, and let transactions in; the notice of it, or ""."""
        self._file = FilledFile(self.path)
        disk.sync_folder(self.path.parent)
        notice = self._take_torn_end_off(self._file) if self.torn else ""
        self.refusal = ""
        return notice

    def _take_torn_end_off(self, file: FilledFile) -> str:
        aside = self.path.with_name(f"torn-after-{self.sequence}.bin")
        disk.keep(aside, self.torn)
        file.cut(self.end)
        file.sync()
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
        seal = sha256(self.head + body).hexdigest().encode()
        line = b"%b %b\n" % (seal, body)
        self.refusal = _INTERRUPTED  # until the opposite is known
        self._write(line)
        self._offsets.append(self.end)
        self._seals += seal
        self.sequence, self.head, self.end = self.sequence + 1, seal, self.end + len(line)
        self.refusal = ""
        return again

    def check_writable(self) -> None:
        """Problem if nothing can be written, with the reason."""
        if self.refusal:
            raise Problem(self.refusal)

    def _write(self, line: bytes) -> None:
        assert self._file is not None
        try:
            self._file.write(line, self.end)
        except BaseException as error:
            self._take_back(self._file, error)
            raise
        try:
            self._file.sync()
        except OSError as error:  # a second sync may claim success for what the first one lost
            self.refusal = _UNCERTAIN.format(_reason(error))
            raise Problem(self.refusal) from error

    def _take_back(self, file: FilledFile, error: BaseException) -> None:
        try:
            file.cut(self.end)
        except OSError as second:
            self.refusal = _UNCERTAIN.format(_reason(second))
            raise Problem(self.refusal) from second
        self.refusal = ""
        if isinstance(error, OSError):
            raise self._not_written(error) from error

    def _not_written(self, error: OSError) -> Problem:
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            return Problem("The disk is full and this was not saved: make room on it, then try again.")
        return Problem(f"{self.path} could not be written and this was not saved: {_reason(error)}.")

    def transaction(self, sequence: int) -> Transaction:
        """One transaction, read back from the disk."""
        return decode(self._line(sequence)[65:-1])

    def seal(self, sequence: int) -> bytes:
        """The seal of one transaction, as `head` was after it; empty if there is none of that number."""
        return bytes(self._seals[(sequence - 1) * SEAL_LENGTH : sequence * SEAL_LENGTH]) if sequence > 0 else b""

    def content(self, sequence: int, table: str, id: str) -> bytes:
        """A document as a transaction left it, in JSON; Damaged if the line is no longer as it was when it was read."""
        body = self._line(sequence)[65:-1]
        if sha256((self.seal(sequence - 1) or FIRST_SEAL) + body).hexdigest().encode() != self.seal(sequence):
            raise Damaged(f"Line {sequence} of {self.path} is not as it was read before: open the register again.")
        return bytes({(each.table, each.id): each.content for each in decode(body).ops}[table, id])

    def _line(self, sequence: int) -> bytes:
        with _reading(self.path):
            return next(disk.lines(self.path, self._offsets[sequence - 1]), b"")

    def transactions(self, containing: bytes = b"") -> Iterator[Transaction]:
        """The known transactions whose line contains some bytes, oldest first, from the disk."""
        with _reading(self.path):
            for _, line in zip(range(self.sequence), disk.lines(self.path), strict=False):
                if containing in line:
                    yield decode(line[65:-1])

    def touching(self, table: str | None, id: str | None) -> Iterator[Transaction]:
        """The known transactions that changed a table or a document, oldest first; all where neither is named."""
        name = table if id is None else id
        for transaction in self.transactions(b"" if name is None else encode(name)):
            if name is None or any(table in (None, each.table) and id in (None, each.id) for each in transaction.ops):
                yield transaction

    def close(self) -> None:
        """Let go of the file; it can be read but not written any more."""
        if self._file is not None:
            self._file.close(None if self.refusal else self.end)
            self._file = None
        self.refusal = f"{self.path} is closed: open it again to write."
