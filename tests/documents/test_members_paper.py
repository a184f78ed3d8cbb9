"""The member list as at a date."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.members import members_paper
from tui_app.domain.charter.lint import discrepancies
from tui_app.domain.membership.roster import NETWORK, Body, BodyKind, Entity, Seat
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.services.charters import load_charter

KENYA = load_charter("kenya")
BODY = Body(id="b", symbol=NETWORK, name=KENYA.name)


def seat(entity, **fields):
    return Seat(id=entity, body=NETWORK, entity=entity, **fields)


def test_the_list_is_as_at_its_date():
    seats = [
        seat("IOM"),
        seat("UNEP", until=date(2026, 6, 30)),
        seat("ILO", since=date(2026, 7, 1)),
        seat("UNDESA", since=date(2026, 7, 1), pending=True),
    ]
    names = [Entity(id="e", acronym="IOM", name="International Organization for Migration")]
    june = members_paper(KENYA, BODY, seats, names, date(2026, 6, 30))
    july = members_paper(KENYA, BODY, seats, names, date(2026, 7, 1))
    assert "## Members as at 1 July 2026" in july
    assert "| IOM | International Organization for Migration | member | | |" in july
    assert "| UNEP | UNEP | member | | 30 June 2026 |" in june
    assert "| UNEP |" not in july
    assert "| ILO | ILO | member | 1 July 2026 | |" in july
    assert "| ILO |" not in june
    assert "approved by the Executive Committee (KEN:72, KEN:74, KEN:126)." in july
    assert "- UNDESA, UNDESA" in july


def test_discrepancies_are_shown_with_how_they_stand():
    found = discrepancies(KENYA, {discrepancies(KENYA)[0].id: "UNNM-KEN/2026/Q3/D01"})
    paper = members_paper(KENYA, BODY, [], [], date(2026, 7, 1), found)
    assert paper.count("Not settled.") == len(found) - 1
    assert paper.count("Settled by UNNM-KEN/2026/Q3/D01.") == 1
    assert "No member is recorded." in paper


@given(st.data())
def test_whatever_is_typed_is_seen(assert_seen, typed_texts, data):
    acronym, name = data.draw(typed_texts), data.draw(typed_texts)
    names = [Entity(id="e", acronym=acronym, name=name)]
    paper = members_paper(KENYA, BODY, [seat(acronym)], names, date(2026, 7, 1))
    assert_seen(paper, acronym, name)


def test_a_group_is_listed_with_who_chairs_it_and_who_waits_for_a_seat():
    day = date(2026, 7, 1)
    group = Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP)
    seats = [
        Seat(id="1", body="WG-DATA", entity="IOM"),
        Seat(id="2", body="WG-DATA", entity="KNCHR", pending=True, speaks_for="the child rights coalition"),
        Seat(id="3", body="WG-DATA", entity="FAO", pending=True, until=day),
    ]
    terms = [
        ChairTerm(id="c", body="WG-DATA", office="chair", entity="IOM", person="A. Otieno", since=day,
                  until=date(2027, 6, 30)),
        ChairTerm(id="d", body="WG-DATA", office="co-chair", entity="ILO", since=date(2026, 8, 1)),
    ]  # fmt: skip
    paper = members_paper(KENYA, BODY, seats, [], day, groups=[group], terms=terms)
    assert "- **Chair**: IOM, A. Otieno, until 30 June 2027\n" in paper
    assert "Co-chair" not in paper
    assert "Waiting for the decision that approves them:\n\n- KNCHR, for the child rights coalition\n" in paper
    assert "FAO" not in paper
