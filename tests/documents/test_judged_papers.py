"""Every kind of paper of every charter before its judges: written as before, linted, and read alike by all readers."""

import csv
import io
import re
from collections.abc import Iterator

import docx
import icalendar
import pytest
from lxml import html
from pymarkdown.api import PyMarkdownApi

from tests.golden.network import CHARTERS, small_network
from tests.golden.papers import COMMAND, FOLDER, golden_papers
from tui_app.documents.formats.formats import formats_of, in_format
from tui_app.documents.formats.reading import read_paper, tables, words
from tui_app.documents.markdown import bullets, document, escape, heading, paragraph, quote, strong, table
from tui_app.services.calendar import calendar_bytes

FILES = [f"{name}/{file.name}" for name in CHARTERS for file in sorted((FOLDER / name).glob("*.md"))]

OUTSIDE = re.compile(r"/public-|/report-R02")
"""The papers that a decision lets out."""


@pytest.fixture(params=FILES)
def file(request) -> str:
    """One of the golden papers, by its folder and name."""
    return request.param


@pytest.fixture
def markdown(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")


def lint(text: str) -> list[str]:
    """What markdownlint's rules find, but for the length of lines (MD013), which a mail wraps."""
    found = PyMarkdownApi().disable_rule_by_identifier("md013").scan_string(text).scan_failures
    return [f"line {each.line_number}: {each.rule_id} {each.rule_description}" for each in found]


def said(markdown: str) -> list[str]:
    """The words of every heading, paragraph, point and cell, in their order."""
    return [text for token in read_paper(markdown).tokens if token.type == "inline" and (text := words(token))]


def symbols(texts: list[str]) -> list[str]:
    return [symbol for text in texts for symbol in re.findall(r"\b(?:\w+-\w+/)?2026/Q1/[ADP]\d+", text)]


# -- the paper itself --------------------------------------------------------


@pytest.mark.parametrize("name", CHARTERS)
def test_the_same_record_makes_the_same_papers(name, tmp_path):
    book = small_network(name, tmp_path / "register")
    made = dict(golden_papers(book))
    book.register.close()
    there = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / name).glob("*.md")}
    assert sorted(made) == sorted(there), f"run {COMMAND} and read the difference"
    for paper, text in made.items():
        assert text == there[paper], f"{name}/{paper} is written otherwise: run {COMMAND} and read the difference"


def test_a_paper_passes_markdownlint(markdown):
    assert lint(markdown) == []


@pytest.mark.parametrize(
    "typed", ["#", "- a", "1. b", "*a*", "> c", "| d", "a_b_", "===", "+ e", "`f`", "[g]: h", "![i](j)"]
)
def test_nothing_typed_breaks_a_rule_of_markdownlint(typed):
    """`seen as typed` is tested with everything; the linter is slow, so that it gets what has a meaning in Markdown."""
    inline = escape(f"{typed} and {typed}")
    paper = document(
        heading(1, inline), quote(paragraph(inline)), heading(2, escape(f"{typed} too")), paragraph(inline),
        bullets([inline, strong(typed) + " said"]), table(["No.", escape(typed)], [["1", inline]]),
        quote(paragraph(inline)), quote(paragraph("and another")),
    )  # fmt: skip
    assert lint(paper) == []


def test_every_reader_sees_the_same_words(markdown, seen_by):
    seen = {name: " ".join(text.split()) for name, text in seen_by(markdown).items()}
    assert len(set(seen.values())) == 1, seen


def test_a_paper_is_marked_as_internal_or_names_its_release_and_names_its_network(file, markdown):
    first, second = read_paper(markdown).tokens[1], said(markdown)[1]
    assert words(first) == read_paper(markdown).network
    internal = second.startswith(("INTERNAL USE ONLY. For ", "RÉSERVÉ À L’USAGE INTERNE. Destinataires"))
    released = re.search(r"^- \*\*Released by\*\*: \S+/2026/Q2/D02", markdown, re.MULTILINE) is not None
    assert (internal, released) == ((False, True) if OUTSIDE.search(file) else (True, False))
    assert (markdown.count("1244 (1999)") == 1) == file.startswith("kosovo/")


def test_nothing_that_was_not_released_goes_outside(file, markdown):
    """Neither the second meeting, nor the closed item, nor who was there or said what in a check."""
    inside = ("ministry", "persons concerned", "Diallo", "Keller", "legal review", "2026/Q2/D03", "costs of 2027")
    assert not OUTSIDE.search(file) or not [each for each in inside if each in markdown]


# -- in every other format ----------------------------------------------------


def test_word_has_every_word_in_its_order(markdown):
    made = docx.Document(io.BytesIO(in_format(markdown, "docx")))
    assert [*_in_word(made)] == said(markdown)


def _in_word(made) -> Iterator[str]:
    for block in made.iter_inner_content():
        if isinstance(block, docx.table.Table):
            yield from (cell.text for row in block.rows for cell in row.cells if cell.text)
        elif block.text:
            yield block.text.replace("\n", " ")


def test_html_has_every_word_in_its_order(markdown):
    body = html.fromstring(in_format(markdown, "html")).find("body")
    assert "".join("".join(body.itertext()).split()) == "".join("".join(said(markdown)).split())


def test_decisions_actions_and_participants_are_found_in_each_format(file, markdown):
    if not file.endswith("minutes-Q1.md"):
        return
    there = symbols(said(markdown))
    assert {each[-3:] for each in there} >= {"D01", "A01", "A02"}
    people = sorted(("Amina Diallo", "Bruno Keller", "Dina Hoxha"), key=markdown.index)
    texts = {
        "docx": [*_in_word(docx.Document(io.BytesIO(in_format(markdown, "docx"))))],
        "html": [
            "".join(each.itertext())
            for each in html.fromstring(in_format(markdown, "html")).iter("p", "td", "li", "h5")
        ],
    }
    for name, found in texts.items():
        assert symbols(found) == there, name
        whole = "\n".join(found)
        assert sorted(people, key=whole.index) == people, name


def test_a_list_for_a_spreadsheet_has_every_row(file, markdown):
    kind = file.partition("/")[2].removesuffix(".md").removeprefix("public-")
    if "csv" not in formats_of(kind):
        return
    rows = [*csv.reader(io.StringIO(in_format(markdown, "csv").decode("utf-8-sig")))]
    cells = [cell.removeprefix("'") for row in rows for cell in row]
    for found in tables(read_paper(markdown).tokens):
        for row in found.rows[1:]:
            assert all(cell in cells for cell in row if cell), row


@pytest.mark.parametrize("name", CHARTERS)
def test_the_calendar_of_every_network_is_read(name, tmp_path):
    book = small_network(name, tmp_path / "register")
    events = icalendar.Calendar.from_ical(calendar_bytes(book, "2026")).walk("VEVENT")
    book.register.close()
    titles = [f"{number} quarterly meeting of 2026" for number in ("First", "Second", "Third")]
    assert [str(event["summary"]) for event in events] == [f"{book.charter.symbol}: {title}" for title in titles]
