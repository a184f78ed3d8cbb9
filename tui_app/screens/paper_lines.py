"""How a paper in Markdown is shown on a screen: its words without the marks, each line with its look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_app.widgets.preview import Line
from tui_app.widgets.wrapping import wrap

_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\\$|\*{1,2}")
_CELLS = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"(#{1,6}) (.*)")
_BETWEEN = re.compile(r"\|( ?:?-+:? ?\|)+")

_BEGINNINGS = {"- ": "  ", "> ": "> "}


def paper_lines(markdown: str, width: int) -> list[Line]:
    """The paper in lines of at most `width` cells; headings are bold, a table's cells stand between bars."""
    return [(line, bold) for text, bold in _plain(markdown) for line in _hang(text, width)]


def paper_text(markdown: str) -> str:
    """The words of the paper without the marks, a paragraph or a point to a line, as a mail takes them."""
    return "\n".join(line.removeprefix("> ") for line, _ in _plain(markdown)) + "\n"


def _plain(markdown: str) -> Iterator[Line]:
    rows = markdown.rstrip("\n").split("\n")
    for number, row in enumerate(rows):
        heading = _HEADING.fullmatch(row)
        if heading:
            yield _words(heading[2]), True
        elif _BETWEEN.fullmatch(row):
            continue
        elif row.startswith("|"):
            header = number + 1 < len(rows) and _BETWEEN.fullmatch(rows[number + 1]) is not None
            yield _cells(row), header
        else:
            yield _words(row), False


def _cells(row: str) -> str:
    cells = [_words(cell).strip() for cell in _CELLS.split(row)[1:-1]]
    return re.sub(r"( \| -)+$", "", " | ".join(cell or "-" for cell in cells))


def _words(text: str) -> str:
    """Without the marks of emphasis and the strokes that keep typed marks as they are."""
    return _MARKS.sub(lambda found: found[1] or "", text)


def _hang(text: str, width: int) -> tuple[str, ...]:
    """Wrapped; what belongs to a point or a quotation stays beneath its beginning."""
    mark = text[:2] if text[:2] in _BEGINNINGS else ""
    first, *others = wrap(text.removeprefix(mark), width - len(mark))
    return (mark + first, *(_BEGINNINGS.get(mark, "") + line for line in others))
