"""Every paper of the sample year in every format: the same words, in the same order, as independent readers have."""

import csv
import re
from io import StringIO

import cmarkgfm
import pytest
from lxml import etree, html

from tui_app.documents.formats.formats import FORMATS, LISTS, formats_of, in_format, require_format
from tui_app.domain.problem import Problem
from tui_app.services.papers import PAPERS, paper
from tui_app.services.sample_year import play


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """The papers of the sample year in Markdown, by name."""
    book = play(tmp_path_factory.mktemp("year") / "register", to_the_end=True)
    with book.register:
        there = [kind for kind in PAPERS if kind not in ("report", "joint-statement")]  # the sample has none of these
        made = {kind: paper(book, kind, entity="IOM" if kind == "entity" else "") for kind in there}
        for meeting in book.meetings():
            if meeting.held:
                made[f"minutes {meeting.symbol}"] = paper(book, "minutes", meeting.symbol)
    return made


def words(page):
    """The words of a page as its cells and paragraphs part them."""
    body = page.find("body")
    return " ".join(" ".join(body.itertext()).split())


def test_html_says_what_github_would_show(papers):
    assert len(papers) > 12
    for name, markdown in papers.items():
        page = etree.fromstring(in_format(markdown, "html"), etree.XMLParser(recover=False))
        shown = html.document_fromstring(cmarkgfm.github_flavored_markdown_to_html(markdown))
        assert words(page) == words(shown), name
        structure = [each.tag for each in page.find("body").iter()]
        assert structure == [each.tag for each in shown.find("body").iter() if each.tag != "tbody" or len(each)], name


def test_a_spreadsheet_has_every_row_of_the_tables_in_their_order(papers):
    for kind in LISTS:
        shown = html.document_fromstring(cmarkgfm.github_flavored_markdown_to_html(papers[kind]))
        rows = [
            [" ".join(cell.text_content().split()) for cell in row] for row in shown.iter("tr") if len(row.xpath("td"))
        ]
        content = in_format(papers[kind], "csv").decode("utf-8-sig")
        about, _, *written = csv.reader(StringIO(content, newline=""))
        assert about[0].startswith("INTERNAL USE ONLY")
        parted = 1 if len([*shown.iter("table")]) > 1 else 0
        assert [[cell for cell in row[parted:] if cell] for row in written] == [[*filter(None, row)] for row in rows]


def test_every_kind_has_markdown_and_html_and_only_the_calendar_has_ics():
    for kind in PAPERS:
        assert formats_of(kind)[:2] == ("md", "html")
        assert ("ics" in formats_of(kind)) is (kind == "calendar")


def test_a_format_that_a_kind_has_not_is_refused_with_those_it_has():
    with pytest.raises(Problem, match=re.escape("ics is a format of calendar; minutes has md, html")):
        require_format("minutes", "ics")
    with pytest.raises(Problem, match="did you mean 'html'"):
        require_format("minutes", "htm")


def test_markdown_goes_out_as_it_is():
    assert in_format("# é\n", "md") == "# é\n".encode()
    assert all(each.name == name for name, each in FORMATS.items())
