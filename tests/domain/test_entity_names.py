"""Who is meant by a name: an entity known, anybody else as typed, never a slip of the pen."""

import pytest

from tui_app.domain.names import entity_names
from tui_app.domain.problem import Problem

NAMES = entity_names([("International Organization for Migration", "IOM"), ("Ministry of the Interior", "MoI"),
                      ("UNHCR", "UNHCR"), ("ILO", "ILO")])  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("unhcr", "UNHCR"), ("international organization for migration", "IOM"), ("secretariat", "Secretariat"),
     ("Ministry of  Labour", "Ministry of Labour"), ("J. Mwangi", "J. Mwangi"), ("Milo", "Milo"), ("GIZ", "GIZ"),
     ("Médecins Sans Frontières", "Médecins Sans Frontières"), ("", "")],
)  # fmt: skip
def test_anybody_is_kept_by_the_name_known_or_as_typed(typed, kept):
    assert NAMES.anybody(typed) == kept


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("UNHRC", "UNHCR"), ("unhrc", "UNHCR"), ("International Organisation for Migration", "IOM"),
     ("Ministry of Interior", "MoI")],
)  # fmt: skip
def test_a_near_miss_of_an_entity_is_asked_about(typed, meant):
    with pytest.raises(Problem, match=f"did you mean {meant}"):
        NAMES.anybody(typed)


@pytest.mark.parametrize(("typed", "meant"), [("UNCHR", "UNHCR"), ("IMO", "IOM"), ("UNHC", "UNHCR")])
def test_an_acronym_that_is_not_known_is_told_with_the_one_that_was_meant(typed, meant):
    with pytest.raises(Problem, match=f"did you mean {meant}?"):
        NAMES.require(typed)


@pytest.mark.parametrize("typed", ["UNHCR", "UNDP", "ILO"])
def test_another_agency_is_no_misspelt_one(typed):
    few = entity_names([("Office of the UN Development Coordinator", "UN DC"), ("IOM", "IOM")])
    with pytest.raises(Problem, match="welcome it with /guest, or add it to the roster"):
        few.require(typed)
