"""Registers of every older schema, kept in tests/register/registers, open as if they had been made today."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.register.sample_records import TABLES, Gathering, contents, new_register, open_register
from tui_app.documents.seal import checksum
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.minutes import AdoptedMinutes
from tui_app.domain.problem import Problem
from tui_app.register import Register, journal
from tui_app.register.journal import SCHEMA
from tui_app.register.rows import Changes
from tui_app.services.book import Book
from tui_app.services.papers import paper
from tui_app.services.registers import open_book
from tui_app.services.verifying import verify

OLDER = Path(__file__).parents[1] / "register" / "registers"


@pytest.fixture(params=range(1, SCHEMA))
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of an older schema: one meeting adopted, one in session with a silence procedure under way."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    (tmp_path / "register").mkdir()
    shutil.copy(OLDER / f"schema-{request.param}.journal", tmp_path / "register" / "register.journal")
    return tmp_path / "register"


def everything(book: Book) -> dict[type, tuple[object, ...]]:
    return contents(book.register)


def test_it_is_brought_up_by_ordinary_transactions_once(folder: Path) -> None:
    before = (folder / "register.journal").read_bytes()
    with open_book(folder).register as register:
        assert [t.why for t in register.history()][-1] == f"brought up to schema {SCHEMA}"
        assert (folder / "register.journal").read_bytes().startswith(before)
        sequence = register.sequence
    with open_book(folder).register as register:
        assert register.sequence == sequence


def test_undo_does_not_go_back_behind_documents_that_became_other_ones(folder: Path) -> None:
    with open_book(folder).register as register:
        changed = [t.why for t in register.history() if t.ops][-1]
        if changed.startswith("brought up"):
            with pytest.raises(Problem, match="cannot be undone: brought up"):
                register.undo()
        else:
            undone = register.undo()
            assert undone is not None
            assert undone.why == changed


def test_read_only_it_is_the_same_and_nothing_is_written(folder: Path) -> None:
    before = (folder / "register.journal").read_bytes()
    reader = open_book(folder, read_only=True)
    assert (folder / "register.journal").read_bytes() == before
    with open_book(folder).register as register:
        assert everything(reader) == contents(register)
        reader.register.refresh()
        assert everything(reader) == contents(register)


def test_adopted_minutes_are_kept_as_they_were_at_their_adoption(folder: Path) -> None:
    book = open_book(folder)
    with book.register:
        (adopted,) = book.of(AdoptedMinutes).all()
        (decision,) = book.of(Decision).all()
        assert decision.owners == ("UNHCR",)
        assert "| IOM | 1 December 2026 |" in adopted.text  # the owner on the day of the adoption
        assert paper(book, "minutes", "2026/Q3") == adopted.text
        assert book.meeting("2026/Q3").sealed_checksum == checksum(adopted.text)
        assert verify(book).faults == ()


def test_a_silence_procedure_goes_on(folder: Path) -> None:
    book = open_book(folder)
    with book.register:
        ended, running = book.of(Proposal).all()[0], book.of(Proposal).all()[-1]
        assert ended.silences[0].circulated == running.silences[0].circulated == "by e-mail to all"
        assert running.in_silence


def shout(register: Register) -> dict[str, Changes]:
    rows = register.documents("gatherings")
    return {"gatherings": {id: {**row, "title": row["title"].upper()} for id, row in rows.items()}}


def test_steps_are_taken_one_after_the_other_from_the_register_s_own_schema_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_register(tmp_path) as register:
        register.repository(Gathering).put(Gathering("g1", "first"))
        register.repository(Gathering).put(Gathering("g2", "SECOND"))
    never: dict[int, object] = {SCHEMA - 1: None}
    steps = {**never, SCHEMA: shout, SCHEMA + 1: lambda register: {}}
    monkeypatch.setattr(journal, "SCHEMA", SCHEMA + 2)
    for read_only in (True, False, False):
        with Register.open(tmp_path, TABLES, read_only=read_only, steps=steps) as register:
            assert [g.title for g in register.repository(Gathering).all()] == ["FIRST", "SECOND"]
    with open_register(tmp_path) as register:
        *_, first, second = register.history()
        assert [(t.schema, t.final, len(t.ops)) for t in (first, second)] == [
            (SCHEMA + 1, True, 1),
            (SCHEMA + 2, True, 0),
        ]
    monkeypatch.undo()
    with pytest.raises(Problem, match=rf"newer version of this program \(schema {SCHEMA + 1}"):
        open_register(tmp_path)
