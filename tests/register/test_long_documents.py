"""Long documents, which stay in the journal and are read from there."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from tests.register.sample_records import TABLES, Remark, contents, new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import Register

PAPER = Remark(id="r1", gathering="m1", text="agreed " * 9_000)
SHORT = Remark(id="r2", gathering="m1", text="noted")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with new_register(tmp_path / "register") as register, register.transaction("minutes circulated"):
        register.repository(Remark).put(PAPER)
        register.repository(Remark).put(SHORT)
    return tmp_path / "register"


def test_a_long_document_is_read_changed_and_brought_back_as_any_other(folder: Path) -> None:
    longer = Remark(id="r1", gathering="m2", text=PAPER.text + "again")
    with open_register(folder) as register:
        remarks = register.repository(Remark)
        assert remarks.all() == remarks.of("m1") == (PAPER, SHORT)
        remarks.put(PAPER)  # it is so already
        assert register.sequence == 2
        remarks.put(longer)
        assert (remarks.of("m1"), remarks.of("m2")) == ((SHORT,), (longer,))
        register.undo()
        assert remarks.get("r1") == PAPER
        assert register.database.table("remarks").get(doc_id="r1")["text"] == PAPER.text  # type: ignore[call-overload]
        there = contents(register)
    with open_register(folder) as register:
        assert contents(register) == there


def test_what_was_read_stays_in_hand_until_it_changes(folder: Path) -> None:
    with open_register(folder) as register:
        remarks = register.repository(Remark)
        assert remarks.get("r1") is remarks.get("r1")


def test_a_long_document_that_was_damaged_after_opening_is_never_shown(folder: Path) -> None:
    journal = folder / "register.journal"
    whole = journal.read_bytes()
    with open_register(folder, read_only=True) as register:
        for damaged in (whole.replace(b"agreed", b"agrees", 1), whole[:2000], b"", whole[::-1]):
            journal.write_bytes(damaged)
            with pytest.raises(Problem, match=r"Line 2 of .*register\.journal is not as it was read before"):
                register.repository(Remark).get("r1")
        journal.write_bytes(whole)
        assert register.repository(Remark).get("r1") == PAPER


def test_a_long_document_of_a_step_taken_in_memory_alone_is_kept_there(folder: Path) -> None:
    steps = {3: lambda _: {"remarks": {"r1": {"gathering": "m9", "text": PAPER.text}}}}
    with Register.open(folder, TABLES, read_only=True, steps=steps) as register:
        assert register.repository(Remark).of("m9") == (Remark(id="r1", gathering="m9", text=PAPER.text),)


def test_opening_holds_no_long_document(folder: Path) -> None:
    with open_register(folder) as register, register.transaction("minutes of many years"):
        for n in range(200):
            register.repository(Remark).put(Remark(id=f"p{n}", gathering="m1", text=f"{n} " + "x" * 100_000))
    tracemalloc.start()
    with open_register(folder) as register:
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert len(register.repository(Remark).all()) == 202
    assert held < 2_000_000 < (folder / "register.journal").stat().st_size


def test_whose_it_is_is_known_without_reading_it(folder: Path) -> None:
    with open_register(folder, read_only=True) as register:
        (folder / "register.journal").write_bytes(b"")
        remarks = register.repository(Remark)
        assert remarks.of("m2") == ()
        with pytest.raises(Problem, match="not as it was read before"):
            remarks.of("m1")
