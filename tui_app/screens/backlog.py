"""Backlog: what waits for an agenda, opened over it; suggested, worded anew, taken, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui_app.commands.catalogue import hints_of, key_of
from tui_app.domain.calendar import day_and_date, read_past_date
from tui_app.domain.meeting.backlog import Suggestion
from tui_app.domain.meeting.backlog_words import suggestion_words
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.resources import stylesheet
from tui_app.screens.backlog_rows import about, backlog_rows, whole_rows
from tui_app.screens.beside import Beside
from tui_app.screens.place import bindings_of
from tui_app.services import backlog
from tui_app.widgets.few_lines import Cut
from tui_app.widgets.rows import Column, Row, Rows

_FORM = "Title [decision] 20m IOM"


class Backlog(Beside):
    """The backlog of the body that meets; Esc leads back to the agenda."""

    CSS_PATH = stylesheet("agenda")
    NAME = "backlog"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("backlog")

    def __init__(self) -> None:
        super().__init__()
        self._waiting: tuple[Suggestion, ...] = ()

    def compose_body(self) -> ComposeResult:
        """For which meeting, what waits, and the one under the cursor with its history."""
        yield Static("", id="for-meeting", markup=False)
        columns = Column("no.", 10), Column("min", 3), Column("for", 11), Column("suggestion")
        yield from self.compose_beside(Rows(*columns, titles=True))
        yield Cut(id="about-suggestion")

    def show_record(self) -> None:
        """What waits now."""
        if self.meeting is None:
            self.dismiss(None)
            return
        self._waiting = backlog.backlog(self.book, self.meeting.body)
        symbol, coming = self.meeting.symbol, self.meeting.takes_items
        takes = f"{key_of('backlog.take')} takes one onto that of {symbol}"
        onto = takes if coming else f"{symbol} takes none any more: {key_of('any.choose-meeting')} shows another"
        waits = f"{len(self._waiting)} for an agenda" if self._waiting else "nothing waits for an agenda"
        told = (waits, onto) if self._waiting or not coming else (waits,)
        self.query_one("#for-meeting", Static).update(f"Backlog: {'; '.join(told)}")
        empty = [Row("", (f"Nothing waits: {key_of('backlog.add')} suggests an issue;",), "heading"),
                 Row("", (f"{key_of('agenda.send-back')} sends an item of the agenda here.",), "heading")]  # fmt: skip
        self.rows().show(backlog_rows(self._waiting) or empty)
        self.show_hints()
        self._show_suggestion()
        self.show_beside_later()

    def hints(self) -> str:
        """The footer; it offers to take one only where the agenda takes items."""
        takes = self.is_mounted and self.meeting is not None and self.meeting.takes_items
        return "  ".join(f"{key} {word}" for key, word in hints_of(self.NAME) if takes or word != "take")

    @on(Rows.Moved)
    def _show_suggestion(self) -> None:
        one = self._suggestion(self.rows().key)
        self.query_one(Cut).say(about(one, self._meetings) if one else "")

    def whole(self, key: str) -> list[Row]:
        """The suggestion under the cursor with everything that happened to it."""
        one = self._suggestion(key)
        return whole_rows(one, self._meetings) if one else []

    @property
    def _meetings(self) -> dict[str, Meeting]:
        return {meeting.symbol: meeting for meeting in self.book.meetings()}

    def _suggestion(self, key: str) -> Suggestion | None:
        return next((each for each in self._waiting if each.id == key), None)

    def _on_one(self, deed: Callable[[Suggestion], object]) -> None:
        def do() -> None:
            one = self._suggestion(self.rows().key)
            if one is None:
                raise Problem(f"There is no suggestion under the cursor: {key_of('backlog.add')} makes one.")
            deed(one)

        self.attempt(do)

    def action_back(self) -> None:
        """One step out, from the list back to the agenda."""
        if not self.step_out():
            self.dismiss(None)

    def action_take(self) -> None:
        """Take it onto the agenda of the meeting shown."""
        self._on_one(self._take)

    def _take(self, one: Suggestion) -> None:
        meeting = self.require_meeting()
        item = backlog.take(self.book, one, meeting)
        self.tell(f"{item.title} is item {self.book.agenda(meeting.id).numbers[item.id]} of {meeting.symbol} now.")

    # -- asking ----------------------------------------------------------

    def action_add(self) -> None:
        """Ask for an issue, who suggests it, since when, and a note."""
        self.attempt(lambda: self.ask(f"Suggestion, as {_FORM}", self._ask_who, echo=self._read, chain="suggestion"))

    def _read(self, line: str) -> str:
        return suggestion_words(backlog.read_suggestion(self.book, line))

    def _ask_who(self, line: str) -> None:
        read = backlog.read_suggestion(self.book, line)

        def named(who: str) -> None:
            if not who.strip():
                raise Problem("A suggestion needs who makes it: an entity, as in UNHCR, or a person.")
            self._ask_day(line, backlog.proposer(self.book, who))

        self.ask("Who suggests it? An entity or a person", named, text=read.presenter,
                 echo=lambda who: f"Proposed by {backlog.proposer(self.book, who)}")  # fmt: skip

    def _ask_day(self, line: str, who: str) -> None:
        today = self.book.today()
        self.ask("On which day?", lambda day: self._ask_note(line, who, day), text="today",
                 echo=lambda day: day_and_date(read_past_date(day, today)))  # fmt: skip

    def _ask_note(self, line: str, who: str, day: str) -> None:
        on, body = read_past_date(day, self.book.today()), self.require_meeting().body

        def made(note: str) -> None:
            self.rows().go_to(backlog.suggest(self.book, line, who, on=on, note=note, body=body).id)

        self.ask("What is to be known of it? May stay empty", made)

    def action_edit(self) -> None:
        """Ask for its words anew."""
        self._on_one(
            lambda one: self.ask(
                f"{one.number}, as {_FORM}",
                lambda line: backlog.edit(self.book, one, line),
                text=one.line,
                echo=lambda line: f"Becomes: {self._read(line)}",
            )
        )

    def action_withdraw(self) -> None:
        """Ask why nobody wants it any more."""
        self._on_one(
            lambda one: self.ask(
                f"Why is {one.title} withdrawn? May stay empty", lambda why: backlog.withdraw(self.book, one, why)
            )
        )
