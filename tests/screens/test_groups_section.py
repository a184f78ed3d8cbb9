"""Working groups by keys in Network."""

from datetime import date

import pytest

from tui_app.domain.membership.roster import Body, BodyKind, Seat
from tui_app.domain.membership.tenure import ChairTerm


@pytest.fixture
def with_group(book):
    with book.register.transaction("group made"):
        book.of(Body).put(Body(id="g", symbol="WG-DATA", name="Data and research", kind=BodyKind.WORKING_GROUP,
                               established=date(2026, 3, 3), established_by="UNNM-KEN/2026/Q1/D03", ad_hoc=True,
                               review_on=date(2026, 6, 30)))  # fmt: skip
    return book


def words(user):
    return user.words


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_section_shows_kind_review_chair_meetings_and_members(with_group, drive, size):
    async with drive(with_group, size=size) as user:
        await user.press("f8", "tab", "tab")
        told = words(user)
        assert "WG-DATA Data and research" in told
        assert "ad hoc, established on 3 March 2026 by UNNM-KEN/2026/Q1/D03" in told
        assert "OVERDUE since 30 June 2026 (KEN:123)" in told
        assert "nobody is recorded; t records who chairs" in told
        assert "none held yet" in told
        assert "none yet: a admits an entity" in told
        assert "a admit" in told
        assert "r review" in told
        assert "begin term" not in told


async def test_a_ngo_is_admitted_for_its_consortium_and_waits_for_the_committee(with_group, drive):
    async with drive(with_group) as user:
        await user.press("f8", "tab", "tab", "a")
        await user.type("KNCHR", "enter")
        await user.type("Kenya National Commission", "enter")
        await user.press("enter")
        await user.type("Civil Society", "enter")
        assert "The decision of the Executive Committee (KEN:123)" in words(user)
        await user.press("enter")
        seats = [(s.body, s.entity, s.speaks_for, s.pending) for s in with_group.of(Seat).all() if s.speaks_for]
        assert seats == [("WG-DATA", "KNCHR", "Civil Society", True)]
        assert "Kenya National Commission, for the Civil Society consortium" in words(user)
        await user.press("x", "enter")
        assert [s.until for s in with_group.of(Seat).all() if s.body == "WG-DATA"] == [date(2026, 9, 22)]


async def test_a_review_is_moved_for_a_reason(with_group, drive):
    async with drive(with_group) as user:
        await user.press("f8", "tab", "tab", "r", "ctrl+u")
        await user.type("30 Jun 2027", "enter")
        await user.press("enter")
        assert "by a decision, or for a reason" in words(user)
        await user.type("the survey is late", "enter")
        assert "by 30 June 2027; reason: the survey is late" in words(user)
        await user.press("ctrl+z")
        assert "OVERDUE" in user.screen


async def test_the_chair_of_the_group_under_the_cursor_is_recorded(with_group, drive):
    async with drive(with_group) as user:
        await user.press("f8", "tab", "tab", "t")
        await user.type("IOM", "enter")
        await user.type("J. Mwangi", "enter")
        await user.press("enter", "enter", "enter")
        assert [(t.body, t.entity) for t in with_group.of(ChairTerm).all()] == [("WG-DATA", "IOM")]
        assert "IOM, J. Mwangi, from 22 Sep 2026" in words(user)


async def test_without_a_group_it_is_said_what_establishes_one(book, drive):
    async with drive(book) as user:
        await user.press("f8", "tab", "tab")
        assert "a decision establishes one" in words(user)
        await user.press("a")
        assert "put the cursor on one" in user.told
