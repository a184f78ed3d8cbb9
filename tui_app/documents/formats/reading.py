"""What every format takes from a paper: its names, its classification and its tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_app.documents.parser import parser

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper as it was read: the network, what paper it is, and the classification, each as plain text or empty.

    `tokens` are all blocks of the paper, in which nothing leads out of it.
    """

    network: str
    name: str
    classification: str
    tokens: tuple[Token, ...]


def read_paper(markdown: str) -> Reading:
    """The paper in tokens; a link or a picture, as somebody may write them into a report, becomes its words."""
    tokens = parser().parse(markdown)
    for token in tokens:
        if token.children:
            token.children = [*_within(token.children)]
    headings = dict(reversed([*_headings(tokens)]))
    quoted = tokens and tokens[0].type == "blockquote_open"
    return Reading(headings.get("h1", ""), headings.get("h2", ""), words(tokens[2]) if quoted else "", tuple(tokens))


def words(inline: Token) -> str:
    """The words of an inline token without any mark; a line break is a space."""
    return "".join(" " if each.type in ("softbreak", "hardbreak") else each.content for each in inline.children or ())


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
