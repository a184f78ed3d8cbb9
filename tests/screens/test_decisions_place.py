"""The register of decisions searched, read and followed up by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import convene
from tui_app.services.book import Book

Drive = Callable[..., object]
Take = Callable[..., None]
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def register(book: Book, take: Take) -> Book:
    """Two meetings: in June a decision and a text put off; in September, still in session, two decisions."""
    for month, *lines in (
        (6, "/in IOM A. Otieno", "/decide The Network adopted its workplan.", "/owner D01 IOM by 30 Jun",
         "/propose The Network endorses a border survey.", "/rest joins", "/defer"),
        (9, "/in ILO M. Njeri", "/decide The Network endorses the data plan.", "/decide It thanked Café Nairobi."),
    ):  # fmt: skip
        starts = datetime(2026, month, 22, 10)
        meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts))
        convene.open_meeting(book, meeting)
        take(book, *lines)
        if month == 6:
            convene.close_meeting(book, book.meetings()[0])
            with book.register.transaction("due in June"):
                book.of(Decision).put(replace(book.of(Decision).all()[0], due=date(2026, 6, 30)))
    return book


def position(screen: str, *words: str) -> list[int]:
    return [screen.index(each) for each in words]


@pytest.mark.parametrize("size", SIZES)
async def test_the_newest_meeting_stands_first_or_the_first_symbol(
    register: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(register, size) as user:
        await user.press("f6")
        assert "4 decisions and proposals, newest first" in user.screen
        places = position(
            user.screen, "2026/Q3  Third", "D02  not started", "D01  not started", "2026/Q2  Second", "workplan", "P2"
        )
        assert places == sorted(places)
        assert "IOM, 84 days overdue" in user.screen
        assert "no owner" in user.screen
        assert "proposal, not adopted" in user.screen
        await user.press("r")
        places = position(user.screen, "by symbol", "2026/Q2  Second", "2026/Q3  Third")
        assert places == sorted(places)


async def test_results_come_as_one_types(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f6", "slash")
        await user.type("cafe")
        assert "1 of 4 decisions" in user.screen
        assert "Café Nairobi" in user.screen
        await user.press("escape")
        assert "4 decisions" in user.screen
        await user.press("slash")
        await user.type("is:deferred", "enter")
        assert "1 of 4 decisions and proposals" in user.screen
        assert "is:deferred   (Esc: all)" in user.screen
        await user.press("escape")
        assert "4 decisions" in user.screen
        await user.press("slash")
        await user.type("owner:iom work")
        assert "1 of 4" in user.screen
        await user.press(*["backspace"] * 20)
        await user.type("ovner:iom")
        assert "did you mean 'owner:'?" in user.screen
        assert "ovner:iom" in user.screen


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_a_filter_that_cannot_be_is_told_under_the_line_and_mended_there(
    register: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(register, size) as user:
        await user.press("f6", "slash")
        await user.type("is:opne", "enter")
        assert " is:opne\n There is no is:opne: did you mean 'is:open'?\n" in user.screen
        told = " ".join(user.screen.split())
        assert "3 of 4 decisions and proposals, newest first still those of is:op " in told
        await user.press("backspace", "backspace")
        assert "There is no" not in user.screen
        await user.type("en", "enter")
        assert "3 of 4 decisions and proposals, newest first   is:open" in user.screen
        await user.press("slash")
        await user.type("x:", "escape")
        assert "There is no" not in user.screen
        assert "4 decisions" in user.screen


@pytest.mark.parametrize("place", ["f6", "f7"])
@pytest.mark.parametrize("typed", ["", "nothing of this", "is:opne"])
async def test_escape_leaves_the_search_of_an_empty_register_and_stays_out(
    book: Book, drive: Drive, place: str, typed: str
) -> None:
    async with drive(book) as user:
        await user.press(place, "slash")
        await user.type(typed, "enter")
        for _ in range(3):
            await user.press("escape")
            assert user.app.focused is user.app.screen.rows()
            assert "yet:" in user.screen
        await user.press("2")
        assert user.app.screen.NAME == "agenda"


async def test_arrows_move_in_the_list_while_one_searches(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f6", "slash")
        await user.type("network", "down", "enter", "enter")
        assert "UNNM-KEN/2026/Q2/D01" in user.screen


@pytest.mark.parametrize("size", SIZES)
async def test_one_decision_is_shown_whole_and_esc_leaves_it(
    register: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(register, size) as user:
        await user.press("f6", "down", "enter")
        for words in ("UNNM-KEN/2026/Q3/D01", "KEN:134", "Third quarterly meeting of 2026 (2026/Q3)", "Round 1"):
            assert words in user.screen
        await user.press("escape")
        assert "newest first" in user.screen


async def test_a_proposal_not_adopted_is_shown_whole_and_has_nothing_to_carry_out(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f6", "end", "enter")
        assert "Proposal P2 of 2026/Q2" in user.screen
        assert "deferred, " in user.screen
        await user.press("escape", "o")
        assert "P2 was not adopted" in user.told


@pytest.mark.parametrize("size", SIZES)
async def test_who_declared_is_named_once_and_only_what_was_adopted_has_a_basis(
    book: Book, drive: Drive, take: Take, size: tuple[int, int]
) -> None:
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    objection = "/position IOM objects substance: it costs too much"
    take(book, "/in IOM A. Otieno", "/decide The Network adopted its workplan.")
    take(book, "/propose A survey.", objection, "/declare", "/propose A fair.", "/defer", "/propose A campaign.")
    async with drive(book, size) as user:
        await user.press("f6", "enter")
        assert "Basis" in user.screen
        assert "Declared The Network Coordinator: It was so decided." in " ".join(user.screen.split())
        for number, declared in (("P4", False), ("P3", True), ("P2", True)):
            await user.press("escape", "down", "enter")
            told = " ".join(user.screen.split())
            assert f"Proposal {number}" in told
            assert ("Declared The Network Coordinator" in told) is declared
            assert "Network Coordinator: " not in told
            assert "Basis" not in told


@pytest.mark.parametrize("size", SIZES)
async def test_an_owner_is_named_with_an_echo(register: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(register, size) as user:
        await user.press("f6", "down", "o")
        await user.type("IOM, ILO by 30 Sep")
        assert "D01 - IOM, ILO - by Wed 30 Sep 2026" in user.screen
        await user.press("enter")
        assert "30 Sep 2026" in user.screen
        decision = register.of(Decision).all()[1]
        assert (decision.owners, decision.due) == (("IOM", "ILO"), date(2026, 9, 30))
        await user.press("ctrl+z")
        assert register.of(Decision).all()[1].owners == ()


async def test_a_wrong_name_is_told_and_the_line_stays(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f6", "o")
        await user.type("UNHCRR", "enter")
        assert "did you mean UNHCR?" in user.screen
        assert register.of(Decision).all()[1].owners == ()


@pytest.mark.parametrize("size", SIZES)
async def test_implemented_asks_for_its_evidence(register: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(register, size) as user:
        await user.press("f6", "down", "s")
        await user.type("impl survey published", "enter")
        assert "What shows that 2026/Q3/D01 is implemented" in user.screen
        await user.press("enter")
        assert "needs its evidence" in user.screen
        await user.type("the report of 20 September", "enter")
        assert register.of(Decision).all()[1].implementation is ActionStatus.IMPLEMENTED
        await user.press("enter")
        assert "survey published; evidence: the report of 20" in " ".join(user.screen.split())


async def test_the_text_of_a_decision_has_no_key_that_edits_it(register: Book, drive: Drive) -> None:
    async with drive(register) as user:
        await user.press("f6", "e", "x", "d", "a", "n", "K", "J")
        assert [d.text for d in register.of(Decision).all()][1] == "The Network endorses the data plan."


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_an_empty_register_says_how_decisions_come(book: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(book, size) as user:
        await user.press("f6")
        assert "No decision yet" in user.screen
        await user.press("enter", "s")
        assert "There is no decision under the cursor" in user.told


async def test_the_text_of_a_round_uses_the_width_that_there_is(in_session: Book, drive: Drive, take: Take) -> None:
    text = "The Network endorses the establishment of county migration forums in Isiolo and Marsabit"
    take(in_session, "/in all", f"/propose {text}", "/rest joins", "/declare")
    async with drive(in_session, (120, 40)) as user:
        await user.press("f6", "enter")
        assert f"text           {text}" in user.screen
