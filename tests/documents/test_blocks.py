"""The blocks of a paper, read one after the other, are those of the paper read whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.formats.blocks import Passage, Rule, Table, _Reader, blocks, words
from tui_app.documents.markdown import bullets, document, escape, heading, paragraph, quote, rule, strong, table
from tui_app.documents.parser import parser

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=40)
BLOCKS = st.one_of(
    TEXTS.map(escape).map(paragraph),
    TEXTS.map(lambda text: heading(3, escape(text))),
    st.lists(TEXTS.map(escape), min_size=1, max_size=3).map(lambda items: document(bullets(items), rule()).rstrip()),
    TEXTS.map(lambda text: quote(paragraph(escape(text)), paragraph("and so on"))),
    st.lists(TEXTS.map(strong), min_size=1, max_size=3).map(lambda cells: table(["No."], [[cell] for cell in cells])),
    st.just(rule()),
)


def whole(markdown):
    return [*_Reader().read(parser().parse(markdown))]


@given(st.lists(BLOCKS, max_size=8))
def test_read_in_parts_it_is_the_paper_read_whole(parts):
    markdown = document(*parts)
    assert [*blocks(markdown)] == whole(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "- one\n\n  more of one\n\n      code\n\ntext\n",
        "```\none\n\ntwo\n```\n\nafter\n",
        "See [the plan].\n\n[the plan]: https://example.org/plan\n",
        "> quoted\n>\n> again\n\n1) first\n2) second\n",
    ],
)
def test_what_somebody_wrote_into_a_report_is_read_as_it_stands(markdown):
    assert [*blocks(markdown)] == whole(markdown)


def test_a_paper_has_headings_points_tables_and_rules():
    made = [*blocks(document(heading(2, "Minutes"), bullets(["a", "b"]), table(["X"], [["1"]]), rule()))]
    assert made == [
        Passage((("Minutes", False),), 2),
        Passage((("a", False),), 0, "- ", "  "),
        Passage((("b", False),), 0, "- ", "  ", close=True),
        Table(((("X", False),),), (((("1", False),),),)),
        Rule(),
    ]


def test_the_address_of_a_link_is_not_lost():
    (block,) = blocks("See [the plan](https://example.org/plan).\n")
    assert isinstance(block, Passage)
    assert words(block.runs) == "See the plan (https://example.org/plan)."
