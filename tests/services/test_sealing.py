"""Is this file the adopted minutes? And does the register itself hold together?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.meeting.minutes import AdoptedMinutes, Entry
from tui_app.domain.membership.roster import Entity
from tui_app.domain.problem import Problem
from tui_app.services import adopting, capture, circulating, convene, papers, sealing
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.sample_year import play
from tui_app.services.verifying import verify

NOW = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
LINES = (
    "/in IOM A. Otieno",
    "UNHCR: asked for data, à Genève",
    "/action ILO: revise it by 30 Sep",
    "/decide It was so",
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory):
    """A register with one meeting adopted, and a second one that is a draft."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(tmp_path_factory.mktemp("home")))
        book = make(load_charter("kenya"), tmp_path_factory.mktemp("r") / "kenya", "A. Otieno", lambda: NOW)
    for day in (datetime(2026, 9, 22, 10), datetime(2026, 12, 8, 10)):
        meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=day))
        convene.open_meeting(book, meeting)
        pen = Pen(book, meeting.id)
        for line in LINES:
            capture.take(pen, line)
        convene.close_meeting(book, book.meeting(meeting.symbol))
    circulating.circulate(book, book.meeting("2026/Q3"))
    adopting.adopt(book, book.meeting("2026/Q3"))
    yield book
    book.register.close()


@pytest.fixture(scope="module")
def exported(book: Book) -> str:
    return papers.paper(book, "minutes", "2026/Q3")


def told(book: Book, text: str | bytes) -> str:
    """What is said of a file that is not the adopted minutes."""
    with pytest.raises(Problem) as problem:
        sealing.judge(book, "minutes.md", text if isinstance(text, bytes) else text.encode())
    return str(problem.value)


def test_the_exported_minutes_are_known_with_their_meeting(book: Book, exported: str) -> None:
    sentence = "minutes.md is the adopted minutes of UNNM-KEN/2026/Q3, adopted on 22 September 2026, unchanged"
    assert sealing.judge(book, "minutes.md", exported.encode()) == f"{sentence}."
    mailed = b"\xef\xbb\xbf" + exported.replace("\n", "\r\n").encode() + b"\r\n"
    assert sealing.judge(book, "minutes.md", mailed) == (
        f"{sentence} but for a byte order mark and other line ends and another number of empty lines at the end, "
        f"as mail programs make."
    )


def test_the_export_names_sequence_head_and_checksum(book: Book, exported: str) -> None:
    meeting = book.meeting("2026/Q3")
    for label, value in (
        ("Register sequence", meeting.sealed_sequence),
        ("Register head", book.register.head_at(meeting.sealed_sequence)),
        ("Checksum", meeting.sealed_checksum),
    ):
        assert f"- **{label}**: {value}\n" in exported


def test_what_differs_is_named_by_its_line(book: Book, exported: str) -> None:
    number = exported.splitlines().index(next(line for line in exported.splitlines() if "asked for data" in line)) + 1
    sentence = told(book, exported.replace("asked for data", "asked for more data"))
    assert (
        f"is not the minutes of UNNM-KEN/2026/Q3, adopted on 22 September 2026, as they were: line {number}" in sentence
    )
    assert "asked for more data" in sentence
    assert "it goes on in line" in told(book, exported + "\nAnd one thing more.\n")
    assert "it ends before line" in told(book, exported.partition("### Annexes")[0].rstrip() + "\n" + "")
    unsealed = exported.partition("- **Register sequence**")[0]
    assert "it ends before line" in told(book, unsealed)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
def test_no_changed_character_goes_unseen(book: Book, exported: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(exported) - 1))
    other = data.draw(st.characters(codec="utf-8"))
    changed = exported[:place] + other + exported[place + 1 :]
    assume(changed.replace("\r", "\n").rstrip("\n") != exported.rstrip("\n"))
    assert changed == exported or told(book, changed)


def test_a_draft_and_what_is_no_minutes_are_told(book: Book, exported: str) -> None:
    assert told(book, papers.paper(book, "minutes", "2026/Q4")) == (
        "minutes.md is a draft of UNNM-KEN/2026/Q4 (DRAFT, not yet circulated), not adopted minutes."
    )
    assert "no minutes that this program wrote" in told(book, "# Something else\n")
    assert "no minutes that this program wrote" in told(book, "")
    assert "not text in UTF-8" in told(book, b"PK\x03\x04\xff\xfe")
    elsewhere = exported.replace(book.meeting("2026/Q3").sealed_head, "0" * 64).replace("Third quarterly", "First")
    assert "of no meeting in" in told(book, elsewhere.replace("third quarterly", "first quarterly"))


def test_a_sound_register_is_told_what_it_holds(book: Book) -> None:
    verified = verify(book)
    assert verified.faults == ()
    assert verified.sound[0] == f"{book.register.sequence} changes, each sealed to the one before it"
    assert "adopted minutes, unchanged: 2026/Q3" in verified.sound
    assert "no good backup yet" in verified.sound[-1]


def test_the_sample_year_holds_together_and_so_it_does_after_every_undo(tmp_path: Path) -> None:
    with play(tmp_path / "year", to_the_end=True).register as register:
        book = Book(register)
        for _ in range(40):
            assert verify(book).faults == ()
            if register.undo() is None:
                break


@pytest.fixture
def broken(book: Book, tmp_path: Path):
    """`broken(deed)`: the faults after a deed that no service would do, on a copy of the register."""
    from tui_app.services.registers import open_book

    def after(deed) -> str:
        (tmp_path / "copy").mkdir()
        content = (book.register.folder / "register.journal").read_bytes()
        (tmp_path / "copy" / "register.journal").write_bytes(content)
        with open_book(tmp_path / "copy").register as register:
            copy = Book(register, book.clock)
            deed(copy)
            return "\n".join(verify(copy).faults)

    return after


def test_what_names_a_record_that_is_gone_is_told(broken) -> None:
    def deed(book: Book) -> None:
        (decision, *_) = book.of(Decision).all()
        book.of(Decision).remove(decision.id)
        book.of(Entity).remove(book.of(Entity).all()[0].id)

    assert "as its refers_to, and there is no such record in proposals or decisions or actions." in broken(deed)


def test_a_record_of_the_wrong_shape_is_told(broken) -> None:
    def deed(book: Book) -> None:
        table = book.register.database.table("entries")
        table.update({"rank": "first"}, doc_ids=[book.of(Entry).all()[0].id])

    assert "in 'entries' is not as it should be" in broken(deed)


def test_adopted_minutes_that_were_changed_afterwards_are_told(broken) -> None:
    def deed(book: Book) -> None:
        kept = book.of(AdoptedMinutes).all()[0]
        book.of(AdoptedMinutes).put(replace(kept, text=kept.text.replace("asked for data", "asked for nothing")))

    faults = broken(deed)
    assert "The text of the adopted minutes of 2026/Q3 does not fit its checksum." in faults
    assert "were changed afterwards, in change" in faults


def test_a_seal_of_another_register_is_told(broken) -> None:
    def deed(book: Book) -> None:
        book.of(Meeting).put(replace(book.meeting("2026/Q3"), sealed_head="0" * 64))

    assert "were adopted in another register" in broken(deed)


def test_adopted_minutes_that_are_gone_are_told(broken) -> None:
    assert "of 2026/Q3 is gone." in broken(lambda book: book.of(AdoptedMinutes).remove(book.meeting("2026/Q3").id))
