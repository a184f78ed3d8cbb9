"""Backups: dated copies of the journal in a folder beside it, each read again whole before it counts as one."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.problem import Problem
from tui_app.register import disk
from tui_app.register.journal import Journal

FOLDER_NAME = "backups"
KEPT = 14
_CRASHED = 3600  # seconds after which nobody can still be writing a copy
_FORM = "register-%Y-%m-%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Written:
    """How far a journal is on the disk: its first `end` bytes are `sequence` lines, of which `head` seals the last."""

    path: Path
    end: int
    sequence: int
    head: bytes


def found(folder: Path) -> tuple[Path, ...]:
    """The backups of the register in a folder, good or not, the newest by its name first."""
    return tuple(sorted((folder / FOLDER_NAME).glob("register-*.journal"), key=lambda path: path.stem, reverse=True))


def read(path: Path) -> Journal:
    """Read a copy of a journal whole; Problem if a line is damaged or missing."""
    journal = Journal(path)
    for _ in journal.read():
        pass
    if journal.torn or not journal.sequence:
        raise Problem(f"{path} ends within line {journal.sequence + 1}, so it is not whole.")
    return journal


def newest_good(folder: Path) -> Path | None:
    """The newest backup that can be read whole."""
    return next((backup for backup in found(folder) if _good(backup)), None)


def _good(copy: Path, written: Written | None = None) -> bool:
    """Whether a copy can be read whole, and holds just what is written if that is known."""
    with suppress(Problem):
        journal = read(copy)
        return written is None or (journal.sequence, journal.head) == (written.sequence, written.head)
    return False


def way_back(folder: Path) -> str:
    """The end of a sentence on a damaged register: the newest good backup, and what to type to get it back."""
    good = newest_good(folder)
    if good is not None:
        return f"the newest good backup is {good.name}, and {_restoring(good.name, folder)} brings it back"
    return (
        f"there is no good backup in {folder / FOLDER_NAME}: leave the folder as it is, and look for a copy "
        f"elsewhere, which {_restoring('FILE', folder)} brings back"
    )


def _restoring(name: str, folder: Path) -> str:
    """What to type, whichever register is the one at hand."""
    quote = '"' if " " in str(folder) else ""
    return f"minutebook restore {name} --register {quote}{folder}{quote}"


def make(written: Written, at: datetime) -> Path:
    """Back up what is written; the new backup, or the newest if it holds just that already.

    Problem if it cannot be made, or if what was copied cannot be read again as it was written.
    """
    folder = written.path.parent
    with _told("No backup was made"):
        newest = next(iter(found(folder)), None)
        if newest is not None and disk.size(newest) == written.end and _good(newest, written):
            return newest
        disk.make_folder(folder / FOLDER_NAME)
        with _copied(written.path, written.end, folder / FOLDER_NAME) as copy:
            if not _good(copy, written):
                raise Problem(
                    f"No backup was made: {written.path} no longer holds what was written to it, "
                    f"and minutebook verify says where."
                )
            backup = _unused(folder / FOLDER_NAME / at.strftime(f"{_FORM}.journal"))
            disk.rename(copy, backup)
    _drop_old(folder, backup)
    return backup


@contextmanager
def _copied(source: Path, length: int, folder: Path) -> Iterator[Path]:
    """A copy under a name of its own; whoever does not rename it loses it."""
    copy = folder / f"{new_id()}.partial"
    try:
        disk.copy(source, copy, length)
        yield copy
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
        raise Problem(f"{what}: {'the disk is full' if full else error.strerror or error}.") from error


def _unused(path: Path) -> Path:
    """The path, or with a number behind its name if another has it."""
    numbered = (path.with_stem(f"{path.stem}-{n}") for n in range(2, 1_000_000))
    return path if not path.exists() else next(other for other in numbered if not other.exists())


def _drop_old(folder: Path, newest: Path) -> None:
    """Keep the newest ones, and the one just made even where the clock has gone back."""
    others = [backup for backup in found(folder) if backup != newest]
    for path in others[KEPT - 1 :]:
        with suppress(OSError):
            path.unlink()
    for path in (folder / FOLDER_NAME).glob("*.partial"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _CRASHED:
                path.unlink()


def restore(journal: Path, backup: Path, at: datetime) -> Path | None:
    """Put a backup in the place of a journal; where the present one is kept, None if there was none.

    Nobody else may have the register open. Problem if the backup is not good, is of another register, or
    cannot be copied; then nothing has changed.
    """
    good = read(backup)
    present = Journal(journal)
    if journal.exists() and _register_of(present) not in ("", good.register):
        raise Problem(f"{backup} is a backup of another register: name the folder of that one with --register.")
    with _told("Nothing was restored"), _copied(backup, good.end, journal.parent) as copy:
        read(copy)
        aside = _set_aside(journal, at)
        try:
            disk.rename(copy, journal)
        except OSError:
            if aside is not None:
                aside.replace(journal)
            raise
    return aside


def _register_of(journal: Journal) -> str:
    """The id of a register, empty where not even its first line can be read."""
    with suppress(Problem):
        next(journal.read(), None)
    return journal.register


def _set_aside(journal: Path, at: datetime) -> Path | None:
    if not journal.exists():
        return None
    aside = _unused(journal.with_name(at.strftime("before-restore-%Y-%m-%dT%H%M%S.journal")))
    disk.rename(journal, aside)
    return aside
