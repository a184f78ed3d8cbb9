"""A saved search is typed as @name wherever one searches."""

import pytest

from tui_app.domain.problem import Problem
from tui_app.domain.review.saved_search import SavedSearch, expand, read_name

SAVED = (
    SavedSearch(id="1", name="late", query="is:overdue owner:IOM"),
    SavedSearch(id="2", name="Data", query='"a b"'),
)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("@late", "is:overdue owner:IOM"),
        ("survey @LATE since:2025", "survey is:overdue owner:IOM since:2025"),
        ("@data", '"a b"'),
        ('"x @late"', '"x @late"'),
        ("a@late", "a@late"),
        ("@", ""),
        ("no name", "no name"),
    ],
)
def test_a_name_stands_for_its_query(typed, query):
    assert expand(typed, SAVED) == query


def test_a_name_that_there_is_not_is_told_with_the_nearest():
    with pytest.raises(Problem, match="no saved search @latr: did you mean '@late'"):
        expand("@latr", SAVED)
    with pytest.raises(Problem, match="none has been saved yet"):
        expand("@late", ())


@pytest.mark.parametrize(("typed", "name"), [("overdue of IOM", "overdue-of-IOM"), (" @late ", "late"), ("é", "é")])
def test_a_name_is_one_word(typed, name):
    assert read_name(typed) == name


@pytest.mark.parametrize("typed", ["", " ", "@"])
def test_a_search_needs_a_name(typed):
    with pytest.raises(Problem, match="needs a name"):
        read_name(typed)
