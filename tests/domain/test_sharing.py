"""The member list: what changed since it was shared, and when that is too long ago (R-06)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Tier
from tui_app.domain.membership.roster import NETWORK, Entity, Seat
from tui_app.domain.membership.sharing import (
    ListedEntity,
    SharedList,
    asked_by,
    changes_by,
    changes_since,
    last_shared,
    listed,
    sharing_due,
)
from tui_app.services.charters import load_charter

TODAY = date(2026, 11, 21)


def line(entity: str, name: str = "", tier: Tier = Tier.MEMBER) -> ListedEntity:
    return ListedEntity(entity=entity, name=name or entity, tier=tier)


def shared(*members: ListedEntity, on: date = TODAY) -> SharedList:
    return SharedList(id=on.isoformat(), body=NETWORK, on=on, recipients="all members", members=members)


def test_who_joined_left_changed_its_tier_or_its_name_is_told() -> None:
    before = shared(line("IOM"), line("UNV"), line("WHO"), line("ILO", "Labour"))
    committee = Tier.EXECUTIVE_COMMITTEE
    now = [line("IOM"), line("WHO", tier=committee), line("ILO", "Labour Organization"), line("FAO", tier=committee)]
    assert changes_since(before, now) == (
        "FAO joined, on the Executive Committee",
        "ILO is Labour Organization now, and was Labour",
        "UNV left",
        "WHO is on the Executive Committee now",
    )


def test_the_day_of_a_change_is_told_where_it_is_known() -> None:
    end, begin, later = date(2026, 11, 30), date(2026, 12, 1), date(2027, 3, 1)
    seats = [
        Seat(id="a", body=NETWORK, entity="FAO", since=begin),
        Seat(id="b", body=NETWORK, entity="UNV", until=end),
        Seat(id="c", body=NETWORK, entity="UNV", since=later),
    ]
    before = shared(line("UNV"))
    assert changes_by(before, seats, [], date(2026, 12, 15)) == (
        "FAO joined on 1 December 2026", "UNV left on 30 November 2026",
    )  # fmt: skip
    assert changes_by(before, seats, [], later) == ("FAO joined on 1 December 2026",)


LINES = st.builds(line, st.sampled_from("ABCDE"), st.sampled_from(["x", "y"]), st.sampled_from(list(Tier)))
LISTS = st.lists(LINES, unique_by=lambda each: each.entity)


@given(LISTS, LISTS)
def test_nothing_is_told_exactly_where_nothing_changed(old: list[ListedEntity], new: list[ListedEntity]) -> None:
    key = str.casefold
    same = sorted(old, key=lambda each: key(each.entity)) == sorted(new, key=lambda each: key(each.entity))
    assert (changes_since(shared(*old), new) == ()) is same


def test_a_list_has_the_seats_of_its_day() -> None:
    left = date(2026, 6, 30)
    seats = [Seat(id="a", body=NETWORK, entity="IOM"), Seat(id="b", body=NETWORK, entity="UNV", until=left)]
    entities = [Entity(id="e", acronym="IOM", name="Migration")]
    assert listed(seats, entities, NETWORK, TODAY) == (line("IOM", "Migration"),)
    assert [each.entity for each in listed(seats, entities, NETWORK, left)] == ["IOM", "UNV"]


def test_the_last_one_is_that_of_the_day_or_before_it() -> None:
    march, june = shared(on=date(2026, 3, 3)), shared(on=date(2026, 6, 3))
    assert last_shared([june, march], NETWORK, TODAY) is june
    assert last_shared([june, march], NETWORK, date(2026, 4, 1)) is march
    assert last_shared([june, march], NETWORK, date(2026, 1, 1)) is None


ASKED = [("albania", "ALB:44"), ("serbia", "SRB:44"), ("kyrgyzstan", "KGZ:65"), ("kenya", ""), ("kosovo", "")]


@pytest.mark.parametrize(("network", "clause"), ASKED)
def test_only_where_the_terms_of_reference_ask_for_it_it_is_told_after_a_quarter(network: str, clause: str) -> None:
    charter = load_charter(network)
    assert asked_by(charter) == ((clause,) if clause else ())
    fresh, old = shared(on=TODAY - timedelta(days=92)), shared(on=TODAY - timedelta(days=93))
    told = [sharing_due(charter, each, TODAY) for each in (None, fresh, old)]
    expected = ["not recorded as shared yet", "", "shared last on 20 August 2026, 93 days ago"]
    assert all(words in sentence for words, sentence in zip(expected, told, strict=True)) if clause else not any(told)
