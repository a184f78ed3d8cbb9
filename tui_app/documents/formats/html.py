"""A paper as one HTML page: no script, nothing fetched, ready to print and to paste into Outlook or Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from tui_app.documents.formats.columns import widths
from tui_app.documents.formats.reading import Reading, Table, classification_at, footnotes, read_paper, tables
from tui_app.documents.formats.stylesheet import (
    CLASSIFICATION,
    ELEMENTS,
    FOOTNOTE,
    INLINE,
    SCREEN,
    SET_APART,
    print_sheet,
)
from tui_app.documents.parser import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8" />
<title>{title}</title>
<style>
{elements}</style>
<style>
{screen}</style>
<style>
{print}</style>
</head>
<body>
{body}</body>
</html>
"""


def html_page(markdown: str, language: str = "en") -> str:
    """The paper as a page; `language` is the code of its words, as `en`."""
    from markdown_it.renderer import RendererHTML

    reading = read_paper(markdown)
    _dress(reading)
    title = " - ".join(filter(None, (reading.name, reading.network)))
    return _PAGE.format(
        language=escape(language),
        title=escape(title),
        elements=ELEMENTS,
        screen=SCREEN,
        print=print_sheet(reading.classification, title),
        body=RendererHTML().render(reading.tokens, parser().options, {}),
    )


def _dress(reading: Reading) -> None:
    """Give the elements the styles that they carry themselves."""
    for token in reading.tokens:
        if token.type == "list_item_open" and token.info:
            token.attrSet("value", token.info)  # an official number: a browser would count 12, 14 as 12, 13
        if token.type in INLINE:
            _add_style(token, INLINE[token.type])
    for row in _long_rows(reading.tokens):
        _add_style(row, "break-inside: auto")
    for token in _within_quotations(reading.tokens):
        _add_style(token, SET_APART)
    if (classified := classification_at(reading.tokens)) is not None:
        reading.tokens[classified].attrSet("style", CLASSIFICATION)
    for place in footnotes(reading.tokens):
        _add_style(reading.tokens[place], FOOTNOTE)
    for alike in _alike(tables(reading.tokens)):
        shares = widths([row for table in alike for row in table.rows])
        for table in alike:
            for head, share in zip(table.heads, shares, strict=True):
                _add_style(head, f"width: {share}%")


def _alike(found: Iterable[Table]) -> Iterable[list[Table]]:
    """The tables with the same columns, which stand below one another and so get the same widths."""
    by_columns: dict[tuple[str, ...], list[Table]] = {}
    for table in found:
        by_columns.setdefault(tuple(table.rows[0]), []).append(table)
    return by_columns.values()


_LONG = 1500
"""Letters in a cell; a row with more may not fit on a page: it goes on to the next, and is not moved there."""


def _long_rows(tokens: Sequence[Token]) -> Iterator[Token]:
    row = None
    for token in tokens:
        if token.type == "tr_open":
            row = token
        elif token.type == "tr_close":
            row = None
        elif row is not None and len(token.content) > _LONG:
            yield row


def _within_quotations(tokens: Sequence[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if depth and token.type == "paragraph_open":
            yield token


def _add_style(token: Token, style: str) -> None:
    """One more style, which gives way to those that the element has from the paper."""
    own = token.attrGet("style")
    token.attrSet("style", f"{style}; {own}" if own else style)
