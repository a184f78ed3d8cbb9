"""A disk that fails: at any of its operations, because it is full, or because it lets nobody write."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from tests.faults.found import Found, is_one_sentence
from tests.faults.killing import ROOT, writer
from tests.faults.writing import check, check_again, write
from tests.register.sample_records import new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import Register, backups, disk, filling

OPERATIONS = ("write", "fsync", "ftruncate", "replace", "open", "close")
ERRORS = (errno.EIO, errno.ENOSPC)
DISK_OF = 128 * 1024


@dataclass
class FailingDisk:
    """Stands in for the module `os` in disk.py: one call of one function fails, or that one and all after it.

    A write that fails has written its first half.
    """

    operation: str
    at_call: int
    number: int
    for_good: bool
    calls: int = 0

    @property
    def is_harmless(self) -> bool:
        """Whether it may go unnoticed: closing loses nothing, filler may stay, or be left out for want of room."""
        return self.operation in ("close", "ftruncate") or (self.operation == "write" and self.number == errno.ENOSPC)

    def __getattr__(self, name: str) -> object:
        real = getattr(os, name)
        return self._failing(real) if name == self.operation else real

    def _failing(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments, **named):
            self.calls += 1
            if self.calls == self.at_call or (self.for_good and self.calls > self.at_call):
                if self.operation == "write":
                    real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                if self.operation == "close":
                    real(*arguments)
                raise OSError(self.number, os.strerror(self.number))
            return real(*arguments, **named)

        return call


@dataclass
class Session:
    """A piece of work on a register: made, written to, torn, opened again, backed up."""

    folder: Path
    acknowledged: list[int] = field(default_factory=list)
    told: list[Exception] = field(default_factory=list)
    number: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether all of it was done."""
        return self.acknowledged == [1, 2, 3, 4, 5, 6] and len(backups.found(self.folder)) == 2

    def work(self) -> None:
        """All of it; where a step fails its error is kept, and the next one is taken."""
        with self._step():
            new_register(self.folder).close()
        for _ in range(2):
            self._tear()
            with self._step(), open_register(self.folder) as register:
                for _ in range(3):
                    self._write(register)
                self._undo_and_redo(register)
                with self._step():
                    backups.make(register.written, datetime(2026, 11, 21, 8, self.number))

    def _tear(self) -> None:
        with suppress(FileNotFoundError), (self.folder / "register.journal").open("r+b") as file:
            if file.read():
                file.write(b"half a line")

    @contextmanager
    def _step(self) -> Iterator[None]:
        try:
            yield
        except (Problem, OSError) as told:
            self.told.append(told)

    def _write(self, register: Register) -> None:
        self.number += 1
        with self._step():
            write(register, self.number)
            self.acknowledged.append(self.number)

    def _undo_and_redo(self, register: Register) -> None:
        if not self.acknowledged:
            return
        with self._step():
            *self.acknowledged, last = self.acknowledged  # until redo returns nobody may count on it
            register.undo()
            register.redo()
            self.acknowledged.append(last)


def error_at_every_operation(folder: Path, steps: int = 1) -> Found:
    """Every n-th write, sync, truncation, replacement, opening and closing fails, once and for good, for every n."""
    found = Found()
    for operation in OPERATIONS:
        total = _session(folder / operation, FailingDisk(operation, 0, 0, for_good=False))[1].calls
        assert total
        for at_call in range(1, total + 1, steps):
            for number in ERRORS:
                for for_good in (False, True):
                    name = f"{operation}-{at_call}-{number}-{for_good}"
                    found += _after_error(folder / name, FailingDisk(operation, at_call, number, for_good))
    return found


def _session(folder: Path, failing: FailingDisk) -> tuple[Session, FailingDisk]:
    session = Session(folder)

    def replace(old: Path, new: Path) -> object:
        return failing.replace(old, new)

    with (
        patch.object(disk, "os", failing),
        patch.object(Path, "replace", replace),  # as disk.rename calls it
        patch.object(filling, "FILLER", b"\n" * 1024),  # it is filled often
    ):
        session.work()
    return session, failing


def _after_error(folder: Path, failing: FailingDisk) -> Found:
    session, _ = _session(folder, failing)
    badly_told = sum(not (isinstance(told, Problem) and is_one_sentence(told)) for told in session.told)
    backups_bad = sum(backups.newest_good(folder) != each for each in backups.found(folder)[:1])
    untold = not session.told and not (failing.is_harmless and session.is_complete)
    found = Found(1, unreadable=backups_bad, silent=badly_told + untold)
    return found + (check_again(folder, session.acknowledged) if session.acknowledged else Found())


def full_disk(folder: Path, rounds: int) -> Found:
    """The file may grow to 128 KiB: what was acknowledged is there, and the rest was refused in a sentence."""
    limit = f"import resource, signal\nresource.setrlimit(resource.RLIMIT_FSIZE, ({DISK_OF}, {DISK_OF}))\n"
    new_register(folder).close()
    found = Found()
    for _ in range(rounds):
        with writer(folder, before=f"{limit}signal.signal(signal.SIGXFSZ, signal.SIG_IGN)") as process:
            output = process.communicate()[0].decode().splitlines()
        *numbers, told = output
        stopped = told.startswith("!") and is_one_sentence(Problem(told[1:]))
        after = check_again(folder, [int(number) for number in numbers])
        found += after + Found(1, silent=not stopped)
    return found


READER = """
import os, sys
from pathlib import Path
from tests.faults.errors import read_and_be_refused
os.chdir(sys.argv[1])
if os.geteuid() == 0:
    os.seteuid(65534)  # root may write anywhere
read_and_be_refused(Path("register"))
"""


def read_only_folder(folder: Path, writes: int) -> Found:
    """A folder that its reader may not write to: it is opened to read, which is told, and refuses in a sentence."""
    register = folder / "register"
    with new_register(register) as opened:
        for number in range(1, writes + 1):
            write(opened, number)
    before = {path: path.read_bytes() for path in register.iterdir()}
    for path in before:
        path.chmod(0o444)
    register.chmod(0o555)
    folder.chmod(0o755)
    command = [sys.executable, "-c", READER, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    register.chmod(0o755)
    kept = {path: path.read_bytes() for path in register.iterdir()} == before
    found = Found(*map(int, done.stdout.split())) if done.returncode == 0 else Found(1, unreadable=1)
    return found + Found(lost=0 if kept else writes)


def read_and_be_refused(folder: Path) -> None:
    """Open a register that cannot be written to, and print what was found, in the order of Found's fields."""
    with open_register(folder) as register:
        found = check(register, range(1, register.sequence))
        told = register.read_only and any("cannot be written" in notice for notice in register.notices)
        try:
            write(register, register.sequence)
            refused = False
        except Problem as problem:
            refused = is_one_sentence(problem)
        print(1, found.acknowledged, found.lost, found.unreadable, int(not told) + int(not refused))
