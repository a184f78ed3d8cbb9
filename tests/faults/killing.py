"""Programs that are killed while they write, and others that read meanwhile or write afterwards."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from tests.faults.found import Found, is_one_sentence
from tests.faults.writing import check, check_again, write
from tests.register.sample_records import Remark, new_register, open_register
from tui_app.domain.problem import Problem

ROOT = Path(__file__).parents[2]


@contextmanager
def writer(folder: Path, before: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """A process that writes to the register until it is killed; `before` is run in it first."""
    program = f"{before}\nfrom tests.faults.writing import main\nmain()"
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def acknowledged(process: subprocess.Popen[bytes], at_least: int) -> list[int]:
    """Kill a writer after that many acknowledgements; all that it gave until it was dead."""
    assert process.stdout is not None
    lines = [*islice(process.stdout, at_least)]
    process.kill()
    lines += process.stdout
    return [int(line) for line in lines if line.endswith(b"\n")]


def killed_while_writing(folder: Path, rounds: int) -> Found:
    """kill -9 in a loop, at another moment each time; the register is opened and gone through after each."""
    new_register(folder).close()
    chance = random.Random(rounds)
    all_acknowledged: list[int] = []
    found = Found()
    for _ in range(rounds):
        with writer(folder) as process:
            all_acknowledged += acknowledged(process, chance.randint(1, 60))
        after = check_again(folder, all_acknowledged)
        found += Found(1, lost=after.lost, unreadable=after.unreadable)
    return found + Found(acknowledged=len(all_acknowledged))


def read_while_another_writes(folder: Path, writes: int) -> Found:
    """A second process follows what the first acknowledges, and is refused in a sentence when it would write."""
    new_register(folder).close()
    found = Found()
    with writer(folder) as process:
        assert process.stdout is not None
        first = int(process.stdout.readline())
        with open_register(folder) as reader:
            for line in islice(process.stdout, writes):
                reader.refresh()
                there = reader.repository(Remark).find(f"r{int(line)}") is not None
                found += Found(1, 1, lost=not there, silent=_writes_silently(reader))
            seen = check(reader, [first])
    return found + Found(acknowledged=1, lost=seen.lost, unreadable=seen.unreadable)


def _writes_silently(reader) -> bool:
    try:
        write(reader, 0)
    except Problem as problem:
        return not is_one_sentence(problem)
    return True


def writes_after_the_holder_was_killed(folder: Path, rounds: int) -> Found:
    """Who could only read while another held the register can write as soon as that one was killed."""
    new_register(folder).close()
    found = Found()
    numbers: list[int] = []
    for _ in range(rounds):
        with writer(folder) as process:
            assert process.stdout is not None
            numbers.append(int(process.stdout.readline()))
            with open_register(folder) as second:
                was_barred = second.read_only
            numbers += acknowledged(process, 1)
        with open_register(folder) as register:
            after = check(register, numbers)
            number = register.sequence
            write(register, number)
            numbers.append(number)
        found += Found(1, lost=after.lost, unreadable=after.unreadable, silent=not was_barred)
    return found + Found(acknowledged=len(numbers))
