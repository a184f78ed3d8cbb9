"""Values of several words are understood without quotes, where they are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.review.spaced_values import quoted, whole_argument

KNOWN = {("owner", "UN Women"), ("owner", "IOM"), ("is", "not started"), ("kind", "statement")}


def knows(name, value):
    return (name, value) in KNOWN


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("owner:UN Women shelter", 'owner:"UN Women" shelter'),
        ("shelter owner:UN Women is:not started", 'shelter owner:"UN Women" is:"not started"'),
        ("owner:UN refugees", "owner:UN refugees"),
        ("owner:IOM owner:UN @late Women", "owner:IOM owner:UN @late Women"),
        ('owner:"UN Women" Women', 'owner:"UN Women" Women'),
        ("owner: UN Women", "owner: UN Women"),
        ("", ""),
    ],
)
def test_the_words_behind_a_filter_belong_to_its_value_where_they_make_a_name(typed, query):
    assert quoted(typed, knows) == query


@pytest.mark.parametrize(
    ("argument", "query"),
    [
        ("item:data plan", 'item:"data plan"'),
        ("owner:UN Wommen", 'owner:"UN Wommen"'),
        ("owner:UN Women shelter", "owner:UN Women shelter"),
        ("kind:statement shelter", "kind:statement shelter"),
        ("kind:statement is:open", "kind:statement is:open"),
        ("two words", "two words"),
        ("owner:IOM", "owner:IOM"),
    ],
)
def test_an_argument_is_one_value_unless_it_reads_as_a_query(argument, query):
    assert whole_argument(argument, knows) == query


@given(st.text('ab:" @'))
def test_whatever_is_typed_keeps_its_words(typed):
    assert quoted(typed, lambda name, value: True).replace('"', "").split() == typed.replace('"', "").split()
