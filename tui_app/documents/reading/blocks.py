"""Markdown as a flat run of blocks: headings, paragraphs, the points of lists, quotations, the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from tui_app.documents.parser import parser
from tui_app.domain.frozen import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token


class Kind(Enum):
    """What a block is. HEADER is the first row of a table, ROW each other one."""

    HEADING = auto()
    PARAGRAPH = auto()
    POINT = auto()
    QUOTE = auto()
    HEADER = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """Text without its marks: a wrapped line goes on after a space, a line break is a newline.

    `bold` is the part in bold with which it begins; `lines` are the lines as they stand in the file.
    """

    text: str
    bold: str = ""
    lines: tuple[str, ...] = ()
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block with the number of its line in the file; only rows of tables have several cells."""

    kind: Kind
    line: int
    cells: tuple[Said, ...]

    @property
    def said(self) -> Said:
        """Its only cell, or the first."""
        return self.cells[0] if self.cells else Said("")

    @property
    def text(self) -> str:
        """The text of that."""
        return self.said.text


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks of a file in their order; rules across the page are left out.

    A line that a paragraph or a point goes on to in the file is a block of its own, since text saved from Word has
    no blank lines, unless it goes on in the middle of a sentence, with a small letter.
    """
    tokens = parser().parse(markdown)
    within: list[str] = []
    row: list[Said] = []
    for place, token in enumerate(tokens):
        if token.nesting == 1:
            within.append(token.type)
        elif token.nesting == -1:
            within.pop()
            if token.type == "tr_close":
                kind = Kind.HEADER if "thead_open" in within else Kind.ROW
                yield Block(kind, _line(tokens, place), tuple(row))
                row = []
        elif token.type == "inline" and "tr_open" in within:
            row.append(_said(token.children or ()))
        elif token.type == "inline":
            yield from _by_lines(_kind(within), _line(tokens, place), token.children or ())
        elif token.type in ("code_block", "fence"):
            yield from _indented(_line(tokens, place) + (token.type == "fence"), token.content)


def _line(tokens: Sequence[Token], place: int) -> int:
    """The line on which the token stands, or the last one before it that tells."""
    return next((each.map[0] + 1 for each in reversed(tokens[: place + 1]) if each.map), 1)


def _kind(within: Sequence[str]) -> Kind:
    if "heading_open" in within:
        return Kind.HEADING
    if "list_item_open" in within:
        return Kind.POINT
    return Kind.QUOTE if "blockquote_open" in within else Kind.PARAGRAPH


_GOES_ON = re.compile(r"[(“\"']?(?!\w+:\s)[^\W\d_]")
"""The beginning of a line that may go on in the middle of a sentence: with a letter, and not `unhcr: asked for`."""


def _goes_on(line: str) -> bool:
    found = _GOES_ON.match(line.lstrip())
    return found is not None and found[0][-1].islower()


def _indented(line: int, content: str) -> Iterator[Block]:
    """What Markdown takes for code, since it is indented: text like any other, line by line."""
    for number, text in enumerate(map(str.strip, content.split("\n")), line):
        if text:
            yield Block(Kind.PARAGRAPH, number, (Said(text, "", (text,)),))


def _by_lines(kind: Kind, line: int, words: Sequence[Token]) -> Iterator[Block]:
    """One block, or one for each line of the file in a paragraph or a point."""
    breaks = [place for place, each in enumerate(words) if each.type == "softbreak"]
    own = [place for place in breaks if not _goes_on("".join(each.content for each in words[place + 1 :]))]
    starts = [-1, *(own if kind in (Kind.PARAGRAPH, Kind.POINT) else ())]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        before = sum(each.type in _MEANS for each in words[: start + 1])
        yield Block(kind, line + before, (_said(words[start + 1 : end]),))


_MEANS = {"softbreak": "\x00", "hardbreak": "\n"}


def _said(words: Sequence[Token]) -> Said:
    """Inline text; of a link its words and its address."""
    text, bold, closed_at, address, began = "", "", -1, "", 0
    picture = False
    for child in words:
        if child.type == "strong_open" and not text:
            closed_at = 0
        elif child.type == "strong_close" and closed_at == 0:
            bold, closed_at = text, 1
        elif child.type == "link_open":
            address, began = str(child.attrs.get("href", "")), len(text)
        elif child.type == "link_close":
            text += f" ({address})" if text[began:] != address else ""
        elif child.type in ("s_open", "s_close"):
            text += child.markup
        picture = picture or child.type == "image"
        text += _MEANS.get(child.type, child.content)
    flat = text.replace("\x00", " ").strip(" ")
    return Said(flat, bold.replace("\x00", " "), tuple(text.replace("\x00", "\n").split("\n")), picture)
