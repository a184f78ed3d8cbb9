"""The paper under the cursor in Papers: what it is called, its text, and the keys that matter with it."""

from __future__ import annotations

from dataclasses import dataclass

from tui_app.domain.problem import Problem
from tui_app.domain.reports.report import Report
from tui_app.screens import report_asking
from tui_app.screens.history_shown import HISTORY
from tui_app.services.book import Book
from tui_app.services.papers import (
    CALENDAR,
    COMPLETENESS,
    ENTITY,
    REPORT,
    TABLING_NOTE,
    WORKPLAN,
    file_name,
    kinds_of_paper,
    paper,
)
from tui_app.services.reports import all_reports, find_report, text_of
from tui_app.widgets.rows import Row

ONE = "report "
"""Before the symbol of a report, as the key of its row."""

_SINGULAR = frozenset({"agenda", TABLING_NOTE, COMPLETENESS, WORKPLAN, CALENDAR, ENTITY})
_HINTS = {
    "agenda": ("export", "copy", "preview", "circulate"),
    "minutes": ("export", "copy", "preview", "circulate", "adopt"),
    COMPLETENESS: ("export", "copy", "preview", "explain"),
    ENTITY: ("export", "preview"),
    HISTORY: ("preview", "history"),
    REPORT: ("new_report", "preview"),
}
_REPORT_HINTS = ("export", "new_report", "section", "refresh", "send")
_USUAL_HINTS = ("export", "copy", "preview")


def title_of(kind: str) -> str:
    """A kind of paper as its row shows it."""
    return "Reports" if kind == REPORT else kind.replace("-", " ").capitalize()


def paper_rows(book: Book) -> list[Row]:
    """The kinds of paper, the history, and each report."""
    kinds = (*kinds_of_paper(book.charter), HISTORY, REPORT)
    reports = [Row(f"{ONE}{each.symbol}", (f" {each.symbol}",)) for each in all_reports(book)]
    return [*(Row(kind, (title_of(kind),)) for kind in kinds), *reports]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen: the key of its row, and the symbol of the meeting that the places show, if there is one."""

    key: str
    meeting: str | None

    @property
    def one_report(self) -> bool:
        """Whether it is a report that was drafted."""
        return self.key.startswith(ONE)

    @property
    def named(self) -> str:
        """Its name within a sentence; a report keeps the capitals of its symbol."""
        return self.key if self.one_report else title_of(self.key).lower()

    @property
    def hints(self) -> tuple[str, ...]:
        """The actions that the footer has with it, in that order, besides help and quitting."""
        return _HINTS.get(self.key, _REPORT_HINTS if self.one_report else _USUAL_HINTS)

    def written(self, place: object) -> str:
        """The sentence that says where it was written."""
        one = self.key in _SINGULAR or self.one_report
        return f"Written: {place}" if one else f"The {self.key} are written: {place}"

    def report(self, book: Book) -> Report:
        """The report; Problem where it is none."""
        if not self.one_report:
            raise Problem("There is no report under the cursor: n drafts one.")
        return find_report(book, self.key.removeprefix(ONE))

    def year(self, book: Book) -> str:
        """The year of the meeting shown, by its symbol; of which the calendar is shown."""
        return self.meeting[:4] if self.meeting else str(book.today().year)

    def shown(self, book: Book) -> str:
        """What the preview shows of it, as Markdown; Problem where there is nothing to hand out."""
        if self.key == REPORT:
            return report_asking.overview(book)
        if self.one_report:
            return report_asking.shown(book, self.report(book))
        return self.text(book)

    def text(self, book: Book) -> str:
        """The paper as it would be handed out now, as Markdown; Problem where there is none."""
        if self.key == HISTORY:
            raise Problem("The history is to be read here; minutebook history prints it, and > writes it to a file.")
        if self.key == ENTITY:
            raise Problem("All that is on record of one entity: Enter asks of which, and writes it; Enter on the "
                          "roster in Network (7) shows it.")  # fmt: skip
        if self.one_report:
            return text_of(book, self.report(book))
        if self.key == REPORT:
            return report_asking.overview(book)
        return paper(book, self.key, self.year(book) if self.key == CALENDAR else self.meeting)

    def file_name(self, book: Book) -> str:
        """The name of a file for it."""
        if self.one_report:
            return file_name(book, REPORT, self.report(book).symbol)
        return file_name(book, self.key, self.meeting)
