"""Agenda: the items of the meeting with their time, made, moved and circulated."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widgets import Static

from tui_app.commands.catalogue import hints_of, key_of
from tui_app.domain.calendar import long_date
from tui_app.domain.meeting.agenda import AgendaItem, item_line, read_item
from tui_app.domain.meeting.meeting import MeetingState, state_sentence
from tui_app.domain.meeting.purposes import purpose_words
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.meeting.timetable import item_words, minutes_words, read_time_available
from tui_app.domain.problem import Problem
from tui_app.resources import stylesheet
from tui_app.screens import agenda_rows, meeting_questions
from tui_app.screens.backlog import Backlog
from tui_app.screens.backlog_rows import beside_rows
from tui_app.screens.beside import Wide
from tui_app.screens.documents import Documents, going_words
from tui_app.screens.opening import open_meeting
from tui_app.screens.place import bindings_of
from tui_app.services import prepare_agenda
from tui_app.services.backlog import backlog, require_sendable, send_back
from tui_app.services.circulating import (
    Circulation,
    before_circulating,
    circulate,
    kept_comments_by,
    recipients_words,
)
from tui_app.services.correcting import require_correctable
from tui_app.services.meeting_place import place_words, set_place
from tui_app.services.meeting_time import set_time_available
from tui_app.services.pace import pace_before
from tui_app.services.purposes import lost_by
from tui_app.widgets.few_lines import Cut
from tui_app.widgets.rows import Column, Row, Rows

_FORM = "Title [decision] 20m IOM"
_BEFORE_IT = ("circulate", "open")
"""The hints of what is done with an agenda until its meeting is opened."""


class Agenda(Wide):
    """The place where a meeting is prepared."""

    CSS_PATH = stylesheet("agenda")
    NAME = "agenda"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("agenda")

    def __init__(self) -> None:
        super().__init__()
        self._record: MeetingRecord | None = None

    def compose_body(self) -> ComposeResult:
        """The time, the items, and the one under the cursor in words."""
        yield Static("", id="time", markup=False)
        with Container(id="items-and-one"):
            yield Rows(Column("begins", 6, narrow=0), Column("  no.", 5), Column("min", 3), Column("for", 11),
                       Column("docs", agenda_rows.DOCUMENTS), Column("item"), titles=True)  # fmt: skip
            with Vertical(id="side"):
                yield Cut(id="about-item")
                beside = Rows(Column(""), id="backlog-beside")
                beside.can_focus = False
                yield beside

    def hints(self) -> str:
        """The footer; once the meeting was opened, without what comes before."""
        opened = self._record is not None and self._record.meeting.state is not MeetingState.PLANNED
        return "  ".join(f"{key} {word}" for key, word in hints_of(self.NAME) if not (opened and word in _BEFORE_IT))

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """The items as they are, and their time."""
        self._record = None
        if self.meeting is None:
            self._show(
                "", [Row("", ("", "", "", "", "", f"There is no meeting yet: {key_of('any.new-meeting')} plans one."))]
            )
            return
        record = self._record = self.book.record(self.meeting.id)
        pace, waiting = pace_before(self.book, self.meeting), backlog(self.book, self.meeting.body)
        add, take = key_of("agenda.add"), key_of("agenda.backlog")
        none = f"No item yet: {add} adds the first one; {take} takes one from the backlog."
        empty = [Row("", ("", "", "", "", "", none))]
        self.query_one("#backlog-beside", Rows).show(beside_rows(waiting, takes=self.meeting.takes_items))
        self._show(agenda_rows.headline(record, pace, len(waiting)), agenda_rows.agenda_rows(record, pace) or empty)

    def _show(self, headline: str, rows: list[Row]) -> None:
        self.query_one("#time", Static).update(headline)
        self.rows().show(rows)
        self.show_hints()
        self._show_item()

    @on(Rows.Moved)
    def _show_item(self) -> None:
        item, record = self._under_cursor(), self._record
        words = agenda_rows.about(item, record, min(self.book.today(), record.meeting.on)) if item and record else ""
        self.query_one(Cut).say(words)

    # -- the item under the cursor ---------------------------------------

    def _under_cursor(self) -> AgendaItem | None:
        items = self._record.agenda.items if self._record else ()
        return next((item for item in items if item.id == self.rows().key), None)

    def _item(self) -> AgendaItem:
        item = self._under_cursor()
        if item is None:
            raise Problem(f"There is no item under the cursor: {key_of('agenda.add')} adds one.")
        return item

    def _on_item(self, deed: Callable[[AgendaItem], object]) -> None:
        self.attempt(lambda: deed(self._item()))

    def action_move_up(self) -> None:
        """Move the item up."""
        self._on_item(lambda item: prepare_agenda.move_item(self.book, item, down=False))

    def action_move_down(self) -> None:
        """Move the item down."""
        self._on_item(lambda item: prepare_agenda.move_item(self.book, item, down=True))

    def action_indent(self) -> None:
        """Make it a sub-item, or an item again."""
        self._on_item(
            lambda item: (prepare_agenda.outdent_item if item.parent else prepare_agenda.indent_item)(self.book, item)
        )

    def action_remove(self) -> None:
        """Take the item off the agenda."""
        self._on_item(self._remove)

    def _remove(self, item: AgendaItem) -> None:
        """At once; an item that serves a purpose of the meeting goes for a reason, which is printed (R-23)."""
        lost = lost_by(self.book, item)
        if not lost:
            prepare_agenda.remove_item(self.book, item)
            return
        self.ask(
            "Why does the meeting go without it? It is printed",
            lambda why: prepare_agenda.remove_item(self.book, item, why),
            echo=lambda _: f"{purpose_words(lost)}.",
            about=item.id,
        )

    def action_backlog(self) -> None:
        """Show what waits for an agenda."""
        if self.attempt(self.require_meeting):
            self.app.push_screen(Backlog())

    def action_send_back(self) -> None:
        """Ask why the item goes to the backlog."""
        self._on_item(self._ask_why_back)

    def _ask_why_back(self, item: AgendaItem) -> None:
        require_sendable(item)
        self.ask(
            f"Why does {item.title} go to the backlog? May stay empty",
            lambda why: self.tell(f"{send_back(self.book, item, why).number} in the backlog: {item.title}."),
        )

    def action_documents(self) -> None:
        """Show the documents of the item."""
        self._on_item(lambda item: self.app.push_screen(Documents(item)))

    # -- writing items ---------------------------------------------------

    def action_add(self) -> None:
        """Ask for a new item below the cursor."""
        self.attempt(self._ask_new)

    def _ask_new(self) -> None:
        require_correctable(self.require_meeting())
        here = self._under_cursor()
        if here is not None and here.parent:  # below a sub-item comes another one; tab makes it an item
            self._ask_line(f"New sub-item, as {_FORM}", here, "  ")
        else:
            below = f" below {self._record.agenda.numbers[here.id]}" if here and self._record else ""
            self._ask_line(f"New item{below}, as {_FORM}; two spaces in front: a sub-item", here, "")

    def _ask_line(self, label: str, here: AgendaItem | None, indent: str) -> None:
        def add(line: str) -> None:
            after = here.id if here else None
            added = prepare_agenda.add_item(self.book, self.require_meeting(), indent + line, after)
            self.rows().go_to(added.id)

        def said(line: str) -> str:
            return f"{'Sub-item' if (indent + line).startswith('  ') else 'Item'}: {self._read(line)}"

        self.ask(label, add, echo=said)

    def action_edit(self) -> None:
        """Write the item under the cursor anew."""
        self._on_item(self._ask_edit)

    def _ask_edit(self, item: AgendaItem) -> None:
        require_correctable(self.require_meeting())
        self.ask(
            f"Item {self._numbers()[item.id]}, as {_FORM}",
            lambda line: prepare_agenda.edit_item(self.book, item, line),
            text=item_line(item).strip(),
            about=item.id,
            echo=lambda line: f"Becomes: {self._read(line)}",
        )

    def _read(self, line: str) -> str:
        meeting = self.require_meeting()
        return item_words(read_item(line, meeting.id, prepare_agenda.presenters(self.book, meeting), rank=0))

    def _numbers(self) -> dict[str, str]:
        return dict(self._record.agenda.numbers) if self._record else {}

    # -- the meeting -----------------------------------------------------

    def action_time(self) -> None:
        """Ask for the minutes that the meeting has."""
        self.attempt(self._ask_time)

    def _ask_time(self) -> None:
        meeting = self.require_meeting()
        require_correctable(meeting)

        def read(text: str) -> int:
            return read_time_available(text, meeting.starts)

        self.ask(
            "Time available, as 120, 2h30 or until 12:30",
            lambda text: set_time_available(self.book, self.require_meeting(), read(text)),
            text=str(meeting.minutes_available),
            echo=lambda text: f"{minutes_words(read(text))} from {meeting.starts:%H:%M}",
        )

    def action_place(self) -> None:
        """Ask where the meeting is held."""
        self.attempt(self._ask_place)

    def _ask_place(self) -> None:
        meeting = self.require_meeting()
        require_correctable(meeting)
        self.ask(
            "Where does it meet? Empty: not known yet",
            lambda text: set_place(self.book, self.require_meeting(), text),
            text=meeting.place,
            echo=place_words,
        )

    def action_when(self) -> None:
        """Ask for another day and time."""
        self.attempt(lambda: meeting_questions.ask_when(self))

    def action_conjunction(self) -> None:
        """Ask with which other meeting it is held."""
        self.attempt(lambda: meeting_questions.ask_with_which(self))

    def action_cancel_meeting(self) -> None:
        """Ask why it is not held."""
        self.attempt(lambda: meeting_questions.ask_to_cancel(self))

    def action_circulate(self) -> None:
        """Show what goes out, then ask."""
        self.attempt(self._ask_to_circulate)

    def _ask_to_circulate(self) -> None:
        meeting, record = self.require_meeting(), self._record
        if meeting.state is not MeetingState.PLANNED:
            raise Problem(
                f"{state_sentence(meeting)}: its agenda can no longer be circulated; 8 circulates the minutes."
            )
        sentences = [agenda_rows.items_words(record), *before_circulating(self.book, meeting)] if record else []
        sentences += going_words(self.book, meeting)
        papers = f"{key_of('papers.circulate')} in Papers (8) asks to whom, when, and comments by when"
        sentences.append(f"To {recipients_words(self.book, meeting)}; {papers}.")
        due = kept_comments_by(self.book, meeting)
        sentences += [f"Comments by {long_date(due)}, as before."] if due else []
        question = f"Record agenda v{meeting.agenda_version + 1} of {meeting.symbol} as circulated to the members?"
        self.confirm(question, sentences, "it went to them",
                     lambda: circulate(self.book, self.require_meeting(), Circulation(comments_by=due)))  # fmt: skip

    def action_open_meeting(self) -> None:
        """Open the meeting, and go to its minutes."""

        def to_the_minutes() -> None:
            self.app.switch_mode("minutes")

        if self.meeting is not None and self.meeting.in_session:
            to_the_minutes()
        else:
            self.attempt(lambda: open_meeting(self, to_the_minutes))
