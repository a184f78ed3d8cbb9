"""Minutes: the meeting, live. One line to type in, and the entries as they are taken."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui_app.domain.completion import complete
from tui_app.domain.echo import echo
from tui_app.domain.grammar import Surroundings
from tui_app.domain.lines import DecideLine, DeclareLine
from tui_app.domain.meeting import MeetingState, state_sentence
from tui_app.domain.minutes import Entry, EntryKind
from tui_app.domain.problem import Problem
from tui_app.domain.record import MeetingRecord, typed_form
from tui_app.domain.symbols import Letter
from tui_app.screens import editor, entries
from tui_app.screens.asking import Confirm
from tui_app.screens.entry_list import EntryList
from tui_app.screens.place import Place, bindings_of
from tui_app.screens.prompt import PromptLine
from tui_app.services import capture, convene, correcting, half_typed
from tui_app.services.pen import Pen, Taken
from tui_app.widgets.capture_line import CaptureLine
from tui_app.widgets.rows import Column, Row, Rows


class Minutes(EntryList):
    """The place where the officer sits during the meeting."""

    NAME = "minutes"
    AUTO_FOCUS = "CaptureLine"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("minutes")
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [  # type: ignore[misc]
        *Place.HORIZONTAL_BREAKPOINTS,
        (100, "-wide"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._record: MeetingRecord | None = None
        self._pen: Pen | None = None
        self._editing = ""
        self._numbers: dict[Letter, str] = {}
        self._surroundings: Surroundings | None = None

    # -- layout ----------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """The items and the room on the left, the entries on the right."""
        with Horizontal(id="session"):
            yield Static("", id="items", markup=False)
            yield Rows(Column("at", 5), Column("entry"), id="entries")

    def compose_foot(self) -> ComposeResult:
        """The capture line, and what Enter will do."""
        yield CaptureLine(id="capture", placeholder="Type a line; Enter saves it", select_on_focus=False)
        yield Static("", id="echo", markup=False)

    # -- following the record --------------------------------------------

    @property
    def pen(self) -> Pen:
        """The pen of the meeting shown; it keeps its /time while the meeting is the same."""
        meeting = self.require_meeting()
        if self._pen is None or self._pen.meeting_id != meeting.id or self._pen.book is not self.book:
            self._pen = Pen(self.book, meeting.id)
            self._editing = ""
            if meeting.in_session:
                self.query_one(CaptureLine).write(half_typed.recall(self.book))
        return self._pen

    @property
    def record(self) -> MeetingRecord:
        """The record of the meeting shown; Problem if there is no meeting."""
        return self._record or self.book.record(self.require_meeting().id)

    def show_record(self) -> None:
        """The items, the room, the entries, and the line if minutes are taken."""
        meeting = self.meeting
        if meeting is None:
            self._show_nothing()
            return
        known = {row.key for row in self.rows().rows}
        self._record = record = self.book.record(meeting.id)
        self._numbers = {letter: self.book.next_number(meeting.id, letter) for letter in Letter}
        rows = entries.entry_rows(record)
        newest = max(record.entries, key=lambda e: e.rank).id if record.entries else ""
        self.rows().show(rows, key=newest if newest not in known else None)
        line = self.query_one(CaptureLine)
        was_live, line.display = line.display, meeting.in_session and not self.book.register.read_only
        if line.display:
            _ = self.pen
            if not was_live:  # the first words of a meeting must not be taken for commands
                line.focus()
        elif self.focused is None or self.focused is line:
            self.rows().focus()
        self.query_one("#hints", Static).update(self.hints())
        self.show_headline()

    def _show_nothing(self) -> None:
        """No meeting: nothing stays of one that was shown before, perhaps of another register."""
        self._record = None
        self.query_one(CaptureLine).display = False
        self.query_one("#items", Static).update("")
        self.rows().show([Row("none", ("", "There is no meeting yet: M plans one."))])

    def show_headline(self) -> None:
        """The header, the clocks of the items, and the line under the line."""
        super().show_headline()
        self._surroundings = None
        if self._record is not None:
            items = self.query_one("#items", Static)
            items.update(entries.items_text(self._record, self.book.now(), items.content_size.width or 21))
        self._show_echo()

    def on_resize(self) -> None:
        """The items are written as wide as there is room."""
        self.call_after_refresh(self.show_headline)

    def hints(self) -> str:
        """The footer: the keys of the line, of the list, or of a meeting that is not in session."""
        typing = not self.is_mounted or self.query_one(CaptureLine).has_focus
        return entries.footer(self.meeting if self.is_mounted else None, typing=typing)

    def on_descendant_focus(self) -> None:
        """Other keys matter in the list than in the line."""
        self.query_one("#hints", Static).update(self.hints())

    def _around(self) -> Surroundings:
        """What a line may refer to, found once for all keys until the record or the clock changes."""
        if self._surroundings is None:
            self._surroundings = self.pen.surroundings()
        return self._surroundings

    def _show_echo(self) -> None:
        self.query_one("#echo", Static).update(self._echo())

    def _echo(self) -> str:
        meeting = self.meeting
        if meeting is None or self._record is None:
            return ""
        if not meeting.in_session:
            opens = ": O opens it." if meeting.state is MeetingState.PLANNED else "."
            return state_sentence(meeting) + opens
        text = self.query_one(CaptureLine).value
        try:
            said = (
                echo(self.pen.read(text, self._around()), self._numbers)
                if text.strip()
                else entries.saved_words(self.book)
            )
        except Problem as problem:
            return str(problem)
        return f"Edits the entry: {said}" if self._editing and text.strip() else said

    # -- the line --------------------------------------------------------

    @on(Input.Changed, "#capture")
    def _typed(self, event: Input.Changed) -> None:
        self._show_echo()
        self.call_after_refresh(half_typed.keep, self.book, event.value)

    @on(Input.Submitted, "#capture")
    def _entered(self, event: Input.Submitted) -> None:
        if event.value.strip() in ("/?", "?"):
            self.query_one(CaptureLine).clear()
            self.minutebook.action_help()
        elif event.value.strip():
            self._take(event.value)

    def _take(self, text: str) -> None:
        try:
            decides = isinstance(self.pen.read(text), DecideLine | DeclareLine)
        except Problem as problem:
            self.query_one("#echo", Static).update(str(problem))
            return
        if decides:
            self.on_a_basis(lambda: self._save(text))
        else:
            self._save(text)

    def _save(self, text: str) -> None:
        try:
            taken = self._edit(text) if self._editing else capture.take(self.pen, text)
        except Problem as problem:
            self.query_one("#echo", Static).update(str(problem))
            return
        self._editing = ""
        self.query_one(CaptureLine).clear()
        self.tell(taken.note)
        if taken.what.startswith("undone"):
            self.tell(f"{taken.what.capitalize()}.")

    def _edit(self, text: str) -> Taken:
        entry = self.book.of(Entry).get(self._editing)
        return correcting.edit(self.pen, entry, text)

    @on(CaptureLine.Complete)
    def _complete(self) -> None:
        line = self.query_one(CaptureLine)
        text, several = complete(line.value, self._around().names.acronyms)
        line.write(text)
        if several:
            self.call_after_refresh(self.query_one("#echo", Static).update, "  ".join(several))

    @on(CaptureLine.Last)
    def _last(self) -> None:
        editable = [e for e in self.record.entries if e.kind is not EntryKind.DECISION and self.record.visible(e)]
        if editable:
            self._begin_edit(max(editable, key=lambda entry: entry.rank))

    @on(CaptureLine.Pasted)
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        self.query_one(CaptureLine).clear()
        self.attempt(lambda: self._take_many([line for line in event.lines if line.strip()]))

    def _take_many(self, lines: list[str]) -> None:
        """Many lines, one change that one undo takes back; what cannot be read is told with its place."""
        wrong: list[str] = []
        with self.book.register.transaction(f"{len(lines)} lines pasted"):
            for number, line in enumerate(lines, 1):
                try:
                    capture.take(self.pen, line)
                except Problem as problem:
                    wrong.append(f"Line {number}: {problem}")
        self.tell(f"{len(lines) - len(wrong)} of {len(lines)} lines were saved; ctrl+z takes them all back.")
        self.tell("  ".join(wrong[:5]), wrong=True)

    # -- the list --------------------------------------------------------

    def action_list(self) -> None:
        """Esc goes one step out: the prompt, an edit, the line, and back to it."""
        prompt, line = self.query_one(PromptLine), self.query_one(CaptureLine)
        if prompt.has_class("open"):
            prompt.action_put_away()
        elif self._editing:
            self._editing = ""
            line.clear()
        elif line.has_focus:
            self.rows().focus()
        elif line.display:
            line.focus()

    def action_line(self) -> None:
        """Back to the line to type in."""
        line = self.query_one(CaptureLine)
        if line.display:
            line.focus()

    def action_edit(self) -> None:
        """Write the entry under the cursor anew."""
        self.attempt(lambda: self._begin_edit(self.entry()))

    def _begin_edit(self, entry: Entry) -> None:
        if entry.kind is EntryKind.DECISION:
            raise Problem("An adopted text cannot be edited: a later decision supersedes it.")
        typed = typed_form(entry, self.record)
        line = self.query_one(CaptureLine)
        if not line.display:
            self.ask("The entry", lambda text: correcting.edit(self.pen, entry, text), text=typed)
            return
        self._editing = entry.id
        line.write(typed)
        line.focus()

    def action_editor(self) -> None:
        """Write a long text in the user's own editor; it comes back into the line."""
        line = self.query_one(CaptureLine)
        if line.display:
            self.attempt(lambda: line.write(editor.edited(self.app, line.value)))
            line.focus()

    # -- the meeting -----------------------------------------------------

    def action_open_meeting(self) -> None:
        """Open the meeting."""
        if self.attempt(lambda: convene.open_meeting(self.book, self.require_meeting())):
            self.query_one(CaptureLine).focus()

    def action_close_meeting(self) -> None:
        """Show what is missing, then ask."""
        self.attempt(self._ask_to_close)

    def _ask_to_close(self) -> None:
        meeting = self.require_meeting()
        if not meeting.in_session:
            raise Problem(f"{state_sentence(meeting)}: there is nothing to close.")
        missing = convene.before_closing(self.book, meeting)

        def answered(yes: bool | None) -> None:
            if yes:
                self.attempt(lambda: convene.close_meeting(self.book, self.require_meeting()))

        self.app.push_screen(Confirm(f"Close {meeting.title}?", missing, "close it"), answered)
