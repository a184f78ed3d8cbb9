import pytest

from tui_app.domain.charter.sentences import stated_chairs, stated_meeting, stated_rules, unstated_meeting
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
        "Decisions are made by consensus of the Executive Committee. Consensus of all members is sought too."
    )
    assert rule.clauses == ("KEN:134",)
    assert [rule.sentence for rule in of("kenya", "Escalation")] == [
        "Without consensus a matter is put before the UNCT."
    ]


@pytest.mark.parametrize("name", ["albania", "kyrgyzstan", "serbia"])
def test_decisions_are_made_by_consensus_after_all_members_are_consulted(name):
    said = "Decisions are made by consensus based on consultations with all members."
    assert of(name, "Decision")[0].sentence == said


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "albania",
            "On what concerns the state, the Ministry of Interior and other relevant ministries are consulted.",
        ),
        ("kyrgyzstan", "On what concerns the state, the SMS is consulted."),
        ("serbia", "On what concerns the state, the SCRM and other relevant ministries are consulted."),
    ],
)
def test_the_state_is_consulted_on_its_concerns(name, sentence):
    assert [rule.sentence for rule in of(name, "State")] == [sentence]


def test_only_albania_calls_itself_a_draft():
    said = {name: [rule.clauses for rule in of(name, "Status")] for name in charter_names()}
    assert {name: clauses for name, clauses in said.items() if clauses} == {"albania": [("ALB:5",)]}


@pytest.mark.parametrize("name", charter_names())
def test_no_chair_is_called_permanent_but_where_the_terms_of_reference_say_so(name):
    said = " ".join(f"{chair.subject} {chair.sentence}" for chair in stated_chairs(load_charter(name))).casefold()
    assert ("permanent" in said) == (name == "kosovo")


def test_what_the_secretariat_only_assists_in_or_organizes_is_not_told_as_its_own():
    assert all("assists the Co-chair" in of("kyrgyzstan", subject)[0].sentence for subject in ("Agenda", "Minutes"))
    assert stated_meeting(load_charter("kenya"), "additional") == "Called by the Network Coordinator. (KEN:105, KEN:89)"
    assert stated_meeting(load_charter("kosovo"), "on request") == (
        "Additional meetings, called by the Chairperson: planned as requested by the Chairperson (KOS:118)."
    )
    assert stated_meeting(load_charter("albania"), "on request") == "Upon request by the members. (ALB:35)"
    assert "whenever possible" in stated_meeting(load_charter("kyrgyzstan"), "quarterly")


def test_the_kosovo_authorities_are_a_counterpart():
    assert [rule.sentence for rule in of("kosovo", "Counterpart")] == ["Kosovo authorities."]
    assert not of("kosovo", "State")


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
        "Representative of a UN Agency, for a term of 12 months, at most 1 term for each entity, appointed by the UNKT."
    )


@pytest.mark.parametrize(
    ("name", "kind", "called"),
    [
        ("kosovo", "annual", "an annual meeting"),
        ("blank", "on request", "a meeting on request"),
        ("kosovo", "on request", ""),
        ("kenya", "stakeholder", "a stakeholder meeting"),
        ("blank", "working group", "a meeting of a working group"),
        ("kosovo", "quarterly", ""),
        ("kosovo", "stakeholder", ""),
        ("kenya", "extraordinary", ""),
        ("albania", "annual", ""),
        ("albania", "working group", ""),
    ],
)
def test_a_kind_of_meeting_that_the_tor_do_not_know_is_told(name, kind, called):
    told = unstated_meeting(load_charter(name), kind)
    assert told == (
        f"The Terms of Reference do not provide for {called}; it is planned all the same." if called else ""
    )
