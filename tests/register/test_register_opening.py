"""Who may open a register, and what is said when it cannot be opened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock, Timeout

from tests.register.sample_records import TABLES, Gathering, Remark, contents, new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import Change, Register, disk
from tui_app.register.journal import SCHEMA


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_register(tmp_path / "register").close()
    return tmp_path / "register"


def test_files_are_private_and_the_first_line_names_the_register(folder: Path) -> None:
    first = (folder / "register.journal").read_bytes().splitlines()[0]
    body = msgspec.json.decode(first[65:])
    assert body["n"] == 1
    assert body["schema"] == SCHEMA
    assert body["by"] == "Ann"
    assert body["device"] == "laptop-1"
    with open_register(folder) as register:
        assert register.id == body["register"]
        assert register.head == first[:64].decode()
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_second_opener_reads_follows_and_cannot_write(folder: Path) -> None:
    with open_register(folder) as writer, open_register(folder) as reader:
        assert not writer.read_only
        assert reader.read_only
        assert "open in another window" in reader.notices[0]
        changes: list[Change] = []
        reader.subscribe(changes.append)
        with writer.transaction("two at once"):
            writer.repository(Gathering).put(Gathering("g1"))
            writer.repository(Remark).put(Remark("r1", "g1"))
        assert reader.refresh() == 1
        assert reader.refresh() == 0
        assert contents(reader) == contents(writer)
        assert reader.repository(Remark).of("g1") == (Remark("r1", "g1"),)
        assert changes == [Change(2, "two at once", frozenset({("gatherings", "g1"), ("remarks", "r1")}))]
        for write in (
            lambda: reader.repository(Gathering).put(Gathering("g2")),
            lambda: reader.database.table("raw").insert({}),
            lambda: reader.transaction("more"),
            reader.undo,
        ):
            with pytest.raises(Problem, match="is open in another window: "):
                write()
        assert contents(reader) == contents(writer)


def test_a_follower_leaves_alone_a_line_that_is_still_being_written(folder: Path) -> None:
    with open_register(folder) as writer, open_register(folder) as reader:
        writer.repository(Gathering).put(Gathering("g1"))
        journal = folder / "register.journal"
        whole = journal.read_bytes()[: writer.written.end]
        for filler in (b"", b"\n" * 600):
            for end in range(reader.written.end, len(whole) - 1):
                journal.write_bytes(whole[:end] + filler)
                assert reader.refresh() == 0
        journal.write_bytes(whole)
        assert reader.refresh() == 1


def test_a_follower_notices_that_the_file_was_replaced(folder: Path) -> None:
    with open_register(folder, read_only=True) as reader:
        (folder / "register.journal").write_bytes(b"")
        with pytest.raises(Problem, match="has become shorter"):
            reader.refresh()


def exit_status(program: str, folder: Path) -> int:
    root = Path(__file__).parents[2]
    return subprocess.run([sys.executable, "-c", program, str(folder)], cwd=root, check=False).returncode


def test_the_lock_ends_with_its_process(folder: Path) -> None:
    program = (
        "import os, sys\nfrom pathlib import Path\n"
        "from tests.register.sample_records import open_register\n"
        "register = open_register(Path(sys.argv[1]))\n"
        "assert not register.read_only\nos._exit(9)"
    )
    assert exit_status(program, folder) == 9
    with open_register(folder) as register:
        assert not register.read_only


def test_the_lock_is_that_of_the_library_which_took_it_before(folder: Path) -> None:
    with FileLock(folder / "register.lock"), open_register(folder) as register:
        assert register.read_only
    with open_register(folder) as register:
        assert not register.read_only
        with pytest.raises(Timeout):
            FileLock(folder / "register.lock").acquire(timeout=0)


def test_who_asks_to_read_only_takes_no_lock(folder: Path) -> None:
    with open_register(folder, read_only=True) as reader, open_register(folder) as writer:
        assert not writer.read_only
        assert reader.notices == ()
        with pytest.raises(Problem, match="opened to read only"):
            reader.repository(Gathering).put(Gathering("g1"))


def test_a_closed_register_writes_nothing(folder: Path) -> None:
    register = open_register(folder)
    register.close()
    register.close()
    with pytest.raises(Problem, match="is closed"):
        register.repository(Gathering).put(Gathering("g1"))


def test_what_is_no_register_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no folder"):
        open_register(tmp_path / "nowhere")
    with pytest.raises(Problem, match="is not a register"):
        open_register(tmp_path)
    with pytest.raises(Problem, match="holds a register already"):
        new_register(folder)
    with open_register(folder), pytest.raises(Problem, match="holds a register already"):
        new_register(folder)


def test_a_newer_schema_is_refused(folder: Path) -> None:
    from hashlib import sha256

    body = b'{"n":1,"schema":%d,"register":"x","of":"a shape that only the newer program knows"}' % (SCHEMA + 1)
    seal = sha256(b"0" * 64 + body).hexdigest().encode()
    (folder / "register.journal").write_bytes(seal + b" " + body + b"\n")
    with pytest.raises(Problem, match="newer version"):
        open_register(folder)


def denying(flags: int) -> Callable[..., int]:
    real = os.open

    def denied(path: object, wanted: int, *rest: object, **named: object) -> int:
        if wanted & flags:
            raise PermissionError(13, "Permission denied")
        return real(path, wanted, *rest, **named)  # type: ignore[arg-type]

    return denied


def test_a_folder_that_cannot_be_written_can_still_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", denying(os.O_RDWR | os.O_WRONLY | os.O_CREAT))
    with open_register(folder) as register:
        assert register.sequence == 1
        (notice,) = register.notices
        assert "cannot be written to (Permission denied); it can be read here" in notice
        with pytest.raises(Problem, match=r"cannot be written to \(Permission denied\): make it writable"):
            register.repository(Gathering).put(Gathering("g1"))
    with pytest.raises(Problem, match="cannot be written to"):
        new_register(folder / "another")


def test_a_torn_end_that_cannot_be_set_aside_is_left_and_the_register_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with (folder / "register.journal").open("ab") as file:
        file.write(b"half a line")
    before = (folder / "register.journal").read_bytes()
    monkeypatch.setattr(disk, "keep", full)
    with open_register(folder) as register:
        assert register.read_only
        assert "cannot be written to (No space left on device)" in register.notices[0]
    assert (folder / "register.journal").read_bytes() == before
    monkeypatch.undo()
    with open_register(folder) as register:
        assert "torn-after-1.bin" in register.notices[0]


def test_a_file_that_cannot_be_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Problem, match=r"register\.journal cannot be read: Permission denied"):
        open_register(folder)


def test_a_clock_that_goes_back_changes_nothing(tmp_path: Path) -> None:
    start = datetime(2026, 9, 22, 10, 0, tzinfo=timezone(timedelta(hours=3)))
    times = [start, start - timedelta(days=400), start - timedelta(days=800)]
    clock = iter(times)
    with Register.create(tmp_path, TABLES, who="Ann", clock=lambda: next(clock)) as register:
        register.repository(Gathering).put(Gathering("g1"))
        register.who = "Ben"
        register.repository(Gathering).put(Gathering("g2"))
    with open_register(tmp_path) as register:
        assert [t.at for t in register.history()] == times
        assert [t.by for t in register.history()] == ["Ann", "Ann", "Ben"]
        assert [gathering.id for gathering in register.repository(Gathering).all()] == ["g1", "g2"]
        assert register.saved_at == times[-1]
        register.repository(Gathering).put(Gathering("g3"))
        assert register.saved_at is not None
        assert register.saved_at.tzinfo is not None
        assert datetime.now(UTC) - register.saved_at < timedelta(minutes=1)


def test_reading_loads_neither_the_lock_nor_asyncio(folder: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom tui_app.register import Register\n"
        "Register.open(Path(sys.argv[1]), (), read_only=True).close()\n"
        "sys.exit(int(bool({'filelock', 'asyncio', 'logging'} & sys.modules.keys())))"
    )
    assert exit_status(program, folder) == 0


def test_a_register_can_be_read_as_it_was(folder: Path) -> None:
    with open_register(folder) as register:
        register.repository(Gathering).put(Gathering(id="1", title="before"))
        then = register.sequence
        register.repository(Gathering).put(Gathering(id="1", title="after"))
        with Register.as_at(folder, TABLES, then) as past:
            assert past.repository(Gathering).get("1").title == "before"
            assert past.sequence == then
            with pytest.raises(Problem, match="read only"):
                past.repository(Gathering).put(Gathering(id="2"))
        assert register.repository(Gathering).get("1").title == "after"
