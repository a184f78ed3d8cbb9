"""The parent body's answer in the register: one transaction, found again by its symbol and by filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.consensus.answer import Response, Ruling
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, look_up
from tui_app.services.answering import find_answerable, record_answer
from tui_app.services.basis import record_basis
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.history import history
from tui_app.services.look_up import decisions
from tui_app.services.pen import Pen
from tui_app.services.registers import make

LINES = {
    "kosovo": ("/decide The Network recommended a survey.", "/decide The Network recommended a study."),
    "kenya": ("/in IOM A. Otieno", "/in ILO M. Njeri", "/propose The Network endorses the budget.",
              "/position ILO objects resources: asks for a budget line", "/position IOM joins",
              "/declare", "/refer Is there a budget?"),
}  # fmt: skip


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Book]]:
    """A network's register, on 22 September 2026, with what it puts to its parent body."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    books: list[Book] = []

    def hold(charter: str) -> Book:
        book = make(load_charter(charter), tmp_path / charter, "A. Otieno",
                    clock=lambda: datetime(2026, 9, 22, 8, 0, tzinfo=UTC))  # fmt: skip
        books.append(book)
        record_basis(book, "by practice") if charter == "kosovo" else None
        kind = MeetingKind.QUARTERLY
        meeting = convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 9, 22, 10)))
        convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 12, 8, 10)))
        pen = Pen(book, convene.open_meeting(book, meeting).id)
        for line in LINES[charter]:
            capture.take(pen, line)
        return book

    yield hold
    for book in books:
        book.register.close()


def responses(book: Book, query: str, *, everything: bool = False) -> list[object]:
    return [row["response"] for row in decisions(book, query, everything=everything)]


def test_the_answer_to_a_recommendation_is_one_change_and_can_be_taken_back(held: Callable[[str], Book]) -> None:
    book = held("kosovo")
    assert responses(book, "is:awaiting") == ["awaiting", "awaiting"]
    before = book.register.sequence
    record_answer(book, find_answerable(book, "2026/q3/d01"), Response.NOT_FOLLOWED, "no mandate", date(2026, 9, 22))
    assert book.register.sequence == before + 1
    answer = {"kind": "not followed", "by": "UNKT", "on": "2026-09-22", "motivation": "no mandate"}
    assert responses(book, "is:not-followed") == [answer]
    assert responses(book, "mandate") == [answer]
    assert responses(book, "is:awaiting") == ["awaiting"]
    undone = book.register.undo()
    assert undone is not None
    assert undone.why == "UNNM-KOS/2026/Q3/D01 not followed"
    assert responses(book, "is:awaiting") == ["awaiting", "awaiting"]


def test_nothing_is_saved_without_the_motivation(held: Callable[[str], Book]) -> None:
    book = held("kosovo")
    before = book.register.sequence
    with pytest.raises(Problem, match=r"only with the motivation of the UNKT \(KOS:115\)"):
        record_answer(book, find_answerable(book, "UNNM-KOS/2026/Q3/D01"), Response.PARTLY, " ")
    assert book.register.sequence == before
    assert all(decision.answer is None for decision in book.of(Decision).all())


def test_an_answer_recorded_again_stands_and_the_earlier_one_stays_in_the_history(held: Callable[[str], Book]) -> None:
    book = held("kosovo")
    decision = find_answerable(book, "2026/Q3/D01")
    record_answer(book, decision, Response.NOT_FOLLOWED, "no budget")
    record_answer(book, decision, Response.FOLLOWED, "the budget was found")
    assert [answer["kind"] for answer in responses(book, "budget") if isinstance(answer, dict)] == ["followed"]
    told = [str(row["changes"]) for row in history(book, "UNNM-KOS/2026/Q3/D01")]
    assert any("no budget" in change for change in told)


def test_a_referral_is_open_until_it_is_answered_and_found_by_its_kind(held: Callable[[str], Book]) -> None:
    book = held("kenya")

    def found(query: str, *, everything: bool = False) -> list[object]:
        return [row["symbol"] for row in look_up.decisions(book, query, everything=everything)]

    referral = "UNNM-KEN/2026/Q3/P1"
    assert found("kind:referral") == found("is:open kind:proposal") == [referral]
    assert referral in found("is:open", everything=True)
    assert referral not in found("is:open")
    assert [row["symbol"] for row in look_up.everything(book, "kind:referral is:open")] == [referral]
    record_answer(book, find_answerable(book, "2026/Q3/P1"), Ruling.RETURNED, "more data are needed")
    assert found("is:open kind:referral") == []
    assert found("kind:referral") == [referral]


def test_a_referral_is_answered_and_waits_until_then_for_every_meeting_after_it(held: Callable[[str], Book]) -> None:
    book = held("kenya")
    referral, following = find_answerable(book, "2026/Q3/P1"), book.meeting("2026/Q4")
    assert responses(book, "is:awaiting", everything=True) == ["awaiting"]
    (waiting,) = book.record(following.id).carried
    assert (waiting.record, waiting.symbol) == (referral, "2026/Q3/P1")
    assert book.record(book.meeting("2026/Q3").id).carried == ()  # not before itself
    record_answer(book, referral, Ruling.RETURNED, "more data are needed")
    assert book.record(following.id).carried == ()
    assert responses(book, "is:returned", everything=True) == [
        {"kind": "returned", "by": "UNCT", "on": "2026-09-22", "motivation": "more data are needed"}
    ]
    (answered,) = book.of(Proposal).all()
    assert answered.answer is not None
    assert answered.answer.by == "A. Otieno"


def test_after_it_was_returned_the_text_can_be_put_again(held: Callable[[str], Book]) -> None:
    book = held("kenya")
    record_answer(book, find_answerable(book, "2026/Q3/P1"), Ruling.RETURNED, "more data are needed")
    capture.take(Pen(book, book.meeting("2026/Q3").id), "/propose The Network endorses the budget.")
    first, second = book.of(Proposal).all()
    assert (first.answer is not None, second.open, second.text) == (True, True, first.text)


@pytest.mark.parametrize(
    ("symbol", "sentence"),
    [("2026/Q3/D07", "did you mean '2026/Q3/D0"), ("", "did you mean"), ("Q3", "There is no decision or")],
)
def test_a_symbol_that_is_not_there_is_told_with_the_nearest(
    held: Callable[[str], Book], symbol: str, sentence: str
) -> None:
    with pytest.raises(Problem) as refused:
        find_answerable(held("kosovo"), symbol or "UNNM-KOS/2026/Q3/D0")
    assert sentence in str(refused.value)
