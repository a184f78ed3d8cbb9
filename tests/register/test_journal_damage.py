"""What the disk can do to a register: torn ends, flipped bytes, full disks, failed syncs."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.register.sample_records import Gathering, Remark, contents, new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register of three transactions after its first line."""
    with new_register(tmp_path / "register") as register:
        register.repository(Gathering).put(Gathering("g1", "First"))
        register.repository(Remark).put(Remark("r1", "g1", "words"))
        register.repository(Remark).put(Remark("r2", "g1", "more words"))
    return tmp_path / "register"


def journal_of(folder: Path) -> Path:
    return folder / "register.journal"


def test_a_last_line_torn_at_any_byte_is_cut_kept_aside_and_reported(folder: Path) -> None:
    whole = journal_of(folder).read_bytes()
    start = whole.rindex(b"\n", 0, -1) + 1
    for end in range(start + 1, len(whole)):
        journal_of(folder).write_bytes(whole[:end])
        with open_register(folder) as register:
            assert register.repository(Remark).find("r2") is None
            assert register.repository(Remark).get("r1").text == "words"
            assert "torn-after-3.bin" in register.notices[0]
        assert (folder / "torn-after-3.bin").read_bytes() == whole[start:end]
        assert journal_of(folder).read_bytes() == whole[:start]
        (folder / "torn-after-3.bin").unlink()


def test_writing_goes_on_after_a_torn_line(folder: Path) -> None:
    with journal_of(folder).open("ab") as file:
        file.write(b"\0" * 100)
    with open_register(folder) as register:
        register.repository(Remark).put(Remark("r3", "g1"))
        expected = contents(register)
    with open_register(folder) as register:
        assert contents(register) == expected
        assert not register.notices


def test_a_byte_flipped_before_the_last_line_is_refused_wherever_it_is(folder: Path) -> None:
    whole = journal_of(folder).read_bytes()
    for place in range(whole.rindex(b"\n", 0, -1) + 1):
        damaged = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        journal_of(folder).write_bytes(damaged)
        line, offset = whole.count(b"\n", 0, place) + 1, whole.rfind(b"\n", 0, place) + 1
        with pytest.raises(Problem, match=rf"^Line {line} of .*byte {offset}\)"):
            open_register(folder)
        assert journal_of(folder).read_bytes() == damaged


def test_a_byte_flipped_in_the_last_line_is_never_silent(folder: Path) -> None:
    whole = journal_of(folder).read_bytes()
    for place in range(whole.rindex(b"\n", 0, -1) + 1, len(whole)):
        journal_of(folder).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with open_register(folder) as register:
            assert register.notices


def test_a_line_that_was_taken_out_is_missed(folder: Path) -> None:
    lines = journal_of(folder).read_bytes().splitlines(keepends=True)
    journal_of(folder).write_bytes(b"".join(lines[:1] + lines[2:]))
    with pytest.raises(Problem, match="Line 2"):
        open_register(folder)


def test_a_full_disk_loses_only_what_did_not_fit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def half_then_full(descriptor: int, content: memoryview) -> int:
        if len(content) > 40:
            return write(descriptor, content[:40])
        raise OSError(errno.ENOSPC, "No space left on device")

    with open_register(folder) as register:
        before = journal_of(folder).read_bytes()
        expected = contents(register)
        monkeypatch.setattr(os, "write", half_then_full)
        with pytest.raises(Problem, match="The disk is full and this was not saved"):
            register.repository(Remark).put(Remark("r3", "g1", "x" * 200))
        monkeypatch.undo()
        assert journal_of(folder).read_bytes() == before
        assert contents(register) == expected
        register.repository(Remark).put(Remark("r3", "g1"))
    with open_register(folder) as register:
        assert register.repository(Remark).get("r3") == Remark("r3", "g1")


def failing(*_: object) -> None:
    raise OSError(errno.EIO, "Input/output error")


def test_after_a_failed_sync_nothing_is_accepted_until_reopened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(folder) as register:
        expected = contents(register)
        monkeypatch.setattr(disk, "sync", failing)
        with pytest.raises(Problem, match=r"not certain .*Input/output error"):
            register.repository(Remark).put(Remark("r3", "g1"))
        monkeypatch.undo()
        assert contents(register) == expected
        with pytest.raises(Problem, match="until the register is opened again"):
            register.repository(Remark).put(Remark("r4", "g1"))
        with pytest.raises(Problem, match="until the register is opened again"):
            register.transaction("more")
    with open_register(folder) as register:
        register.repository(Remark).put(Remark("r4", "g1"))


def test_a_partial_line_that_cannot_be_taken_back_stops_writing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(folder) as register:
        monkeypatch.setattr(disk, "append", failing)
        monkeypatch.setattr(disk, "cut", failing)
        with pytest.raises(Problem, match="not certain"):
            register.repository(Remark).put(Remark("r3", "g1"))
        monkeypatch.undo()
        with pytest.raises(Problem, match="opened again"):
            register.repository(Remark).put(Remark("r3", "g1"))


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_an_interrupted_write_is_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(folder) as register:
        monkeypatch.setattr(disk, "append", interrupted)
        with pytest.raises(KeyboardInterrupt):
            register.repository(Remark).put(Remark("r3", "g1"))
        monkeypatch.undo()
        register.repository(Remark).put(Remark("r4", "g1"))
    with open_register(folder) as register:
        assert [remark.id for remark in register.repository(Remark).all()] == ["r1", "r2", "r4"]


def test_after_an_interrupted_sync_nothing_is_accepted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(folder) as register:
        monkeypatch.setattr(disk, "sync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            register.repository(Remark).put(Remark("r3", "g1"))
        monkeypatch.undo()
        with pytest.raises(Problem, match="it was interrupted"):
            register.repository(Remark).put(Remark("r4", "g1"))
    with open_register(folder) as register:
        assert not register.notices


def test_what_has_no_form_on_the_disk_is_refused_before_anything_is_written(folder: Path) -> None:
    nested: list[object] = []
    for _ in range(100_000):
        nested = [nested]
    with open_register(folder) as register:
        before = journal_of(folder).read_bytes()
        for text in ("half \ud83d", "\udc80"):
            with pytest.raises(Problem, match="half of a pair"):
                register.repository(Remark).put(Remark("r3", "g1", text))
        for value in (object(), nested):
            with pytest.raises(Problem, match="no form in JSON"):
                register.database.table("raw").insert({"value": value})
        assert journal_of(folder).read_bytes() == before
        register.repository(Remark).put(Remark("r3", "g1", "whole \U0001f600", minutes=2**70))
    with open_register(folder) as register:
        assert register.repository(Remark).get("r3").minutes == 2**70
        assert register.repository(Remark).get("r3").text == "whole \U0001f600"


def test_a_new_register_that_did_not_fit_on_the_disk_can_be_made_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, "append", full)
    with pytest.raises(Problem, match="disk is full"):
        new_register(tmp_path)
    monkeypatch.undo()
    with pytest.raises(Problem, match="was never finished"):
        open_register(tmp_path)
    journal_of(tmp_path).write_bytes(b"half a line")
    with new_register(tmp_path) as register:
        assert "torn-after-0.bin" in register.notices[0]
    with open_register(tmp_path) as register:
        assert register.sequence == 1
