r"""A small writer of Markdown: what was typed is seen again exactly, whoever renders it.

The Markdown is CommonMark, with tables as GitHub writes them, and no HTML. It is escaped
as little as is safe, so that it also reads well as the plain text of a mail.

- **Inline** text is made by `escape` and `strong` from raw text, and joined by plain
  concatenation (something must stand between two `strong`, and between a text that ends as
  "M&E" does and a letter: with a semicolon behind it that could be the name of a character).
- **Blocks** are made from inline text, carry no blank line at their ends, and are put
  together by `document`, or within a quotation by `quote`. What has a meaning only in a
  certain place (a number at the start of a line, a bar in a table) is escaped by the
  block, so a block must never be written by hand.

Spaces inside a text are kept as typed, though HTML shows a run of them as one; white
space at the ends of a line is dropped. A newline in a text is a line break in
paragraphs, bullets and quotations, and " / " in headings and table cells, which can
hold one line only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(
    r"""
      \\ (?= [!-/:-@\[-`{-~] | \s*(?:\n|\Z) )  # a backslash that would escape what follows it
    | [`*~\[]                                  # code, emphasis, strikethrough, links, footnotes, task boxes
    | (?<!\w)_+ | _++(?![^\W_])                # emphasis, but not the underscores within_a_word
    | < (?!\s)                                 # HTML and <links>, but not "x < y"
    | & (?= \# | \w\w | \Z )                   # entities, but not "M&E"
    | : (?=//) | (?<=[wW]{3})\. | (?<=[\w.+-])@(?=[\w.-])  # web and mail addresses that would become links
    | \$ (?!\d)                                # the end of a formula, but not "$500"
    """,
    re.VERBOSE,
)
_MAY_BE_SPECIAL = re.compile(r"[\\`*~\[_<&@$\n]|://|[wW]{3}\.")
"""Without one of these nothing in a text can be special: nearly all are told so at half the cost."""

_LINE_BREAK = "\\\n"
_LINE_OPENING = re.compile(r"^(?:(\d+)(?=[.)](?:\s|$))|(?=[#>=|]|[-+:](?!\w)))")
_HEADING_CLOSING = re.compile(r"(?:^|(?<=\s))(?=#+$)")


def escape(text: str) -> str:
    """Inline text that is seen exactly as typed; `text` is raw and clean (`tui_app.domain.text`)."""
    if not _MAY_BE_SPECIAL.search(text):
        return text
    lines = re.sub(r"^\n|\n\Z", " ", re.sub(r"\s*\n\s*", "\n", text))
    escaped = _SPECIAL.sub(lambda found: "".join("\\" + char for char in found[0]), lines)
    return escaped.replace("\n", _LINE_BREAK)


def strong(text: str) -> str:
    """Raw text in bold, between marks that stand against a letter or digit on their inner side.

    Only there do the marks hold whatever the neighbours are: `**UNHCR:**said` would show
    its asterisks, `**UNHCR**:said` never does. A text without letters stays unmarked.
    """
    places = [place for place, char in enumerate(text) if char.isalnum()]
    if not places:
        return escape(text)
    start, end = places[0], places[-1] + 1
    while end < len(text) and _belongs_to_letter(text[end]):
        end += 1
    # The ends are escaped beside an asterisk because that is what will stand there.
    before = escape(text[:start] + "*").removesuffix(r"\*")
    after = escape("*" + text[end:]).removeprefix(r"\*")
    return f"{before}**{escape(text[start:end])}**{after}"


def _belongs_to_letter(char: str) -> bool:
    """Whether the character is drawn with the letter before it: an accent, a vowel sign, a joiner."""
    return unicodedata.category(char).startswith("M") or char in "\u200c\u200d"


def _lines(inline: str) -> list[str]:
    """The lines of an inline text, none of which can be taken for the start of another block."""
    return [_LINE_OPENING.sub(r"\1\\", line.strip()) for line in inline.strip().split("\n")]


def _one_line(inline: str) -> str:
    return inline.strip().replace(_LINE_BREAK, " / ")


def heading(level: int, inline: str) -> str:
    """A heading of level 1 (the paper's title, once a paper) to 6."""
    line = _HEADING_CLOSING.sub(r"\\", _one_line(inline))
    return f"{'#' * level} {line}".rstrip()


def paragraph(inline: str) -> str:
    """A paragraph; an empty one is left out by `document`."""
    return "\n".join(_lines(inline))


def numbered(number: str, inline: str) -> str:
    """A paragraph that begins with an official number, written as it shall be seen: "12." or "2a".

    It is never a Markdown list, which would number 12, 14 as 12, 13.
    """
    return paragraph(f"{escape(number)} {inline}")


def quote(*blocks: str) -> str:
    """Blocks as one quotation."""
    lines = "\n\n".join(filter(None, blocks)).split("\n")
    return "\n".join(f"> {line}".rstrip(" ") for line in lines)


def bullets(items: Iterable[str]) -> str:
    """A list of inline texts. Two lists need another block between them, or they become one."""
    return "\n".join(("- " + "\n  ".join(_lines(item))).rstrip(" ") for item in items)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of inline texts; raises ValueError if a row is not as long as the header."""
    rows = list(rows)
    if any(len(row) != len(header) for row in rows):
        raise ValueError(f"Each row of this table must have {len(header)} cells.")
    return "\n".join([_row(header), _row(["---"] * len(header)), *map(_row, rows)])


def _row(cells: Sequence[str]) -> str:
    written = (_one_line(cell).replace("|", r"\|") for cell in cells)
    return "".join(f"| {cell} " if cell else "| " for cell in written) + "|"


def rule() -> str:
    """A line across the page."""
    return "---"


def document(*blocks: str) -> str:
    """The paper: its blocks a blank line apart, empty ones left out, with one newline at the end.

    Quotations that follow one another are one: some readers would take them together anyway.
    """
    parts: list[str] = []
    for block in filter(None, blocks):
        both_quoted = bool(parts) and block.startswith(">") and parts[-1].rpartition("\n")[2].startswith(">")
        parts += ["\n>\n" if both_quoted else "\n\n" if parts else "", block]
    return "".join(parts) + "\n"
