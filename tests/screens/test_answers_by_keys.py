"""The parent body's answer, recorded by keys: a recommendation of Kosovo's network, a referral of Kenya's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from tui_app.domain.consensus.answer import Response, Ruling
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.services import convene
from tui_app.services.basis import record_basis
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

Drive = Callable[..., object]
Take = Callable[..., None]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


def read(user: object) -> str:
    """What the screen says, whatever the width at which it is wrapped."""
    return " ".join(user.screen.split())  # type: ignore[attr-defined]


def held(book: Book, take: Take, *lines: str) -> Book:
    """The third quarterly meeting is in session, and the fourth is planned."""
    for month, day in ((9, 22), (12, 8)):
        starts = datetime(2026, month, day, 10)
        convene.plan(book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=starts))
    convene.open_meeting(book, book.meeting("2026/Q3"))
    take(book, *lines)
    return book


@pytest.fixture
def kenya(book: Book, take: Take) -> Book:
    """A matter was referred to the UNCT, and a decision taken."""
    return held(book, take, "/in IOM A. Otieno", "/in ILO M. Njeri", "/propose The Network endorses the budget.",
                "/position IOM joins", "/position ILO objects resources: asks for a budget line", "/declare",
                "/refer Is there a budget?", "/decide The Network took note of the report.")  # fmt: skip


@pytest.fixture
def kosovo(book: Book, tmp_path: Path, take: Take) -> Book:
    """Two recommendations to the UNKT."""
    other = make(load_charter("kosovo"), tmp_path / "kosovo", "A. Otieno", clock=book.clock)
    record_basis(other, "by practice")
    return held(other, take, "/decide The Network recommended a survey.", "/decide The Network recommended a study.")


@SIZES
async def test_a_recommendation_is_not_followed_only_with_its_motivation(
    kosovo: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(kosovo, size) as user:
        await user.press("f6")
        assert read(user).count("awaits UNKT") == 2
        await user.press("down", "a")
        assert "What is the answer of the UNKT to 2026/Q3/D01?" in read(user)
        assert "with its motivation (KOS:115)" in read(user)
        await user.press("end", "enter", "enter")
        assert "only with the motivation of the UNKT" in read(user)
        assert kosovo.of(Decision).all()[0].answer is None
        await user.type("the budget is not there", "enter")
        assert "D01 is not followed by the UNKT, on Tue 22 Sep 2026" in read(user)
        await user.press("enter")
        answer = kosovo.of(Decision).all()[0].answer
        assert answer is not None
        assert (answer.kind, answer.motivation, answer.on, answer.by) == (
            Response.NOT_FOLLOWED, "the budget is not there", date(2026, 9, 22), "A. Otieno",
        )  # fmt: skip
        assert "D01 not followed" in read(user)
        await user.press("enter", "end")
        assert "UNCT" not in read(user)
        await user.press("escape", "slash")
        await user.type("is:awaiting", "enter")
        assert "1 of 2 decisions" in read(user)


async def test_the_answer_stands_in_the_whole_view_and_one_key_takes_it_back(kosovo: Book, drive: Drive) -> None:
    async with drive(kosovo) as user:
        await user.press("f6", "enter")
        assert "of the UNKT awaited since 22 September 2026: a records it" in read(user)
        await user.press("escape", "a", "down", "enter")
        await user.type("only for women", "enter", "enter")
        await user.press("enter")
        assert "followed in part by the UNKT, 22 September 2026" in read(user)
        assert "only for women" in read(user)
        await user.press("escape", "ctrl+z")
        assert read(user).count("awaits UNKT") == 2


async def test_an_answer_is_recorded_again_over_the_one_before(kosovo: Book, drive: Drive) -> None:
    async with drive(kosovo) as user:
        await user.press("f6", "down", "a", "end", "enter")
        await user.type("no budget", "enter", "enter")
        await user.press("a", "enter")  # the cursor is on what was answered, and its words stand in the line
        assert "no budget" in read(user)
        await user.press("escape", "a", "home", "enter", "enter", "enter")
        answer = kosovo.of(Decision).all()[0].answer
        assert answer is not None
        assert answer.kind is Response.FOLLOWED


@SIZES
async def test_a_referral_is_returned_and_the_text_is_put_again(
    kenya: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(kenya, size) as user:
        await user.press("f6", "end")
        assert "awaits UNCT" in read(user)
        assert "referred to the UNCT" in read(user)
        await user.press("p")
        assert "P1 was not returned to the network" in " ".join(user.told.split())
        await user.press("a", "end", "enter", "enter")
        assert "why it was returned" in read(user)
        await user.type("more data are needed", "enter", "enter")
        first = kenya.of(Proposal).all()[0]
        assert first.answer is not None
        assert (first.answer.kind, first.answer.words) == (Ruling.RETURNED, "more data are needed")
        assert "P1 returned" in read(user)
        await user.press("p")
        assert "The text put again, to 2026/Q3" in read(user)
        await user.press("enter")
        again = kenya.of(Proposal).all()[-1]
        assert (again.open, again.text) == (True, first.text)
        assert f"as {again.number}: 4 asks" in " ".join(user.told.split())


@SIZES
async def test_a_key_that_cannot_be_done_on_this_line_says_why(
    kenya: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(kenya, size) as user:
        await user.press("f6", "a")
        assert "D01 is a decision of the network: only a recommendation is answered" in " ".join(user.told.split())
        await user.press("p")
        assert "only what was returned is put again" in " ".join(user.told.split())


async def test_a_day_that_cannot_be_is_told_and_the_line_stays(kenya: Book, drive: Drive) -> None:
    async with drive(kenya) as user:
        await user.press("f6", "end", "a", "enter")
        await user.type("it was approved", "enter")
        await user.press("ctrl+u")
        await user.type("1 Sep 2026", "enter")
        assert "P1 was referred on 22 September 2026" in read(user)
        assert kenya.of(Proposal).all()[0].answer is None


async def test_what_waits_is_on_home_and_on_the_next_agenda_until_it_is_answered(kenya: Book, drive: Drive) -> None:
    async with drive(kenya) as user:
        sentence = "The UNCT has not answered 2026/Q3/P1, since 22 Sep 2026"
        await user.press("f2")
        assert sentence in read(user)
        user.app.choose_meeting(kenya.meeting("2026/Q4").id)
        await user.press("f3", "down", "down")
        assert "Without an answer: 2026/Q3/P1." in read(user)
        await user.press("f6", "end", "a", "enter")
        await user.type("it was approved", "enter", "enter")
        await user.press("f3")
        assert "2026/Q3/P1" not in read(user)
        await user.press("f2")
        assert sentence not in read(user)


async def test_the_tabling_note_is_among_the_papers_only_where_there_are_referrals(
    kenya: Book, kosovo: Book, drive: Drive
) -> None:
    async with drive(kenya) as user:
        await user.press("f9", "home", "down", "down")
        assert "Tabling note to the UNCT" in read(user)
    async with drive(kosovo) as user:
        await user.press("f9")
        assert "Tabling" not in read(user)
