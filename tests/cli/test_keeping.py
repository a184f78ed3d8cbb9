"""Backups, restoring and verifying, in real processes."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from tui_app.register.backups import found

NEVER_WRITTEN = """
import sys
from pathlib import Path
from tui_app.services.registers import open_book
book = open_book(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def register(in_session):
    """The folder of the register in session."""
    return Path(in_session("paths")[0].splitlines()[-1].partition("last used")[2].strip())


def backups_of(register):
    """The newest first."""
    return [*found(register)]


def test_the_first_command_of_the_day_that_writes_backs_the_register_up(in_session, register):
    (first,) = backups_of(register)  # by "meeting add", the first that wrote after "new"
    in_session("capture", "2026/Q3", typed="/in IOM A. Otieno\n")
    in_session("decisions")
    assert backups_of(register) == [first]


def test_closing_a_meeting_backs_it_up_whole(in_session, register):
    in_session("meeting", "close", "--at", "11:00")
    newest, *_ = backups_of(register)
    assert newest.read_bytes() == (register / "register.journal").read_bytes()


def test_a_backup_is_made_listed_and_brought_back(in_session, register):
    told, _ = in_session("backup")
    backup, whole = Path(told.strip()), (register / "register.journal").read_bytes()
    assert backup.read_bytes() == whole
    in_session("capture", "2026/Q3", typed="one more\n")
    later = (register / "register.journal").read_bytes()
    for words in (("restore",), ("restore", "--list")):
        listed, how = in_session(*words)
        assert listed.splitlines()[0] == f"{backup.name}  {whole.count(bytes([10]))} changes"
        assert "minutebook restore NAME" in how
    told, kept = in_session("restore", backup.name)
    assert told == f"restored from {backup.name}\n"
    (aside,) = register.glob("before-restore-*.journal")
    assert aside.name in kept
    assert (aside.read_bytes(), (register / "register.journal").read_bytes()) == (later, whole)
    in_session("restore", aside.name)
    assert (register / "register.journal").read_bytes() == later


def test_a_damaged_register_names_line_byte_backup_and_the_way_back(in_session, register):
    backup = Path(in_session("backup")[0].strip())
    in_session("capture", "2026/Q3", typed="one more\n")
    journal = register / "register.journal"
    whole = journal.read_bytes()
    lines = whole.splitlines(keepends=True)
    journal.write_bytes(whole.replace(b"opened", b"openee"))
    place = next(n for n, line in enumerate(lines) if b"opened" in line)
    for words in (("decisions",), ("capture", "2026/Q3"), ("verify",), ("meeting", "close"), ("backup",)):
        out, err = in_session(*words, typed="a note\n", status=1)
        assert out == ""
        assert err == (
            f"Line {place + 1} of {journal} (at byte {sum(map(len, lines[:place]))}) does not fit its checksum; "
            f"nothing was changed: the newest good backup is {backup.name}, and minutebook restore {backup.name} "
            f"--register {register} brings it back.\n"
        )
    in_session("restore", backup.name, "--register", str(register))
    assert in_session("verify")[1] == ""


def test_verify_tells_of_half_a_line_and_not_of_what_fills_the_file(in_session, register):
    whole = in_session("verify")[0]
    with (register / "register.journal").open("ab") as file:
        file.write(b"\n" * 5000)
    assert in_session("verify")[0] == whole
    with (register / "register.journal").open("ab") as file:
        file.write(b"half a line\n\n")
    assert "5,011 bytes after them that are no whole line yet" in in_session("verify")[0]


def test_what_cannot_be_restored_is_refused_in_a_sentence(in_session, register):
    backup = Path(in_session("backup")[0].strip())
    before = (register / "register.journal").read_bytes()
    assert "did you mean" in in_session("restore", backup.name.replace("register", "regster"), status=1)[1]
    (register / "backups" / "register-2027-01-01T000000.journal").write_bytes(backup.read_bytes()[:-30])
    assert "is not whole" in in_session("restore", "register-2027-01-01T000000.journal", status=1)[1]
    assert "is not whole" in in_session("restore")[0]
    writer = subprocess.Popen(
        [sys.executable, "-c", NEVER_WRITTEN, str(register)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=in_session.environment,
    )  # fmt: skip
    with writer:
        assert writer.stdout.readline() == b"open\n"
        _, err = in_session("restore", backup.name, status=1)
        assert "is open in another window: close it there, then restore." in err
        assert "is open in another window: write there" in in_session("undo", status=1)[1]
        assert Path(in_session("backup")[0].strip()).read_bytes() == before
        writer.stdin.close()
    assert (register / "register.journal").read_bytes() == before


def test_what_cannot_be_locked_is_read_and_not_written(in_session, register):
    (register / "register.lock").unlink()
    (register / "register.lock").mkdir()
    before = (register / "register.journal").read_bytes()
    assert "in session" in in_session("meetings")[0]
    for words in (("undo",), ("capture", "2026/Q3"), ("meeting", "close")):
        out, err = in_session(*words, typed="a note\n", status=1)
        assert out == ""
        assert err.startswith(f"{register} cannot be written to (register.lock: ")
        assert err.count("\n") == 1
    assert (register / "register.journal").read_bytes() == before


def test_a_register_of_a_newer_version_is_refused_in_a_sentence(in_session, register):
    journal = register / "register.journal"
    *_, last = journal.read_bytes().splitlines()
    body = last[65:].replace(b'{"n":4', b'{"n":5')[:-1] + b',"schema":99}'
    seal = hashlib.sha256(last[:64] + body).hexdigest().encode()
    journal.write_bytes(journal.read_bytes() + seal + b" " + body + b"\n")
    for words in (("meetings",), ("undo",), ("verify",), ("backup",)):
        _, err = in_session(*words, status=1)
        assert err.startswith(f"{journal} was written by a newer version of this program (schema 99, ")
        assert err.count("\n") == 1


def test_a_clock_that_has_gone_back_is_told_and_nothing_else_changes(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    folder = command_line("paths")[0].splitlines()[-1].partition("last used")[2].strip()
    program = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from tui_app.services import convene; from tui_app.services.registers import open_book\n"
        "book = open_book(Path(sys.argv[1]), clock=lambda: datetime(2091, 1, 1, tzinfo=UTC))\n"
        "kind = convene.MeetingKind.QUARTERLY\n"
        "convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2091, 2, 2, 10)))\n"
    )
    subprocess.run([sys.executable, "-c", program, folder], env=command_line.environment, check=True)
    told, notes = command_line("meeting", "add", "--kind", "quarterly", "--on", "2091-05-02T10:00")
    assert told == "2091/Q2\n"
    assert "but the last change was saved on 1 January 2091 00:00" in notes
    assert notes.count("\n") == 1


def test_a_disk_on_which_no_backup_fits_does_not_stop_the_command(in_session, register):
    for backup in backups_of(register):
        backup.unlink()
    (register / "backups").rmdir()
    (register / "backups").write_text("in the way", encoding="utf-8")
    out, err = in_session("capture", "2026/Q3", typed="a note\n")
    assert out == "note a note\n"
    assert err.startswith("No backup was made: ")
    assert err.count("\n") == 1


def test_adopted_minutes_are_verified_from_the_file(in_session, register):
    in_session("capture", "2026/Q3", typed="/in IOM A. Otieno\nUNHCR: asked for data\n")
    in_session("export", "minutes", "-o", "draft.md")
    in_session("meeting", "close", "--at", "11:00")
    in_session("meeting", "circulate")
    in_session("meeting", "adopt")
    in_session("export", "minutes", "2026/Q3", "-o", "minutes.md")
    told, _ = in_session("verify", "minutes.md")
    assert told.startswith("minutes.md is the adopted minutes of UNNM-KEN/2026/Q3, adopted on ")
    assert "is a draft of UNNM-KEN/2026/Q3" in in_session("verify", "draft.md", status=1)[1]
    text = (in_session.home / "minutes.md").read_text(encoding="utf-8")
    (in_session.home / "other.md").write_text(text.replace("asked for data", "asked for dates"), encoding="utf-8")
    assert "asked for dates" in in_session("verify", "other.md", status=1)[1]
    assert "cannot be read" in in_session("verify", "missing.md", status=1)[1]
    sound, faults = in_session("verify")
    assert "adopted minutes, unchanged: 2026/Q3" in sound.splitlines()
    assert faults == ""
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("- **Checksum**"))
    assert f"- **Checksum**: {hashlib.sha256(kept.encode()).hexdigest()}" in text


def test_everything_can_be_taken_to_stock_tinydb(in_session, register):
    in_session(
        "capture", "2026/Q3", typed="/in IOM A. Otieno\nUNHCR: à Genève — 日本 😀\n/action ILO: do it by 30 Sep\n"
    )
    told, _ = in_session("export", "tinydb", "-o", "register.json")
    printed, _ = in_session("export", "tinydb")
    file = in_session.home / told.strip()
    assert file.read_text(encoding="utf-8") == printed
    printed.encode("ascii")  # whatever encoding the computer prefers, TinyDB reads it
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
    expected = {}
    for line in in_session("history", "--json")[0].splitlines():
        for change in json.loads(line)["changes"]:
            expected.setdefault(change["table"], {}).setdefault(change["id"], {}).update(change["changed"])
    with TinyDB(file) as database:
        assert database.tables() == {"classification", *expected}
        for name, records in expected.items():
            table = database.table(name)
            assert [document.doc_id for document in table] == list(range(1, len(records) + 1))
            for id, record in records.items():
                (found,) = table.search(where("id") == id)
                assert dict(found) == {"id": id} | {name: value for name, value in record.items() if value is not None}
        (note,) = database.table("entries").search(where("text") == "à Genève — 日本 😀")
        assert note["entity"] == "UNHCR"
        database.table("entries").insert({"id": "new"})
