"""Which formats there are, which paper goes into which, and the one way into each; nothing is loaded before its use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem, did_you_mean

MARKDOWN, WORD, ICS = "md", "docx", "ics"

LISTS = frozenset({"decisions", "actions", "members", "workplan", "calendar"})
"""The kinds of paper that are lists."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format; `name` is also the ending of its files.

    `write` makes a file's content from a paper in Markdown and the code of its language; None: it is not made from
    Markdown. `kinds` has it, None: every kind. `text`: a terminal can show it.
    """

    name: str
    does: str
    write: Callable[[str, str], bytes] | None
    kinds: frozenset[str] | None = None
    text: bool = True


def _markdown(markdown: str, _: str) -> bytes:
    return markdown.encode()


def _csv(markdown: str, _: str) -> bytes:
    from tui_app.documents.formats.csv_lists import csv_file

    return csv_file(markdown)


def _html(markdown: str, language: str) -> bytes:
    from tui_app.documents.formats.html import html_page

    return html_page(markdown, language).encode()


def _word(markdown: str, language: str) -> bytes:
    from tui_app.documents.formats.word import word_file

    return word_file(markdown, language)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.name: each
        for each in (
            Format(MARKDOWN, "Markdown, as a mail takes it", _markdown),
            Format("html", "one page to print, or to paste into Outlook or Word", _html),
            Format(WORD, "a Word file", _word, text=False),
            Format("csv", "a list for a spreadsheet", _csv, LISTS),
            Format(ICS, "a calendar for Outlook", None, frozenset({"calendar"})),
        )
    }
)
"""Every format by its name."""

_EXCEL = "a list for a spreadsheet is csv, which Excel opens: write .csv; other papers are docx or html."
_OFFICE = "a file for Word is docx, which other programs open too: write .docx."
MADE_ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("xlsx", "xls", "ods"), _EXCEL),
        **dict.fromkeys(("doc", "odt", "rtf"), _OFFICE),
        "pdf": "pdf is printed from html: write .html, open that in a browser, then Print, Save as PDF.",
        "json": "json is printed by the lists themselves, on the command line: decisions, actions, meetings, members.",
    }
)
"""The way to what no paper is written as, by the name people know it by."""


def formats_of(kind: str) -> tuple[str, ...]:
    """The names of the formats that a kind of paper has, Markdown first."""
    return tuple(each.name for each in FORMATS.values() if each.kinds is None or kind in each.kinds)


def require_format(kind: str, name: str) -> Format:
    """The format that was named; Problem with those that there are, which kinds of paper have it, or the way to it."""
    if name in MADE_ELSEWHERE:
        raise Problem(MADE_ELSEWHERE[name])
    if name not in FORMATS:
        raise Problem(f"{name!r} is not a format: {did_you_mean(name, FORMATS)}")
    found = FORMATS[name]
    if found.kinds is not None and kind not in found.kinds:
        kinds = ", ".join(sorted(found.kinds))
        raise Problem(f"{name} is a format of {kinds}; {kind} has {', '.join(formats_of(kind))}.")
    return found


def ending_of(file: Path) -> str:
    """What the name of a file ends in, in small letters, as `docx`; Problem where there is no name before it."""
    if file.name.startswith(".") and not file.suffix:
        elsewhere = MADE_ELSEWHERE.get(file.name[1:].casefold())
        raise Problem(elsewhere or f"{file.name} is only an ending: put a name before it, as in minutes{file.name}.")
    return file.suffix[1:].casefold()


def in_format(markdown: str, name: str, *, language: str = "en") -> bytes:
    """A paper in a format made from Markdown, as the content of a file; `language` is the code of the paper's words."""
    write = FORMATS[name].write
    if write is None:
        raise Problem(f"{name} is not made from a paper.")
    return write(markdown, language)
