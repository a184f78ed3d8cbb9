"""Every kind of paper of the small network, as a file to be read."""

import re
from collections.abc import Iterator
from pathlib import Path

from tui_app.services.book import Book
from tui_app.services.papers import OF_A_MEETING, REPORT, kinds_of_paper, paper
from tui_app.services.reports import all_reports

FOLDER = Path(__file__).parent
COMMAND = "python -m tests.golden"
_DIGITS = re.compile(r"\b[0-9a-f]{64}\b")


def golden_papers(book: Book) -> Iterator[tuple[str, str]]:
    """The name and the text of each; what another register would have otherwise, its seals, is left out."""
    for kind in (*kinds_of_paper(book.charter), *((REPORT,) if all_reports(book) else ())):
        for of in ("2026/Q1", "2026/Q2") if kind == "agenda" else ("2026/Q1",) if kind in OF_A_MEETING else (None,):
            text = paper(book, kind, of, entity="IOM" if kind == "entity" else "")
            yield f"{kind}{f'-{of[-2:]}' if of else ''}.md", _DIGITS.sub("(64 digits)", text)
