"""Every touch of the disk, in few small functions: what can go wrong there goes wrong here.

Text is bytes in this module and errors are OSError; the journal turns them into sentences.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BufferedReader
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_BINARY = getattr(os, "O_BINARY", 0)  # without it Windows would write CR LF
_PIECE = 1 << 20
_BATCH = 1 << 16
_AHEAD = 1 << 19  # of a file of 21 MB this is read in 7 ms of CPU; 64 KiB at a time it took 9
_NOT_KNOWN_HERE = (errno.EINVAL, errno.ENOTSUP)  # network drives answer so to a sync that they do not offer


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter; one that exists stays as it is."""
    if not folder.is_dir():
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True)
        sync_folder(folder.parent)


def lines(path: Path, offset: int = 0) -> Iterator[bytes]:
    """The lines of a file from a byte offset on, each with its LF; the last may lack it."""
    with path.open("rb") as file:
        file.seek(offset)
        yield from file


def batches(path: Path, offset: int = 0) -> Iterator[list[bytes]]:
    """The same lines, as many together as are quicker to go through than each by itself.

    No batch begins with a blank line, so that nobody goes again and again through what fills the file.
    """
    with BufferedReader(path.open("rb", buffering=0), _AHEAD) as file:
        file.seek(offset)
        while file.peek(1)[:1] != b"\n" and (batch := file.readlines(_BATCH)):
            yield batch


def rest(path: Path, offset: int) -> bytes:
    """All that a file holds from a byte offset on."""
    with path.open("rb") as file:
        file.seek(offset)
        return file.read()


def size(path: Path) -> int:
    """The length of a file in bytes."""
    return path.stat().st_size


def open_to_append(path: Path) -> int:
    """The descriptor of a file that is only ever added to; it is made, private, if there is none."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, PRIVATE_FILE)


def open_to_write(path: Path) -> int:
    """The descriptor of a file that is written to anywhere; it is made, private, if there is none."""
    return os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, PRIVATE_FILE)


def write(descriptor: int, content: bytes, offset: int) -> None:
    """Write all of the content from a byte offset on; an error may leave a part of it there."""
    os.lseek(descriptor, offset, os.SEEK_SET)
    append(descriptor, content)


def append(descriptor: int, content: bytes) -> None:
    """Write all of the content where the last one ended; an error may leave a part of it there."""
    while content:
        content = content[os.write(descriptor, content) :]


def cut(descriptor: int, length: int) -> None:
    """Take back what was written after the first `length` bytes."""
    os.ftruncate(descriptor, length)


def sync(descriptor: int) -> None:
    """Return when the file will survive a power cut."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # fsync alone stops at the cache of the drive
            return
        except OSError as error:
            if error.errno not in _NOT_KNOWN_HERE:
                raise
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder will survive a power cut."""
    if os.name != "posix":
        return  # Windows cannot open a folder, and keeps its names in a journal of its own
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_KNOWN_HERE:
            raise
    finally:
        close(descriptor)


def keep(path: Path, content: bytes) -> None:
    """Add the content to a private file and return when it is safe there."""
    descriptor = open_to_append(path)
    try:
        append(descriptor, content)
        sync(descriptor)
    finally:
        close(descriptor)
    sync_folder(path.parent)


def copy(source: Path, target: Path, length: int) -> None:
    """Copy the first `length` bytes of a file to a new private one, and return when they are safe there."""
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, PRIVATE_FILE)
    try:
        with source.open("rb") as file:
            while length and (piece := file.read(min(length, _PIECE))):
                append(descriptor, piece)
                length -= len(piece)
        sync(descriptor)
    finally:
        close(descriptor)


def rename(old: Path, new: Path) -> None:
    """Give a file another name in its folder, in place of what may have had it, and return when that is safe."""
    old.replace(new)
    sync_folder(new.parent)


def close(descriptor: int) -> None:
    """Give the descriptor back."""
    with suppress(OSError):  # whatever must be kept was synced before, so that there is nothing to lose here
        os.close(descriptor)
