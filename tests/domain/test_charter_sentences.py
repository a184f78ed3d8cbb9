import pytest

from tui_app.domain.charter_sentences import stated_chairs, stated_rules
from tui_app.services.charters import charter_names, load_charter


def of(name: str, subject: str):
    return [rule for rule in stated_rules(load_charter(name)) if rule.subject == subject]


@pytest.mark.parametrize("name", charter_names())
def test_every_rule_is_a_whole_sentence_under_a_subject(name):
    charter = load_charter(name)
    for rule in (*stated_rules(charter), *stated_chairs(charter)):
        assert rule.subject
        assert rule.sentence[0].isupper() or not rule.sentence[0].isalpha(), rule
        assert rule.sentence.rstrip().endswith((".", "TBD")), rule
        assert ".." not in rule.sentence
        assert "  " not in rule.sentence


@pytest.mark.parametrize("name", charter_names())
def test_every_quotation_of_the_terms_of_reference_is_shown(name):
    charter = load_charter(name)
    shown = " ".join(rule.quote for rule in (*stated_rules(charter), *stated_chairs(charter)))
    parts = (charter.decision, charter.membership, charter.confidentiality, charter.groups, *charter.chairs,
             *charter.reports, *charter.provisions, *charter.representation)  # fmt: skip
    assert all(part.quote in shown for part in parts if part is not None)


def test_kenya_decides_by_its_committee_and_tables_to_the_country_team():
    (rule,) = of("kenya", "Decision")
    assert rule.sentence == (
        "Decisions are made by consensus of the Executive Committee. Consensus of all members is sought first."
    )
    assert rule.clauses == ("KEN:134",)
    assert [rule.sentence for rule in of("kenya", "Escalation")] == [
        "Without consensus a matter is put before the UNCT."
    ]


def test_albania_decides_by_consensus_of_all_members():
    assert of("albania", "Decision")[0].sentence == "Decisions are made by consensus of all members."


def test_kosovo_states_no_rule_of_decision_and_none_is_invented():
    (rule,) = of("kosovo", "Decision")
    assert "state no rule of decision" in rule.sentence
    assert not rule.quote
    assert "consensus" not in rule.sentence


def test_a_recorded_basis_is_named_where_the_terms_of_reference_state_none():
    rules = stated_rules(load_charter("kosovo"), "the absence of objection")
    assert any(rule.sentence.endswith("recorded as its basis: the absence of objection.") for rule in rules)


def test_kosovos_rotating_chair_is_told_with_its_term():
    chairs = [chair.sentence for chair in stated_chairs(load_charter("kosovo"))]
    assert chairs[-1] == (
        "Representative of a UN Agency, rotating, for a term of 12 months, at most 1 term for each entity, "
        "appointed by UNKT."
    )
