"""The five charters against their Terms of Reference, rule by rule with the clause."""

import re
from dataclasses import fields, is_dataclass

import msgspec
import pytest

from tui_app.domain.charter import charter as charter_module
from tui_app.domain.charter.charter import Binding, Handling, Output, Status, Tenure, Tier
from tui_app.resources import resource
from tui_app.services.charters import charter_names, load_charter

NAMES = ("albania", "kenya", "kosovo", "kyrgyzstan", "serbia")
CHARTERS = {name: load_charter(name) for name in charter_names()}

# name: key, zone, members, committee, parent, coordinator, status, last line of the ToR
OUTLINE = {
    "albania": ("ALB", "Europe/Tirane", 9, 0, "UNCT", "RC", Status.DRAFT, 52),
    "kenya": ("KEN", "Africa/Nairobi", 19, 7, "UNCT", "RC", Status.IN_FORCE, 194),
    "kosovo": ("KOS", "Europe/Skopje", 0, 0, "UNKT", "UN DC", Status.IN_FORCE, 124),
    "kyrgyzstan": ("KGZ", "Asia/Bishkek", 10, 0, "UNCT", "RC", Status.IN_FORCE, 77),
    "serbia": ("SRB", "Europe/Belgrade", 9, 0, "UNCT", "RC", Status.IN_FORCE, 50),
}

# name: decision, quarterly, annual, on request, groups, chairs
CLAUSES = {
    "albania": ("ALB:48", "ALB:35", "ALB:52", "ALB:35", "ALB:50", "ALB:37"),
    "kenya": ("KEN:134", "KEN:138", None, None, "KEN:123", "KEN:75"),
    "kosovo": (None, "KOS:118", None, None, None, "KOS:86"),
    "kyrgyzstan": ("KGZ:71", "KGZ:56", "KGZ:75", "KGZ:56", "KGZ:77", "KGZ:58"),
    "serbia": ("SRB:46", "SRB:37", "SRB:50", "SRB:37", "SRB:48", "SRB:37"),
}

MEMBERS = {
    "albania": "RCO IOM UNHCR UNICEF UN_WOMEN UNDP UNFPA WHO UNODC",
    "kyrgyzstan": "RCO IOM UNODC UNDP UNW FAO UNICEF UNHCR ILO UNESCO",
    "serbia": "RCO IOM UNHCR UNICEF UN_WOMEN UNDP UNFPA WHO UNODC",
    "kosovo": "",
    "kenya": "FAO ILO IFAD IOM UNAIDS OHCHR UNICEF UNCTAD UNDP UNESCO UN_Women UNEP UNHCR UNIDO UNODC UNFPA UNV "
    "WFP WHO",
}


def first(rule):
    return rule.clauses[0] if rule is not None and rule.clauses else None


def strings(value):
    """Every text in a charter."""
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", NAMES)
def test_outline(name):
    charter = CHARTERS[name]
    key, zone, members, committee, parent, coordinator, status, _ = OUTLINE[name]
    assert (charter.key, charter.symbol, charter.zone, charter.status) == (key, f"UNNM-{key}", zone, status)
    assert len(charter.members) == members
    assert sum(member.tier is Tier.EXECUTIVE_COMMITTEE for member in charter.members) == committee
    assert (charter.terms.parent_body.short, charter.terms.coordinator.short) == (parent, coordinator)
    assert charter.terms.secretariat.short == "IOM"


@pytest.mark.parametrize("name", NAMES)
def test_members_are_exactly_those_listed_in_their_order(name):
    expected = [entity.replace("_", " ") for entity in MEMBERS[name].split()]
    assert [member.entity for member in CHARTERS[name].members] == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_name_these_clauses(name):
    charter = CHARTERS[name]
    cadence = charter.cadence
    rules = (
        charter.decision,
        cadence.quarterly,
        cadence.annual,
        cadence.on_request,
        charter.groups,
        charter.chairs[0],
    )
    assert tuple(first(rule) for rule in rules) == CLAUSES[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_points_into_the_text(name):
    key, last = OUTLINE[name][0], OUTLINE[name][-1]
    clauses = [text for text in strings(msgspec.to_builtins(CHARTERS[name])) if re.fullmatch(r"[A-Z]+:\d+", text)]
    assert clauses
    assert {clause.split(":")[0] for clause in clauses} == {key}
    assert max(int(clause.split(":")[1]) for clause in clauses) <= last


@pytest.mark.parametrize(
    ("name", "counterpart", "also"),
    [
        ("albania", "Ministry of Interior", "other relevant ministries"),
        ("kyrgyzstan", "SMS", ""),
        ("serbia", "SCRM", "other relevant ministries"),
    ],
)
def test_all_members_are_consulted_the_absent_too_and_the_state_on_its_concerns(name, counterpart, also):
    rule = CHARTERS[name].decision
    assert (rule.statement, rule.binding_tier, rule.consult_absent) == (Binding.ALL_MEMBERS, Tier.MEMBER, True)
    assert (rule.state_concern, rule.state_concern_also) == (counterpart, also)
    assert rule.escalation is None
    assert "consultations with all Network Members" in rule.quote


def test_kenya_decides_in_two_tiers_and_tables_what_is_not_reached():
    rule = CHARTERS["kenya"].decision
    assert (rule.statement, rule.binding_tier) == (Binding.EXECUTIVE_COMMITTEE, Tier.EXECUTIVE_COMMITTEE)
    assert rule.endeavour
    assert rule.escalation == "UNCT"
    assert rule.state_concern is None
    assert "tabled to the UNCT" in rule.quote
    assert "does not say" in rule.consult_absent_basis


def test_kosovo_states_no_rule_and_recommends_to_its_parent_which_answers():
    rule = CHARTERS["kosovo"].decision
    assert rule.statement is Binding.NOT_STATED
    assert (rule.clauses, rule.quote, rule.escalation, rule.state_concern) == ((), "", None, None)
    assert rule.output is Output.RECOMMENDATION
    assert rule.answer is not None
    assert (rule.answer.by, rule.answer.motivation, rule.answer.clauses) == ("UNKT", True, ("KOS:115",))


def test_only_the_kyrgyz_charter_speaks_of_mandates_and_of_internal_use():
    said = {n for n in NAMES if CHARTERS[n].decision.mandate_clause == "KGZ:73"}
    internal = {n for n in NAMES if CHARTERS[n].confidentiality.statement is Handling.INTERNAL}
    assert said == internal == {"kyrgyzstan"}
    assert CHARTERS["kyrgyzstan"].confidentiality.clauses == ("KGZ:67",)


def test_chairs():
    offices = {name: [chair.office for chair in CHARTERS[name].chairs] for name in NAMES}
    assert offices == {
        "albania": ["UN Resident Coordinator", "IOM Albania Head of Office"],
        "kenya": ["IOM"],
        "kosovo": ["UN Development Coordinator", "Head of IOM", "Representative of a UN Agency"],
        "kyrgyzstan": ["UN Resident Coordinator", "Head of IOM Office in the Kyrgyz Republic"],
        "serbia": ["UN Resident Coordinator", "IOM Serbia Head of Office"],
    }
    rotating = [chair for name in NAMES for chair in CHARTERS[name].chairs if chair.tenure is Tenure.ROTATING]
    assert [(c.term_months, c.terms_each, c.appointed_by, c.clauses) for c in rotating] == [
        (12, 1, "UNKT", ("KOS:86",))
    ]


def test_meetings():
    assert {name: CHARTERS[name].cadence.quarterly.every_months for name in NAMES} == dict.fromkeys(NAMES, 3)
    annual = {name for name in NAMES if CHARTERS[name].cadence.annual}
    assert annual == {"albania", "kyrgyzstan", "serbia"}
    assert {len(CHARTERS[name].cadence.annual.purposes) for name in annual} == {3}
    assert CHARTERS["kenya"].cadence.extraordinary.called_by == "Executive Committee"
    assert first(CHARTERS["kenya"].cadence.extraordinary) == "KEN:139"
    assert first(CHARTERS["kosovo"].cadence.stakeholder) == "KOS:119"
    together = {name: CHARTERS[name].cadence.quarterly.in_conjunction_with for name in NAMES}
    assert together == {
        "albania": "",
        "kenya": "",
        "kosovo": "",
        "kyrgyzstan": "the UN Country Team meetings whenever possible",
        "serbia": "the RMTG meetings, within their already established structure",
    }


def test_representation_and_groups():
    kenya, kyrgyz = CHARTERS["kenya"], CHARTERS["kyrgyzstan"]
    assert [(r.body, first(r)) for r in kenya.representation] == [
        ("network", "KEN:132"),
        ("working group", "KEN:160"),
    ]
    assert [(r.each_member, first(r)) for r in kyrgyz.representation] == [(True, "KGZ:71")]
    assert (kenya.groups.short, kenya.groups.chair_term_months) == ("TWG", 12)
    assert kenya.groups.decided_by == "Executive Committee"
    assert kyrgyz.groups.kinds == ("permanent", "ad hoc")
    assert CHARTERS["kosovo"].groups is None


def test_reports():
    kosovo = {report.kind: report for report in CHARTERS["kosovo"].reports}
    assert kosovo["quarterly report"].every_months == 3
    assert len(kosovo["quarterly report"].headings) == 2
    assert kosovo["quarterly report"].clauses == ("KOS:96", "KOS:97", "KOS:98")
    assert (kosovo["half-year update"].every_months, kosovo["half-year update"].on_demand) == (6, True)
    assert [first(report) for report in CHARTERS["kenya"].reports] == ["KEN:93", "KEN:94", "KEN:104", "KEN:40"]
    assert {name for name in NAMES if not CHARTERS[name].reports} == {"albania", "kyrgyzstan", "serbia"}


@pytest.mark.parametrize(
    ("name", "subject", "clauses"),
    [
        ("albania", "Member list", {"ALB:44"}),
        ("albania", "Joint statements", {"ALB:20", "ALB:41"}),
        ("serbia", "Member list", {"SRB:44"}),
        ("kyrgyzstan", "Agenda", {"KGZ:65"}),
        ("kyrgyzstan", "Follow-up", {"KGZ:65"}),
        ("kyrgyzstan", "Progress", {"KGZ:69"}),
        ("kosovo", "Accountability", {"KOS:43"}),
        ("kosovo", "Invitees", {"KOS:88"}),
        ("kosovo", "Files", {"KOS:107"}),
        ("kosovo", "Documents", {"KOS:106"}),
        ("kosovo", "Workplan", {"KOS:59", "KOS:69", "KOS:117"}),
        ("kenya", "Accountability", {"KEN:46"}),
        ("kenya", "Workplan", {"KEN:25", "KEN:100", "KEN:122"}),
        ("kenya", "Working groups", {"KEN:123", "KEN:145", "KEN:152", "KEN:158", "KEN:168"}),
        ("kenya", "Minutes", {"KEN:106"}),
        ("kenya", "Conduct of meetings", {"KEN:89", "KEN:105"}),
        ("kenya", "Coordinator", {"KEN:75", "KEN:90", "KEN:91", "KEN:92", "KEN:95"}),
        ("kenya", "Secretariat", {"KEN:99", "KEN:101", "KEN:103"}),
        ("kenya", "Executive Committee", {"KEN:73", "KEN:120", "KEN:121", "KEN:124"}),
        ("kenya", "Members", {"KEN:130"}),
        ("kosovo", "Chairs", {"KOS:95", "KOS:96"}),
        ("kosovo", "Secretariat", {"KOS:104"}),
        ("kosovo", "Members", {"KOS:111", "KOS:112", "KOS:113"}),
        ("albania", "Coordinator", {"ALB:30"}),
        ("serbia", "Coordinator", {"SRB:32"}),
        ("kyrgyzstan", "Coordinator", {"KGZ:49"}),
        ("albania", "Chairs", {"ALB:40", "ALB:42"}),
        ("serbia", "Chairs", {"SRB:40", "SRB:42"}),
        ("kyrgyzstan", "Chairs", {"KGZ:61", "KGZ:63"}),
        ("kenya", "Follow-up", {"KEN:114"}),
    ],
)
def test_other_provisions_are_there_with_their_clauses(name, subject, clauses):
    found = [clause for rule in CHARTERS[name].provisions if rule.subject == subject for clause in rule.clauses]
    assert set(found) == clauses


def test_the_footnote_stands_in_one_charter_only():
    assert [name for name in CHARTERS if CHARTERS[name].footnotes] == ["kosovo"]
    (footnote,) = CHARTERS["kosovo"].footnotes
    assert footnote.mark == "Kosovo"
    assert footnote.text.endswith("United Nations Security Council resolution 1244 (1999).")


def test_no_kosovo_text_uses_the_terms_of_the_others():
    charter = CHARTERS["kosovo"]
    texts = list(strings(msgspec.to_builtins(charter)))
    for forbidden in ("UNCT", "Resident Coordinator", "Country Team"):
        assert not [text for text in texts if forbidden in text]


@pytest.mark.parametrize("name", ["kosovo", "blank"])
def test_where_no_rule_is_stated_no_wording_claims_consensus(name):
    assert not [text for text in strings(msgspec.to_builtins(CHARTERS[name].wording)) if "consensus" in text.lower()]


@pytest.mark.parametrize("name", charter_names())
def test_every_wording_can_be_said(name):
    charter = CHARTERS[name]
    for part in fields(charter.wording):
        template = getattr(charter.wording, part.name)
        if isinstance(template, str):
            said = charter.say(template, entities="IOM", deadline="Friday", reason="late", basis="custom")
            assert not re.search("[{}]", said)


def test_words_come_from_the_charter():
    kenya, kosovo = CHARTERS["kenya"], CHARTERS["kosovo"]
    assert kenya.say(kenya.wording.declaration_referred) == (
        "The Network Coordinator noted that consensus had not been reached, and tabled the matter to the UNCT."
    )
    assert "recommendation to the UNKT" in kosovo.say(kosovo.wording.declaration_recommended)


def test_the_blank_charter_explains_every_key():
    text = (resource("sample_data/charters") / "blank.toml").read_text(encoding="utf-8")
    parts = [part for part in vars(charter_module).values() if is_dataclass(part)]
    keys = {key.name for part in parts for key in fields(part)}
    assert not [key for key in keys if not re.search(rf"\b{key}\b", text)]


def test_the_blank_charter_is_empty_and_states_no_rule():
    blank = CHARTERS["blank"]
    assert (blank.members, blank.chairs, blank.reports) == ((), (), ())
    assert blank.decision.statement is Binding.NOT_STATED
