"""A search looks through what was said of a meeting's papers, too: comments and corrigenda (R-60)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.services import convene
from tui_app.services.adopting import adopt
from tui_app.services.book import Book
from tui_app.services.cards import CardBox
from tui_app.services.charters import load_charter
from tui_app.services.circulating import circulate
from tui_app.services.comments import answer_comment, comments_on, log_comment
from tui_app.services.corrigenda import record_corrigendum
from tui_app.services.look_up import everything
from tui_app.services.registers import make
from tui_app.services.rows import Row, gather

NOW = datetime(2026, 10, 8, 7, 30, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """Minutes with two comments, one of them answered, that were adopted and put right by the next meeting."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", lambda: NOW)
    for month in (9, 10):
        kind = convene.MeetingKind.QUARTERLY if month == 9 else convene.MeetingKind.ANNUAL
        invitation = convene.Invitation(kind=kind, starts=datetime(2026, month, 6, 10))
        convene.open_meeting(book, convene.plan(book, invitation))
        convene.close_meeting(book, book.meetings()[-1])
    earlier = circulate(book, book.meeting("2026/Q3"))[0]
    log_comment(book, earlier, "UNHCR", "Item 3: the caravan came from Yaoundé")
    log_comment(book, earlier, "ILO", "Item 4: seasonal work is left out")
    answer_comment(book, comments_on(book, earlier)[1], "not taken in: the ferry was never discussed")
    adopted = adopt(book, earlier)
    record_corrigendum(book, adopted, "the caravan of May", "the caravan of June", at="2026/AN", on=date(2026, 10, 6))
    yield book
    book.register.close()


def found(book: Book, query: str) -> list[tuple[object, ...]]:
    keys = ("kind", "symbol", "entity", "text", "context")
    return [tuple(row[key] for key in keys) for row in everything(book, query)]


COMMENT = ("comment", "UNNM-KEN/2026/Q3/C01", "UNHCR", "Item 3: the caravan came from Yaoundé", None)
ANSWERED = ("comment", "UNNM-KEN/2026/Q3/C02", "ILO", "Item 4: seasonal work is left out")
CORRIGENDUM = ("corrigendum", "UNNM-KEN/2026/Q3/Corr.1", None,
               'for "the caravan of May" read "the caravan of June"', None)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("yaounde caravan", [COMMENT]),
        ("caravan", [COMMENT, CORRIGENDUM]),
        ("kind:corrigendum", [CORRIGENDUM]),
        ("kind:comment is:open", [COMMENT]),
        ("kind:comment entity:ILO", [(*ANSWERED, None)]),
        ("caravan since:2026Q4 kind:comment meeting:2026/Q3", [COMMENT]),
        ("seasonal ferry", [(*ANSWERED, "not taken in, 8 Oct 2026: the ferry was never discussed")]),
        ("caravan meeting:2026/AN", []),
        ("caravan owner:UNHCR", []),
    ],
)
def test_what_was_said_on_papers_is_found(book: Book, query: str, expected: list[tuple[object, ...]]) -> None:
    assert found(book, query) == expected


def test_the_day_is_that_on_which_it_came_in(book: Book) -> None:
    row: Row = everything(book, "caravan")[0]
    assert (row["meeting"], row["on"], row["item"]) == ("2026/Q3", "2026-10-08", "")


def test_an_answer_is_found_once_it_is_there(book: Book) -> None:
    box = CardBox()
    assert sum(len(each.said) for each in box.cards(gather(book))) == 3
    answer_comment(book, comments_on(book, book.meeting("2026/Q3"))[0], "taken in: see the annex")
    cards = [card for each in box.cards(gather(book)) for card in each.said]
    assert any("annex" in card.rest for card in cards)
