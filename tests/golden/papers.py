"""Every kind of paper of the small network, as a file to be read."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.golden.network import members
from tui_app.services.book import Book
from tui_app.services.corrigenda import corrigendum_text, find_corrigendum
from tui_app.services.papers import OF_A_MEETING, REPORT, STATEMENT, WORKPLAN, kinds_of_paper, paper

FOLDER = Path(__file__).parent
COMMAND = "python -m tests.golden"
OF = {"agenda": ("2026/Q1", "2026/Q3"), "minutes": ("2026/Q1", "2026/Q2"), REPORT: ("R01", "R02")}
"""Of which meetings, or numbers, a kind of paper is made; any other kind of a meeting is of the first."""
_DIGITS = re.compile(r"\b[0-9a-f]{64}\b")


def golden_papers(book: Book) -> Iterator[tuple[str, str]]:
    """The name and the text of each; what another register would have otherwise, its seals, is left out."""
    for name, text in _papers(book):
        yield f"{name}.md", _DIGITS.sub("(64 digits)", text)


def _papers(book: Book) -> Iterator[tuple[str, str]]:
    for kind in (*kinds_of_paper(book.charter), REPORT):
        for of in OF.get(kind, ("2026/Q1",) if kind in OF_A_MEETING else ("",)):
            name = f"{kind}-{of.removeprefix('2026/')}" if of else kind
            yield name, paper(book, kind, of or None, entity="IOM" if kind == "entity" else "")
    yield "minutes-Q1-in-French", paper(book.in_language("fr"), "minutes", "2026/Q1")
    yield (
        "corrigendum",
        corrigendum_text(book, book.meeting("2026/Q1"), find_corrigendum(book, book.meeting("2026/Q1"), "1")),
    )
    yield "reminder", paper(book, "actions", entity=members(book.charter)["a"])
    for kind in ("agenda", "minutes", "decisions", STATEMENT, "members", WORKPLAN):
        yield f"public-{kind}", paper(book, kind, "2026/Q1" if kind in OF_A_MEETING else None, public=True)
