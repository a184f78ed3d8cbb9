"""Records go in and come out as the same frozen values, in order, and nothing half-read stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.register.sample_records import Gathering, Remark, new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import Register, disk

FULL = Remark("r1", "g1", "words", ("UNHCR", "IOM"), 3, True, frozenset({"closed"}))


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as register:
        yield register


@pytest.mark.parametrize("record", [FULL, Remark("r1", "g1"), Gathering("g1", "T", date(2026, 9, 22))])
def test_a_record_comes_back_as_it_was_put(tmp_path: Path, record: Remark | Gathering) -> None:
    with new_register(tmp_path) as register:
        assert register.repository(type(record)).put(record) == record
        assert register.repository(type(record)).get(record.id) == record
    with open_register(tmp_path) as register:
        assert register.repository(type(record)).get(record.id) == record


def test_a_replaced_record_keeps_nothing_of_the_old_one(register: Register) -> None:
    remarks = register.repository(Remark)
    remarks.put(FULL)
    remarks.put(Remark("r1", "g1"))
    assert remarks.get("r1") == Remark("r1", "g1")
    assert register.database.table("remarks").get(doc_id="r1") == {"gathering": "g1", "minutes": 0, "struck": False}


def test_a_record_that_is_not_there(register: Register) -> None:
    remarks = register.repository(Remark)
    assert remarks.find("r9") is None
    with pytest.raises(Problem, match=r"'r9'.*'remarks'"):
        remarks.get("r9")
    remarks.remove("r9")
    assert register.sequence == 1


def test_owned_records_are_in_order_of_creation_wherever_they_have_been(register: Register) -> None:
    remarks = register.repository(Remark)
    for n in range(4):
        remarks.put(Remark(f"r{n}", "g1"))
    assert [r.id for r in remarks.of("g1")] == ["r0", "r1", "r2", "r3"]
    remarks.put(Remark("r1", "g2"))
    assert [r.id for r in remarks.of("g1")] == ["r0", "r2", "r3"]
    assert [r.id for r in remarks.of("g2")] == ["r1"]
    remarks.put(Remark("r1", "g1", "back"))
    remarks.remove("r2")
    register.undo()
    assert [r.id for r in remarks.of("g1")] == ["r0", "r1", "r2", "r3"]
    assert remarks.of("g2") == remarks.of("nobody") == ()


STEP = st.one_of(
    st.builds(Remark, st.sampled_from(["r1", "r2", "r3", "r4"]), st.sampled_from(["g1", "g2"]), st.text(max_size=2)),
    st.sampled_from(["remove r1", "remove r2", "remove r3", "undo", "redo", "ask g1", "ask g2"]),
)


@given(st.lists(STEP, max_size=30))
@settings(max_examples=150, deadline=None)
def test_what_is_owned_is_right_however_seldom_somebody_asks(steps: list[Remark | str]) -> None:
    with TemporaryDirectory() as folder, patch.object(disk, "sync"), new_register(Path(folder)) as register:
        remarks = register.repository(Remark)

        def ask(owner: str) -> None:
            assert remarks.of(owner) == tuple(r for r in remarks.all() if r.gathering == owner)

        for step in steps:
            if isinstance(step, Remark):
                remarks.put(step)
            elif step in ("undo", "redo"):
                getattr(register, step)()
            else:
                what, name = step.split()
                (ask if what == "ask" else remarks.remove)(name)
        ask("g1")
        ask("g2")


def test_a_record_is_converted_once_until_it_changes(register: Register) -> None:
    remarks = register.repository(Remark)
    remarks.put(Remark("r1", "g1"))
    assert remarks.get("r1") is remarks.all()[0] is remarks.of("g1")[0]
    register.database.table("remarks").update({"text": "by TinyDB"}, doc_ids=["r1"])
    assert remarks.get("r1").text == "by TinyDB"


def test_a_value_of_the_wrong_type_is_not_written(register: Register) -> None:
    with pytest.raises(Problem, match=r"r1 in 'remarks' .*\$.minutes"):
        register.repository(Remark).put(Remark("r1", "g1", minutes="three"))  # type: ignore[arg-type]
    assert register.sequence == 1


def test_an_owner_is_the_documents_own_field_and_no_text_or_nested_field_that_looks_like_it(register: Register) -> None:
    table = register.database.table("remarks")
    for text in ('"gathering":"g2",', "{", '["gathering":"g2"]'):
        table.insert({"text": text, "gathering": "g1", "entities": []})
    table.insert({"marks": [], "gathering": 'g é " \\'})
    assert len(register.repository(Remark).of("g1")) == 3
    assert len(register.repository(Remark).of('g é " \\')) == 1


def test_a_document_of_the_wrong_shape_is_named(register: Register) -> None:
    table = register.database.table("remarks")
    id = table.insert({"gathering": 7})
    with pytest.raises(Problem, match=f"{id} in 'remarks' .*gathering"):
        register.repository(Remark).all()


def test_a_line_holds_no_empty_fields(register: Register, tmp_path: Path) -> None:
    register.repository(Gathering).put(Gathering("g1"))
    body = (tmp_path / "register.journal").read_bytes().split()[-1]
    assert msgspec.json.decode(body)["ops"] == [["gatherings", "g1", 0, {}]]


@dataclass(frozen=True)
class Length:
    """A part of a remark."""

    minutes: int = 0

    def some(self) -> bool:
        return self.minutes > 0

    def long(self) -> bool:
        return self.minutes > 1


def test_what_is_passed_over_unread_is_told_by_a_field_and_never_by_words_that_look_like_it(register: Register) -> None:
    remarks = register.repository(Remark)
    for id, text in (("r0", "closed"), ("r1", '"text":"closed"'), ("r2", "open")):
        remarks.put(Remark(id, "g1", text, minutes=1))
    passed_over = remarks.where(Length, Length.some, unless={"text": "closed"})
    assert [each.id for each in passed_over] == ["r1", "r2"]


def test_records_are_found_by_a_part_of_them_in_order_and_as_a_transaction_has_left_them(register: Register) -> None:
    remarks = register.repository(Remark)
    for number, minutes in enumerate((5, 0, 9)):
        remarks.put(Remark(f"r{number}", "g1", minutes=minutes))
    assert [each.id for each in remarks.where(Length, Length.long)] == ["r0", "r2"]
    with register.transaction("changes"):
        remarks.put(Remark("r0", "g1"))
        remarks.put(Remark("r1", "g1", minutes=2))
        assert [each.id for each in remarks.where(Length, Length.long)] == ["r1", "r2"]
    register.undo()
    assert [each.id for each in remarks.where(Length, Length.long)] == ["r0", "r2"]
