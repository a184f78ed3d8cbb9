import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.documents.markdown import bullets, document, escape, heading, paragraph, quote, rule, strong, table
from tui_app.screens.paper_lines import paper_lines

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Cn", "Co")),
                min_size=1, max_size=12)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=20).map(" ".join)


def shown(markdown: str, width: int = 60) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in paper_lines(markdown, width)]


def looks(markdown: str, width: int = 60) -> list[tuple[tuple[str, str], ...]]:
    return [tuple((text, look) for text, look in line if text.strip()) for line in paper_lines(markdown, width)]


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


@given(st.lists(st.lists(TEXTS.map(escape), min_size=3, max_size=3), min_size=1, max_size=5), st.integers(20, 120))
def test_tables_are_whole_in_any_width(rows, width):
    lines = shown(document(table(["No.", "Title", "By"], rows)), width)
    assert all(cell_len(line) <= width for line in lines)
    seen = Counter("".join(lines))
    for row in rows:
        for cell in row:
            words = re.sub(r"\\(.)", r"\1", cell)
            assert not Counter(char for char in words if not char.isspace()) - seen


def test_headings_and_the_heads_of_tables_stand_out_and_bear_no_marks():
    markdown = document(heading(2, "Minutes"), table(["Entity", "By"], [["IOM", ""], ["ILO", strong("soon")]]))
    assert looks(markdown) == [
        (("Minutes", "heading"),),
        (),
        (("Entity", "bold"), ("By", "bold")),
        (("IOM", ""),),
        (("ILO", ""), ("soon", "bold")),
    ]


def test_columns_align_where_they_fit():
    rows = [["UNHCR", "joins"], ["ILO", "reservation: seasonal work is not covered by it"]]
    assert shown(document(table(["Entity", "Round 1"], rows)), 36) == [
        "Entity  Round 1",
        "UNHCR   joins",
        "ILO     reservation: seasonal work",
        "        is not covered by it",
    ]


def test_a_table_too_wide_for_its_columns_tells_each_cell_behind_its_title():
    head = ["Symbol", "Decision", "Basis", "Owner", "Due"]
    row = ["UNNM-KEN/2026/Q3/D01", "The Network endorses the data plan as revised on 18 September.",
           "consensus of the Executive Committee", "IOM, ILO", "31 March 2027"]  # fmt: skip
    assert shown(document(table(head, [row, ["UNNM-KEN/2026/Q3/D02", "Agreed.", "", "", ""]])), 48) == [
        "UNNM-KEN/2026/Q3/D01",
        "  Decision: The Network endorses the data plan",
        "    as revised on 18 September.",
        "  Basis: consensus of the Executive Committee",
        "  Owner: IOM, ILO   Due: 31 March 2027",
        "UNNM-KEN/2026/Q3/D02   Decision: Agreed.",
    ]


def test_points_and_quotations_hang_below_their_beginning():
    markdown = document(bullets(["one two three four", "five"]), quote(paragraph("five six seven eight")), rule())
    assert shown(markdown, 12) == ["- one two", "  three four", "- five", "", "│ five six", "│ seven", "│ eight", "",
                                   "─" * 12]  # fmt: skip


def test_bold_words_stay_bold_where_a_line_breaks():
    line = document(paragraph(f"It was {strong('overdue since June')} and told"))
    assert looks(line, 14) == [
        (("It was ", ""), ("overdue", "bold")),
        (("since June", "bold"), (" and", "")),
        (("told", ""),),
    ]


def test_bars_in_a_cell_do_not_part_it():
    assert shown(document(table(["A", "B"], [[escape("x|y"), escape("*")]])))[-1] == "x|y  *"
