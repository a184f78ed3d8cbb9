"""A paper as a Word file: real styles, so that whoever edits it on restyles it in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from tui_app.documents.formats.reading import read_paper
from tui_app.documents.formats.word_page import CLASSIFICATION, CODE, DECISION, NOTE, new_page
from tui_app.documents.formats.word_table import write_table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from markdown_it.token import Token

    from tui_app.documents.formats.word_table import Cell

_HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3", "h5": "Heading 4",
             "h6": "Heading 5"}  # fmt: skip
_BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")


def word_file(markdown: str, language: str = "en") -> bytes:
    """The paper as the content of a .docx; `language` is the code of its words, as `en`."""
    reading = read_paper(markdown)
    document = new_page(reading, language)
    _Writing(document, classified=bool(reading.classification)).write(reading.tokens)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


class _Writing:
    """Writes the tokens of a paper, one after the other, into a document."""

    def __init__(self, document: Document, *, classified: bool) -> None:
        self._document = document
        self._style = ""
        self._quoted = CLASSIFICATION if classified else DECISION
        self._within: list[str] = []
        self._item: list[str] = []
        self._ruled = False
        self._rows: list[list[Cell]] = []
        self._table = False
        self._does: Mapping[str, Callable[[Token], None]] = {
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "inline": self._inline,
            "blockquote_open": self._open,
            "blockquote_close": self._quote_ends,
            "bullet_list_open": self._open,
            "bullet_list_close": self._close,
            "ordered_list_open": self._open,
            "ordered_list_close": self._close,
            "list_item_open": self._list_item,
            "table_open": self._table_begins,
            "tr_open": self._row,
            "table_close": self._table_ends,
            "hr": self._rule,
            "fence": self._code,
            "code_block": self._code,
        }

    def write(self, tokens: Iterable[Token]) -> None:
        """Each token in its turn; those that only close what another opened say nothing."""
        for token in tokens:
            if (does := self._does.get(token.type)) is not None:
                does(token)

    # -- blocks ----------------------------------------------------------

    def _heading(self, token: Token) -> None:
        self._style, self._ruled = _HEADINGS[token.tag], False

    def _paragraph(self, _: Token) -> None:
        lists = [each for each in self._within if each.endswith("list_open")]
        if "blockquote_open" in self._within:
            self._style = self._quoted
        elif lists:
            first = bool(self._item) and lists[-1] == "bullet_list_open"
            self._style = _BULLETS[min(len(lists), len(_BULLETS)) - 1] if first else "List Continue"
        else:
            self._style = NOTE if self._ruled else "Normal"

    def _inline(self, token: Token) -> None:
        if self._table:
            self._rows[-1].append(token.children or ())
            return
        paragraph = self._document.add_paragraph(style=self._style)
        if self._item and (number := self._item.pop()):
            paragraph.add_run(f"{number} ")
        write_words(paragraph, token.children or ())

    def _open(self, token: Token) -> None:
        self._within.append(token.type)

    def _close(self, _: Token) -> None:
        self._within.pop()

    def _quote_ends(self, _: Token) -> None:
        self._within.pop()
        self._quoted = DECISION  # only the first quotation can be the classification

    def _list_item(self, token: Token) -> None:
        """An official number is text: Word would count 12, 14 as 12, 13."""
        self._item = [f"{token.info}{token.markup}" if token.info else ""]

    def _rule(self, _: Token) -> None:
        """What follows a rule is what stands at the foot of a paper: its notes."""
        self._ruled = True

    def _code(self, token: Token) -> None:
        for line in token.content.rstrip("\n").split("\n"):
            self._document.add_paragraph(line, style=CODE)

    # -- tables ----------------------------------------------------------

    def _table_begins(self, _: Token) -> None:
        self._rows, self._table = [], True

    def _row(self, _: Token) -> None:
        self._rows.append([])

    def _table_ends(self, _: Token) -> None:
        self._table = False
        write_table(self._document, self._rows, write_words)


def write_words(paragraph: Paragraph, children: Sequence[Token]) -> None:
    """Inline tokens as runs: bold, italic, struck through, and the breaks of lines."""
    marks: list[str] = []
    for child in children:
        if child.type.endswith("_open"):
            marks.append(child.tag)
        elif child.type.endswith("_close"):
            marks.remove(child.tag)
        elif child.type == "hardbreak":
            paragraph.add_run().add_break()
        else:
            run = paragraph.add_run(" " if child.type == "softbreak" else child.content)
            run.bold, run.italic = "strong" in marks or None, "em" in marks or None
            run.font.strike = "s" in marks or None
