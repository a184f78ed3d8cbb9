"""Comments are kept by entity with what was done about each; what has no answer is told everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.attention.attention import matters
from tui_app.domain.meeting.comment import Comment, Treatment, comment_words, read_treatment, treatment_words
from tui_app.domain.problem import Problem
from tui_app.services import convene
from tui_app.services.adopting import adopt, before_adopting
from tui_app.services.attention import standing
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.circulating import Circulation, circulate
from tui_app.services.comments import answer_comment, comments_on, find_comment, log_comment
from tui_app.services.completeness import check
from tui_app.services.history import told
from tui_app.services.registers import make

NOW = datetime(2026, 10, 8, 7, 30, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """Kenya's register with minutes circulated, comments by 6 October 2026; today is the 8th."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", lambda: NOW)
    invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
    convene.open_meeting(book, convene.plan(book, invitation))
    convene.close_meeting(book, book.meeting("2026/Q3"))
    asked = Circulation(comments_by=date(2026, 10, 6), on=date(2026, 9, 22))
    circulate(book, book.meeting("2026/Q3"), asked)
    yield book
    book.register.close()


@pytest.fixture
def log(book: Book) -> Callable[..., Comment]:
    return lambda entity="unhcr", text="Item 3: the draft plan", **known: log_comment(
        book, book.meeting("2026/Q3"), entity, text, **known
    )


def test_a_comment_is_kept_by_entity_and_version_and_late_ones_are_marked(log: Callable[..., Comment]) -> None:
    assert comment_words(log(on=date(2026, 10, 1))) == ("C01 UNHCR on minutes v1, 1 Oct 2026: Item 3: the draft plan")
    assert comment_words(log("ILO")) == "C02 ILO on minutes v1, 8 Oct 2026, late: Item 3: the draft plan"


def test_a_comment_is_on_the_version_that_was_out_on_its_day(book: Book, log: Callable[..., Comment]) -> None:
    circulate(book, book.meeting("2026/Q3"), Circulation(on=date(2026, 10, 5)))
    assert (log(on=date(2026, 10, 1)).version, log(on=date(2026, 10, 5)).version) == (1, 2)
    with pytest.raises(Problem, match="minutes v2 of 2026/Q3 went out on 5 October 2026"):
        log(on=date(2026, 10, 1), version=2)


def test_what_was_done_is_kept_with_its_day_and_person(book: Book, log: Callable[..., Comment]) -> None:
    log()
    comment = find_comment(book, book.meeting("2026/Q3"), "c1")
    assert treatment_words(comment) == "no answer yet"
    answered = answer_comment(book, comment, "partly: only in item 3")
    assert treatment_words(answered) == "partly taken in on 8 Oct 2026 (A. Otieno): only in item 3"
    (line,) = next(iter(told(book))).lines
    assert line.startswith("2026/Q3/C01 of UNHCR - answer")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("taken in", (Treatment.TAKEN_IN, "")),
        ("Taken in: item 3", (Treatment.TAKEN_IN, "item 3")),
        ("not taken in: it was said later", (Treatment.NOT_TAKEN_IN, "it was said later")),
        ("no: out of scope", (Treatment.NOT_TAKEN_IN, "out of scope")),
        ("partly, in item 3 only", (Treatment.PARTLY, "in item 3 only")),
        ("partly taken in: so", (Treatment.PARTLY, "so")),
    ],
)
def test_an_answer_is_read_as_it_is_typed(typed: str, read: tuple[Treatment, str]) -> None:
    assert read_treatment(typed) == read


@pytest.mark.parametrize(("typed", "sentence"), [("not taken in", "Why is it not taken in"), ("later", "taken in:")])
def test_an_answer_that_says_too_little_is_refused(typed: str, sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        read_treatment(typed)


def test_a_comment_without_an_answer_is_told_on_home_in_the_files_and_before_adoption(
    book: Book, log: Callable[..., Comment]
) -> None:
    comment = log()
    left = "1 comment has no answer: C01 of UNHCR"

    def told_of() -> list[bool]:
        meeting = book.meeting("2026/Q3")
        return [
            any(left in matter.sentence for matter in matters(standing(book), book.today())),
            any(left in each.gap.sentence for each in check(book, meeting)),
            f"{left}." in before_adopting(book, meeting),
        ]

    assert told_of() == [True, True, True]
    answer_comment(book, comment, "taken in")
    assert told_of() == [False, False, False]
    book.register.undo()
    assert told_of() == [True, True, True]


def test_a_number_is_not_used_again_after_an_undo(book: Book, log: Callable[..., Comment]) -> None:
    log()
    book.register.undo()
    assert comments_on(book, book.meeting("2026/Q3")) == ()
    assert log().number == "C02"


def test_what_cannot_be_kept_is_told(book: Book, log: Callable[..., Comment]) -> None:
    for wrong, sentence in (
        ({"text": " "}, "needs its words"),
        ({"on": date(2026, 10, 9)}, "still to come"),
        ({"version": 2}, "There is no minutes v2"),
        ({"entity": "UNHRC"}, "did you mean UNHCR"),
        ({"entity": "UNHCRItem 4"}, "begins with UNHCR"),
        ({"on": date(2026, 9, 20)}, "minutes v1 of 2026/Q3 went out on 22 September 2026: a comment on it cannot"),
    ):
        with pytest.raises(Problem, match=sentence):
            log(**wrong)
    with pytest.raises(Problem, match="none has come in yet"):
        find_comment(book, book.meeting("2026/Q3"), "C01")
    adopt(book, book.meeting("2026/Q3"))
    with pytest.raises(Problem, match="a corrigendum corrects them"):
        log()
