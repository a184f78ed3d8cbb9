"""Chairs and their terms, a case a clause, as the five Terms of Reference have them (R-09 to R-11, R-51)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.membership.offices import find_office, offices_of
from tui_app.domain.membership.roster import NETWORK, Body, BodyKind
from tui_app.domain.membership.succession import notices, time_left
from tui_app.domain.membership.tenure import ChairTerm, holders, last_day, not_served, read_acting
from tui_app.domain.membership.tenure_rules import NeedsOverride, remark, require_term
from tui_app.domain.problem import Problem
from tui_app.services.charters import load_charter

CHARTERS = {name: load_charter(name) for name in ("albania", "kenya", "kosovo", "kyrgyzstan", "serbia")}
GROUP = Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP)
THE_NETWORK = Body(id="n", symbol=NETWORK, name="Network")


def day(text):
    return date.fromisoformat(text)


def office(network, name, body=THE_NETWORK):
    return find_office(offices_of(CHARTERS[network], body), name)


ROTATING = office("kosovo", "Rotating Co-Chair")
GROUP_CHAIR = office("kenya", "chair", GROUP)


def term(of, entity, since, until="", **more):
    return ChairTerm(
        id=more.pop("id", f"{entity} {since} {more.get('acting')}"), body=of.body, office=of.name, entity=entity,
        since=day(since), until=day(until) if until else None, **more,
    )  # fmt: skip


# network: its offices as the ToR have them: title, office, entity named, months, terms for each, who chooses, clause
OFFICES = {
    "albania": [
        ("Co-Chair", "UN Resident Coordinator", "RCO", 0, 0, "", "ALB:37"),
        ("Co-Chair", "IOM Albania Head of Office", "IOM", 0, 0, "", "ALB:37"),
    ],
    "serbia": [
        ("Co-Chair", "UN Resident Coordinator", "RCO", 0, 0, "", "SRB:37"),
        ("Co-Chair", "IOM Serbia Head of Office", "IOM", 0, 0, "", "SRB:37"),
    ],
    "kyrgyzstan": [
        ("Co-Chair", "UN Resident Coordinator", "RCO", 0, 0, "", "KGZ:58"),
        ("Co-Chair", "Head of IOM Office in the Kyrgyz Republic", "IOM", 0, 0, "", "KGZ:58"),
    ],
    "kenya": [("Network Coordinator", "IOM", "IOM", 0, 0, "", "KEN:75")],
    "kosovo": [
        ("Permanent Co-Chair", "UN Development Coordinator", "", 0, 0, "", "KOS:86"),
        ("Permanent Co-Chair", "Head of IOM", "IOM", 0, 0, "", "KOS:86"),
        ("Rotating Co-Chair", "Representative of a UN Agency", "", 12, 1, "UNKT", "KOS:86"),
    ],
}


@pytest.mark.parametrize("network", OFFICES)
def test_the_offices_of_a_network_are_those_of_its_terms_of_reference(network):
    found = offices_of(CHARTERS[network], THE_NETWORK)
    told = [(o.title, o.name, o.entity, o.months, o.terms_each, o.chosen_by, o.clauses[0]) for o in found]
    assert told == OFFICES[network]


@pytest.mark.parametrize(
    ("network", "months", "clauses"),
    [("kenya", 12, ("KEN:156",)), ("albania", 0, ("ALB:50",)), ("serbia", 0, ("SRB:48",)),
     ("kyrgyzstan", 0, ("KGZ:77",)), ("kosovo", 0, ())],
)  # fmt: skip
def test_a_group_has_a_chair_and_a_co_chair_whose_term_only_kenya_states(network, months, clauses):
    chair, co_chair = offices_of(CHARTERS[network], GROUP)
    assert (chair.name, co_chair.name) == ("chair", "co-chair")
    assert chair.months == months
    assert chair.clauses == clauses


@pytest.mark.parametrize(
    ("network", "typed", "name"),
    [("kosovo", "rotating", "Representative of a UN Agency"), ("kosovo", "head of iom", "Head of IOM"),
     ("albania", "un resident", "UN Resident Coordinator"), ("kenya", "IOM", "IOM"),
     ("kenya", "network coordinator", "IOM")],
)  # fmt: skip
def test_an_office_is_found_by_a_beginning_of_its_name_or_title(network, typed, name):
    assert office(network, typed).name == name


@pytest.mark.parametrize(("typed", "told"), [("permanent", "Head of IOM"), ("Rotateing Co-Chair", "one of"), ("", "o")])
def test_an_office_that_is_not_one_is_told_with_those_there_are(typed, told):
    with pytest.raises(Problem, match=told):
        office("kosovo", typed)


# -- what is accepted, asked about and refused ---------------------------------------------------------------------

UNHCR_2025 = term(ROTATING, "UNHCR", "2025-01-01", "2025-12-31")
RC = office("albania", "UN Resident Coordinator")
DC = office("kosovo", "UN Development Coordinator")
HEAD_OF_IOM = office("kosovo", "Head of IOM")
IOM_CHAIRS = term(GROUP_CHAIR, "IOM", "2025-07-01", "2026-06-30")

ACCEPTED = [
    # KOS:86: one calendar year, one term an agency
    (ROTATING, [], term(ROTATING, "UNHCR", "2025-01-01", "2025-12-31")),
    (ROTATING, [], term(ROTATING, "UNHCR", "2024-02-29", "2025-02-28")),
    (ROTATING, [UNHCR_2025], term(ROTATING, "WHO", "2026-01-01", "2026-12-31")),
    (ROTATING, [UNHCR_2025], term(ROTATING, "WHO", "2024-01-01", "2024-12-31")),
    (ROTATING, [UNHCR_2025], term(ROTATING, "UNHCR", "2026-01-01", "2026-12-31", override="nobody else is willing")),
    # another person of the same agency carries its one term on
    (ROTATING, [term(ROTATING, "WHO", "2025-01-01", "2025-05-31")],
     term(ROTATING, "WHO", "2025-06-01", "2025-12-31", person="B. Berisha")),
    # an officer-in-charge acts beside the holder, of whatever agency, for as long as it takes
    (ROTATING, [UNHCR_2025], term(ROTATING, "UNHCR", "2025-06-01", acting="officer-in-charge")),
    (HEAD_OF_IOM, [], term(HEAD_OF_IOM, "UNDP", "2025-06-01", acting="a.i.")),
    # ALB:37, KGZ:58, SRB:37, KEN:89: an office without a term
    (RC, [], term(RC, "RCO", "2020-01-01")),
    (RC, [term(RC, "RCO", "2020-01-01", "2023-12-31")], term(RC, "RCO", "2024-01-01")),
    # KEN:156: rotating annually, chosen again by the Executive Committee's consensus
    (GROUP_CHAIR, [], term(GROUP_CHAIR, "IOM", "2025-07-01", "2026-06-30")),
    (GROUP_CHAIR, [IOM_CHAIRS], term(GROUP_CHAIR, "ILO", "2026-07-01", "2027-06-30")),
    (GROUP_CHAIR, [IOM_CHAIRS], term(GROUP_CHAIR, "IOM", "2027-07-01", "2028-06-30")),
    (GROUP_CHAIR, [IOM_CHAIRS], term(GROUP_CHAIR, "IOM", "2026-07-01", "2027-06-30", decision="X/2026/Q2/D01")),
    (GROUP_CHAIR, [], term(GROUP_CHAIR, "IOM", "2025-07-01", "2026-12-31", override="until the survey ends")),
]  # fmt: skip

ACCEPTED += [
    # KOS:86 names no entity for the UN Development Coordinator, who sits in no rotation: the office is a person's
    (DC, [], term(DC, "", "2025-01-01", person="D. Coordinator")),
    (DC, [], term(DC, "UN DC", "2025-01-01", person="D. Coordinator")),
    (DC, [term(DC, "", "2025-01-01", person="D. Coordinator")],
     term(DC, "", "2025-06-01", person="E. Roe", acting="a.i.")),
]  # fmt: skip

ASKED = [
    (ROTATING, [UNHCR_2025], term(ROTATING, "UNHCR", "2026-01-01", "2026-12-31"), "one term as .*KOS:86"),
    (ROTATING, [UNHCR_2025], term(ROTATING, "UNHCR", "2030-01-01", "2030-01-31"), "another needs a reason"),
    (ROTATING, [UNHCR_2025], term(ROTATING, "UNHCR", "2020-01-01", "2020-12-31"), "another needs a reason"),
    (GROUP_CHAIR, [], term(GROUP_CHAIR, "IOM", "2025-07-01", "2026-07-01"), "12 months .KEN:156., until 30 June"),
    (GROUP_CHAIR, [IOM_CHAIRS], term(GROUP_CHAIR, "IOM", "2026-07-01", "2026-08-31"), "12 months on end .KEN:156"),
]  # fmt: skip

REFUSED = [
    (ROTATING, [], term(ROTATING, "UNHCR", "2025-01-01", "2026-01-01"), "at most 12 months .KOS:86.* 31 December 2025"),
    (ROTATING, [], term(ROTATING, "UNHCR", "2025-01-01"), "at most 12 months"),
    (ROTATING, [], term(ROTATING, "UNHCR", "2025-01-01", "2026-01-01", override="no"), "at most 12 months"),
    (ROTATING, [], term(ROTATING, "UNHCR", "2025-01-02", "2025-01-01"), "cannot end on 1 January 2025"),
    (ROTATING, [UNHCR_2025], term(ROTATING, "WHO", "2025-12-31", "2026-12-30"),
     "UNHCR holds it from 1 January 2025 .* end that term by 30 December 2025"),
    (ROTATING, [UNHCR_2025], term(ROTATING, "WHO", "2024-07-01", "2025-01-01"), "must end before 1 January 2025"),
    (RC, [term(RC, "RCO", "2020-01-01")], term(RC, "RCO", "2024-01-01"), "end that term by 31 December 2023"),
    (HEAD_OF_IOM, [], term(HEAD_OF_IOM, "UNDP", "2025-01-01"), "name IOM .* .KOS:86.*officer-in-charge or a.i"),
    (RC, [], term(RC, "IOM", "2025-01-01"), "name RCO .* .ALB:37"),
    (DC, [], term(DC, "", "2025-01-01"), "UN Development Coordinator .KOS:86. is a person's: write the name"),
    (DC, [term(DC, "", "2025-01-01", person="D. Coordinator")], term(DC, "", "2025-06-01", person="E. Roe"),
     "D. Coordinator holds it from 1 January 2025"),
    (ROTATING, [], term(ROTATING, "", "2025-01-01", "2025-12-31", person="B. Berisha"), "is an entity's"),
    (RC, [], term(RC, "", "2025-01-01", person="B. Berisha"), "is an entity's"),
    (GROUP_CHAIR, [], term(GROUP_CHAIR, "", "2025-01-01", person="B. Berisha"), "is an entity's"),
    (RC, [term(RC, "UNDP", "2025-01-01", acting="a.i.")], term(RC, "IOM", "2025-06-01", acting="a.i."),
     "UNDP acts there"),
]  # fmt: skip


@pytest.mark.parametrize(("of", "terms", "new"), ACCEPTED)
def test_a_term_within_the_charter_is_accepted(of, terms, new):
    require_term(of, terms, new)


@pytest.mark.parametrize(("of", "terms", "new", "told"), ASKED)
def test_what_the_charter_does_not_foresee_is_asked_about_and_a_reason_allows_it(of, terms, new, told):
    with pytest.raises(NeedsOverride, match=told):
        require_term(of, terms, new)
    require_term(of, terms, replace(new, override="the only candidate"))


@pytest.mark.parametrize(("of", "terms", "new", "told"), REFUSED)
def test_what_may_not_be_is_refused_with_its_clause_whatever_the_reason(of, terms, new, told):
    for each in (new, replace(new, override="the only candidate")):
        with pytest.raises(Problem, match=told) as refused:
            require_term(of, terms, each)
        assert not isinstance(refused.value, NeedsOverride)


def test_a_term_replaces_itself():
    require_term(ROTATING, [UNHCR_2025], replace(UNHCR_2025, until=day("2025-06-30")))


@pytest.mark.parametrize(
    ("since", "months", "last"),
    [("2026-01-01", 12, "2026-12-31"), ("2026-03-15", 12, "2027-03-14"), ("2024-02-29", 12, "2025-02-28"),
     ("2025-08-31", 6, "2026-02-28"), ("2026-12-01", 1, "2026-12-31"), ("9999-06-01", 12, "9999-12-31")],
)  # fmt: skip
def test_the_last_day_of_a_term(since, months, last):
    assert last_day(day(since), months) == day(last)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("officer-in-charge", "officer-in-charge"), ("Officer in charge", "officer-in-charge"),
     ("OiC", "officer-in-charge"), ("a.i.", "a.i."), ("ai", "a.i."), ("ad interim", "a.i.")],
)  # fmt: skip
def test_acting_is_read_in_its_usual_spellings(typed, read):
    assert read_acting(typed) == read


def test_another_way_of_acting_is_told_with_the_two():
    with pytest.raises(Problem, match=r"'deputy' is not .* officer-in-charge or a\.i\."):
        read_acting("deputy")


# -- who holds an office, who has not served -----------------------------------------------------------------------


def test_an_office_is_told_with_who_holds_it_on_the_day_or_who_acts():
    offices = offices_of(CHARTERS["kosovo"], THE_NETWORK)
    terms = [
        term(HEAD_OF_IOM, "IOM", "2024-01-01", person="A. Person"),
        term(HEAD_OF_IOM, "IOM", "2025-08-01", "2025-08-31", person="C. Dema", acting="officer-in-charge"),
        replace(UNHCR_2025, person="B. Berisha"),
    ]

    def on(text):
        return [str(held) for held in holders(offices, terms, day(text))]

    assert on("2025-07-31") == ["", "A. Person", "UNHCR, B. Berisha"]
    assert on("2025-08-31") == ["", "C. Dema, officer-in-charge", "UNHCR, B. Berisha"]
    assert on("2026-01-01") == ["", "A. Person", ""]


def test_members_that_have_not_served_are_listed_for_a_rotating_office_alone():
    acting = term(ROTATING, "WHO", "2025-03-01", "2025-03-31", acting="a.i.")
    members = ("WHO", "UNHCR", "ILO")
    assert not_served(ROTATING, [UNHCR_2025, acting], members) == ("ILO", "WHO")
    assert not_served(GROUP_CHAIR, [], members) == ("ILO", "UNHCR", "WHO")
    assert not_served(HEAD_OF_IOM, [], members) == ()
    assert not_served(office("albania", "chair", GROUP), [], members) == ()


def test_a_chair_without_a_seat_is_told_where_any_member_may_be_chosen():
    assert "UNHCR has no seat in the network" in remark(UNHCR_2025, ROTATING, ("WHO",))
    assert remark(UNHCR_2025, ROTATING, ("UNHCR",)) == ""
    assert "IOM has no seat in WG-DATA" in remark(IOM_CHAIRS, GROUP_CHAIR, ())
    coordinator = office("kosovo", "UN Development Coordinator")
    assert remark(term(coordinator, "UN DC", "2025-01-01"), coordinator, ()) == ""


# -- what Home is told ---------------------------------------------------------------------------------------------

NEXT = term(ROTATING, "WHO", "2026-01-01", "2026-12-31")
LONG = term(GROUP_CHAIR, "IOM", "2025-07-01", "2026-12-31", override="until the survey ends")
NOTICES = [
    (ROTATING, [UNHCR_2025], "2025-10-31", []),
    (ROTATING, [UNHCR_2025], "2025-11-01", ["term ends: in 60 days; the next is chosen by the UNKT"]),
    (ROTATING, [UNHCR_2025], "2025-12-31", ["term ends: on 31 Dec 2025, today"]),
    (ROTATING, [UNHCR_2025], "2026-01-01", ["term ended: ended on 31 Dec 2025"]),
    (ROTATING, [UNHCR_2025, NEXT], "2025-12-31", []),
    (ROTATING, [UNHCR_2025, NEXT], "2026-01-01", []),
    (ROTATING, [UNHCR_2025, term(ROTATING, "WHO", "2026-01-01", acting="a.i.")], "2026-02-01", ["term ended: "]),
    (ROTATING, [], "2026-02-01", []),
    (RC, [term(RC, "RCO", "2020-01-01")], "2026-02-01", []),
    (GROUP_CHAIR, [LONG], "2026-08-01", ["long term: for more than 12 months"]),
    (GROUP_CHAIR, [LONG], "2026-12-01", ["long term: ", "term ends: by the consensus of the Executive Committee"]),
]


@pytest.mark.parametrize(("of", "terms", "today", "told"), NOTICES)
def test_terms_that_end_or_ended_without_a_successor_are_told_in_time(of, terms, today, told):
    found = [*notices([of], terms, day(today))]
    assert len(found) == len(told)
    for notice, words in zip(found, told, strict=True):
        what, _, sentence = words.partition(": ")
        assert notice.what == what
        assert sentence in notice.sentence
        assert notice.clause == of.clauses[0]
        assert notice.ended is (what == "term ended")


@pytest.mark.parametrize(
    ("until", "told"),
    [("2025-12-31", "over"), ("2026-01-01", "today"), ("2026-01-02", "tomorrow"), ("2026-01-31", "in 30 days"),
     ("2026-03-31", "in 2 months"), ("2026-12-31", "in 11 months")],
)  # fmt: skip
def test_how_long_is_left(until, told):
    assert time_left(day(until), day("2026-01-01")) == told


# -- whatever is tried ---------------------------------------------------------------------------------------------

DAYS = st.integers(0, 1500).map(lambda n: date(2024, 1, 1) + timedelta(days=n))
TRIES = st.lists(
    st.builds(
        lambda entity, since, days, acting, override: (entity, since, since + timedelta(days=days), acting, override),
        st.sampled_from(["WHO", "ILO"]), DAYS, st.integers(0, 500) | st.sampled_from([364, 365]),
        st.sampled_from(["", "", "", "a.i."]), st.sampled_from(["", "", "a reason"]),
    ),
    max_size=14,
)  # fmt: skip


def accepted(of, tries):
    """The terms that are on record after all were tried, each begun the day after the last where it can be."""
    terms = []
    for number, (entity, since, until, acting, override) in enumerate(tries):
        new = ChairTerm(id=str(number), body=of.body, office=of.name, entity=entity, since=since, until=until,
                        acting=acting, override=override)  # fmt: skip
        following = terms and replace(new, since=terms[-1].until + timedelta(days=1))
        for each in (new, following and replace(following, until=following.since + (until - since))):
            try:
                if each:
                    require_term(of, terms, each)
                    terms.append(each)
                    break
            except Problem:
                continue
    return terms


@given(st.sampled_from([ROTATING, GROUP_CHAIR]), TRIES)
def test_no_sequence_of_terms_gives_an_office_to_two_or_an_agency_more_than_its_due(of, tries):
    terms = [term for term in accepted(of, tries) if not term.acting]
    days = [term.since + timedelta(days=n) for term in terms for n in range((term.until - term.since).days + 1)]
    assert len(days) == len({*days})
    for entity in ("WHO", "ILO"):
        own = [term for term in terms if term.entity == entity and not term.override]
        served = {term.since + timedelta(days=n) for term in own for n in range((term.until - term.since).days + 1)}
        starts = sorted(d for d in served if d - timedelta(days=1) not in served)
        ends = sorted(d for d in served if d + timedelta(days=1) not in served)
        for start, end in zip(starts, ends, strict=True):
            assert end <= last_day(start, of.months)
        if of.terms_each:
            assert len(starts) <= of.terms_each


@given(st.lists(st.tuples(DAYS, st.integers(0, 400)), max_size=6), DAYS)
def test_whoever_holds_an_office_on_a_day_has_a_term_that_runs(spans, on):
    tries = [("WHO" if n % 2 else "ILO", since, since + timedelta(days=days), "", "a reason")
             for n, (since, days) in enumerate(spans)]  # fmt: skip
    terms = accepted(ROTATING, tries)
    (held,) = holders([ROTATING], terms, on)
    running = [each for each in terms if each.since <= on <= each.until]
    assert (held.term is None) is (not running)
    assert held.term in [*running, None]
