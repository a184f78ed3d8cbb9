"""Documents: where their files lie, their versions, and what goes out with the agenda (R-30)."""

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.meeting.document import Document, FileState
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import circulating, convene
from tui_app.services.charters import load_charter
from tui_app.services.document_files import find_file, kept_path, looks_like_path, state_of, whole_path
from tui_app.services.documents import (
    Submission,
    add_document,
    add_version,
    circulate_document,
    file_states,
    find_document,
    hold_back,
    name_file,
    overwritten,
    remove_document,
)
from tui_app.services.registers import make

AT = datetime(2026, 9, 10, 8, tzinfo=UTC)
TODAY = AT.date()


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "me"))
    book = make(load_charter("kosovo"), tmp_path / "register", "A. Otieno", lambda: AT)
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    yield book
    book.register.close()


def written(path, text="the plan"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def submit(book, **known):
    meeting = book.meetings()[0]
    return add_document(book, meeting, book.agenda(meeting.id).items[0].id, Submission(**known))


def states(book, document):
    document = book.of(Document).get(document.id)
    return file_states(book, [document])[document.id]


@pytest.mark.parametrize(
    "typed",
    [
        "{folder}/Data plan.txt",
        '"{folder}/Data plan.txt"',
        "'{folder}/Data plan.txt'",
        "  {folder}/Data plan.txt ",
        "{folder}/Data\\ plan.txt",
        "\u201c{folder}/Data plan.txt\u201d",
        "~/Data plan.txt",
    ],
)
def test_a_file_is_found_in_quotes_with_spaces_and_under_the_home_folder(book, tmp_path, typed):
    there = written(tmp_path / "me" / "Data plan.txt")
    assert find_file(book, typed.format(folder=tmp_path / "me")) == there.resolve()


def test_a_bare_name_is_looked_for_here_then_in_the_register_then_among_the_documents(book, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert find_file(book, "plan.txt") is None
    for folder in ("home", "register", "here"):
        there = written(tmp_path / folder / "plan.txt")
        assert find_file(book, "plan.txt") == there.resolve()


@pytest.mark.parametrize(
    "typed", ["", " ", "x" * 5000, "a\0b", "~nobody-of-that-name/x", "C:\\plans\\plan.docx", "/nowhere/x"]
)
def test_what_is_no_file_here_is_none_and_never_an_error(book, typed):
    assert find_file(book, typed) is None


@pytest.mark.parametrize(
    ("typed", "path"),
    [("C:\\plans\\x", True), ("~/x", True), ("plan.docx", True), ('"/a b/c"', True), ("Report of 18.09.2026", False),
     ("Data plan, version 2.1", False), ("A/B", False)],
)  # fmt: skip
def test_the_way_to_a_file_is_told_from_a_title(typed, path):
    assert looks_like_path(typed) is path


def test_a_file_in_the_registers_folder_moves_with_it(book, tmp_path):
    inside = written(tmp_path / "register" / "papers" / "plan.txt")
    outside = written(tmp_path / "elsewhere" / "plan.txt")
    assert kept_path(book, inside.resolve()) == "papers/plan.txt"
    assert kept_path(book, outside.resolve()) == str(outside.resolve())
    assert whole_path(book, "papers/plan.txt") == book.register.folder / "papers" / "plan.txt"


def test_a_path_of_another_kind_of_computer_is_not_found(book):
    elsewhere = "C:\\plans\\plan.docx" if os.name != "nt" else "/srv/plan.docx"
    assert state_of(book, elsewhere, "c") is FileState.NOT_FOUND


def test_a_document_gets_the_items_next_number_and_its_files_name(book, tmp_path):
    first = submit(book, file=written(tmp_path / "Data plan.txt"))
    second = submit(book, title="Note of the UNKT")
    assert [(d.number, d.title, d.received) for d in (first, second)] == [
        ("1.1", "Data plan", TODAY), ("1.2", "Note of the UNKT", TODAY),
    ]  # fmt: skip
    with pytest.raises(Problem, match=r"Document 1.1 is on the table already, Data plan"):
        submit(book, title="another", number="1.1")
    with pytest.raises(Problem, match=r"did you mean '1\.1'"):
        find_document(book, book.meetings()[0], "1.11")


def test_what_became_of_a_file_is_seen(book, tmp_path):
    file = written(tmp_path / "plan.txt")
    document = submit(book, file=file)
    assert states(book, document) == (FileState.IN_PLACE,)
    written(file, "another")
    assert states(book, document) == (FileState.CHANGED,)
    file.unlink()
    assert states(book, document) == (FileState.NOT_FOUND,)
    file.mkdir()
    assert states(book, document) == (FileState.NOT_FOUND,)


def test_a_new_version_keeps_the_old_one_readable(book, tmp_path):
    document = submit(book, file=written(tmp_path / "plan.txt", "one"))
    circulate_document(book, document, TODAY)
    changed = add_version(book, document, written(tmp_path / "plan 2.txt", "two"))
    assert [(v.version, Path(v.path).read_text(encoding="utf-8"), v.circulated) for v in changed.versions] == [
        ("1", "one", TODAY), ("2", "two", None),
    ]  # fmt: skip
    assert states(book, changed) == (FileState.IN_PLACE, FileState.IN_PLACE)
    assert overwritten(changed) == ""
    third = add_version(book, changed, written(tmp_path / "plan 2.txt", "three"), version="final")
    assert overwritten(third).startswith("Version 2 lay in the same file")
    assert states(book, third) == (FileState.IN_PLACE, FileState.CHANGED, FileState.IN_PLACE)
    with pytest.raises(Problem, match="there is nothing new in it"):
        add_version(book, third, tmp_path / "plan 2.txt")
    book.register.undo()
    assert book.of(Document).get(document.id).version == "2"


def test_the_documents_go_with_the_agenda_but_those_held_back(book, tmp_path):
    sent, held = submit(book, title="sent"), submit(book, title="held")
    hold_back(book, held, held=True)
    circulating.circulate(book, book.meetings()[0])
    assert [d.circulated for d in book.of(Document).all()] == [TODAY, None]
    hold_back(book, held, held=False)
    add_version(book, book.of(Document).get(sent.id), written(tmp_path / "new.txt"))
    circulating.circulate(book, book.meetings()[0])
    assert [d.circulated for d in book.of(Document).all()] == [TODAY, TODAY]
    with pytest.raises(Problem, match="cannot be held back"):
        hold_back(book, held, held=True)
    with pytest.raises(Problem, match="stays on record"):
        remove_document(book, sent)
    book.register.undo()
    assert [d.circulated for d in book.of(Document).all()] == [None, None]


def test_where_a_file_lies_now_is_told_only_of_the_one_on_record(book, tmp_path):
    document = submit(book, file=written(tmp_path / "plan.txt"))
    (tmp_path / "usb").mkdir()
    shutil.move(tmp_path / "plan.txt", tmp_path / "usb" / "moved.txt")
    assert name_file(book, document, tmp_path / "usb" / "moved.txt").path.endswith("moved.txt")
    assert states(book, document) == (FileState.IN_PLACE,)
    with pytest.raises(Problem, match="record it as a new version"):
        name_file(book, document, written(tmp_path / "other.txt", "other"))
    title = submit(book, title="Note")
    assert name_file(book, title, tmp_path / "other.txt").checksum


def test_nothing_goes_out_tomorrow(book):
    with pytest.raises(Problem, match="today or a day before"):
        circulate_document(book, submit(book, title="Note"), date(2026, 9, 11))
