"""A time zone by its international name, or by its city."""

from __future__ import annotations

import pytest

from tui_app.domain.charter.zones import zone_meant
from tui_app.domain.problem import Problem


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Africa/Accra", "Africa/Accra"),
        (" africa/accra ", "Africa/Accra"),
        ("accra", "Africa/Accra"),
        ("addis ababa", "Africa/Addis_Ababa"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_meant_by_its_name_or_its_city(typed, zone):
    assert zone_meant(typed) == zone


@pytest.mark.parametrize(
    ("typed", "right"),
    [("nairobbi", "did you mean 'Africa/Nairobi'?"), ("Africa/Nairobbi", "'Africa/Nairobi'"), ("", "write it as")],
)
def test_another_word_is_told_with_the_nearest_zone(typed, right):
    with pytest.raises(Problem, match="is not a time zone") as problem:
        zone_meant(typed)
    assert right in str(problem.value)
