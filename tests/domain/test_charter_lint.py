"""What a ToR says twice and differently is shown, never repaired (R-05)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Binding, Charter, DecisionRule, MemberList, Status, Term, Terms, Tier
from tui_app.domain.charter.lint import discrepancies
from tui_app.services.charters import charter_names, load_charter

TERM = Term(short="x", name="x")


def charter_with(*lists):
    return Charter(
        key="XX",
        name="Network",
        symbol="XX",
        zone="UTC",
        status=Status.IN_FORCE,
        terms=Terms(parent_body=TERM, coordinator=TERM, secretariat=TERM, state_counterpart=TERM),
        decision=DecisionRule(statement=Binding.NOT_STATED),
        lists=lists,
    )


def listed(name, entities, tier=Tier.MEMBER):
    return MemberList(id=name, title=name, tier=tier, entities=tuple(entities), clauses=())


def kenya():
    return {item.id: item for item in discrepancies(load_charter("kenya"))}


@pytest.mark.parametrize(
    ("ident", "words", "clauses"),
    [
        ("KEN/body-committee-not-annex-committee", ["8", "7", "UNDESA is only"], {"KEN:116", "KEN:194"}),
        ("KEN/body-committee-not-a-member", ["UNDESA"], {"KEN:116", "KEN:126", "KEN:172"}),
        ("KEN/body-members-not-annex-members", ["13", "19", "UN RCO is only"], {"KEN:126", "KEN:172"}),
        (
            "KEN/annex-members-not-body-members",
            ["UNCTAD, UNESCO, UNEP, UNFPA, UNV, WFP and WHO are only"],
            {"KEN:126", "KEN:172"},
        ),
        ("KEN/body-members-spells-un-women", ["'UNWOMEN'", "'UN Women'"], {"KEN:126"}),
        ("KEN/two-consensuses", ["consensus"], {"KEN:134"}),
    ],
)
def test_kenya_disagrees_with_itself_in_these_places(ident, words, clauses):
    found = kenya()[ident]
    assert set(found.clauses) == clauses
    assert found.resolved_by_decision is None
    for word in words:
        assert word in found.sentence


@pytest.mark.parametrize(
    ("name", "ident", "clauses"),
    [
        ("albania", "ALB/draft", ("ALB:5",)),
        ("kosovo", "KOS/reporting-rhythm", ("KOS:96", "KOS:120")),
        ("kosovo", "KOS/membership-list", ("KOS:84", "KOS:124")),
        ("kosovo", "KOS/decisions-or-advice", ("KOS:43", "KOS:115")),
        ("kosovo", "KOS/rotating-term", ("KOS:86",)),
        ("kenya", "KEN/periodic-reports", ("KEN:93", "KEN:104")),
        ("serbia", "SRB/partner-agencies", ("SRB:37",)),
    ],
)
def test_declared_ambiguities_are_shown(name, ident, clauses):
    found = {item.id: item.clauses for item in discrepancies(load_charter(name))}
    assert found[ident] == clauses


@pytest.mark.parametrize("name", charter_names())
def test_ids_are_unique_and_only_kenya_contradicts_its_own_lists(name):
    charter = load_charter(name)
    found = [item.id for item in discrepancies(charter)]
    assert len(set(found)) == len(found)
    if name != "kenya":
        assert len(found) == len(charter.ambiguities)


def test_a_decision_resolves_one_and_leaves_it_in_the_list():
    ident = "KEN/body-committee-not-annex-committee"
    found = discrepancies(load_charter("kenya"), {ident: "UNNM-KEN/2026/Q1/D02"})
    resolved = {item.id: item.resolved_by_decision for item in found}
    assert resolved.pop(ident) == "UNNM-KEN/2026/Q1/D02"
    assert set(resolved.values()) == {None}
    assert len(found) == len(kenya())


ENTITIES = st.sets(st.sampled_from(["IOM", "ILO", "FAO", "WHO", "UNDP"]))


@given(ENTITIES, ENTITIES)
def test_two_lists_of_members_differ_exactly_by_their_entities(here, there):
    found = discrepancies(charter_with(listed("here", sorted(here)), listed("there", sorted(there))))
    assert {item.id for item in found} == {
        ident for ident, only in (("XX/here-not-there", here - there), ("XX/there-not-here", there - here)) if only
    }


@given(ENTITIES, ENTITIES)
def test_a_committee_is_compared_with_the_members_and_not_the_other_way(members, committee):
    found = discrepancies(
        charter_with(
            listed("members", sorted(members)),
            listed("committee", sorted(committee), Tier.EXECUTIVE_COMMITTEE),
        )
    )
    assert bool(found) == bool(committee - members)
