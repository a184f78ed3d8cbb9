"""A list for a spreadsheet: every row in order, as Python's csv module reads it, and no cell that is a formula."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui_app.documents.formats.formats import in_format
from tui_app.documents.markdown import document, escape, heading, paragraph, quote, rule, table
from tui_app.domain.problem import Problem
from tui_app.domain.text import clean

DANGEROUS = "=+-@＝＋－＠"
STARTS = (*DANGEROUS, " =", "\t=", '"=', "'", ";=", ",", '"', "1", "a", "¹", "=HYPERLINK(", "=cmd|' /C calc'!A0", "|")
typed = st.one_of(st.tuples(st.sampled_from(STARTS), st.text(max_size=8)).map("".join), st.text(max_size=12)).map(
    lambda text: clean(text)[0]
)


def read(markdown):
    content = in_format(markdown, "csv").decode("utf-8-sig")
    return [*csv.reader(StringIO(content, newline=""), strict=True)]


def seen(text):
    """What a reader of the paper sees of a typed text in a cell, runs of spaces as one."""
    return " ".join(re.sub(r"\s*\n\s*", " / ", text.strip()).split())


@settings(deadline=None)  # the first one loads the parser
@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(typed, min_size=n, max_size=n), min_size=1, max_size=5)))
@example([["=1+1", "@SUM(A1)", "\u00a0=1"]])
def test_every_cell_comes_back_in_its_place_and_none_is_a_formula(rows):
    names = [f"column {place}" for place in range(len(rows[0]))]
    _, columns, *cells = read(document(table(names, [[*map(escape, row)] for row in rows])))
    assert columns == names
    for row, cell_row in zip(rows, cells, strict=True):
        for given_cell, cell in zip(row, cell_row, strict=True):
            assert not cell.strip().startswith(tuple(DANGEROUS))
            expected = seen(given_cell)
            assert " ".join(cell.split()) == (f"'{expected}" if expected.startswith(tuple(DANGEROUS)) else expected)


def test_tables_of_one_paper_become_one_with_the_heading_of_each():
    markdown = document(
        quote(paragraph("INTERNAL USE ONLY")), heading(1, "Network¹"), heading(2, "Register"),
        heading(3, "2026/Q1"), table(["Symbol", "Decision"], [["D01", "**one**"], ["D02", "two"]]),
        heading(3, "2026/Q2"), table(["Symbol", "Decision"], [["D01", "three"]]),
        heading(3, "Referred"), heading(4, "to the UNCT"), table(["Symbol", "Question"], [["P1", "whether"]]),
        rule(), paragraph("¹ a footnote"),
    )  # fmt: skip
    assert read(markdown) == [
        ["INTERNAL USE ONLY", "Network¹", "Register", "¹ a footnote"],
        ["Section", "Symbol", "Decision", "Question"],
        ["2026/Q1", "D01", "one", ""],
        ["2026/Q1", "D02", "two", ""],
        ["2026/Q2", "D01", "three", ""],
        ["Referred / to the UNCT", "P1", "", "whether"],
    ]


def test_a_single_table_says_under_which_heading_it_stands():
    markdown = document(
        heading(1, "Network"), heading(2, "Workplan for 2026"), paragraph("The workplan has no line yet."),
        heading(3, "Annex 1: decisions without a line"), table(["Symbol"], [["D01"]]),
    )  # fmt: skip
    assert read(markdown)[1:] == [["Section", "Symbol"], ["Annex 1: decisions without a line", "D01"]]


def test_columns_of_one_name_are_kept_apart():
    assert read(document(table(["a", "a"], [["1", "2"]])))[1:] == [["a", "a"], ["1", "2"]]


def test_lines_end_and_letters_are_written_as_excel_expects():
    content = in_format(document(table(["é"], [["x"]])), "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b'\r\n"\xc3\xa9"\r\n"x"\r\n')


def test_a_paper_without_a_table_is_refused_in_a_sentence():
    with pytest.raises(Problem, match="This paper has no table, so there is nothing for a spreadsheet"):
        in_format("# Network\n", "csv")
