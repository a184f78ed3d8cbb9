"""A paper as the plain text of a mail: every word as typed, no mark."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.formats.plain import lines_to_compare, plain_text
from tui_app.documents.markdown import bullets, document, escape, heading, paragraph, quote, rule, strong, table

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Cn", "Co")),
                min_size=1, max_size=12)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@given(TEXTS, TEXTS, TEXTS)
def test_every_word_arrives_as_it_was_typed(title, point, cell):
    paper = plain_text(document(
        heading(2, escape(title)), bullets([escape(point)]), paragraph(escape(point)),
        table(["No.", "Text"], [["1", escape(cell)]]),
    ))  # fmt: skip
    assert paper.splitlines() == [title, "", f"- {point}", "", point, "", f"- 1; Text: {cell}"]


def test_a_long_row_has_a_line_for_each_cell_and_an_empty_one_none():
    text = "The Network endorses the data plan as revised on 18 September 2026, with the rural module of the survey."
    rows = [["D01", escape(text), "", "IOM"], ["D02", strong("Agreed"), "", ""]]
    assert plain_text(document(table(["Symbol", "Decision", "Due", "Owner"], rows))) == (
        f"D01\n  Decision: {text}\n  Owner: IOM\n\nD02\n  Decision: Agreed\n"
    )


def test_a_classification_and_a_line_across_the_page_read_well():
    assert plain_text(document(quote(paragraph("INTERNAL USE ONLY.")), rule(), paragraph("a\\\nb"))) == (
        "INTERNAL USE ONLY.\n\n--------\n\na\nb\n"
    )


def test_two_versions_are_compared_by_words_without_marks_a_row_to_a_line_and_under_their_headings():
    paper = document(heading(3, "Items"), bullets([strong("Circulated") + ": v1"]),
                     table(["Time", "No.", "Item", "Documents"], [["15:25", "4", "Data", ""]]), rule())  # fmt: skip
    assert lines_to_compare(paper) == "# Items\nCirculated: v1\n15:25; No.: 4; Item: Data"
