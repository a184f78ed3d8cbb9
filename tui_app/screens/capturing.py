"""The line in which minutes are taken: its echo, Enter, Tab, the Up arrow, the editor, and lines that are pasted."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on
from textual.widgets import Input

from tui_app.commands.catalogue import key_of
from tui_app.commands.ways import with_key
from tui_app.domain.capture.completion import complete
from tui_app.domain.capture.lines import AdoptLine, DecideLine, DeclareLine
from tui_app.domain.capture.surroundings import Surroundings
from tui_app.domain.consensus.declaring import SO_DECIDED, listed
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.meeting.record import MeetingRecord, typed_form
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter
from tui_app.domain.text import clean
from tui_app.screens import editor, entries
from tui_app.screens.basis_asking import on_a_basis
from tui_app.screens.entry_list import EntryList
from tui_app.screens.long_text import Writing
from tui_app.services import adopting, capture, deciding, half_typed
from tui_app.services.foresight import foretell, foretell_edit
from tui_app.services.half_typed import HalfTyped
from tui_app.services.pen import Pen, Taken
from tui_app.services.trial import tried
from tui_app.widgets.capture_line import CaptureLine
from tui_app.widgets.few_lines import FewLines

_ASKS_FOR_HELP = ("/?", "?")


def _in_one_line(text: str) -> str:
    return " ".join(clean(text)[0].split())


class Capturing(EntryList):
    """A place with the capture line of the meeting shown."""

    def __init__(self) -> None:
        super().__init__()
        self.line = CaptureLine(id="capture", placeholder="Type a line; Enter saves it")
        """The line to type in; it is seen while minutes are taken."""
        self._record: MeetingRecord | None = None
        self._pen: Pen | None = None
        self._editing, self._saving = "", False
        self._aside, self._from_list = "", False
        self._half_typed: HalfTyped | None = None
        self._numbers: dict[Letter, str] = {}
        self._surroundings: Surroundings | None = None

    def require_line(self) -> CaptureLine:
        """The line, while minutes are taken; Problem with what comes next where they are not."""
        meeting = self.require_meeting()
        self.book.register.check_writable()
        if not meeting.in_session:
            raise Problem(entries.not_in_session_words(meeting))
        return self.line

    @property
    def pen(self) -> Pen:
        """The pen of the meeting shown; it keeps its /time while the meeting is the same."""
        meeting = self.require_meeting()
        if self._pen is None or self._pen.meeting_id != meeting.id or self._pen.book is not self.book:
            self._pen = Pen(self.book, meeting.id)
            self._editing = ""
            if meeting.in_session:
                typed = half_typed.recall(self.book, meeting.id)
                self._editing, self._aside = typed.entry, typed.aside
                self.line.begin(typed.text)
        return self._pen

    @property
    def record(self) -> MeetingRecord:
        """The record of the meeting shown; Problem if there is no meeting."""
        return self._record or self.book.record(self.require_meeting().id)

    # -- what Enter will do ----------------------------------------------

    def show_echo(self) -> None:
        """The sentence under the line; while that is being saved, what Enter will do with it is past."""
        if not self._saving:
            self.query_one("#echo", FewLines).say(self._echo())

    def _echo(self) -> str:
        meeting = self.meeting
        if meeting is None or self._record is None:
            return ""
        if not meeting.in_session:
            return entries.not_in_session_words(meeting)
        text = self.line.value
        if text.strip() in _ASKS_FOR_HELP:
            return "Shows every line that can be typed here"
        try:
            return self._foretold(text) if text.strip() else entries.saved_words(self.book)
        except Problem as problem:
            return with_key(problem)

    def _foretold(self, text: str) -> str:
        if self._editing:
            return foretell_edit(self.pen, self._edited(), text)
        if self._surroundings is None:  # the same for all keys until the record or the clock changes
            self._surroundings = self.pen.surroundings()
        return foretell(self.pen, text, self._numbers, self._surroundings)

    def on_mount(self) -> None:
        """The sentence changes with the line and is painted with it: what the line posts is heard a frame later."""
        self.watch(self.line, "value", self.show_echo, init=False)

    @on(Input.Changed, "#capture")
    def _typed(self) -> None:
        self.call_after_refresh(self._keep_half_typed)

    def _keep_half_typed(self) -> None:
        """What stands in the line now, once for all the letters since it was kept last."""
        typed = HalfTyped(self.line.value, self._editing, self._aside)
        if typed != self._half_typed:
            half_typed.keep(self.book, typed)
            self._half_typed = typed

    def on_unmount(self) -> None:
        """Leaving may come before the last letters are on the disk."""
        shown = self.line.styles.display != "none"  # `display` itself is false for all that is being taken down
        if self._pen is not None and self._pen.book is self.book and shown:
            self._keep_half_typed()

    # -- Enter -----------------------------------------------------------

    @on(Input.Submitted, "#capture")
    def _entered(self, event: Input.Submitted) -> None:
        if event.value.strip() in _ASKS_FOR_HELP:
            self.line.begin()
            self.minutebook.action_help()
        elif event.value.strip():
            self._told_in_echo(lambda: self._take(event.value))

    def _told_in_echo(self, deed: Callable[[], object]) -> None:
        """Do it; a Problem stands under the line, which stays as it was typed."""
        try:
            deed()
        except Problem as problem:
            self.query_one("#echo", FewLines).say(with_key(problem))

    def _take(self, text: str) -> None:
        line = self.pen.read(text)
        if isinstance(line, DecideLine):
            self.decide(lambda reason: self._save(text, reason))
        elif isinstance(line, AdoptLine):
            self._ask_adoption(line, text)
        elif isinstance(line, DeclareLine):
            on_a_basis(self, lambda: self._told_in_echo(lambda: self._save(text)))
        else:
            self._save(text)

    def _ask_adoption(self, line: AdoptLine, text: str) -> None:
        """Adopting cannot be undone, so it is asked for with what is to be considered."""
        found = adopting.previous_minutes(self.book, self.require_meeting(), line.meeting)
        corrected = (f"With the following corrections: {line.corrections}",) if line.corrections else ()
        sentences = (*corrected, *adopting.odd_at(self.book, self.require_meeting(), found))
        self.confirm(f"Adopt the minutes of {found.symbol}?", sentences, "adopt them",
                     lambda: self._told_in_echo(lambda: self._save(text, asked=True)))  # fmt: skip

    def decide(self, save: Callable[[str], object]) -> None:
        """Decide without a matrix; why without those who are away is asked first, and on what basis, once (R-40)."""
        away = deciding.unheard(self.pen)

        def then(reason: str) -> None:
            on_a_basis(self, lambda: self._told_in_echo(lambda: save(reason)))

        if not away:
            then("")
            return
        self.ask(f"{listed([*away])} absent and not consulted: why without (printed)?", then, text=SO_DECIDED)

    def _save(self, text: str, reason: str = "", *, asked: bool = False) -> None:
        """Take the line; what is to be seen to is told, unless it was `asked` before."""
        pen = self.pen
        self._saving = True
        try:
            edits = self._editing
            taken = capture.edit(pen, self._edited(), text, reason) if edits else capture.take(pen, text, reason)
        finally:
            self._saving = False
        self.leave_edit()
        self.show_echo()
        self.tell("" if asked else taken.note)
        if taken.what.startswith("undone"):
            self.tell(f"{taken.what.capitalize()}.")

    def action_make_decision(self) -> None:
        """The entry becomes a decision."""
        self.attempt(lambda: self._decide_entry(self.entry()))

    def _decide_entry(self, entry: Entry) -> None:
        pen = self.pen
        tried(self.book, lambda: capture.change_kind(pen, entry, EntryKind.DECISION))

        def save(reason: str) -> None:
            taken = capture.change_kind(pen, entry, EntryKind.DECISION, reason)
            self.rows().go_to(taken.entry)
            self.tell(taken.note)

        self.decide(save)

    def _edited(self) -> Entry:
        return self.book.of(Entry).get(self._editing)

    def begin_edit(self, entry: Entry) -> None:
        """Write an entry anew: it stands in the line as it would be typed."""
        if entry.kind is EntryKind.DECISION:
            raise Problem("An adopted text cannot be edited: a later decision supersedes it.")
        typed = typed_form(entry, self.record)
        if not self.line.display:
            self.ask("The entry", lambda text: capture.edit(self.pen, entry, text), text=typed, about=entry.id)
            return
        if not self._editing:
            self._aside, self._from_list = self.line.value, self.rows().has_focus
        self._editing = entry.id
        self.line.begin(typed)
        self.line.focus()

    def leave_edit(self) -> None:
        """The line is free again for something new, or for what was half typed before the edit."""
        self._editing = ""
        self.line.begin(self._aside)
        self._aside = ""

    # -- Tab, Up, the editor, the clipboard ------------------------------

    @on(CaptureLine.Complete)
    def _complete(self) -> None:
        around = self.pen.surroundings()
        agenda = self.record.agenda
        items = {agenda.numbers[item.id]: item.title for item in agenda.items}
        text, several = complete(self.line.value, around.names.acronyms, around.followed_up, items)
        self.line.write(text)
        if several:
            self.call_after_refresh(self.query_one("#echo", FewLines).say, "  ".join(several))

    @on(CaptureLine.Last)
    def _last(self) -> None:
        editable = [e for e in self.record.entries if e.kind is not EntryKind.DECISION and self.record.visible(e)]
        if editable:
            self.attempt(lambda: self.begin_edit(max(editable, key=lambda entry: entry.rank)))

    def action_editor(self) -> None:
        """Write a long text on a page of its own, or in the user's editor; it comes back into the line."""
        self.attempt(self._write_long)

    def _write_long(self) -> None:
        self.require_line()

        def keep(text: str) -> None:
            half_typed.keep(self.book, HalfTyped(_in_one_line(text), self._editing, self._aside))

        def back(text: str) -> None:
            self.line.write(_in_one_line(text))
            self.line.focus()

        keys = "ctrl+s or Esc puts it into the line, where Enter saves it."
        editor.write(self.app, Writing("A long text", self.line.value, save=keep, keep=keep, keys=keys), back)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while the list has the focus goes into the line too."""
        if self.line.display and not isinstance(self.focused, Input):
            event.stop()
            event.prevent_default()
            self.line.focus()
            if not self.line.take_lines(event.text):
                self.line.write(self.line.value + event.text.strip())

    @on(CaptureLine.Pasted)
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        self.leave_edit()
        self.attempt(lambda: self._take_many([line for line in event.lines if line.strip()]))

    def _take_many(self, lines: list[str]) -> None:
        """Many lines, one change that one undo takes back; what cannot be read is kept as a note in its place."""
        kept: list[Taken] = []
        wrong: dict[int, str] = {}
        with self.book.register.transaction(f"{len(lines)} lines pasted"):
            for number, line in enumerate(lines, 1):
                try:
                    capture.take(self.pen, line)
                except Problem as problem:
                    wrong[number] = with_key(problem)
                    kept.append(capture.take_as_note(self.pen, line))
        self.tell(f"{len(lines)} lines were saved; {key_of('any.undo')} takes them all back.")
        if kept:
            self.tell(entries.kept_words(wrong), wrong=True)
            self.rows().go_to(kept[0].entry)
            self.rows().focus()
