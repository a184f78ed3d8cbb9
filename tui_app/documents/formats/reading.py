"""What every format takes from a paper: its names, its classification, its tokens and its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from tui_app.documents.parser import parser
from tui_app.domain.frozen import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper as it was read: the network, what paper it is, and the classification, each as plain text or empty.

    `tokens` are all blocks of the paper, the caller's own; nothing in them leads out of the paper.
    """

    network: str
    name: str
    classification: str
    tokens: Sequence[Token]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the texts of the headings above it, the tokens that open its columns, and the text of each cell by row.

    The first row holds the names of the columns.
    """

    under: tuple[str, ...]
    heads: list[Token] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def read_paper(markdown: str) -> Reading:
    """The paper in tokens; a link or a picture, as somebody may write them into a report, becomes its words."""
    tokens = parser().parse(markdown)
    for token in tokens:
        if token.type == "fence":
            token.info = ""  # the language of what it holds, which would become an attribute
        if token.children:
            token.children = [*_within(token.children)]
    headings = dict(reversed([*_headings(tokens)]))
    return Reading(headings.get("h1", ""), headings.get("h2", ""), _classification(tokens), tokens)


def words(inline: Token) -> str:
    """The words of an inline token without any mark; a line break is a space."""
    return "".join(" " if each.type in ("softbreak", "hardbreak") else each.content for each in inline.children or ())


def tables(tokens: Sequence[Token]) -> Iterator[Table]:
    """The tables of a paper, each with the headings under which it stands, from the third level."""
    above: dict[str, str] = {}
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            above = {tag: text for tag, text in above.items() if tag < token.tag}
            above[token.tag] = words(tokens[place + 1])
        elif token.type == "table_open":
            yield _table(tokens, place, tuple(text for tag, text in above.items() if tag >= "h3"))


def footnotes(tokens: Sequence[Token]) -> Iterator[int]:
    """The places of the paragraphs that are standing footnotes: those right beneath a line across the page."""
    beneath = False
    for place, token in enumerate(tokens):
        if token.level == 0 and token.nesting != -1 and token.type != "inline":
            beneath = token.type == "hr" or (beneath and token.type == "paragraph_open")
            if beneath and token.type != "hr":
                yield place


def _table(tokens: Sequence[Token], place: int, under: tuple[str, ...]) -> Table:
    table = Table(under)
    while tokens[place].type != "table_close":
        token = tokens[place]
        if token.type == "tr_open":
            table.rows.append([])
        elif token.type in ("th_open", "td_open"):
            table.rows[-1].append(words(tokens[place + 1]))
        if token.type == "th_open":
            table.heads.append(token)
        place += 1
    return table


def classification_at(tokens: Sequence[Token]) -> int | None:
    """The place of the paragraph that is the classification: a quotation beneath the network's name, or above it, where
    papers had it once; None in a paper that was released.
    """
    opened = [token.type for token in tokens[:5]]
    start = 3 if opened[:3] == ["heading_open", "inline", "heading_close"] else 0
    return start + 1 if opened[start : start + 2] == ["blockquote_open", "paragraph_open"] else None


def _classification(tokens: Sequence[Token]) -> str:
    place = classification_at(tokens)
    return "" if place is None else words(tokens[place + 1])


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token.tag, words(tokens[place + 1])


def _within(children: Sequence[Token]) -> Iterator[Token]:
    """The same without links and pictures; the address stands behind the words of a link."""
    addresses = []
    for child in children:
        if child.type == "link_open":
            addresses.append(str(child.attrGet("href") or ""))
        elif child.type == "link_close":
            yield _text(f" ({addresses.pop()})")
        else:
            yield _text(child.content) if child.type == "image" else child


def _text(content: str) -> Token:
    from markdown_it.token import Token

    return Token("text", "", 0, content=content)
