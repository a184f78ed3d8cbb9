"""Rows are laid out as far as somebody asks, and a marked word stands out where it is."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui_app.widgets.laid import Laid, Row, segments


def rows():
    return (Row(f"key-{n}", (str(n), "word " * 4)) for n in count())


def test_of_a_list_without_end_only_what_is_asked_for_is_laid_out():
    laid = Laid(rows(), (4, 9), wraps=True)
    assert laid.take(3)
    assert (len(laid.rows), laid.height, laid.whole) == (3, 9, False)
    assert laid.place_of("key-250") == 250
    assert len(laid.rows) == 303  # as many more at once


def test_a_key_that_there_is_not_is_looked_for_until_the_end():
    laid = Laid([Row("a", ("", "x")), Row("b", ("", "y"))], (1, 5), wraps=True)
    assert laid.place_of("c") is None
    assert laid.whole
    assert [row.key for row in laid.all()] == ["a", "b"]


def test_in_other_widths_as_much_is_laid_out_and_the_rest_still_comes():
    laid = Laid(rows(), (4, 9), wraps=True)
    laid.take(2)
    wide = laid.anew((4, 40))
    assert (len(wide.rows), wide.height) == (2, 2)
    assert wide.take(1)
    assert wide.rows[-1].key == "key-2"


def test_marked_words_are_bold_and_underlined_in_their_place():
    row = Row("", ("no.", "Travail à Genève,\ntravaux"), marked=("geneve", "trava"))
    parts = segments("Travail à Genève,", Style(), row)
    assert [(part.text, bool(part.style and part.style.underline)) for part in parts if part.text] == [
        ("Trava", True), ("il à ", False), ("Genève", True), (",", False),
    ]  # fmt: skip


def test_of_what_is_late_that_which_stands_in_front_is_bold():
    laid = Laid([Row("a", ("日本", "late", "words"), "late")], (5, 6, 9), wraps=True)
    assert laid.take(1)
    parts = segments(laid.lines[0][0], Style(), laid.rows[0], front=laid.indent)
    assert [(part.text.rstrip(), bool(part.style and part.style.bold)) for part in parts] == [
        ("日本  late", True), ("words", False),
    ]  # fmt: skip


def test_a_heading_that_is_too_long_wraps_like_the_rows_below_it():
    laid = Laid(
        [Row("", ("The year 2026   (M plans a meeting)",), "heading"), Row("a", ("", "x"))], (4, 15), wraps=True
    )
    laid.all()
    assert [line.rstrip() for line in laid.lines[0]] == ["The year 2026   (M", "plans a meeting)"]
    assert laid.ends == [2, 3]


ROWS = st.lists(st.builds(Row, st.sampled_from("abc"), st.tuples(st.just("1"), st.sampled_from(["x", "word " * 4]))))


@given(ROWS, st.integers(0, 9), ROWS, ROWS, ROWS)
def test_what_is_taken_over_from_before_stands_as_if_laid_out_anew(above, seen, was, now, below):
    before = Laid([*above, *was, *below], (4, 9), wraps=True)
    before.take(seen)
    again = Laid([*above, *now, *below], (4, 9), wraps=True, before=before)
    anew = Laid([*above, *now, *below], (4, 9), wraps=True)
    assert again.all() == anew.all()
    assert (again.lines, again.ends) == (anew.lines, anew.ends)


def test_one_row_among_many_leaves_nothing_for_later():
    above, below = [Row(f"a{n}", ("", "x")) for n in range(500)], [Row(f"b{n}", ("", "y")) for n in range(500)]
    before = Laid([*above, *below], (4, 9), wraps=True)
    before.all()
    assert Laid([*above, Row("new", ("", "z")), *below], (4, 9), wraps=True, before=before).whole
