"""The chairs of a network by keys: terms begin and end, somebody acts, the charter's limits are told (R-09 to R-11)."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.membership.roster import Body, BodyKind
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.services.charters import load_charter
from tui_app.services.membership import admit, end_seat
from tui_app.services.registers import make
from tui_app.services.tenure import begin_term, end_term

NOW = datetime(2026, 11, 10, 7, 30, tzinfo=UTC)
NETWORK = "network"


@pytest.fixture
def kosovo(tmp_path):
    book = make(load_charter("kosovo"), tmp_path / "kosovo", "A. Otieno", clock=lambda: NOW)
    for acronym, name in (("UNHCR", "Refugees"), ("WHO", "Health"), ("ILO", "Labour"), ("IOM", "Migration")):
        admit(book, acronym, name, date(2020, 1, 1))
    begin_term(book, body=NETWORK, office="rotating", entity="UNHCR", since=date(2026, 1, 1), person="B. Berisha")
    return book


@pytest.fixture
def with_group(book):
    """Kenya with one working group."""
    with book.register.transaction("group made"):
        book.of(Body).put(Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP))
    return book


def terms(book):
    return [(t.entity, t.person, t.since, t.until, t.acting) for t in book.of(ChairTerm).all()]


def words(user):
    return user.words


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_section_shows_who_chairs_until_when_and_who_has_not_served(kosovo, drive, size):
    async with drive(kosovo, size=size) as user:
        await user.press("f8", "tab")
        told = words(user)
        assert "Who chairs on 10 November 2026" in told
        assert "Head of IOM: nobody is recorded; t begins a term (KOS:86)" in told
        assert "UNHCR, B. Berisha, from 1 Jan 2026 until 31 Dec 2026, ends in 51 days (KOS:86)" in told
        assert "Not yet Rotating Co-Chair (KOS:86) ILO Labour WHO Health" in told
        assert "IOM Migration" not in told
        assert "t begin term" in told
        assert "a admit" not in told


async def test_the_next_term_is_proposed_after_the_last_and_for_as_long_as_the_charter_gives(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "tab", "down", "down", "down", "t")
        assert "Entity that becomes Rotating Co-Chair" in user.screen
        assert "ILO" in user.screen
        await user.press("enter")
        await user.type("L. Laboure", "enter")
        assert "Fri 1 Jan 2027" in user.screen
        await user.press("enter")
        assert "at most 12 months (KOS:86)" in user.screen
        assert "Fri 31 Dec 2027" in user.screen
        await user.press("enter")
        assert terms(kosovo)[1:] == [("ILO", "L. Laboure", date(2027, 1, 1), date(2027, 12, 31), "")]
        assert "Terms to come ILO Rotating Co-Chair: L. Laboure, from 1 Jan 2027" in words(user)
        await user.press("ctrl+z")
        assert len(terms(kosovo)) == 1


async def test_a_term_over_the_limit_is_told_with_its_clause_and_the_line_stays(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "tab", "down", "down", "down", "t", "enter", "enter", "enter", "ctrl+u")
        await user.type("1 Jan 2028", "enter")
        assert "at most 12 months (KOS:86): from 1 January 2027 it can last until 31 December 2027" in words(user)
        await user.press("ctrl+u")
        await user.type("31 Dec 2027", "enter")
        assert terms(kosovo)[1][3] == date(2027, 12, 31)


async def test_the_same_agency_again_is_asked_for_its_reason(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "tab", "down", "down", "t", "ctrl+u")
        await user.type("unhcr", "enter")
        await user.press("enter", "enter", "enter")
        assert "UNHCR has its one term as Rotating Co-Chair already (KOS:86): another needs a reason" in words(user)
        await user.press("enter")
        assert "The reason is recorded with the term" in user.screen
        await user.type("no other agency is willing", "enter")
        assert kosovo.of(ChairTerm).all()[1].override == "no other agency is willing"
        assert "reason: no other agency is willing" in words(user)


async def test_an_officer_in_charge_is_recorded_beside_the_holder_and_ends(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "tab", "down", "down", "o", "enter")
        await user.type("C. Dema", "enter")
        assert "officer-in-charge" in user.screen
        await user.press("ctrl+u")
        await user.type("oic", "enter")
        await user.press("enter", "enter")
        assert terms(kosovo)[1] == ("UNHCR", "C. Dema", date(2026, 11, 10), None, "officer-in-charge")
        assert "acting UNHCR, C. Dema, officer-in-charge, since 10 Nov 2026" in words(user)
        await user.press("e", "ctrl+u")
        await user.type("20 Nov", "enter")
        assert terms(kosovo)[1][3] == date(2026, 11, 20)


async def test_a_term_ends_earlier_and_another_can_begin(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "tab", "down", "down", "e")
        assert "The last day of UNHCR as Rotating Co-Chair" in user.screen
        await user.press("ctrl+u")
        await user.type("9 Nov 2026", "enter")
        assert "Past terms UNHCR Rotating Co-Chair: B. Berisha, from 1 Jan 2026 until 9 Nov 2026" in words(user)
        await user.press("home", "down", "down", "t")
        await user.type("WHO", "enter", "enter", "enter")
        await user.press("enter")
        assert terms(kosovo)[1][:4] == ("WHO", "", date(2026, 11, 10), date(2027, 11, 9))


async def test_a_chair_without_a_seat_is_told_and_recorded(kosovo, drive):
    end_seat(kosovo, "ILO", date(2026, 6, 30))
    async with drive(kosovo) as user:
        await user.press("f8", "tab", "down", "down", "t", "ctrl+u")
        await user.type("ILO", "enter", "enter", "enter", "enter")
        assert "ILO has no seat in the network on 1 January 2027; the term is recorded all the same." in user.told


async def test_an_office_of_the_iom_is_not_asked_for_its_entity(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "tab", "down", "t")
        assert "The person of IOM as Head of IOM" in user.screen
        await user.type("A. Person", "enter", "enter", "enter")
        assert terms(kosovo)[1] == ("IOM", "A. Person", date(2026, 11, 10), None, "")
        assert "Head of IOM: IOM" not in words(user)
        assert "Head of IOM: A. Person, since 10 Nov 2026 (KOS:86)" in words(user)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_office_without_an_entity_is_asked_for_its_person(kosovo, drive, size):
    async with drive(kosovo, size=size) as user:
        await user.press("f8", "tab", "t")
        assert "Who becomes UN Development Coordinator?" in user.screen
        await user.press("enter")
        assert "is a person's: write the name" in words(user)
        await user.type("D. Coordinator", "enter")
        assert "The entity of D. Coordinator; may stay empty" in user.screen
        await user.press("enter")
        assert "The first day of D. Coordinator as UN Development Coordinator" in words(user)
        await user.press("enter", "enter")
        assert terms(kosovo)[1] == ("", "D. Coordinator", date(2026, 11, 10), None, "")
        assert "UN Development Coordinator: D. Coordinator, since 10 Nov 2026 (KOS:86)" in words(user)
        await user.press("o")
        await user.type("E. Roe", "enter", "enter", "enter", "enter", "enter")
        assert terms(kosovo)[2] == ("", "E. Roe", date(2026, 11, 10), None, "officer-in-charge")
        assert "E. Roe, officer-in-charge, since 10 Nov 2026" in words(user)
        await user.press("home", "e")
        assert "The last day of D. Coordinator as UN Development Coordinator" in words(user)
        await user.press("ctrl+u")
        await user.type("10 Nov", "enter")
        assert terms(kosovo)[1][3] == date(2026, 11, 10)


async def test_the_chair_of_a_group_has_a_term_of_a_year_and_a_longer_one_needs_a_reason(with_group, drive):
    async with drive(with_group) as user:
        await user.press("f8", "tab", "down", "t")
        await user.type("ILO", "enter", "enter", "enter")
        assert "at most 12 months (KEN:156)" in words(user)
        await user.press("ctrl+u")
        await user.type("1 Jan 2028", "enter")
        assert "The decision by consensus of the Executive Committee entities" in words(user)
        await user.press("enter")
        assert "a longer one needs a reason, which is recorded. Why?" in words(user)
        await user.type("until the survey ends", "enter")
        assert with_group.of(ChairTerm).all()[0].until == date(2028, 1, 1)
        await user.press("f2")
        assert "long term ILO is chair of WG-DATA" in words(user)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("t",), "for the chairs: Tab shows them"),
        (("o",), "for the chairs: Tab shows them"),
        (("e",), "for the chairs: Tab shows them"),
        (("tab", "e"), "nobody is recorded on this line"),
        (("tab", "tab", "tab", "t"), "for the chairs: Tab shows them"),
    ],
)
async def test_a_key_that_cannot_be_done_here_says_why(kosovo, drive, keys, told):
    async with drive(kosovo) as user:
        await user.press("f8", *keys)
        assert told in user.told


async def test_on_a_line_of_no_office_the_office_is_chosen(kosovo, drive):
    async with drive(kosovo) as user:
        await user.press("f8", "tab", "end", "t")
        assert "Which office?" in user.screen
        await user.press("down", "enter")
        assert "The person of IOM as Head of IOM" in user.screen


async def test_home_tells_of_a_term_that_ends_and_of_one_that_ended_and_leads_there(kosovo, drive):
    async with drive(kosovo) as user:
        assert "The term of UNHCR as Rotating Co-Chair ends on 31 Dec 2026, in 51 days" in words(user)
        end_term(kosovo, kosovo.of(ChairTerm).all()[0], date(2026, 11, 1))
        await user.press("f8", "f2")
        assert "ended on 1 Nov 2026; the next is chosen by the UNKT. (KOS:86)" in words(user)
        await user.press("enter")
        assert "Roster" in user.screen.splitlines()[1]


async def test_a_charter_without_chairs_says_so(tmp_path, drive):
    blank = make(load_charter("blank"), tmp_path / "blank", "A. Otieno", clock=lambda: NOW)
    async with drive(blank) as user:
        await user.press("f8", "tab")
        assert "The charter names no chair." in user.screen
        await user.press("t")
        assert "The charter names no chair" in user.told
