"""The paper under the cursor in Papers: what it is called, its text, and the keys that matter with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui_app.commands.catalogue import key_of
from tui_app.documents.formats.formats import ICS, in_format
from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem
from tui_app.domain.reports.report import Report
from tui_app.screens import report_asking
from tui_app.screens.history_shown import HISTORY
from tui_app.services.book import Book
from tui_app.services.calendar import calendar_bytes
from tui_app.services.paper_names import file_name
from tui_app.services.papers import (
    CALENDAR,
    COMPLETENESS,
    ENTITY,
    OF_A_MEETING,
    REPORT,
    STATEMENT,
    WORKPLAN,
    kinds_of_paper,
    paper,
)
from tui_app.services.reports import all_reports, find_report
from tui_app.widgets.rows import Row

ONE = "report "
"""Before the symbol of a report, as the key of its row."""

OF_THE_MEETING_SHOWN = OF_A_MEETING | {COMPLETENESS, WORKPLAN, CALENDAR}
"""The kinds that are about the meeting that the places show, or its year."""

_HINTS = {
    "agenda": ("export", "format", "versions", "circulate", "public"),
    "minutes": ("export", "versions", "circulate", "adopt", "public"),
    "decisions": ("export", "format", "copy", "public", "preview"),
    "members": ("export", "format", "copy", "public", "preview"),
    WORKPLAN: ("export", "format", "copy", "public", "preview"),
    STATEMENT: ("export", "format", "copy", "public", "preview"),
    COMPLETENESS: ("export", "format", "copy", "explain"),
    ENTITY: ("export", "format"),
    HISTORY: ("preview", "history"),
    REPORT: ("new_report", "preview"),
}
_REPORT_HINTS = ("export", "new_report", "section", "refresh", "send")
_USUAL_HINTS = ("export", "format", "copy", "preview")


def _no_paper() -> dict[str, str]:
    """What is told of the rows with which no paper is shown."""
    write, sheet, draft = map(key_of, ("papers.export", "network.entity", "papers.new-report"))
    return {
        HISTORY: "The history is to be read here; minutebook history prints it, and > writes it to a file.",
        ENTITY: f"All that is on record of one entity: {write} asks of which, and writes it; {sheet} on the roster in "
        "Network (7) shows it.",
        REPORT: f"This is no paper yet: {draft} drafts a report, and those that there are stand below.",
    }


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
    """What is chosen: the key of its row, and the symbol of the meeting that the places show, if there is one.

    `entity`: whose sheet it is. `alone`: the calendar is of that meeting, and not of its year. `public`: as whoever
    is outside may see it.
    """

    key: str
    meeting: str | None
    entity: str = ""
    alone: bool = False
    public: bool = False

    @property
    def one_report(self) -> bool:
        """Whether it is a report that was drafted."""
        return self.key.startswith(ONE)

    @property
    def kind(self) -> str:
        """The kind of paper that it is."""
        return REPORT if self.one_report else self.key

    @property
    def named(self) -> str:
        """Its name within a sentence; a report keeps the capitals of its symbol."""
        return self.key if self.one_report else title_of(self.key).lower()

    @property
    def hints(self) -> tuple[str, ...]:
        """The actions that the footer has with it, in that order, besides help and quitting."""
        return _HINTS.get(self.key, _REPORT_HINTS if self.one_report else _USUAL_HINTS)

    def report(self, book: Book) -> Report:
        """The report; Problem where it is none."""
        if not self.one_report:
            raise Problem(f"There is no report under the cursor: {key_of('papers.new-report')} drafts one.")
        return find_report(book, self.key.removeprefix(ONE))

    def year(self, book: Book) -> str:
        """The year of the meeting shown, by its symbol; of which the calendar is shown."""
        return self.meeting[:4] if self.meeting else str(book.today().year)

    def shown(self, book: Book) -> str:
        """What the preview shows of it, as Markdown; Problem where there is nothing to hand out."""
        if self.key == REPORT:
            return report_asking.overview(book)
        if self.one_report and not self.public:
            return report_asking.shown(book, self.report(book))
        return self.text(book)

    def text(self, book: Book) -> str:
        """The paper as it would be handed out now, as Markdown; Problem where there is none."""
        no_paper = _no_paper()
        if self.key in no_paper and not self.entity:
            raise Problem(no_paper[self.key])
        return paper(book, self.kind, self._of(book), entity=self.entity, public=self.public)

    def content(self, book: Book, form: str) -> Callable[[], bytes]:
        """What makes the file of it in a format, from the record as it is now; it may be called beside the work."""
        if form == ICS and not self.public:
            return partial(calendar_bytes, book, self._of(book))
        return partial(in_format, self.text(book), form, language=book.charter.language)

    def file_name(self, book: Book, form: str) -> str:
        """The name of that file."""
        return file_name(book, self.kind, self._of(book), self.entity, ending=form, public=self.public)

    def _of(self, book: Book) -> str | None:
        """The meeting, year or report that the paper is asked for by."""
        if self.one_report:
            return self.report(book).symbol
        if self.key == CALENDAR and not self.alone:
            return self.year(book)
        return self.meeting if self.key in OF_THE_MEETING_SHOWN else None
