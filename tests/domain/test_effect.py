"""What the adoption of a text does, as it is typed and as it is said."""

from __future__ import annotations

from datetime import date

import pytest

from tui_app.domain.calendar import read_date
from tui_app.domain.consensus.effect import FORMS, Effect, EffectKind, read_effect
from tui_app.domain.names import entity_names
from tui_app.domain.problem import Problem

NAMES = entity_names([(name, name) for name in ("IOM", "UN Women", "UNHCR")])


def read(words):
    return read_effect(words, NAMES, lambda day: read_date(day, date(2026, 9, 22)))


SAID = [
    ("establish wg-data Data and research", "establishes WG-DATA (Data and research), permanent"),
    ("establish WG-DATA Data, permanent", "establishes WG-DATA (Data), permanent"),
    ("establish WG-DATA: Data, ad hoc", "establishes WG-DATA (Data), ad hoc"),
    ("establish WG-DATA Data adhoc", "establishes WG-DATA (Data), ad hoc"),
    ("establish WG-IBM Border management, ad-hoc until 30 Jun 2027",
     "establishes WG-IBM (Border management), ad hoc, to be reviewed by 30 June 2027"),
    ("establish WG-DATA Working Group on Data, ad hoc, review 30 Jun 2027",
     "establishes WG-DATA (Working Group on Data), ad hoc, to be reviewed by 30 June 2027"),
    ("establish WG-DATA Data, ad hoc, to be reviewed by 30 Jun 2027",
     "establishes WG-DATA (Data), ad hoc, to be reviewed by 30 June 2027"),
    ("establish WG-DATA Data, permanent, reviewed by 30 Jun 2027",
     "establishes WG-DATA (Data), permanent, to be reviewed by 30 June 2027"),
    ("establish WG-PR Policy review", "establishes WG-PR (Policy review), permanent"),
    ("abolish wg-data", "abolishes WG-DATA"),
    ("chair WG-DATA UN Women J. Doe until 22 Sep 2027",
     "chooses UN Women (J. Doe) to chair WG-DATA until 22 September 2027"),
    ("chair WG-DATA iom", "chooses IOM to chair WG-DATA"),
    ("admit UNOPS United Nations Office for Project Services",
     "admits UNOPS (United Nations Office for Project Services) as a member"),
    ("admit UNOPS, executive committee", "admits UNOPS to the Executive Committee"),
    ("workplan 2027", "endorses the workplan for 2027"),
    ("release 2026/q3/d04", "releases 2026/Q3/D04 for the public"),
    ("release 2026/q3", "releases the minutes of 2026/Q3 for the public"),
    ("release minutes 2026/q3", "releases the minutes of 2026/Q3 for the public"),
    ("release agenda 2026/q3", "releases the agenda of 2026/Q3 for the public"),
    ("release workplan 2027", "releases the workplan for 2027 for the public"),
    ("release members", "releases the member list for the public"),
    ("statement", "is a joint statement of the network"),
    ("supersede 2026/Q2/D03", "supersedes 2026/Q2/D03"),
    ("RESCIND 2026/Q2/D03", "rescinds 2026/Q2/D03"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), SAID)
def test_an_effect_is_said_as_it_is_meant(typed, said):
    assert str(read(typed)) == said


def test_every_kind_has_a_form_that_can_be_typed():
    assert {read(form).kind for form in FORMS.values()} == set(EffectKind)
    assert set(FORMS) == set(EffectKind)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("establsh WG-DATA Data", "did you mean 'establish'"),
        ("establish DATA Data", "begins with WG-"),
        ("establish WG-DATA", "its name"),
        ("establish WG-DATA adhoc", "WG-DATA needs its name too"),
        ("establish WG-DATA Data, ad hoc, to be reviewed soon", "not a date"),
        ("chair WG-DATA UNCHR", "did you mean UNHCR"),
        ("chair UNHCR", "/effect chair WG-DATA"),
        ("chair WG-DATA IOM until soon", "not a date"),
        ("workplan next", "/effect workplan 2027"),
        ("statement of joy", "statement alone"),
        ("supersede", "/effect supersede"),
        ("admit", "acronym and name"),
        ("", "is not an effect"),
    ],
)
def test_a_mistake_is_told_with_what_would_be_right(typed, told):
    with pytest.raises(Problem) as raised:
        read(typed)
    assert told in str(raised.value)


def test_none_takes_back_what_was_said():
    assert read("none") is None


def test_an_effect_keeps_its_parts():
    assert read("establish WG-DATA Data, ad hoc until 30 Jun 2027") == Effect(
        kind=EffectKind.ESTABLISH, subject="WG-DATA", name="Data", ad_hoc=True, until=date(2027, 6, 30)
    )
