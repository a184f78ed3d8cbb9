"""A paper as an HTML page: valid, whole in one file, and showing exactly what was typed."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from tui_app.documents.formats.formats import in_format
from tui_app.documents.formats.stylesheet import print_sheet
from tui_app.documents.markdown import (
    bullets,
    document,
    escape,
    heading,
    numbered,
    paragraph,
    quote,
    rule,
    strong,
    table,
)

INLINE = {"strong", "em", "s", "code", "br"}
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "hr", "pre"}
MAY_HOLD = {
    "html": {"head", "body"}, "head": {"meta", "title", "style"}, "body": BLOCKS, "blockquote": BLOCKS,
    "ul": {"li"}, "ol": {"li"}, "li": BLOCKS | INLINE, "table": {"thead", "tbody"}, "thead": {"tr"}, "tbody": {"tr"},
    "tr": {"td", "th"}, "pre": {"code"}, **dict.fromkeys([*BLOCKS - {"ul", "ol", "blockquote", "table", "hr", "pre"},
    "td", "th", "strong", "em", "s"], INLINE),
}  # fmt: skip
"""What HTML allows of the elements that a paper needs; all others may hold no element."""

PAPER = document(
    quote(paragraph("INTERNAL USE ONLY\\. For the members.")),
    heading(1, "Kosovo¹ Network"),
    heading(2, "Minutes"),
    quote(paragraph(strong("UNNM-KOS/2026/Q3/D01") + " Agreed.")),
    bullets(["one", "two"]),
    numbered("12.", "twelve"),
    table(["Symbol", "Text"], [["D01", "a"], ["D02", "b"]]),
)
MARKS = (
    "<b>",
    "</p>",
    "<script>",
    "</style>",
    "&amp;",
    "&#60;",
    '"',
    "'",
    "*/",
    "url(x)",
    "\\",
    "{",
    "}",
    "<!--",
    "]]>",
)
typed = st.one_of(st.lists(st.sampled_from(MARKS), min_size=1, max_size=6).map("".join), st.text(min_size=1))


def page_of(markdown, language="en"):
    """The page as a strict reader has it; fails where it is not valid."""
    content = in_format(markdown, "html", language=language)
    root = etree.fromstring(content, etree.XMLParser(recover=False, huge_tree=True))
    for element in root.iter():
        holds = {child.tag for child in element}
        assert holds <= MAY_HOLD.get(element.tag, set()), (element.tag, holds)
        assert set(element.attrib) <= {"lang", "charset", "media", "style", "start", "value"}, element.attrib
    return root


def body_text(root):
    return " ".join("".join(root.find("body").itertext()).split())


def test_a_page_names_its_language_its_title_and_nothing_outside():
    content = in_format(PAPER, "html", language="fr").decode()
    assert content.startswith('<!DOCTYPE html>\n<html lang="fr">\n')
    assert "<title>Minutes - Kosovo¹ Network</title>" in content
    assert not re.search(r"<script|<link|<img|<a |src=|href=|url\(|@import|://", content)
    assert page_of(PAPER).get("lang") == "en"


def test_official_numbers_and_footnote_marks_are_text():
    root = page_of(PAPER)
    assert [p.text for p in root.iter("p")][-1] == "12. twelve"
    assert root.find(".//ol") is None
    assert root.find(".//h1").text == "Kosovo¹ Network"


def test_decisions_are_set_apart_and_the_classification_is_not_one_of_them():
    classified, decided = page_of(PAPER).findall(".//blockquote/p")
    assert "border-left" in decided.get("style")
    assert "border-left" not in classified.get("style")


def test_footnotes_are_small_and_what_follows_them_is_not():
    root = page_of(document(rule(), bullets(["seal"]), rule(), paragraph("¹ note"), heading(3, "Corr"), paragraph("x")))
    assert [("9pt" in (p.get("style") or ""), p.text) for p in root.iter("p")] == [(True, "¹ note"), (False, "x")]


def test_what_word_needs_stands_on_the_elements_themselves():
    root = page_of(PAPER)
    assert "border-collapse" in root.find(".//table").get("style")
    assert all("border: 0.75pt solid" in cell.get("style") for cell in [*root.iter("th"), *root.iter("td")])
    shares = [float(re.search(r"width: ([\d.]+)%", cell.get("style"))[1]) for cell in root.iter("th")]
    assert sum(shares) == pytest.approx(100, abs=0.2)


def test_every_printed_page_has_classification_title_and_number():
    sheet = page_of(PAPER).findall(".//style")[-1].text
    assert '@top-center { content: "INTERNAL USE ONLY. For the members."' in sheet
    assert 'counter(page) " / " counter(pages)' in sheet
    assert "table-header-group" in sheet


def test_a_released_paper_is_not_marked():
    root = page_of(document(heading(1, "Network"), heading(2, "Statement"), paragraph("All."), quote(paragraph("x"))))
    assert '@top-center { content: ""' in root.findall(".//style")[-1].text


@settings(deadline=None)  # the first one loads the parser
@given(st.lists(typed, min_size=1, max_size=3))
@example(["x\\</style><b>"])
def test_whatever_is_typed_is_seen_and_is_nothing_but_text(texts):
    texts = [text for text in map(_storable, texts) if text]
    inlines = [*map(escape, texts)]
    blocks = [quote(paragraph(inlines[0])), heading(1, inlines[0]), heading(2, inlines[-1])] if texts else []
    source = document(*blocks, *map(paragraph, inlines), bullets(inlines), table(["a"], [[each] for each in inlines]))
    root = page_of(source)
    shown = [texts[0], texts[0], texts[-1], *texts, *texts, "a", *texts] if texts else ["a"]
    assert body_text(root) == " ".join(" ".join(shown).split())
    seen_by_browsers = html.document_fromstring(in_format(source, "html").decode())
    assert body_text(seen_by_browsers) == body_text(root)
    assert [each.tag for each in seen_by_browsers.iter()] == [each.tag for each in root.iter()]


def _storable(text):
    from tui_app.domain.text import clean

    return clean(text)[0].replace("\n", " ").strip()


@given(typed)
@example('"; } body { display: none } /*')
def test_nothing_typed_leaves_the_quotation_marks_of_the_print_sheet(text):
    plain = print_sheet("INTERNAL", "")
    sheet = print_sheet(text, "")
    before, after = plain.split("INTERNAL")
    assert sheet.startswith(before)
    assert sheet.endswith(after)
    assert re.fullmatch(r'(\\[0-9a-f]+ |[^"\\<>{}\n])*', sheet[len(before) : len(sheet) - len(after)])


def test_what_somebody_wrote_into_a_report_by_hand_leads_nowhere():
    written = (
        '[the portal](https://a.org/x "t") and <https://b.org>\n\n![a picture](https://c.org/p.png)\n\n'
        "```python\nx < 1\n```\n\n<script>alert(1)</script>\n\n3. three\n7. seven\n"
    )
    root = page_of(written)
    seen = body_text(root)
    assert "the portal (https://a.org/x) and https://b.org (https://b.org)" in seen
    assert "a picture" in seen
    assert "<script>alert(1)</script>" in seen
    assert root.find(".//ol").get("start") == "3"


def test_official_numbers_in_a_report_stay_as_they_were_written():
    assert '<li value="14">' in in_format("12. twelve\n14. fourteen\n", "html").decode()


def test_a_row_longer_than_a_page_goes_on_to_the_next_one_and_a_short_one_is_not_broken():
    rows = [[escape("word " * 2000), "x"], ["short", "y"]]
    page = in_format(document("# Title", table(["Text", "No."], rows)), "html").decode()
    assert page.count('<tr style="break-inside: auto">') == 1
