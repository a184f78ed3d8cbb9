"""What becomes of a journal that is cut, flipped, or half on the disk after the power failed."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from tests.faults.found import Found, is_one_sentence
from tests.faults.writing import check, write
from tests.register.sample_records import new_register, open_register
from tui_app.domain.problem import Problem

SECTOR = 512
FLIPS = (0x01, 0x80)
FILLER = b"\n" * 1500  # what a crash leaves; some sectors of it


def cut_at_every_byte(folder: Path, writes: int, filler: bytes = b"") -> Found:
    """The journal ends after any of its bytes: every complete line is there, the rest is set aside and told."""
    journal, whole = _written(folder, writes)
    found = Found()
    for length in range(len(whole)):
        end = length + bool(filler)  # filler is as good as the LF of a line
        complete = whole.count(b"\n", 0, end) - 1  # the first line is no write
        opened = _opened(journal, whole[:length] + filler, whole, complete)
        found += _expected(opened, complete, refused=complete < 0)
    return found


def cut_before_filler(folder: Path, writes: int) -> Found:
    """The same where the disk has filler in place of all that comes after."""
    return cut_at_every_byte(folder, writes, FILLER)


def flipped_at_every_byte(folder: Path, writes: int, filler: bytes = b"") -> Found:
    """Any byte is another: it is refused where lines follow; else what is before it is there, and it is told."""
    journal, lines = _written(folder, writes)
    last_line, whole = lines.rindex(b"\n", 0, -1) + 1, lines + filler
    found = Found()
    for place in range(len(whole)):
        complete = writes - (place < len(lines))
        for flip in FLIPS:
            content = whole[:place] + bytes([whole[place] ^ flip]) + whole[place + 1 :]
            opened = _opened(journal, content, whole, complete)
            found += _expected(opened, complete, refused=place < last_line, told=True)
    return found


def flipped_before_filler(folder: Path, writes: int) -> Found:
    """The same with filler behind the last line, each byte of it among those that are another."""
    return flipped_at_every_byte(folder, writes, FILLER)


def power_cut(folder: Path, rounds: int) -> Found:
    """Of the last write any mix of old and new 512-byte sectors is on the disk, and of its length any part."""
    chance = random.Random(rounds)
    journal, before = _written(folder, 20)
    found = Found()
    for _ in range(rounds):
        journal.write_bytes(before)
        with open_register(folder) as register:
            write(register, chance.choice([21, 25, 39, 49]))
        after = journal.read_bytes()
        left, new = (b"\n" * chance.choice([0, 100, 3_000, 100_000]) for _ in range(2))  # too little, or enough
        old = before + left
        opened = _opened(journal, _mixed(chance, old, (after + new).ljust(len(old), b"\n")), after, 20)
        found += _expected(opened, 20, refused=False)
    return found


def _written(folder: Path, writes: int) -> tuple[Path, bytes]:
    """A register of so many writes, its journal and what that holds."""
    with new_register(folder) as register:
        for number in range(1, writes + 1):
            write(register, number)
    journal = folder / "register.journal"
    return journal, journal.read_bytes()


def _opened(journal: Path, content: bytes, whole: bytes, complete: int) -> Found | None:
    """What is found in a register with this content in place of the whole; None if it is refused in a sentence.

    `tried` is 1 if something was told.
    """
    journal.write_bytes(content)
    for aside in journal.parent.glob("torn-*"):
        aside.unlink()
    try:
        with open_register(journal.parent) as register:
            found, told = check(register, range(1, complete + 1)), bool(register.notices)
    except Problem as problem:
        silent = journal.read_bytes() != content or not is_one_sentence(problem)
        return Found(silent=1) if silent else None
    kept = journal.read_bytes()
    aside = b"".join(path.read_bytes() for path in journal.parent.glob("torn-*"))
    accounted_for = whole.startswith(kept) and (kept + aside).rstrip(b"\n") == content.rstrip(b"\n")
    return found + Found(tried=told, silent=not accounted_for or told != bool(aside))


def _expected(opened: Found | None, complete: int, refused: bool, told: bool = False) -> Found:
    """What opening found, as one trial: a refusal too many or too few counts, and so does what must be told."""
    if opened is None:
        return Found(1) if refused else Found(1, complete, lost=complete, unreadable=1)
    return replace(opened, tried=1) + Found(silent=refused or (told and not opened.tried))


def _mixed(chance: random.Random, before: bytes, after: bytes) -> bytes:
    mixed = bytearray(before.ljust(len(after), b"\0"))
    for start in range(0, len(after), SECTOR):
        if chance.random() < 0.5:
            mixed[start : start + SECTOR] = after[start : start + SECTOR]
    return bytes(mixed[: chance.choice([len(after), chance.randint(len(before), len(after))])])
