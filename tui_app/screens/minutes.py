"""Minutes: the meeting, live. One line to type in, and the entries as they are taken."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize

from tui_app.commands.catalogue import key_of
from tui_app.domain.meeting.meeting import state_sentence
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter
from tui_app.resources import stylesheet
from tui_app.screens import entries
from tui_app.screens.beside import WIDE, Beside
from tui_app.screens.following_up import FollowingUp
from tui_app.screens.minutes_footer import footer
from tui_app.screens.opening import open_meeting
from tui_app.screens.place import bindings_of
from tui_app.screens.prompt import PromptLine
from tui_app.services import convene
from tui_app.widgets.few_lines import FewLines, SameSpace
from tui_app.widgets.rows import Column, Row, Rows

_AROUND = 5
"""So many lines stand above and below the items, and more for a moment: titles must not move while one types."""


class Minutes(FollowingUp, Beside):
    """The place where the officer sits during the meeting."""

    CSS_PATH = stylesheet("minutes")
    NAME = "minutes"
    AUTO_FOCUS = "CaptureLine"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("minutes")
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [  # type: ignore[misc]
        (100, "-roomy"),
        (WIDE, "-shared"),
        (150, "-roomy"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._entry_rows = entries.EntryRows()

    # -- layout ----------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """The items and the room on the left, the entries, and in a wide window what one of them is about."""
        yield from self.compose_beside(SameSpace(id="items"), Rows(Column("at", 5), Column("entry"), id="entries"))

    def compose_foot(self) -> ComposeResult:
        """The capture line, and what Enter will do."""
        yield self.line
        yield FewLines(id="echo")

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """The items, the room, the entries, and the line if minutes are taken."""
        meeting = self.meeting
        if meeting is None:
            self._show_nothing()
            return
        before = self._record
        self._record = record = self.book.record(meeting.id)
        self._numbers = {letter: self.book.next_number(meeting.id, letter) for letter in Letter}
        self.rows().show(self._entry_rows.of(record), key=entries.newest_since(before, record))
        self.come_to_follow_up(before)
        line = self.line
        was_live, line.display = line.display, meeting.in_session and not self.book.register.read_only
        if line.display:
            _ = self.pen
            if not was_live:  # the first words of a meeting must not be taken for commands
                line.focus()
        elif self.focused is None or self.focused is line:
            self.rows().focus()
        self.show_hints()
        self.show_beside_later()

    def whole(self, key: str) -> list[Row]:
        """In the list the entry under the cursor; in the line the item on the table, or the entry written anew."""
        from tui_app.screens.item_rows import beside_rows

        if self._record is None:
            return []
        return beside_rows(self.book, self._record, self._editing if self.line.has_focus else key)

    def _show_nothing(self) -> None:
        """No meeting: nothing stays of one that was shown before, perhaps of another register."""
        self._record = None
        self.line.display = False
        self.query_one("#items", SameSpace).say("")
        self.rows().show([Row("none", ("", f"There is no meeting yet: {key_of('any.new-meeting')} plans one."))])
        self.rows().focus()  # a key typed into a line that nobody sees would do nothing

    def show_headline(self) -> None:
        """The header, the clocks of the items, and the line under the line."""
        super().show_headline()
        self._surroundings = None
        if self._record is not None:
            items = self.query_one("#items", SameSpace)
            width, height = items.content_size.width or 21, self.app.size.height - _AROUND
            items.say(entries.items_text(self._record, self.book.now(), width, height))
        self.show_echo()

    def on_screen_resume(self) -> None:
        """The window may have become another while this place was not seen."""
        self.call_after_refresh(self.show_headline)

    @on(Resize)
    def _write_items_as_wide_as_there_is_room(self) -> None:
        self.call_after_refresh(self.show_headline)

    def hints(self) -> str:
        """The footer: the keys of the line, of the list, or of a meeting that is not in session."""
        typing = not self.is_mounted or self.focused is self.line
        meeting = self.meeting if self.is_mounted else None
        return footer(meeting, typing=typing, carried=not typing and self.carried() is not None)

    def on_descendant_focus(self) -> None:
        """Another record stands beside the line than beside the list."""
        self.show_beside_later()

    @on(Rows.Moved)
    def _on_another_row(self) -> None:
        """Other keys matter on what was carried over than on an entry."""
        self.show_hints()

    # -- the list --------------------------------------------------------

    def action_list(self) -> None:
        """Esc goes one step out: the prompt, an edit, the line; in the list it tells the way back."""
        prompt, line = self.query_one(PromptLine), self.line
        if prompt.has_class("open"):
            prompt.action_put_away()
        elif self._editing:
            self.leave_edit()
            if self._from_list:
                self.rows().focus()
        elif line.has_focus:
            self.rows().focus()
        else:
            self.attempt(self._tell_the_way_back)

    def _tell_the_way_back(self) -> None:
        self.require_line()
        self.tell(f"This is the list: {key_of('minutes.line')} leads back to the line.")

    def action_line(self) -> None:
        """Back to the line to type in."""
        self.attempt(lambda: self.require_line().focus())

    def twice(self) -> None:
        """An entry was clicked twice: it is to be changed."""
        self.action_edit()

    def action_edit(self) -> None:
        """Write the entry under the cursor anew."""
        self.attempt(lambda: self.begin_edit(self.entry()))

    def begin_edit(self, entry: Entry) -> None:
        """Write an entry anew; in a wide window it stands beside the line."""
        super().begin_edit(entry)
        self.show_beside_later()

    def leave_edit(self) -> None:
        """The line is free again, and beside it stands the item on the table."""
        super().leave_edit()
        self.show_beside_later()

    def action_go_to_item(self, number: str) -> None:
        """An item was clicked: the list shows what was entered under it, and an empty line how to go on to it."""
        line, rows = self.line, self.rows().rows
        if line.display and (not line.value or line.value.startswith("/item ")):
            line.write(f"/item {number}")  # ctrl+z takes it back as typing
            line.focus()
        headings = [n for n, row in enumerate(rows) if row.look == "heading" and row.cells[0].startswith(f"{number}  ")]
        below = rows[headings[0] + 1 :][:1] if headings else ()
        for row in below:
            if row.key:
                self.rows().go_to(row.key)

    # -- the meeting -----------------------------------------------------

    def action_open_meeting(self) -> None:
        """Open the meeting."""
        self.attempt(lambda: open_meeting(self, self.line.focus))

    def action_close_meeting(self) -> None:
        """Show what is missing, then ask."""
        self.attempt(self._ask_to_close)

    def _ask_to_close(self) -> None:
        meeting = self.require_meeting()
        if not meeting.in_session:
            raise Problem(f"{state_sentence(meeting)}: there is nothing to close.")
        missing = convene.before_closing(self.book, meeting)

        def close() -> None:
            convene.close_meeting(self.book, self.require_meeting())
            from tui_app.screens.backing_up import back_up

            back_up(self.minutebook)

        self.confirm(f"Close {meeting.title}?", missing, "close it", close)
