"""The empty Word file into which a paper is written: A4, its styles, what stands on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui_app.documents.formats.reading import Reading

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

CLASSIFICATION, DECISION, NOTE, CODE = "Classification", "Decision", "Note", "Code"
"""The paragraph styles of our own, beside those that every Word file has."""

FONT, SIZE = "Calibri", 10.5
_INK = "1F2A44"
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}
_HEADINGS = {"Title": 18, "Heading 1": 14, "Heading 2": 12.5, "Heading 3": 11.5, "Heading 4": 11, "Heading 5": 10.5}
_MARGIN, _A4 = 2.0, (21.0, 29.7)
WIDTH = _A4[0] - 2 * _MARGIN
"""Of what is written on a page, in centimetres."""


def new_page(reading: Reading, language: str) -> Document:
    """A document without a word in its body, set up for the paper that was read."""
    import docx

    document = docx.Document()
    _set_properties(document, reading, language)
    _set_page(document)
    _set_styles(document, _LANGUAGES.get(language, language))
    _set_header(document, reading.classification)
    _set_footer(document, reading)
    return document


def _set_properties(document: Document, reading: Reading, language: str) -> None:
    """Its title and language; nothing of the template from which it was made, and nobody's name."""
    properties = document.core_properties
    for each in [*properties._element]:
        properties._element.remove(each)
    properties.title, properties.subject, properties.language = reading.name, reading.network, language


def _set_page(document: Document) -> None:
    from docx.shared import Cm

    page = document.sections[0]
    page.page_width, page.page_height = Cm(_A4[0]), Cm(_A4[1])
    page.left_margin = page.right_margin = Cm(_MARGIN)
    page.top_margin = page.bottom_margin = Cm(2.2)


def _set_styles(document: Document, language: str) -> None:
    from docx.shared import Pt

    _set_language(document, language)
    normal = _style(document, "Normal")
    normal.font.size = Pt(SIZE)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in _HEADINGS.items():
        _set_heading(_style(document, name), size)
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Continue"):
        _style(document, name).paragraph_format.space_after = Pt(2)
    _set_own_styles(document)


def _set_heading(style: ParagraphStyle, size: float) -> None:
    from docx.shared import Pt, RGBColor

    style.font.italic = False
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, RGBColor.from_string(_INK)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(size * 0.9), Pt(4)
    style.paragraph_format.keep_with_next = True
    if (border := style.element.find(f".//{qualified('w:pBdr')}")) is not None:
        border.getparent().remove(border)  # the template underlines the title


def _set_own_styles(document: Document) -> None:
    from docx.shared import Cm, Pt

    classified = _new_style(document, CLASSIFICATION)
    classified.font.bold, classified.font.size = True, Pt(9.5)
    decision = _new_style(document, DECISION)
    beside = decision.element.get_or_add_pPr()  # these first: what python-docx adds finds its place around them
    _add(beside, "w:pBdr").append(element("w:left", val="single", sz="24", space="8", color=_INK))
    _add(beside, "w:shd", val="clear", color="auto", fill="EEF1F6")
    decision.paragraph_format.left_indent = Cm(0.5)
    decision.paragraph_format.space_before = decision.paragraph_format.space_after = Pt(8)
    decision.paragraph_format.keep_together = decision.paragraph_format.keep_with_next = True
    _new_style(document, NOTE).font.size = Pt(9)
    code = _new_style(document, CODE)
    code.font.name, code.font.size = "Consolas", Pt(9)


def _new_style(document: Document, name: str) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE

    document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = _style(document, name)
    style.base_style = _style(document, "Normal")
    return style


def _style(document: Document, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _set_language(document: Document, language: str) -> None:
    """The font and the language of whatever no style says otherwise of; headings have theirs from the theme."""
    for fonts in document.styles.element.iter(qualified("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qualified(f"w:{script}"), FONT)
    for each in document.styles.element.iter(qualified("w:lang")):
        each.set(qualified("w:val"), language)


# -- on every page ---------------------------------------------------------


def _set_header(document: Document, classification: str) -> None:
    """The classification at the head of each page but the first, whose text begins with it."""
    page = document.sections[0]
    page.different_first_page_header_footer = True
    page.header.paragraphs[0].text = classification
    page.header.paragraphs[0].style = _style(document, CLASSIFICATION)


def _set_footer(document: Document, reading: Reading) -> None:
    """`Minutes of the third quarterly meeting of 2026    3 / 9`; Word counts the pages."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    page = document.sections[0]
    for footer in (page.first_page_footer, page.footer):
        line = footer.paragraphs[0]
        line.style = _style(document, NOTE)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(f"{reading.name}\t")
        _add_field(line, "PAGE")
        line.add_run(" / ")
        _add_field(line, "NUMPAGES")


def _add_field(line: Paragraph, name: str) -> None:
    field = _add(line._p, "w:fldSimple", instr=name)
    run = _add(field, "w:r")
    _add(run, "w:t").text = "1"


# -- what python-docx has no word for --------------------------------------


def qualified(name: str) -> str:
    """A name such as `w:tr` with its namespace in full."""
    from docx.oxml.ns import qn

    return qn(name)


def element(name: str, **values: str) -> BaseOxmlElement:
    """A new element such as `w:tr`, with its `w:` attributes."""
    from docx.oxml import OxmlElement

    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qualified(f"w:{key}"), value)
    return made


def _add(parent: BaseOxmlElement, name: str, **values: str) -> BaseOxmlElement:
    made = element(name, **values)
    parent.append(made)
    return made
