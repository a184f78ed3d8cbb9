"""What can be done with the entries of the minutes by single keys."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.commands.catalogue import key_of
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.problem import Problem
from tui_app.domain.review.search import fold
from tui_app.screens.place import Place
from tui_app.services import capture, correcting
from tui_app.services.pen import Pen


class EntryList(Place):
    """A place with the entries of a meeting in its list: strike out, move, change the kind, find."""

    _sought = ""
    """The words that were looked for last."""

    @property
    def pen(self) -> Pen:
        """The pen of the meeting shown."""
        return Pen(self.book, self.require_meeting().id)

    def entry(self) -> Entry:
        """The entry under the cursor; Problem if there is none."""
        entry = self.book.of(Entry).find(self.rows().key)
        if entry is None:
            raise Problem("There is no entry under the cursor.")
        return entry

    def _on_entry(self, deed: Callable[[Entry], object]) -> None:
        self.attempt(lambda: deed(self.entry()))

    def action_strike(self) -> None:
        """Strike the entry out, or restore it."""
        self._on_entry(lambda entry: correcting.strike(self.book, entry))

    def action_move_up(self) -> None:
        """Move the entry up."""
        self._on_entry(lambda entry: correcting.move(self.book, entry, down=False))

    def action_move_down(self) -> None:
        """Move the entry down."""
        self._on_entry(lambda entry: correcting.move(self.book, entry, down=True))

    def _make(self, kind: EntryKind) -> None:
        self._on_entry(lambda entry: self.rows().go_to(capture.change_kind(self.pen, entry, kind).entry))

    def action_make_action(self) -> None:
        """The entry becomes an action point."""
        self._make(EntryKind.ACTION)

    def action_make_note(self) -> None:
        """The entry becomes a note."""
        self._make(EntryKind.NOTE)

    def action_make_statement(self) -> None:
        """The entry becomes a statement."""
        self._make(EntryKind.STATEMENT)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.minutebook.action_undo()

    def action_find(self) -> None:
        """Find words among the entries, those sought last first."""
        self.ask("Find", self._find, text=self._sought, echo=self._found_words, reads=True)

    def _with(self, text: str) -> list[str]:
        """The keys of the rows that have these words, case and accents ignored; Problem if none has."""
        sought = fold(text.strip())
        if not sought:
            raise Problem("Type the words to find, as in seasonal.")
        keys = [row.key for row in self.rows().rows if row.key and sought in fold(row.cells[-1])]
        if not keys:
            raise Problem(f"No entry has {text.strip()!r} in it.")
        return keys

    def _found_words(self, text: str) -> str:
        found = len(self._with(text))
        return "One entry has this" if found == 1 else f"{found} entries have this"

    def _find(self, text: str) -> None:
        """Go to the next one below the cursor, or else to the first."""
        found, here = self._with(text), self.rows().key
        below = [row.key for row in self.rows().rows]
        below = below[below.index(here) + 1 :] if here in below else []
        self._sought, later = text, next((key for key in found if key in below), found[0])
        self.rows().go_to(later)
        if len(found) > 1:
            again = f"{key_of('minutes.find')} and Enter lead to the next"
            self.tell(f"{found.index(later) + 1} of {len(found)} entries with {text.strip()!r}; {again}.")
