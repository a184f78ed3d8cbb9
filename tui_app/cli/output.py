"""What goes to standard output and what to standard error: results and messages, in UTF-8, line by line."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress


def prepare_streams() -> None:
    """Make results and messages UTF-8 with plain newlines, on Windows too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def say(text: str) -> None:
    """A result, on standard output, out of this process before anything else is done."""
    print(text, flush=True)


def say_bytes(content: bytes) -> None:
    """A file's content, on standard output, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def complain(sentence: str) -> None:
    """A message, on standard error; a closed one is passed over, since nobody could be told."""
    try:
        print(sentence, file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):
        return


def say_objects(rows: Iterable[object]) -> None:
    """One JSON object a line."""
    import json

    print_lines(json.dumps(row, ensure_ascii=False) for row in rows)


def say_columns(rows: Iterable[Sequence[str]]) -> None:
    """Plain lines with aligned columns; the last column is as long as it is."""
    every = [[*row] for row in rows]
    wide = [max(len(row[place]) for row in every) for place in range(len(every[0]) - 1)] if every else []
    print_lines(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row[:-1], wide, strict=True)), row[-1]]).rstrip()
        for row in every
    )


def print_lines(lines: Iterable[str]) -> None:
    """Results in one go: many lines, one flush."""
    for line in lines:
        print(line)
    print(end="", flush=True)


def has_terminal() -> bool:
    """Whether a person can see a screen and type here; a terminal that calls itself dumb moves no cursor."""
    dumb = os.environ.get("TERM") == "dumb"
    return not dumb and all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def is_closed_pipe(error: OSError) -> bool:
    """Whether whoever was reading our results has stopped; Windows calls this an invalid argument."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == 22)


def is_full(error: OSError) -> bool:
    """Whether there is no room for our results; what is written to the record or to a paper tells so itself."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def forget_output() -> None:
    """Send what could not be printed nowhere, so that the end of the process does not try again."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
