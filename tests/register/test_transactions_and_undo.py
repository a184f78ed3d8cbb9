"""Transactions are all or nothing; undo and redo are transactions too."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.register.sample_records import Gathering, Numbers, Remark, contents, new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import Change, Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as register:
        yield register


def test_a_transaction_over_several_tables_is_one_line(register: Register) -> None:
    with register.transaction("open the meeting"):
        register.repository(Gathering).put(Gathering("g1"))
        register.repository(Remark).put(Remark("r1", "g1"))
        register.database.table("raw").insert({"x": 1})
        assert register.sequence == 1
    last = list(register.history())[-1]
    assert (last.sequence, last.why, last.by) == (2, "open the meeting", "Ann")
    assert [operation.table for operation in last.ops] == ["gatherings", "remarks", "raw"]
    assert {operation.base for operation in last.ops} == {0}


def put_and_fail(register: Register, *remarks: Remark) -> None:
    with contextlib.suppress(ZeroDivisionError), register.transaction("fails"):
        for remark in remarks:
            register.repository(Remark).put(remark)
            assert remark in register.repository(Remark).of(remark.gathering)
        raise ZeroDivisionError


def test_an_exception_discards_all_of_it_and_is_not_seen_by_anyone(register: Register) -> None:
    changes: list[Change] = []
    register.subscribe(changes.append)
    register.repository(Remark).put(Remark("r1", "g1", "old"))
    put_and_fail(register, Remark("r1", "g2", "new"), Remark("r2", "g1"))
    assert register.repository(Remark).of("g1") == (Remark("r1", "g1", "old"),)
    assert register.repository(Remark).of("g2") == ()
    assert [change.sequence for change in changes] == [2]


def test_a_nested_transaction_joins_and_its_failure_takes_back_its_own_part(register: Register) -> None:
    remarks = register.repository(Remark)
    with register.transaction("outer"):
        remarks.put(Remark("r1", "g1", "kept"))
        put_and_fail(register, Remark("r1", "g1", "lost"), Remark("r2", "g1"))
        with register.transaction("another"):
            remarks.put(Remark("r3", "g1"))
    assert [remark.id for remark in remarks.all()] == ["r1", "r3"]
    assert remarks.get("r1").text == "kept"
    assert [t.why for t in register.history()][1:] == ["outer"]


def test_a_transaction_that_changes_nothing_writes_nothing(register: Register) -> None:
    remarks = register.repository(Remark)
    remarks.put(Remark("r1", "g1"))
    with register.transaction("nothing"):
        remarks.put(Remark("r1", "g1"))
        remarks.put(Remark("r2", "g1"))
        remarks.remove("r2")
    assert register.sequence == 2


def test_values_that_python_holds_equal_are_told_apart(register: Register) -> None:
    table = register.database.table("raw")
    id = table.insert({"x": 1})
    table.update({"x": True}, doc_ids=[id])
    assert table.get(doc_id=id)["x"] is True


def test_each_change_names_the_transaction_it_was_based_on(register: Register) -> None:
    remarks = register.repository(Remark)
    remarks.put(Remark("r1", "g1", "one"))
    remarks.put(Remark("r2", "g1"))
    remarks.put(Remark("r1", "g1", "two"))
    remarks.remove("r1")
    register.undo()
    history = list(register.history("remarks", "r1"))
    assert [t.sequence for t in history] == [2, 4, 5, 6]
    assert [t.ops[0].base for t in history] == [0, 2, 4, 5]
    assert [t.sequence for t in register.history("remarks")] == [2, 3, 4, 5, 6]
    assert list(register.history("gatherings")) == []


def test_what_a_subscriber_writes_is_a_transaction_of_its_own(register: Register) -> None:
    def follow(change: Change) -> None:
        if change.why == "first":
            register.repository(Gathering).put(Gathering("g2"))

    stop = register.subscribe(follow)
    with register.transaction("first"):
        register.repository(Gathering).put(Gathering("g1"))
    assert register.sequence == 3
    stop()
    with register.transaction("first"):
        register.repository(Gathering).put(Gathering("g3"))
    assert register.sequence == 4


def test_undo_and_redo_walk_back_and_forth_also_after_reopening(tmp_path: Path) -> None:
    states = []
    with new_register(tmp_path) as register:
        for n in range(4):
            states.append(contents(register))
            with register.transaction(f"step {n}"):
                register.repository(Remark).put(Remark("r1", "g1", f"text {n}"))
                register.repository(Remark).put(Remark(f"new {n}", "g1"))
        states.append(contents(register))
        undone = register.undo()
        assert undone is not None
        assert undone.why == "step 3"
        assert contents(register) == states[3]
    with open_register(tmp_path) as register:
        for n in (2, 1, 0):
            register.undo()
            assert contents(register) == states[n]
        assert register.undo() is None
        for n in (1, 2):
            assert register.redo() is not None
            assert contents(register) == states[n]
        marks = [(t.undoes, t.redoes) for t in register.history()]
        assert marks[5:] == [(5, 0), (4, 0), (3, 0), (2, 0), (0, 2), (0, 3)]
    with open_register(tmp_path) as register:
        register.repository(Gathering).put(Gathering("g1"))
        assert register.redo() is None


def test_undo_stops_at_what_cannot_be_undone_and_says_what_it_was(register: Register) -> None:
    gatherings = register.repository(Gathering)
    with register.transaction("minutes adopted", undoable=False):
        gatherings.put(Gathering("g1"))
    gatherings.put(Gathering("g2"))
    register.undo()
    with pytest.raises(Problem, match="cannot be undone: minutes adopted"):
        register.undo()
    assert gatherings.all() == (Gathering("g1"),)


def test_undo_leaves_the_tables_that_are_not_undoable(register: Register) -> None:
    def take_number(text: str, last: int) -> None:
        with register.transaction("number"):
            register.repository(Numbers).put(Numbers("n", last))
            register.repository(Remark).put(Remark(f"r{last}", "g1", text))

    take_number("one", 1)
    register.undo()
    assert register.repository(Remark).all() == ()
    assert register.repository(Numbers).get("n").last == 1
    register.redo()
    register.undo()
    take_number("two", 2)
    assert register.repository(Numbers).get("n").last == 2


def test_undo_within_a_transaction_is_refused(register: Register) -> None:
    with register.transaction("open"):
        for step in (register.undo, register.redo):
            with pytest.raises(Problem, match="must wait"):
                step()
