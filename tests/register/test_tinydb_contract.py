"""What we rely on in TinyDB, and what TinyDB's users may rely on in us."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.operations import increment
from tinydb.table import Document, Table

from tests.register.sample_records import new_register, open_register
from tui_app.domain.problem import Problem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_register(tmp_path).close()
    return tmp_path


@pytest.fixture
def database(folder: Path) -> Iterator[TinyDB]:
    with open_register(folder) as register:
        yield register.database


def reopened(folder: Path, name: str) -> dict[str, dict[str, object]]:
    with open_register(folder, read_only=True) as register:
        return {document.doc_id: dict(document) for document in register.database.table(name)}


def test_the_private_methods_that_we_override_are_still_there() -> None:
    assert list(inspect.signature(Table._update_table).parameters) == ["self", "updater"]
    assert list(inspect.signature(Table._get_next_id).parameters) == ["self"]
    assert list(inspect.signature(Table.__init__).parameters)[1:] == ["storage", "name", "cache_size", "persist_empty"]
    assert Table.document_id_class is int


def test_every_change_of_a_table_goes_through_the_method_that_we_override() -> None:
    source = inspect.getsource(Table)
    assert source.count("_storage.write(") == 1
    assert "_storage.write(" in inspect.getsource(Table._update_table)


def test_queries_and_changes_of_stock_tinydb_work_and_survive(database: TinyDB, folder: Path) -> None:
    table = database.table("notes")
    ids = table.insert_multiple({"n": n, "tags": [n]} for n in range(5))
    assert len(set(ids)) == len(table) == 5
    assert [note["n"] for note in table.search(where("n") > 2)] == [3, 4]
    assert table.update({"big": True}, where("n") >= 3) == ids[3:]
    assert table.update(increment("n"), doc_ids=[ids[0], "not there"]) == [ids[0]]
    assert table.upsert({"n": 9}, where("n") == 4) == [ids[4]]
    (added,) = table.upsert({"n": 100}, where("n") == 100)
    assert table.remove(where("n") == 2) == [ids[2]]
    assert table.remove(doc_ids=[ids[3], "not there"]) == [ids[3]]
    assert table.get(where("n") == 9) == {"n": 9, "tags": [4], "big": True}
    assert table.contains(doc_id=added)
    assert table.count(where("n") == 1) == 2
    assert [note.doc_id for note in table.get(doc_ids=[ids[0], added])] == [ids[0], added]
    assert reopened(folder, "notes") == {note.doc_id: dict(note) for note in table}
    assert [note.doc_id for note in table.all()] == [ids[0], ids[1], ids[4], added]


def test_update_multiple(database: TinyDB, folder: Path) -> None:
    table = database.table("notes")
    table.insert_multiple([{"n": 1}, {"n": 2}])
    table.update_multiple([({"odd": True}, where("n") == 1), ({"odd": False}, where("n") == 2)])
    assert [note["odd"] for note in reopened(folder, "notes").values()] == [True, False]


def test_truncate_and_drop_are_journaled_and_can_be_undone(folder: Path) -> None:
    with open_register(folder) as register:
        database = register.database
        database.insert({"in": "the default table"})
        for name in ("one", "two", "three"):
            database.table(name).insert({"table": name})
        database.table("one").truncate()
        database.drop_table("two")
        assert database.tables() == {"_default", "three"}
        assert reopened(folder, "two") == {}
        register.undo()
        register.undo()
        assert database.tables() == {"_default", "one", "two", "three"}
        database.drop_tables()
        assert database.tables() == set()
    with open_register(folder) as register:
        assert register.database.tables() == set()
        register.undo()
        assert len(register.database) == len(register.database.table("three")) == 1


def test_tables_can_be_dropped_within_a_transaction(folder: Path) -> None:
    with open_register(folder) as register:
        register.database.table("one").insert({})
        with register.transaction("drop"):
            register.database.table("two").insert({})
            register.database.table("three").insert({"x": 1})
            register.database.drop_table("one")
            register.database.drop_table("two")
            assert register.database.tables() == {"three"}
        assert list(register.history())[-1].why == "drop"
    assert reopened(folder, "one") == reopened(folder, "two") == {}
    assert len(reopened(folder, "three")) == 1


def test_an_insert_that_fails_half_way_changes_nothing(database: TinyDB, folder: Path) -> None:
    table = database.table("notes")
    table.insert(Document({"n": 1}, doc_id="mine"))
    with pytest.raises(ValueError, match="already exists"):
        table.insert_multiple([{"n": 2}, Document({"n": 3}, doc_id="mine")])
    assert reopened(folder, "notes") == {"mine": {"n": 1}} == {note.doc_id: note for note in table}


def test_ids_are_never_used_again(database: TinyDB) -> None:
    table = database.table("notes")
    first = table.insert({})
    table.truncate()
    assert table.insert({}) != first


def test_a_loop_may_change_the_table_it_walks(database: TinyDB) -> None:
    table = database.table("notes")
    table.insert_multiple([{"n": 1}, {"n": 2}])
    for note in table:
        table.insert({"n": note["n"] + 10})
    assert len(table) == 4


def test_results_are_not_kept_from_before_a_change(folder: Path) -> None:
    with open_register(folder) as register:
        table = register.database.table("notes", cache_size=30)
        table.insert({"n": 1})
        assert len(table.search(where("n") == 1)) == 1
        register.undo()
        assert table.search(where("n") == 1) == []


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_in_json_is_refused_and_not_stored_as_nothing(database: TinyDB, number: float) -> None:
    table = database.table("notes")
    for document in ({"n": number}, {"n": [1, {"deep": (number, None)}]}, {"n": {"set": frozenset({number})}}):
        with pytest.raises(Problem, match=f"because {number} has no form in JSON: give a number, or nothing."):
            table.insert(document)
    id = table.insert({"n": 1.5, "nothing": None, "text": "null nan"})
    with pytest.raises(Problem, match="no form in JSON"):
        table.update({"n": number})
    assert table.all() == [{"n": 1.5, "nothing": None, "text": "null nan"}]
    assert table.all()[0].doc_id == id
