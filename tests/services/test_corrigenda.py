"""Adopted minutes never change: corrigenda stand behind them, numbered for ever, and a file is known with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.minutes import AdoptedMinutes
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.adopting import adopt
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.circulating import circulate
from tui_app.services.corrigenda import (
    corrigenda_to,
    corrigendum_text,
    find_corrigendum,
    not_in_the_minutes,
    record_corrigendum,
)
from tui_app.services.history import told
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.sealing import judge
from tui_app.services.verifying import verify

NOW = datetime(2026, 12, 8, 7, 30, tzinfo=UTC)


@pytest.fixture(params=["kenya", "kosovo"])
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Book]:
    """A register whose third quarterly minutes are adopted, with a fourth meeting planned."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter(request.param), tmp_path / "register", "A. Otieno", lambda: NOW)
    kind = convene.MeetingKind.QUARTERLY
    first, _ = (
        convene.plan(book, convene.Invitation(kind=kind, starts=starts))
        for starts in (datetime(2026, 9, 22, 10), datetime(2026, 12, 8, 10))
    )
    capture.take(Pen(book, convene.open_meeting(book, first).id), "The survey ends in May | June_2027")
    convene.close_meeting(book, book.meeting("2026/Q3"))
    circulate(book, book.meeting("2026/Q3"))
    adopt(book, book.meeting("2026/Q3"))
    yield book
    book.register.close()


@pytest.fixture
def correct(book: Book) -> Callable[..., Corrigendum]:
    def correcting(says: str = "ends in May", reads: str = "ends in July", **known: object) -> Corrigendum:
        made = known or {"at": "2026/Q4"}
        return record_corrigendum(book, book.meeting("2026/Q3"), says, reads, **made)  # type: ignore[arg-type]

    return correcting


def test_a_corrigendum_stands_behind_the_adopted_text_and_leaves_it_as_it_was(
    book: Book, correct: Callable[..., Corrigendum]
) -> None:
    adopted = paper(book, "minutes", "2026/Q3")
    correct()
    text = paper(book, "minutes", "2026/Q3")
    assert text.startswith(f"{adopted}\n### Corrigenda\n\nMade after the adoption; ")
    assert "#### Corrigendum 1\n\n- **For**: ends in May\n- **Read**: ends in July\n" in text
    assert "- **Made at**: the fourth quarterly meeting of 2026 (2026/Q4)\n- **Dated**: 8 December 2026\n" in text
    assert book.of(AdoptedMinutes).all()[0].text == adopted
    assert verify(book).faults == ()


def test_a_file_is_known_with_all_corrigenda_with_some_and_without(
    book: Book, correct: Callable[..., Corrigendum]
) -> None:
    adopted = paper(book, "minutes", "2026/Q3")
    correct()
    first = paper(book, "minutes", "2026/Q3")
    correct("June", "July")
    both = paper(book, "minutes", "2026/Q3")
    known = f"minutes.md is the adopted minutes of {book.charter.symbol}/2026/Q3, adopted on 8 December 2026, unchanged"
    assert judge(book, "minutes.md", adopted.encode()) == f"{known}; corrigenda 1 and 2 were made since."
    assert judge(book, "minutes.md", first.encode()) == f"{known}, with corrigendum 1; corrigendum 2 was made since."
    assert judge(book, "minutes.md", both.encode()) == f"{known}, with corrigenda 1 and 2."
    with pytest.raises(Problem, match="what stands behind them is not the corrigenda on record"):
        judge(book, "minutes.md", both.replace("ends in July", "ends in August").encode())
    with pytest.raises(Problem, match="as they were: line"):
        judge(book, "minutes.md", both.replace("The survey", "A survey").encode())


@pytest.mark.parametrize("corrected", [False, True])
def test_the_checksum_is_found_without_this_program(
    book: Book, correct: Callable[..., Corrigendum], corrected: bool
) -> None:
    """As by the command of the README: what stands above the corrigenda, but for the line that names the checksum."""
    if corrected:
        correct()
    above = paper(book, "minutes", "2026/Q3").partition("\n### Corrigenda\n")[0]
    lines = [line for line in above.rstrip("\n").split("\n") if not line.startswith("- **Checksum**")]
    sealed = "".join(f"{line}\n" for line in lines)
    assert sha256(sealed.encode()).hexdigest() == book.meeting("2026/Q3").sealed_checksum


def test_it_is_a_paper_of_its_own(book: Book, correct: Callable[..., Corrigendum]) -> None:
    text = corrigendum_text(book, book.meeting("2026/Q3"), correct())
    assert "## Corrigendum 1 to the minutes of the third quarterly meeting of 2026\n" in text
    assert f"- **Symbol**: {book.charter.symbol}/2026/Q3/Corr.1\n" in text
    assert text.split("\n")[2].startswith("> INTERNAL USE ONLY")


def test_numbers_are_never_used_again(book: Book, correct: Callable[..., Corrigendum]) -> None:
    correct()
    book.register.undo()
    assert corrigenda_to(book, book.meeting("2026/Q3")) == ()
    assert correct().number == "Corr.2"
    assert find_corrigendum(book, book.meeting("2026/Q3"), "corr.2").reads == "ends in July"
    with pytest.raises(Problem, match="there is 2"):
        find_corrigendum(book, book.meeting("2026/Q3"), "1")
    (line,) = next(iter(told(book))).lines
    assert "2026/Q3/Corr.2 - for ends in May; read ends in July; made at 2026/Q4" in line


def test_words_that_the_minutes_do_not_have_are_told_of(book: Book) -> None:
    meeting = book.meeting("2026/Q3")
    assert not_in_the_minutes(book, meeting, "the survey ends in May | June_2027") == ""
    assert "do not have these words" in not_in_the_minutes(book, meeting, "the survey ends in March")


def test_what_is_no_corrigendum_is_refused(book: Book, correct: Callable[..., Corrigendum]) -> None:
    kind = convene.MeetingKind.QUARTERLY
    convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 12, 15, 10)))
    earlier = convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 6, 16, 10)))
    capture.take(Pen(book, convene.open_meeting(book, earlier).id), "/decide The Network took note of the report")
    for says, reads, made, sentence in (
        ("a", "", {"at": "2026/Q4"}, "needs both"),
        ("a", "a", {"at": "2026/Q4"}, "say already"),
        ("a", "b", {"on": date(2026, 12, 8)}, "needs who made it"),
        ("a", "b", {"decision": "2026/Q4/D01"}, "There is no decision"),
        ("a", "b", {"at": "2026/Q4-2"}, "2026/Q4-2 is still to come, on 15 December 2026: it has made no corrigendum"),
        ("a", "b", {"decision": "2026/Q2/D01"}, "2026/Q2/D01 was taken before 2026/Q3: a later decision corrects"),
    ):
        with pytest.raises(Problem, match=sentence):
            correct(says, reads, **made)
    with pytest.raises(Problem, match="only adopted minutes have corrigenda"):
        record_corrigendum(book, book.meeting("2026/Q4"), "a", "b", at="2026/Q4")
