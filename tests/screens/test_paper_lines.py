from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.documents.markdown import bullets, document, escape, heading, paragraph, quote, strong, table
from tui_app.screens.paper_lines import paper_lines

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Cn", "Co")),
                min_size=1, max_size=12)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=20).map(" ".join)


def shown(markdown: str, width: int = 60) -> list[str]:
    return [text for text, _ in paper_lines(markdown, width)]


@given(TEXTS, st.integers(20, 120))
def test_what_was_typed_is_shown_as_typed(text, width):
    markdown = document(paragraph(escape(text)))
    assert "".join("".join(shown(markdown, width)).split()) == "".join(text.split())


@given(TEXTS, st.integers(20, 120))
def test_no_line_is_wider_than_the_preview(text, width):
    blocks = (
        paragraph(escape(text)),
        bullets([escape(text)]),
        quote(paragraph(escape(text))),
        heading(2, escape(text)),
    )
    assert all(cell_len(line) <= width for line in shown(document(*blocks), width))


def test_headings_and_the_heads_of_tables_are_bold_and_bear_no_marks():
    markdown = document(heading(2, "Minutes"), table(["Entity", "By"], [["IOM", ""], ["ILO", strong("soon")]]))
    assert paper_lines(markdown, 40) == [
        ("Minutes", True),
        ("", False),
        ("Entity | By", True),
        ("IOM", False),
        ("ILO | soon", False),
    ]


def test_points_and_quotations_hang_below_their_beginning():
    markdown = document(bullets(["one two three four"]), quote(paragraph("five six seven eight")))
    assert shown(markdown, 12) == ["- one two", "  three four", "", "> five six", "> seven", "> eight"]


def test_bars_in_a_cell_do_not_part_it():
    assert shown(document(table(["A", "B"], [[escape("x|y"), escape("*")]])))[-1] == "x|y | *"
