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
from tui_app.domain.meeting import Meeting, MeetingState, require_step
from tui_app.domain.problem import Problem
from tui_app.domain.roster import Entity
from tui_app.register.past import Address
from tui_app.screens.asking import Choose, Confirm
from tui_app.screens.gaps import ask_reason
from tui_app.screens.history_lines import OF_THE_REGISTER, HistoryRead
from tui_app.screens.paper_lines import paper_lines
from tui_app.screens.place import Place, bindings_of
from tui_app.services import convene, filing
from tui_app.services.calendar import calendar_bytes, calendar_name
from tui_app.services.naming import known
from tui_app.services.papers import (
    CALENDAR,
    COMPLETENESS,
    ENTITY,
    TABLING_NOTE,
    WORKPLAN,
    file_name,
    kinds_of_paper,
    paper,
)
from tui_app.widgets.preview import Preview
from tui_app.widgets.rows import Column, Row, Rows

_WIDTH = 13
HISTORY = "history"
"""Shown among the papers, and handed out as none."""

_SINGULAR = frozenset({"agenda", TABLING_NOTE, COMPLETENESS, WORKPLAN, CALENDAR, ENTITY})
_HINTS = {
    COMPLETENESS: ("export", "copy", "preview", "explain"),
    CALENDAR: ("export", "copy", "preview"),
    ENTITY: ("export", "preview"),
    HISTORY: ("preview", "history"),
}
_USUAL_HINTS = ("export", "copy", "preview", "circulate", "adopt")
"""What the footer has with the kinds of paper, in that order, besides help and quitting."""


def _title(kind: str) -> str:
    return kind.replace("-", " ").capitalize()


class Papers(Place):
    """The papers on the left, the one under the cursor on the right."""

    NAME = "papers"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("papers")

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self._text = ""
        self._history: HistoryRead | None = None
        self._of: tuple[str, tuple[Address, ...]] = ("", ())

    def compose_body(self) -> ComposeResult:
        """The list and the preview."""
        with Horizontal(id="desk"):
            yield Rows(Column("paper", _WIDTH), wraps=False, id="papers")
            yield Preview(id="preview")

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """The list, and the paper under the cursor as it would be written now."""
        first = "" if self.rows().rows else self._first_kind()
        kinds = (*kinds_of_paper(self.book.charter), HISTORY)
        self.rows().show([Row(kind, (_title(kind),)) for kind in kinds], key=first or None)
        self._show_paper(self.rows().key)

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
            self._show_history(from_top=other)
            return
        try:
            self._text = shown = self._paper()
        except Problem as problem:
            self._text, shown = "", str(problem)
        self.query_one(Preview).show(partial(paper_lines, shown), from_top=other)

    def hints(self) -> str:
        """The keys that matter with the paper under the cursor."""
        own = {action.method: action for action in actions_of(self.NAME)}
        here = [own[method] for method in _HINTS.get(self._kind, _USUAL_HINTS)]
        return "  ".join(f"{a.key} {a.hint}" for a in (*here, own["help"], own["quit"]))

    def _paper(self) -> str:
        if self._kind == HISTORY:
            raise Problem("The history is to be read here; minutebook history prints it, and > writes it to a file.")
        if self._kind == ENTITY:
            raise Problem("All that is on record of one entity: Enter asks of which, and writes it; Enter on the "
                          "roster in Network (7) shows it.")  # fmt: skip
        of = self._year() if self._kind == CALENDAR else self.meeting.symbol if self.meeting else None
        return paper(self.book, self._kind, of)

    def _year(self) -> str:
        """The year of the meeting shown, by its symbol; of which the calendar is shown."""
        return self.meeting.symbol[:4] if self.meeting else str(self.book.today().year)

    # -- the history -----------------------------------------------------

    def _show_history(self, *, from_top: bool) -> None:
        symbol, addresses = self._of
        title = f"History of {symbol}, newest first (h: of another)" if symbol else OF_THE_REGISTER
        self._history = HistoryRead(self.book, title, addresses)
        self._history.read_on()
        self.query_one(Preview).show(self._history.lines, from_top=from_top)

    @on(Preview.NearEnd)
    def _read_on(self) -> None:
        if self._kind == HISTORY and self._history is not None and not self._history.whole:
            self._history.read_on()
            self.query_one(Preview).show(self._history.lines, from_top=False)

    def action_history(self) -> None:
        """Ask of which record, then show its history; with no answer, that of the register."""
        symbols = known(self.book, self.meeting)

        def found(typed: str) -> None:
            self._of = symbols.find(typed) if typed.strip() else ("", ())
            self.rows().go_to(HISTORY)
            self._show_history(from_top=True)

        self.ask(
            "History of D04, Q3/A07, P2, 2026/Q3, 2026/Q3/3, UNHCR ...; empty: of the register", found,
            echo=lambda typed: f"Shows who changed {symbols.find(typed)[0]}, and when",
        )  # fmt: skip

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

        self.app.push_screen(Choose("A calendar file (.ics), as Outlook reads it, with", rows, key=year), chosen)

    def _ask_whose(self) -> None:
        """The sheet of one of the entities on record."""
        entities = sorted(self.book.of(Entity).all(), key=lambda entity: entity.acronym.casefold())

        def chosen(of: str | None) -> None:
            if of:
                self._ask_where(paper(self.book, ENTITY, entity=of), file_name(self.book, ENTITY, entity=of))

        rows = [Row(each.acronym, (each.acronym, each.name)) for each in entities]
        self.app.push_screen(Choose("The sheet of which entity?", rows, Column("", 10), Column("")), chosen)

    def _ask_where_paper(self) -> None:
        self._ask_where(self._paper(), file_name(self.book, self._kind, self.meeting.symbol if self.meeting else None))

    def _ask_where(self, text: str | bytes, name: str) -> None:
        def written(place: str) -> None:
            path = filing.file_away(text, filing.read_file_path(place, name))
            self.tell(f"Written: {path}" if self._kind in _SINGULAR else f"The {self._kind} are written: {path}")

        def echo(place: str) -> str:
            path = filing.read_file_path(place, name)
            return f"Replaces {path}" if path.exists() else f"Writes {path}"

        self.ask(
            f"Write the {_title(self._kind).lower()} to", written, text=str(filing.papers_folder() / name), echo=echo
        )

    def action_copy(self) -> None:
        """Copy the paper, if the terminal lets programs do so."""
        self.attempt(self._copy)

    def _copy(self) -> None:
        self.app.copy_to_clipboard(self._paper())
        what = _title(self._kind).lower()
        self.tell(f"The {what}: copied, if this terminal lets programs copy. If nothing arrives, w writes a file.")

    def action_explain(self) -> None:
        """Give the reason for a gap of the files that will stay."""
        self.attempt(lambda: ask_reason(self, self.require_meeting()))

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
