"""Backups: whole or told, never silently bad; restoring keeps what was there."""

from __future__ import annotations

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.register.sample_records import Gathering, Remark, contents, new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import backups, disk

SEVEN = datetime(2026, 11, 21, 7, 10, 51)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with new_register(tmp_path / "register") as register:
        register.repository(Gathering).put(Gathering("g1", "First"))
        register.repository(Remark).put(Remark("r1", "g1", "words"))
    return tmp_path / "register"


def back_up(folder: Path, at: datetime = SEVEN) -> Path:
    with open_register(folder, read_only=True) as register:
        return backups.make(register.written, at)


def add(folder: Path, *ids: str) -> None:
    with open_register(folder) as register:
        for id in ids:
            register.repository(Remark).put(Remark(id, "g1"))


def journal_of(folder: Path) -> Path:
    return folder / "register.journal"


def test_a_backup_is_the_register_dated_and_private(folder: Path) -> None:
    backup = back_up(folder)
    assert backup == folder / "backups" / "register-2026-11-21T071051.journal"
    assert backup.read_bytes() == journal_of(folder).read_bytes()
    assert backups.found(folder) == (backup,)
    if os.name == "posix":
        assert backup.stat().st_mode & 0o777 == 0o600
        assert backup.parent.stat().st_mode & 0o777 == 0o700


def test_it_is_made_while_the_register_is_written_to_and_holds_whole_lines(folder: Path) -> None:
    with open_register(folder) as register:
        written = register.written
        register.repository(Remark).put(Remark("r2", "g1"))
        backup = backups.make(written, SEVEN)
        assert backups.read(backup).sequence == register.sequence - 1


def test_the_same_is_not_kept_twice_and_no_backup_is_written_over(folder: Path) -> None:
    first = back_up(folder)
    assert back_up(folder, SEVEN + timedelta(days=1)) == first
    add(folder, "r2")
    second = back_up(folder)
    assert second.name == "register-2026-11-21T071051-2.journal"
    assert backups.found(folder) == (second, first)


def test_the_newest_fourteen_are_kept_and_what_a_crash_left_goes(folder: Path) -> None:
    made = []
    for day in range(17):
        add(folder, f"day {day}")
        (folder / "backups").mkdir(exist_ok=True)
        (folder / "backups" / "left.partial").touch()
        os.utime(folder / "backups" / "left.partial", (0, 0))
        made.append(back_up(folder, SEVEN + timedelta(days=day)))
    assert backups.found(folder) == tuple(reversed(made[-14:]))
    assert len([*(folder / "backups").iterdir()]) == 14
    add(folder, "the clock has gone back")
    old = back_up(folder, SEVEN - timedelta(days=4000))
    assert old in backups.found(folder)
    assert len(backups.found(folder)) == 14


def test_a_register_that_decayed_on_the_disk_is_found_by_its_backup(folder: Path) -> None:
    with open_register(folder) as register:
        whole = journal_of(folder).read_bytes()
        journal_of(folder).write_bytes(whole.replace(b"words", b"wards"))
        with pytest.raises(Problem, match="no longer holds what was written to it"):
            backups.make(register.written, SEVEN)
    assert backups.found(folder) == ()
    assert [*(folder / "backups").iterdir()] == []


def test_a_copy_that_another_program_is_writing_is_left_alone(folder: Path) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "other.partial").touch()
    back_up(folder)
    assert (folder / "backups" / "other.partial").exists()


@pytest.mark.parametrize("step", ["append", "sync", "rename", "make_folder"])
def test_a_backup_that_cannot_be_made_is_told_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, step, full)
    with (
        open_register(folder, read_only=True) as register,
        pytest.raises(Problem, match="No backup was made: the disk is full"),
    ):
        backups.make(register.written, SEVEN)
    assert not (folder / "backups").exists() or [*(folder / "backups").iterdir()] == []


texts = st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=6)


@given(texts, texts)
@settings(max_examples=40, deadline=None)
def test_what_is_restored_is_what_was_backed_up_and_what_was_there_is_kept(first: list[str], more: list[str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "register"
        with new_register(folder) as register:
            for n, text in enumerate(first):
                register.repository(Remark).put(Remark(f"r{n}", "g1", text))
            before, then = contents(register), journal_of(folder).read_bytes()[: register.written.end]
            backup = backups.make(register.written, SEVEN)
            for n, text in enumerate(more):
                register.repository(Remark).put(Remark(f"m{n}", "g1", text))
        now = journal_of(folder).read_bytes()
        aside = backups.restore(journal_of(folder), backup, SEVEN)
        assert journal_of(folder).read_bytes() == then
        assert aside is not None
        assert aside.read_bytes() == now
        with open_register(folder) as register:
            assert contents(register) == before
            register.repository(Gathering).put(Gathering("g9"))
        backups.restore(journal_of(folder), aside, SEVEN)
        assert journal_of(folder).read_bytes() == now
        assert len([*folder.glob("before-restore-*.journal")]) == 2


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_backup_cut_or_flipped_anywhere_is_bad_unless_it_is_a_shorter_whole_one(data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "register"
        new_register(folder).close()
        add(folder, "r1", "r2")
        good = back_up(folder)
        add(folder, "r3")
        newer = back_up(folder, SEVEN + timedelta(days=1))
        whole = newer.read_bytes()
        place = data.draw(st.integers(0, len(whole) - 1))
        flipped = whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
        newer.write_bytes(data.draw(st.sampled_from([flipped, whole[:place]])))
        if newer.read_bytes() and whole.startswith(newer.read_bytes()) and newer.read_bytes().endswith(b"\n"):
            assert backups.newest_good(folder) == newer
            return
        assert backups.newest_good(folder) == good
        before = journal_of(folder).read_bytes()
        with pytest.raises(Problem):
            backups.restore(journal_of(folder), newer, SEVEN)
        assert journal_of(folder).read_bytes() == before
        assert {path.name for path in folder.iterdir()} == {"register.journal", "register.lock", "backups"}


def test_a_damaged_register_names_its_newest_good_backup(folder: Path) -> None:
    first = back_up(folder)
    add(folder, "r2")
    back_up(folder, SEVEN + timedelta(days=1)).write_bytes(b"not a journal\n")
    whole = journal_of(folder).read_bytes()
    journal_of(folder).write_bytes(whole.replace(b"words", b"wards"))
    for read_only in (True, False):
        with pytest.raises(Problem) as told:
            open_register(folder, read_only=read_only)
        assert f"Line 3 of {journal_of(folder)} (at byte {_line_start(whole)})" in str(told.value)
        restore = f"minutebook restore {first.name} --register {folder} brings it back"
        assert f"the newest good backup is {first.name}, and {restore}" in str(told.value)
    first.unlink()
    with pytest.raises(Problem, match=r"Line 3 .* there is no good backup in .*backups: leave the folder as it is"):
        open_register(folder)


def _line_start(whole: bytes) -> int:
    return whole.rindex(b"\n", 0, whole.index(b"words")) + 1


@pytest.mark.parametrize("content", [None, b"", b"\0" * 5000])
def test_a_register_that_is_gone_or_empty_is_brought_back(folder: Path, content: bytes | None) -> None:
    backup, whole = back_up(folder), journal_of(folder).read_bytes()
    journal_of(folder).unlink()
    if content is not None:
        journal_of(folder).write_bytes(content)
    with pytest.raises(Problem, match=f"minutebook restore {backup.name} --register .* brings it back"):
        open_register(folder)
    aside = backups.restore(journal_of(folder), backup, SEVEN)
    assert (aside is None) == (content is None)
    assert journal_of(folder).read_bytes() == whole


def test_a_backup_of_another_register_is_refused(folder: Path, tmp_path: Path) -> None:
    new_register(tmp_path / "other").close()
    with pytest.raises(Problem, match="of another register"):
        backups.restore(journal_of(folder), back_up(tmp_path / "other"), SEVEN)


def test_a_restore_that_fails_at_its_last_step_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = back_up(folder)
    add(folder, "r2")
    before, names = journal_of(folder).read_bytes(), {path.name for path in folder.iterdir()}
    rename = disk.rename

    def failing(old: Path, new: Path) -> None:
        if new.name == "register.journal":
            raise OSError(errno.EIO, "Input/output error")
        rename(old, new)

    monkeypatch.setattr(disk, "rename", failing)
    with pytest.raises(Problem, match="Nothing was restored: Input/output error"):
        backups.restore(journal_of(folder), backup, SEVEN)
    assert journal_of(folder).read_bytes() == before
    assert {path.name for path in folder.iterdir()} == names
