"""How a newcomer is called."""

import pytest

from tui_app.domain.names import acronym_and_name
from tui_app.domain.problem import Problem


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("KNCHR", ("KNCHR", "")),
        ("knchr", ("knchr", "")),
        (" UN  Women ", ("UN Women", "")),
        ("KNBS Kenya National Bureau of Statistics", ("KNBS", "Kenya National Bureau of Statistics")),
    ],
)
def test_an_acronym_may_bring_its_name(typed, read):
    assert acronym_and_name(typed) == read


@pytest.mark.parametrize(("typed", "told"), [("", "needs its acronym"), ("Kenya Red Cross", "as in KNBS Kenya")])
def test_a_name_needs_its_acronym(typed, told):
    with pytest.raises(Problem, match=told):
        acronym_and_name(typed)
