from datetime import UTC, datetime

import pytest

from tui_app.domain.membership.roster import Seat
from tui_app.services.charters import load_charter
from tui_app.services.membership import contact_of
from tui_app.services.registers import make

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


@pytest.fixture
def kosovo(tmp_path):
    at = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
    return make(load_charter("kosovo"), tmp_path / "kosovo", "A. Otieno", clock=lambda: at)


@SIZES
async def test_the_roster_shows_every_member_by_tier(book, drive, size):
    async with drive(book, size=size) as user:
        await user.press("f8")
        assert "22 September 2026: 19 members" in user.screen
        assert "Executive Committee (7)" in user.screen
        assert "International Organization for" in user.screen
        await user.press("end")
        assert "World Health Organization" in user.screen


@SIZES
async def test_tab_shows_the_chairs_the_groups_the_charter_its_discrepancies_and_the_workplan(book, drive, size):
    async with drive(book, size=size) as user:
        await user.press("f8", "tab")
        assert "[Chairs]" in user.screen
        assert "Network Coordinator" in user.screen
        await user.press("tab")
        assert "[Groups]" in user.screen
        await user.press("tab")
        assert "Decisions are made by consensus" in user.screen
        assert "KEN:134" in user.screen
        await user.press("tab")
        assert "not repaired, to be" in user.screen
        assert "UNCTAD" in user.screen
        await user.press("tab")
        assert "[Workplan]" in user.screen
        await user.press("tab")
        assert "[Roster]" in user.screen


async def test_lines_are_never_cut_by_the_scrollbar(book, drive):
    async with drive(book) as user:
        await user.press("f8", "tab", "tab", "tab")
        assert "…" not in user.screen


async def test_an_entity_is_admitted_and_waits_for_the_committee_without_a_decision(book, drive):
    async with drive(book) as user:
        await user.press("f8", "a")
        await user.type("UNOPS", "enter")
        await user.type("United Nations Office for Project Services", "enter")
        await user.press("enter", "enter", "enter")
        seat = next(seat for seat in book.of(Seat).all() if seat.entity == "UNOPS")
        assert seat.pending
        await user.press("end")
        assert "Pending, no position until approved by the Executive Committee (1)" in user.screen
        assert "United Nations Office for Project Services" in user.screen


async def test_a_seat_ends_on_a_day_and_the_roster_of_an_earlier_day_still_shows_it(book, drive):
    async with drive(book) as user:
        await user.press("f8", "end", "x")
        assert "WHO" in user.screen
        await user.press("ctrl+u")
        await user.type("30 Sep 2026")
        assert "Wed 30 Sep 2026" in user.screen
        await user.press("enter", "end")
        assert "World Health Organization, until 30 Sep 2026" in user.screen
        await user.press("d", "ctrl+u")
        await user.type("1 Oct 2026", "enter")
        assert "1 October 2026: 18 members" in user.screen
        await user.press("end")
        assert "World Health Organization" not in user.screen


async def test_a_wrong_date_is_told_under_the_line_and_the_line_stays(book, drive):
    async with drive(book) as user:
        await user.press("f8", "d", "ctrl+u")
        await user.type("31 Feb", "enter")
        assert "There is no 31 February" in user.screen
        await user.press("escape")
        assert "The roster as at" not in user.screen


async def test_an_empty_roster_names_the_key_that_fills_it(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8")
        assert "a admits an entity" in user.screen


async def test_joining_asks_for_no_approval_where_the_terms_of_reference_ask_for_none(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "a")
        await user.type("ILO", "enter")
        await user.type("International Labour Organization", "enter")
        await user.press("enter")
        assert [seat.pending for seat in kosovo.of(Seat).all()] == [False]
        assert "Members (1)" in user.screen


async def test_a_seat_to_come_stands_in_the_roster(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "a")
        await user.type("ILO", "enter")
        await user.type("International Labour Organization", "enter")
        await user.press("ctrl+u")
        await user.type("1 Jan 2027", "enter")
        assert "Seats to come (1)" in user.screen
        assert "since 1 Jan 2027" in user.screen


async def test_a_basis_is_recorded_where_the_terms_of_reference_state_no_rule(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "b")
        await user.type("the absence of objection", "enter")
        await user.press("tab", "tab", "tab")
        assert "the absence of objection" in user.words
        assert kosovo.network.basis == "the absence of objection"


async def test_no_other_basis_is_recorded_where_the_terms_of_reference_state_a_rule(book, drive):
    async with drive(book) as user:
        await user.press("f8", "b")
        assert "state how this network decides" in user.told


async def test_whom_to_write_to_is_recorded_in_the_roster_and_offered_to_be_changed(book, drive):
    async with drive(book) as user:
        await user.press("f8", "c")
        await user.type("B. Kamau, b.kamau@example.org", "enter")
        entity = book.of(Seat).find(user.app.screen.rows().key).entity
        assert contact_of(book, entity) == "B. Kamau, b.kamau@example.org"
        await user.press("c")
        assert "b.kamau@example.org" in user.screen


@pytest.mark.parametrize("key", ["a", "d", "s"])
async def test_what_the_footer_does_not_offer_is_not_asked_under_the_discrepancies(book, drive, key):
    async with drive(book) as user:
        await user.press("f8", *["tab"] * 4)
        assert "[Discrepancies]" in user.screen
        await user.press(key)
        assert "This key is for the roster: Tab shows it." in user.screen
        assert "Esc leave it" not in user.screen
