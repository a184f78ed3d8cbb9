"""The folder of a register and its lock: who may write, and the sentences when nobody can."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tui_app.domain.problem import Problem
from tui_app.register import backups, disk, locking
from tui_app.register.locking import Lock

JOURNAL_NAME = "register.journal"
LOCK_NAME = "register.lock"
_CLOCKS_DIFFER = timedelta(minutes=10)  # a clock that was set by the network goes back by less


class Barred(NamedTuple):
    """Why a register can only be read: what is answered to each try to write, and what is told at opening."""

    refusal: str
    notice: str = ""


def require_register(folder: Path) -> Path:
    """The journal of a register; Problem if the folder holds none."""
    journal = folder / JOURNAL_NAME
    if not folder.is_dir():
        raise Problem(f"There is no folder {folder}: give the folder of a register, or make a new one there.")
    if not journal.is_file():
        there = f", but {backups.way_back(folder)}" if backups.found(folder) else ""
        raise Problem(f"{folder} is not a register: it holds no {JOURNAL_NAME}{there}.")
    return journal


def unfinished(path: Path) -> Problem:
    """The sentence on a journal without a single whole line."""
    if backups.found(path.parent):
        return Problem(f"{path} holds nothing that can be read, but {backups.way_back(path.parent)}.")
    return Problem(f"{path} was never finished and holds nothing yet: make the register again.")


def make_place(folder: Path) -> Path:
    """The journal that a new register in this folder will have; Problem if the folder cannot be made."""
    with writing_to(folder):
        disk.make_folder(folder)
    return folder / JOURNAL_NAME


def lock(folder: Path) -> Lock | None:
    """The lock of a register; None if another holds it. OSError if it cannot be taken at all."""
    return locking.take(folder / LOCK_NAME)


def take_lock(folder: Path) -> tuple[Lock | None, Barred | None]:
    """The lock, or why it cannot be had."""
    try:
        held = lock(folder)
    except OSError as error:
        return None, not_writable(folder, error)
    return held, None if held else open_elsewhere(folder)


def asked_to_read(folder: Path) -> Barred:
    """It was opened to read only."""
    return Barred(f"{folder} was opened to read only: open it again to write.")


def open_elsewhere(folder: Path) -> Barred:
    """Another window writes to it."""
    where = f"{folder} is open in another window"
    return Barred(
        f"{where}: write there, or close it there and try again.",
        f"{where}; here it can be read, and follows what is written there.",
    )


def not_writable(folder: Path, error: OSError) -> Barred:
    """The disk does not let this user write to it."""
    file = f"{Path(error.filename).name}: " if error.filename else ""
    what = f"{folder} cannot be written to ({file}{error.strerror or error})"
    return Barred(
        f"{what}: make it writable and open the register again, or copy its folder to a place of your own.",
        f"{what}; it can be read here, and nothing can be changed.",
    )


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turn an error of the disk into the sentence that this folder cannot be written to."""
    try:
        yield
    except OSError as error:
        raise Problem(
            f"{folder} cannot be written to ({error.strerror or error}): choose a folder of your own."
        ) from error


def clock_notice(clock: Callable[[], datetime], saved_at: datetime | None) -> str:
    """The sentence on a clock that shows a time before the last change; empty if it does not."""
    if saved_at is None or saved_at - (now := clock()) < _CLOCKS_DIFFER:
        return ""
    shown, saved = (f"{at.astimezone():%d %B %Y %H:%M}".lstrip("0") for at in (now, saved_at))  # as it shows them
    return (
        f"The clock of this computer shows {shown}, but the last change was saved on {saved}: "
        f"if the clock is wrong set it right, since every change bears its time."
    )


@contextmanager
def without_collector() -> Iterator[None]:
    """Load many objects without the garbage collector going through them again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
