"""The register that is open, the meeting of it that every place shows, and how the places hear of a change."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from tui_app.commands.catalogue import key_of
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.screens.place import Place
from tui_app.services.book import Book
from tui_app.services.half_answered import HalfAnswered


class OnRegister(App[None]):
    """An application on a register, or still without one; its places follow the record and the chosen meeting."""

    def __init__(self, book: Book | None) -> None:
        super().__init__()
        self._book = book
        self._meeting_id, self._to_stay = "", False
        self._unsubscribe: Callable[[], None] = lambda: None

    @property
    def book(self) -> Book:
        """The open register."""
        if self._book is None:
            raise Problem("No register is open yet.")
        return self._book

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that the places show."""
        chosen = self.book.of(Meeting).find(self._meeting_id)
        return chosen or self.book.meeting_at_hand()

    @property
    def in_session_elsewhere(self) -> Meeting | None:
        """The meeting in session, where the places show another one."""
        shown, at_hand = self.meeting, self.book.meeting_at_hand()
        away = shown is not None and at_hand is not None and at_hand.in_session and not shown.in_session
        return at_hand if away else None

    @property
    def key_back(self) -> str:
        """The key that leads from another meeting to the one in session."""
        return key_of("any.choose-meeting") if self._to_stay else "F4"

    def open_book(self, book: Book) -> None:
        """Show another register."""
        self._unsubscribe()
        if self._book is not None and self._book is not book:
            self._book.register.close()
        self._book, self._meeting_id, self._to_stay = book, "", False
        self.half_answered = HalfAnswered(book)
        self._unsubscribe = book.register.subscribe(lambda _: self._tell_places())
        for notice in book.register.notices:
            self.notify(notice, severity="warning", markup=False, timeout=10)
        self._tell_places()

    def choose_meeting(self, meeting_id: str, *, to_stay: bool = False) -> None:
        """Show another meeting in every place; `to_stay`: the way to the minutes does not lead back from it."""
        self._meeting_id, self._to_stay = meeting_id, to_stay
        self._tell_places()

    def close_book(self) -> None:
        """The register gives its lock back, and tells nobody any more."""
        self._unsubscribe()
        if self._book is not None:
            self._book.register.close()

    def _tell_places(self) -> None:
        shown = self.meeting
        self._meeting_id = shown.id if shown else ""  # whatever is moved, cancelled or closed, until m it stays
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, Place):
                    screen.record_changed()
