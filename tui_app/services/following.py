"""Reading along in a register that another window writes: for the projector screen. Nothing is locked or written."""

from __future__ import annotations

from pathlib import Path

from tui_app.documents.language import words_of
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.domain.meeting.projection import Projection
from tui_app.domain.problem import Problem
from tui_app.domain.words import Words
from tui_app.register.opening import require_register
from tui_app.services.book import Book, Clock, system_clock
from tui_app.services.projection import project, project_nothing
from tui_app.services.registers import open_book
from tui_app.services.room_screen import positions_shown


class Following:
    """A register, and the meeting of it that the room is in: the one named, else the one in session, else the next.

    Problem at making it if there is no such register or meeting.
    """

    def __init__(self, folder: Path | None, symbol: str = "", clock: Clock = system_clock) -> None:
        self.book = open_book(folder, clock=clock, read_only=True)
        self._folder = self.book.register.folder
        self._file = self._file_now()
        self._clock = clock
        self._named = self.book.meeting(symbol).id if symbol else ""
        self._in_session = ""

    @property
    def words(self) -> Words:
        """Those of the network's language."""
        return words_of(self.book.charter)

    @property
    def cannot_be_read(self) -> str:
        """What the room is told meanwhile: no folder, no reason."""
        words = self.words
        return words("The record cannot be read at the moment; this screen waits for it.")

    def follow(self) -> bool:
        """Take in what was written since; whether there was anything.

        Problem while the register cannot be read; it is opened anew once another file has taken its place.
        """
        try:
            if self._file_now() == self._file:
                return self.book.register.refresh() > 0
        except Problem:
            self._file = None
            raise
        self._open_again()
        return True

    def _file_now(self) -> tuple[int, int] | None:
        """What tells the file of the journal from one that takes its place, as a backup does that is put back."""
        try:
            found = require_register(self._folder).stat()
        except OSError as error:
            raise Problem(f"{self._folder} cannot be read: {error.strerror or error}.") from error
        return found.st_dev, found.st_ino

    def _open_again(self) -> None:
        file = self._file_now()
        book: Book = open_book(self._folder, clock=self._clock, read_only=True)
        self.book.register.close()
        self.book, self._file = book, file

    def projection(self) -> Projection:
        """What the room sees now."""
        meeting = self._meeting()
        if meeting is None:
            return project_nothing(self.book.charter)
        return project(self.book.record(meeting.id), self.book.next_meeting_after(meeting), self._changed)

    @property
    def positions_shown(self) -> bool:
        """Whether the first window wants the room to see the positions of the meeting."""
        meeting = self._meeting()
        return meeting is not None and positions_shown(self.book, meeting.id)

    def _changed(self, proposal: Proposal) -> int:
        return self.book.register.changed("proposals", proposal.id)

    def _meeting(self) -> Meeting | None:
        meetings = self.book.meetings()
        if self._named:
            return next((each for each in meetings if each.id == self._named), None)
        in_session = [each for each in meetings if each.in_session]
        if in_session:
            self._in_session = in_session[-1].id
            return in_session[-1]
        planned = (each for each in meetings if each.state is MeetingState.PLANNED)
        left = (each for each in meetings if each.id == self._in_session and each.over)
        return next(left, None) or next(planned, None)
