"""A paper as one HTML page: no script, nothing fetched, ready to print and to paste into Outlook or Word."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tui_app.documents.formats.reading import read_paper

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
{body}</body>
</html>
"""


def html_page(markdown: str, language: str = "en") -> str:
    """The paper as a page; `language` is the code of its words, as `en`."""
    from tui_app.documents.parser import parser

    reading = read_paper(markdown)
    title = " - ".join(filter(None, (reading.name, reading.network)))
    body = _renderer().render(list(reading.tokens), parser().options, {})
    return _PAGE.format(language=escape(language), title=escape(title), body=body)


def _renderer() -> RendererHTML:
    from markdown_it.renderer import RendererHTML

    return RendererHTML()
