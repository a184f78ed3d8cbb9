"""The Word file of a paper, opened again by python-docx."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.formats.reading import read_paper, words
from tui_app.documents.formats.word import word_file
from tui_app.documents.formats.word_page import WIDTH
from tui_app.documents.letterhead import facts, paper
from tui_app.documents.markdown import document, escape, heading, paragraph, quote, strong, table
from tui_app.domain.text import clean
from tui_app.services.charters import load_charter

TYPED = st.text(max_size=60).map(lambda text: clean(text)[0]).filter(str.strip)
KENYA = load_charter("kenya")


def opened(markdown, language="en"):
    return docx.Document(io.BytesIO(word_file(markdown, language)))


def texts(document):
    """Every text of the body in its order, a cell of a table like a paragraph."""
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        elif block.text:
            yield block.text


def a_paper(*blocks, public=False):
    return paper(KENYA, "Minutes of the third quarterly meeting of 2026", *blocks, public=public)


DECISIONS = table(
    ["Symbol", "Decision", "Due"],
    [["UNNM-KEN/2026/Q3/D01", "The Network endorses the plan.", "30 September 2026"], ["D02", "It took note.", ""]],
)


def test_what_is_said_in_the_paper_is_said_in_the_file_in_the_same_order():
    markdown = a_paper(facts([("Date", "22 September 2026")]), heading(3, "Decisions"), DECISIONS,
                       paragraph("Then " + strong("A07") + " IOM: revise."))  # fmt: skip
    said = [words(token) for token in read_paper(markdown).tokens if token.type == "inline"]
    assert [*texts(opened(markdown))] == said


@given(TYPED, TYPED, TYPED)
def test_whatever_is_typed_is_read_again(name, text, cell):
    markdown = document(heading(2, escape(name)), paragraph(escape(text)), table(["No."], [[escape(cell)]]))
    said = [words(token) for token in read_paper(markdown).tokens if token.type == "inline"]
    assert [" ".join(each.split("\n")) for each in texts(opened(markdown))] == [each for each in said if each]


def test_headings_decisions_and_points_have_styles_of_their_own():
    markdown = a_paper(
        heading(3, "Decisions"), quote(paragraph(strong("D01") + " It agreed.")), facts([("Due", "soon")])
    )
    styles = {each.text: each.style.name for each in opened(markdown).paragraphs}
    assert styles["Kenya UN Network on Migration"] == "Title"
    assert styles["Minutes of the third quarterly meeting of 2026"] == "Heading 1"
    assert (styles["Decisions"], styles["D01 It agreed."], styles["Due: soon"]) == (
        "Heading 2",
        "Decision",
        "List Bullet",
    )
    bold = [run.text for each in opened(markdown).paragraphs for run in each.runs if run.bold]
    assert bold == ["D01", "Due"]


def test_the_page_is_a4_with_the_classification_and_the_count_of_pages():
    page = opened(a_paper(paragraph("Nothing."))).sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert page.header.paragraphs[0].text.startswith("INTERNAL USE ONLY")
    for footer in (page.first_page_footer, page.footer):
        fields = [each.get(qn("w:instr")) for each in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]


def test_without_a_classification_no_page_has_one_and_every_quotation_is_a_decision():
    there = opened(a_paper(quote(paragraph("D01 It agreed.")), public=True))
    assert there.sections[0].header.paragraphs[0].text == ""
    assert next(each.style.name for each in there.paragraphs if each.text == "D01 It agreed.") == "Decision"


def test_a_table_is_as_wide_as_the_page_its_headings_repeated_and_no_row_broken():
    (made,) = opened(a_paper(DECISIONS)).tables
    first, *others = made._tbl.tr_lst
    assert first.trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:tblHeader")) is None for row in others)
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in made._tbl.tr_lst)
    assert sum(column.width.cm for column in made.columns) == pytest.approx(WIDTH, abs=0.01)


def test_official_numbers_are_text():
    there = opened("12. twelve\n14. fourteen\n")
    assert [each.text for each in there.paragraphs] == ["12. twelve", "14. fourteen"]


@pytest.mark.parametrize(("language", "code"), [("en", "en-GB"), ("fr", "fr-FR"), ("sq", "sq")])
def test_the_language_is_set(language, code):
    there = opened(a_paper(paragraph("Nothing.")), language)
    assert {each.get(qn("w:val")) for each in there.styles.element.iter(qn("w:lang"))} == {code}
    assert there.core_properties.language == language


def test_the_file_names_nobody_and_no_day_but_the_paper():
    properties = opened(a_paper(paragraph("Nothing."))).core_properties
    assert properties.title == "Minutes of the third quarterly meeting of 2026"
    assert properties.subject == "Kenya UN Network on Migration"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created is None


def test_what_somebody_wrote_into_a_report_keeps_its_marks():
    markdown = "# N\n\nplain *soft* ~~gone~~ **bold**  \nnext\n\n- one\n  - two\n\n    three\n\n> said\n\n    code\n"
    there = opened(markdown)
    line = there.paragraphs[1]
    marked = {run.text: (run.bold, run.italic, run.font.strike) for run in line.runs if run.text.strip()}
    assert marked["soft"] == (None, True, None)
    assert marked["gone"] == (None, None, True)
    assert marked["bold"] == (True, None, None)
    assert "\n" in line.text
    styles = [(each.text, each.style.name) for each in there.paragraphs[2:]]
    assert styles[:3] == [("one", "List Bullet"), ("two", "List Bullet 2"), ("three", "List Continue")]
    assert styles[3:] == [("said", "Decision"), ("code", "Code")]


def test_the_file_is_a_whole_archive():
    assert zipfile.ZipFile(io.BytesIO(word_file(a_paper(paragraph("Nothing."))))).testzip() is None
