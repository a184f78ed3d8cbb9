"""The file is filled ahead of its end while it is open to write, and nobody notices."""

from __future__ import annotations

import errno
import os
import random
import shutil
from pathlib import Path

import pytest

from tests.register.sample_records import Gathering, Remark, contents, new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import Register, disk, stock
from tui_app.register.backups import make, read, restore
from tui_app.register.filling import FILLER


def journal_of(folder: Path) -> Path:
    return folder / "register.journal"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    register = new_register(tmp_path / "register")
    register.repository(Gathering).put(Gathering("g1", "First"))
    for number in range(3):
        register.repository(Remark).put(Remark(f"r{number}", "g1", "words" * number))
    return register


def crashed(register: Register, tmp_path: Path) -> Path:
    """The folder as a crash would leave it."""
    return Path(shutil.copytree(register.folder, tmp_path / "crashed"))


def test_while_it_is_open_a_change_does_not_change_the_size_and_closing_leaves_the_lines_alone(
    register: Register,
) -> None:
    journal = journal_of(register.folder)
    size, before = journal.stat().st_size, journal.read_bytes()[: register.written.end]
    register.repository(Remark).put(Remark("r3", "g1"))
    assert journal.stat().st_size == size
    whole, end = journal.read_bytes(), register.written.end
    assert whole == whole[:end] + b"\n" * (size - end)
    assert whole.startswith(before)
    register.close()
    assert journal.read_bytes() == whole[:end]


def test_to_open_and_close_touches_nothing(register: Register) -> None:
    register.close()
    before = journal_of(register.folder).read_bytes()
    with open_register(register.folder):
        assert journal_of(register.folder).read_bytes() == before
    assert journal_of(register.folder).read_bytes() == before


def test_after_a_crash_there_is_nothing_to_tell_and_the_filler_is_used_and_cut_off(
    register: Register, tmp_path: Path
) -> None:
    folder = crashed(register, tmp_path)
    size = journal_of(folder).stat().st_size
    with open_register(folder, read_only=True) as reader:
        assert contents(reader) == contents(register)
    with open_register(folder) as again:
        assert not again.notices
        assert contents(again) == contents(register)
        again.repository(Remark).put(Remark("r3", "g1"))
        assert journal_of(folder).stat().st_size == size
    assert journal_of(folder).stat().st_size == again.written.end


def test_a_crash_changes_nothing_for_backups_and_exports(register: Register, tmp_path: Path) -> None:
    folder, at = crashed(register, tmp_path), register.saved_at
    assert at is not None
    lines = journal_of(folder).read_bytes()[: register.written.end]
    with open_register(folder, read_only=True) as reader:
        assert make(reader.written, at).read_bytes() == lines == make(register.written, at).read_bytes()
        assert stock.stock_tinydb(reader) == stock.stock_tinydb(register)
        assert list(reader.history()) == list(register.history())
    assert read(journal_of(folder)).head == register.head.encode()
    aside = restore(journal_of(folder), journal_of(register.folder), at)
    assert aside is not None
    assert aside.read_bytes() == journal_of(register.folder).read_bytes()
    assert journal_of(folder).read_bytes() == lines


def test_a_follower_does_not_go_through_the_filler(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(register.folder) as follower:
        monkeypatch.setattr(disk, "rest", lambda *_: pytest.fail("the filler was read"))
        assert follower.refresh() == 0
        register.repository(Remark).put(Remark("r3", "g1"))
        assert follower.refresh() == 1
        assert follower.refresh() == 0
        assert list(disk.batches(journal_of(register.folder), register.written.end)) == []
    register.close()


def test_lines_cross_the_end_of_the_filler(register: Register) -> None:
    chance = random.Random(1)
    sizes = [*(chance.randint(0, 20_000) for _ in range(30)), len(FILLER), 3 * len(FILLER)]
    for number, size in enumerate(sizes):
        register.repository(Remark).put(Remark(f"x{number}", "g1", "x" * size))
    with open_register(register.folder) as follower:
        assert contents(follower) == contents(register)
    register.close()
    with open_register(register.folder) as again:
        assert contents(again) == contents(register)
        assert not again.notices


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG])
def test_where_there_is_no_room_for_filler_lines_are_added_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    room, real = 2_000, os.write

    def write(descriptor: int, content: memoryview) -> int:
        left = room - os.lseek(descriptor, 0, os.SEEK_CUR)
        if left <= 0:
            raise OSError(number, os.strerror(number))
        return real(descriptor, content[:left])

    register = new_register(tmp_path)
    register.close()
    monkeypatch.setattr(os, "write", write)
    with open_register(tmp_path) as register:
        register.repository(Remark).put(Remark("r1", "g1", "words"))
        assert journal_of(tmp_path).stat().st_size == register.written.end
        register.repository(Remark).put(Remark("r2", "g1", "words"))
        with pytest.raises(Problem, match="was not saved"):
            register.repository(Remark).put(Remark("r3", "g1", "x" * room))
        assert journal_of(tmp_path).stat().st_size == register.written.end
        register.repository(Remark).put(Remark("r3", "g1"))
    with open_register(tmp_path) as register:
        assert [remark.id for remark in register.repository(Remark).all()] == ["r1", "r2", "r3"]


def test_an_uncertain_line_is_not_cut_off_at_closing(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync", failing)
        with pytest.raises(Problem, match="not certain"):
            register.repository(Remark).put(Remark("r3", "g1"))
    register.close()
    with open_register(register.folder) as again:
        assert again.repository(Remark).find("r3") is not None
        assert not again.notices


def test_of_a_torn_line_any_sectors_may_be_there(register: Register, tmp_path: Path) -> None:
    old = journal_of(register.folder).read_bytes()
    start = register.written.end
    register.repository(Remark).put(Remark("r3", "g1", "words " * 300))
    new = journal_of(register.folder).read_bytes()
    sectors = range(start // 512, register.written.end // 512 + 1)
    folder = crashed(register, tmp_path)
    for kept in range(1 << len(sectors)):
        mixed = bytearray(old)
        for bit, sector in enumerate(sectors):
            if kept >> bit & 1:
                mixed[sector * 512 : (sector + 1) * 512] = new[sector * 512 : (sector + 1) * 512]
        journal_of(folder).write_bytes(mixed)
        with open_register(folder) as again:
            whole = mixed == new
            assert (again.repository(Remark).find("r3") is not None) == whole
            assert bool(again.notices) == (not whole and mixed != old)
            assert again.repository(Remark).get("r2").text == "words" * 2
    register.close()


def test_two_lines_behind_the_last_that_fits_are_damage(register: Register, tmp_path: Path) -> None:
    folder, whole = crashed(register, tmp_path), journal_of(register.folder).read_bytes()
    lines = whole.splitlines()
    start = len(b"\n".join(lines[:3])) + 1
    for place in range(start, start + len(lines[3]) + 1):
        for other in (b"\n", b"\0", b"x"):
            content = whole[:place] + other + whole[place + 1 :]
            journal_of(folder).write_bytes(content)
            if content != whole:
                with pytest.raises(Problem, match=r"Line 4 .*does not fit its checksum"):
                    open_register(folder)
                assert journal_of(folder).read_bytes() == content
    register.close()
