"""One writer: a lock on a file, which the kernel drops with its holder."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Protocol

from tui_app.register import disk

_HELD = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES)


class Lock(Protocol):
    """Held until it is released, or until this process ends."""

    def release(self) -> None:
        """Let another take it."""


def take(path: Path) -> Lock | None:
    """The lock on a file, which is made if there is none; None if another holds it. OSError if it cannot be taken.

    Where there is `flock`, it is what `filelock` takes too; but that would make of 2,400 lines 8 ms of each start.
    """
    if sys.platform == "win32":
        return _by_filelock(path)
    import fcntl

    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, disk.PRIVATE_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        disk.close(descriptor)
        if error.errno in _HELD:
            return None
        raise
    return _Held(descriptor)


class _Held:
    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        if self._descriptor is not None:
            disk.close(self._descriptor)
            self._descriptor = None


def _by_filelock(path: Path) -> Lock | None:
    from filelock import FileLock, Timeout

    held = FileLock(path, mode=disk.PRIVATE_FILE, thread_local=False)
    try:
        held.acquire(timeout=0)
    except Timeout:
        return None
    except NotImplementedError as error:  # a drive without locks: two programs could write at once
        raise OSError(errno.ENOTSUP, "it knows no locks") from error
    return held
