"""The head of a paper names the chairs as the charter has them, and who held each office on the day (R-10, R-11)."""

from datetime import date

import pytest

from tui_app.documents.agenda import agenda_paper
from tui_app.documents.minutes import minutes_paper
from tui_app.domain.membership.roster import NETWORK, Body, BodyKind
from tui_app.domain.membership.tenure import ChairTerm

HELD = (date(2026, 1, 1), date(2026, 12, 31))


def term(office, entity, *days, body=NETWORK, **more):
    since, until = days or (date(2024, 5, 1), None)
    return ChairTerm(id=f"{office}{more}", body=body, office=office, entity=entity, since=since, until=until, **more)


CASES = {
    "albania": (
        [term("IOM Albania Head of Office", "IOM", person="A. Person")],
        "Chairs: UN Resident Coordinator (Co-Chair); IOM Albania Head of Office (Co-Chair): A. Person",
    ),
    "serbia": (
        [term("UN Resident Coordinator", "RCO", person="R. Coordinator", acting="a.i.")],
        "Chairs: UN Resident Coordinator (Co-Chair): R. Coordinator, a.i.; IOM Serbia Head of Office (Co-Chair)",
    ),
    "kyrgyzstan": (
        [
            term("Head of IOM Office in the Kyrgyz Republic", "IOM", person="A. Person"),
            term("Head of IOM Office in the Kyrgyz Republic", "IOM", person="C. Dema", acting="officer-in-charge"),
        ],
        "Chairs: UN Resident Coordinator (Co-Chair); "
        "Head of IOM Office in the Kyrgyz Republic (Co-Chair): C. Dema, officer-in-charge",
    ),
    "kenya": ([term("IOM", "IOM", person="A. Otieno")], "Chair: IOM (Network Coordinator): A. Otieno"),
    "kosovo": (
        [
            term("UN Development Coordinator", "UN DC", person="D. Coordinator"),
            term("Representative of a UN Agency", "UNHCR", *HELD, person="B. Berisha"),
            term("Representative of a UN Agency", "WHO", date(2025, 1, 1), date(2025, 12, 31)),
        ],
        "Chairs: UN Development Coordinator (Permanent Co-Chair): UN DC, D. Coordinator; "
        "Head of IOM (Permanent Co-Chair); Representative of a UN Agency (Rotating Co-Chair, term of 12 months): "
        "UNHCR, B. Berisha, from 1 January 2026 until 31 December 2026",
    ),
}


def test_a_chair_of_no_entity_is_named_by_the_person(record_of, assert_seen):
    there = (term("UN Development Coordinator", "", person="D. Coordinator"),)
    told = "Chairs: UN Development Coordinator (Permanent Co-Chair): D. Coordinator; Head of IOM"
    assert_seen(minutes_paper(record_of("kosovo", chair_terms=there)), told)
    acts = term("UN Development Coordinator", "", person="E. Roe", acting="a.i.")
    assert_seen(minutes_paper(record_of("kosovo", chair_terms=(*there, acts))), "(Permanent Co-Chair): E. Roe, a.i.;")


@pytest.mark.parametrize("network", CASES)
@pytest.mark.parametrize("paper", [agenda_paper, minutes_paper])
def test_the_head_prints_the_offices_with_who_holds_them_on_the_day(network, paper, record_of, assert_seen):
    terms, told = CASES[network]
    assert_seen(paper(record_of(network, chair_terms=tuple(terms))), told)


def test_the_head_of_a_group_names_its_own_chairs(record_of, assert_seen):
    group = Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP)
    terms = (
        term("chair", "IOM", *HELD, body="WG-DATA", person="J. Doe"),
        term("co-chair", "ILO", body="WG-DATA", acting="officer-in-charge", person="P. Roe"),
    )
    paper = minutes_paper(record_of("kenya", of_meeting={"body": "WG-DATA"}, body=group, chair_terms=terms))
    assert_seen(
        paper,
        "Chairs: IOM, J. Doe, from 1 January 2026 until 31 December 2026 (chair of WG-DATA); "
        "ILO, P. Roe, officer-in-charge (co-chair of WG-DATA)",
    )
    assert "Network Coordinator)" not in paper
