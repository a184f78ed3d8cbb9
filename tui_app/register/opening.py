"""The folder of a register and its lock: who may write, and the sentences when nobody can."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui_app.domain.problem import Problem
from tui_app.register import disk

if TYPE_CHECKING:
    from filelock import BaseFileLock

JOURNAL_NAME = "register.journal"
LOCK_NAME = "register.lock"


def require_register(folder: Path) -> Path:
    """The journal of a register; Problem if the folder holds none."""
    journal = folder / JOURNAL_NAME
    if not folder.is_dir():
        raise Problem(f"There is no folder {folder}: give the folder of a register, or make a new one there.")
    if not journal.is_file():
        raise Problem(f"{folder} is not a register: it holds no {JOURNAL_NAME}.")
    return journal


def make_place(folder: Path) -> Path:
    """The journal that a new register in this folder will have; Problem if the folder cannot be made."""
    with writing_to(folder):
        disk.make_folder(folder)
    return folder / JOURNAL_NAME


def lock(folder: Path) -> BaseFileLock | None:
    """The lock of a register, held until released or until this process ends; None if another holds it."""
    from filelock import FileLock, Timeout  # 18 ms, and who only reads needs none

    held = FileLock(folder / LOCK_NAME, mode=disk.PRIVATE_FILE, thread_local=False)
    with writing_to(folder):
        try:
            held.acquire(timeout=0)
        except Timeout:
            return None
    return held


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turn an error of the disk into the sentence that this folder cannot be written to."""
    try:
        yield
    except OSError as error:
        raise Problem(
            f"{folder} cannot be written to ({error.strerror or error}): open the register to read only, "
            f"or choose a folder of your own."
        ) from error


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
