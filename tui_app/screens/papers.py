"""Papers: what is handed out, seen first, then written to a file, circulated, adopted."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from tui_app.commands.catalogue import actions_of
from tui_app.domain.calendar import day_and_date, read_date
from tui_app.domain.meeting.meeting import Meeting, MeetingState, require_step
from tui_app.domain.membership.roster import Entity
from tui_app.domain.problem import Problem
from tui_app.domain.reports.report import Report
from tui_app.screens import report_asking
from tui_app.screens.asking import Choose, Confirm
from tui_app.screens.gaps import ask_reason
from tui_app.screens.history_shown import HISTORY, HistoryShown
from tui_app.screens.paper_lines import paper_lines
from tui_app.screens.place import bindings_of
from tui_app.services import convene, filing
from tui_app.services.calendar import calendar_bytes, calendar_name
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
from tui_app.services.reports import all_reports, find_report, refresh, remarks, text_of
from tui_app.widgets.preview import Preview
from tui_app.widgets.rows import Column, Row, Rows

_WIDTH = 13
_ONE = "report "
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
"""What the footer has with the kinds of paper, in that order, besides help and quitting."""


def _title(kind: str) -> str:
    if kind == REPORT:
        return "Reports"
    return kind.replace("-", " ").capitalize()


class Papers(HistoryShown):
    """The papers on the left, the one under the cursor on the right."""

    NAME = "papers"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("papers")

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self._text = ""

    def compose_body(self) -> ComposeResult:
        """The list and the preview."""
        with Horizontal(id="desk"):
            yield Rows(Column("paper", _WIDTH), wraps=False, id="papers")
            yield Preview(id="preview")

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """The list, and the paper under the cursor as it would be written now."""
        first = "" if self.rows().rows else self._first_kind()
        kinds = (*kinds_of_paper(self.book.charter), HISTORY, REPORT)
        reports = [Row(f"{_ONE}{each.symbol}", (f" {each.symbol}",)) for each in all_reports(self.book)]
        self.rows().show([*(Row(kind, (_title(kind),)) for kind in kinds), *reports], key=first or None)
        self._show_paper(self.rows().key)

    def seek(self, record: str) -> None:
        """A kind of paper, or a report by its symbol."""
        self.rows().go_to(f"{_ONE}{record}" if "/" in record else record)

    def _first_kind(self) -> str:
        meeting = self.meeting
        return "minutes" if meeting is not None and meeting.held else "agenda"

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        if event.key != self._kind:
            self._show_paper(event.key)

    def _show_paper(self, kind: str) -> None:
        other, self._kind = kind != self._kind, kind
        self.query_one("#hints", Static).update(self.hints())
        if kind == HISTORY:
            self.show_history(from_top=other)
            return
        try:
            self._text = shown = self._paper()
        except Problem as problem:
            self._text, shown = "", str(problem)
        self.query_one(Preview).show(partial(paper_lines, shown), from_top=other)

    def hints(self) -> str:
        """The keys that matter with the paper under the cursor."""
        own = {action.method: action for action in actions_of(self.NAME)}
        usual = _REPORT_HINTS if self._kind.startswith(_ONE) else _USUAL_HINTS
        here = [own[method] for method in _HINTS.get(self._kind, usual)]
        return "  ".join(f"{a.key} {a.hint}" for a in (*here, own["help"], own["quit"]))

    def _paper(self) -> str:
        if self._kind == HISTORY:
            raise Problem("The history is to be read here; minutebook history prints it, and > writes it to a file.")
        if self._kind == ENTITY:
            raise Problem("All that is on record of one entity: Enter asks of which, and writes it; Enter on the "
                          "roster in Network (7) shows it.")  # fmt: skip
        if self._kind == REPORT:
            return report_asking.overview(self.book)
        if self._kind.startswith(_ONE):
            return report_asking.shown(self.book, self._report())
        of = self._year() if self._kind == CALENDAR else self.meeting.symbol if self.meeting else None
        return paper(self.book, self._kind, of)

    def _report(self) -> Report:
        """The report under the cursor; Problem where there is none."""
        if not self._kind.startswith(_ONE):
            raise Problem("There is no report under the cursor: n drafts one.")
        return find_report(self.book, self._kind.removeprefix(_ONE))

    def _year(self) -> str:
        """The year of the meeting shown, by its symbol; of which the calendar is shown."""
        return self.meeting.symbol[:4] if self.meeting else str(self.book.today().year)

    # -- the paper shown -------------------------------------------------

    def action_preview(self) -> None:
        """Between the list and the preview."""
        target = self.rows() if self.query_one(Preview).has_focus else self.query_one(Preview)
        target.focus()

    def action_export(self) -> None:
        """Ask where, then write the file."""
        self.attempt({CALENDAR: self._ask_which, ENTITY: self._ask_whose}.get(self._kind, self._ask_where_paper))

    def _ask_which(self) -> None:
        """The calendar as the file that Outlook reads: of the year, or of the meeting shown alone."""
        meeting, year = self.require_meeting(), self._year()
        rows = [
            Row(year, (f"all meetings of {year}",)),
            Row(meeting.symbol, (f"{meeting.symbol} alone: {meeting.title}",)),
        ]

        def chosen(of: str | None) -> None:
            if of:
                self.attempt(lambda: self._ask_where(calendar_bytes(self.book, of), calendar_name(self.book, of)))

        self.app.push_screen(Choose("A calendar file (.ics), for Outlook and others, with", rows, key=year), chosen)

    def _ask_whose(self) -> None:
        """The sheet of one of the entities on record."""
        entities = sorted(self.book.of(Entity).all(), key=lambda entity: entity.acronym.casefold())

        def chosen(of: str | None) -> None:
            if of:
                self._ask_where(paper(self.book, ENTITY, entity=of), file_name(self.book, ENTITY, entity=of))

        rows = [Row(each.acronym, (each.acronym, each.name)) for each in entities]
        self.app.push_screen(Choose("The sheet of which entity?", rows, Column("", 10), Column("")), chosen)

    def _ask_where_paper(self) -> None:
        if self._kind.startswith(_ONE):
            report = self._report()
            self._ask_where(text_of(self.book, report), file_name(self.book, REPORT, report.symbol))
            return
        self._ask_where(self._paper(), file_name(self.book, self._kind, self.meeting.symbol if self.meeting else None))

    def _ask_where(self, text: str | bytes, name: str) -> None:
        def written(place: str) -> None:
            path = filing.file_away(text, filing.read_file_path(place, name))
            one = self._kind in _SINGULAR or self._kind.startswith(_ONE)
            self.tell(f"Written: {path}" if one else f"The {self._kind} are written: {path}")

        def echo(place: str) -> str:
            path = filing.read_file_path(place, name)
            return f"Replaces {path}" if path.exists() else f"Writes {path}"

        self.ask(f"Write the {self._named()} to", written, text=str(filing.papers_folder() / name), echo=echo,
                 reads=True)  # fmt: skip

    def _named(self) -> str:
        """The paper under the cursor within a sentence; a report keeps the capitals of its symbol."""
        return self._kind if self._kind.startswith(_ONE) else _title(self._kind).lower()

    def action_copy(self) -> None:
        """Copy the paper, if the terminal lets programs do so."""
        self.attempt(self._copy)

    def _copy(self) -> None:
        self.app.copy_to_clipboard(self._paper())
        self.tell(
            f"The {self._named()}: copied, if this terminal lets programs copy. If nothing arrives, w writes a file."
        )

    def action_explain(self) -> None:
        """Give the reason for a gap of the files that will stay."""
        self.attempt(lambda: ask_reason(self, self.require_meeting()))

    # -- the report under the cursor -------------------------------------

    def action_new_report(self) -> None:
        """Ask which, on which days and for whom, then draft it."""

        def drafted(report: Report) -> None:
            self.rows().go_to(f"{_ONE}{report.symbol}")
            for sentence in remarks(self.book, report):
                self.tell(sentence)

        self.attempt(lambda: report_asking.ask_new(self, drafted))

    def action_section(self) -> None:
        """Choose a section and write it."""
        self.attempt(lambda: report_asking.ask_section(self, self._report()))

    def action_refresh(self) -> None:
        """Draft anew what was not edited."""
        self.attempt(lambda: refresh(self.book, self._report()))

    def action_send(self) -> None:
        """Ask to whom it was sent, then freeze it."""
        self.attempt(lambda: report_asking.ask_sent(self, self._report()))

    # -- the meeting -----------------------------------------------------

    def action_circulate(self) -> None:
        """Record that the agenda or the minutes went to the members."""
        self.attempt(self._circulate)

    def _circulate(self) -> None:
        meeting = self.require_meeting()
        if meeting.state is MeetingState.PLANNED:
            _, done = convene.circulate(self.book, meeting)
            self.tell(f"{meeting.symbol}: {done}.")
            return
        require_step(meeting, MeetingState.CIRCULATED)
        label = f"Minutes v{meeting.minutes_version + 1} of {meeting.symbol} go to the members: comments by"
        self.ask(label, lambda day: self._sent(meeting, self._read_day(day)), text="+2w", echo=self._echo_day)

    def _sent(self, meeting: Meeting, comments_by: date | None) -> None:
        convene.circulate(self.book, meeting, comments_by)

    def _read_day(self, phrase: str) -> date | None:
        return read_date(phrase, self.book.today()) if phrase.strip() else None

    def _echo_day(self, phrase: str) -> str:
        return f"Comments by {day_and_date(read_date(phrase, self.book.today()))}"

    def action_adopt(self) -> None:
        """Ask, since it cannot be undone, then adopt the minutes."""
        self.attempt(self._ask_to_adopt)

    def _ask_to_adopt(self) -> None:
        meeting = self.require_meeting()
        sentences = convene.before_adopting(self.book, meeting)

        def answered(yes: bool | None) -> None:
            if yes:
                self.attempt(lambda: convene.adopt(self.book, meeting))

        self.app.push_screen(Confirm(f"Adopt the minutes of {meeting.symbol}?", sentences, "adopt them"), answered)
