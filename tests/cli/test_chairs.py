"""Chairs on the command line, as a secretary without a screen has them."""

import json

import pytest


@pytest.fixture
def kosovo(command_line):
    command_line("new", "kosovo", "--me", "A. Otieno")
    for entity in ("UNHCR", "WHO", "ILO"):
        command_line("member", "add", entity, "--name", entity, "--from", "2020-01-01")
    return command_line


def test_the_chairs_of_a_network_from_appointment_to_the_list(kosovo):
    said, _ = kosovo("chair", "add", "Rotating", "UNHCR", "--person", "B. Berisha", "--from", "2026-01-01")
    assert said == "Rotating Co-Chair: UNHCR, B. Berisha, from 2026-01-01 until 2026-12-31\n"
    _, told = kosovo("chair", "add", "Rotating", "WHO", "--from", "2026-07-01", status=1)
    assert told == (
        "The office of Rotating Co-Chair is not free: UNHCR holds it from 1 January 2026 until 31 December 2026; "
        "end that term by 30 June 2026 first.\n"
    )
    said, _ = kosovo("chair", "end", "rotating", "--on", "2026-06-30")
    assert said == "Rotating Co-Chair: UNHCR, B. Berisha, from 2026-01-01 until 2026-06-30\n"
    kosovo("chair", "add", "Rotating", "WHO", "--from", "2026-07-01")
    kosovo("chair", "add", "head of iom", "IOM", "--person", "C. Dema", "--from", "2026-07-01", "--acting", "OIC")
    said, _ = kosovo("chair", "list", "--on", "2026-09-22")
    assert [line.split() for line in said.splitlines()] == [
        ["network", "Rotating", "Co-Chair", "WHO", "2026-07-01", "2027-06-30"],
        ["network", "Permanent", "Co-Chair", "IOM", "2026-07-01", "C.", "Dema,", "officer-in-charge"],
        ["network", "Rotating", "Co-Chair", "not", "yet", "ILO"],
    ]
    said, _ = kosovo("chair", "list", "--json")
    rows = [json.loads(line) for line in said.splitlines()]
    assert [row.get("entity") for row in rows] == ["UNHCR", "WHO", "IOM", None]
    assert rows[2]["acting"] == "officer-in-charge"
    assert rows[3]["not_served"] == ["ILO"]


def test_what_the_charter_limits_is_refused_or_asked_for_in_one_sentence_with_its_clause(kosovo):
    _, told = kosovo("chair", "add", "rotating", "WHO", "--from", "2026-01-01", "--until", "2027-01-01", status=1)
    assert "at most 12 months (KOS:86)" in told
    kosovo("chair", "add", "rotating", "WHO", "--from", "2025-01-01")
    _, told = kosovo("chair", "add", "rotating", "WHO", "--from", "2026-01-01", status=1)
    assert told == (
        "WHO has its one term as Rotating Co-Chair already (KOS:86): another needs a reason, which is recorded: "
        "add --override with the reason.\n"
    )
    kosovo("chair", "add", "rotating", "WHO", "--from", "2026-01-01", "--override", "nobody else is willing")
    assert "nobody else is willing" in kosovo("chair", "list")[0]
    _, told = kosovo("chair", "add", "rotating", "UN DC", "--from", "2027-01-01")
    assert told == "UN DC has no seat in the network on 1 January 2027; the term is recorded all the same.\n"


def test_an_office_without_an_entity_is_a_persons(kosovo):
    said, _ = kosovo("chair", "add", "UN Dev", "--person", "D. Coordinator", "--from", "2026-01-01")
    assert said == "UN Development Coordinator: D. Coordinator, from 2026-01-01\n"
    assert "D. Coordinator" in kosovo("chair", "list")[0]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("add", "rotatin", "WHO", "--acting", "deputy"), 2, "write officer-in-charge or a.i."),
        (("add", "deputy chair", "WHO"), 1, "one of: UN Development Coordinator, Head of IOM"),
        (("add", "rotating"), 1, "is an entity's: write its acronym"),
        (("add", "UN Dev"), 1, "is a person's: write the name"),
        (("add", "rotating", "WOH"), 1, "did you mean WHO?"),
        (("add", "rotating", "WHO", "--body", "WG-NONE"), 1, "There is no body 'WG-NONE'"),
        (("add", "rotating", "WHO", "--decision", "X/1"), 1, "There is no decision 'X/1'"),
        (("end", "rotating", "--on", "2026-06-30"), 1, "Nobody is Rotating Co-Chair on 30 June 2026"),
        (("end", "head", "--on", "2026-06-30", "--acting"), 1, "Nobody acts as Head of IOM on 30 June 2026"),
        (("ad", "rotating"), 2, "add"),
    ],
)
def test_a_mistake_is_one_sentence(kosovo, words, status, told):
    _, messages = kosovo("chair", *words, status=status)
    assert told in messages
    assert messages.count("\n") == 1
