"""A paper as its blocks, read as far as they are asked for: the preview and the plain text are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_app.documents.parser import parser
from tui_app.domain.frozen import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

Run = tuple[str, bool]
"""Words, and whether they are in bold; a newline among them is a line break."""

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading (`level` 1 to 6), a paragraph, a point of a list or a part of a quotation.

    `first` stands before its first line, `further` before the others (`- ` and two spaces, `> `). `close`: no line
    is left empty above it.
    """

    runs: Runs
    level: int = 0
    first: str = ""
    further: str = ""
    close: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: as many cells in every row as in its head."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block = Passage | Table | Rule

_WHOLE_ONLY = re.compile(r"^ {0,3}(?:```|~~~|\[[^\]]+\]:)", re.MULTILINE)
_BETWEEN_BLOCKS = re.compile(r"\n(?:[ \t]*\n)+(?=\S)")


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks in their order. A long paper is parsed block by block, so that its first ones are there at once."""
    for part in _parts(markdown):
        yield from _Reader().read(parser().parse(part))


def words(runs: Runs) -> str:
    """The words alone."""
    return "".join(text for text, _ in runs)


def _parts(markdown: str) -> Iterator[str]:
    """Parts that mean the same alone as together: cut where a block ends, unless one could reach over a blank line."""
    if _WHOLE_ONLY.search(markdown):
        yield markdown
        return
    start = 0
    for found in _BETWEEN_BLOCKS.finditer(markdown):
        yield markdown[start : found.start()]
        start = found.end()
    yield markdown[start:]


class _Reader:
    """Goes through the tokens of a part; `_around` is what stands before each line within quotations and lists."""

    def __init__(self) -> None:
        self._around: list[tuple[str, str]] = []
        self._level = 0
        self._tight = self._below_another = False

    def read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks of these tokens."""
        coming = iter(tokens)
        for token in coming:
            match token.type:
                case "heading_open":
                    self._level, self._tight = int(token.tag[1:]), False
                case "paragraph_open":
                    self._level, self._tight = 0, token.hidden
                case "inline":
                    yield self._passage(_runs(token.children or ()))
                case "fence" | "code_block":
                    self._level, self._tight = 0, False
                    yield self._passage(((token.content.rstrip("\n"), False),))
                case "table_open":
                    yield _table(coming)
                case "hr":
                    yield Rule()
                case _:
                    self._go_around(token)

    def _go_around(self, token: Token) -> None:
        """Into a quotation or a point of a list, or out of it."""
        if token.type in ("bullet_list_open", "ordered_list_open") and not self._around:
            self._below_another = False
        elif token.type == "blockquote_open":
            self._around.append(("> ", "> "))
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else "- "
            self._around.append((mark, " " * len(mark)))
        elif token.type in ("blockquote_close", "list_item_close"):
            self._around.pop()

    def _passage(self, runs: Runs) -> Passage:
        first, further = ("".join(marks) for marks in zip(("", ""), *self._around, strict=True))
        close = self._tight and self._below_another
        self._around = [(beyond, beyond) for _, beyond in self._around]
        self._below_another = True
        return Passage(runs, self._level, first, further, close)


def _table(coming: Iterator[Token]) -> Table:
    """The table that has begun, up to its end."""
    rows: list[list[Runs]] = []
    for token in coming:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_runs(token.children or ()))
    head, *others = (tuple(row) for row in rows)
    return Table(head, tuple(others))


def _runs(children: Sequence[Token]) -> Runs:
    """The words of an inline token; the address of a link stands behind its words."""
    runs: list[Run] = []
    strong, addresses = 0, []
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                strong += child.nesting
                continue
            case "link_open":
                addresses.append(str(child.attrGet("href") or ""))
                continue
            case "link_close":
                text = f" ({addresses.pop()})"
            case "hardbreak":
                text = "\n"
            case "softbreak":
                text = " "
            case _:
                text = child.content
        if runs and runs[-1][1] == bool(strong):
            text = runs.pop()[0] + text
        if text:
            runs.append((text, bool(strong)))
    return tuple(runs)
