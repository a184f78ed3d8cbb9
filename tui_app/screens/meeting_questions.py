"""What the Agenda asks about the meeting itself: another day and time, the meeting it is held with, why it is off."""

from __future__ import annotations

from datetime import datetime

from tui_app.domain.calendar import read_date_and_time
from tui_app.domain.meeting.meeting import MeetingState, require_step, state_sentence
from tui_app.domain.meeting.meeting_words import moved_words
from tui_app.domain.problem import Problem
from tui_app.screens.place import Place
from tui_app.services.correcting import require_correctable
from tui_app.services.meeting_place import conjunction_words, set_conjunction
from tui_app.services.moving import Change, cancel, changed, move


def ask_when(place: Place) -> None:
    """Ask for another day and time, and move the meeting; Problem if it was opened."""
    meeting = place.require_meeting()
    if meeting.state is not MeetingState.PLANNED:
        raise Problem(f"{state_sentence(meeting)}: only a meeting that is still to come can be moved.")

    def change(phrase: str) -> Change:
        return Change(starts=datetime.combine(*read_date_and_time(phrase, place.book.today())))

    def echo(phrase: str) -> str:
        return "\n".join(moved_words(meeting, changed(meeting, change(phrase)).starts))

    place.ask(
        f"When does {meeting.symbol} meet? As in 22 Sep 10:00",
        lambda phrase: move(place.book, place.require_meeting(), change(phrase)),
        text=f"{meeting.starts:%Y-%m-%d %H:%M}",
        echo=echo,
    )


def ask_with_which(place: Place) -> None:
    """Ask with which other meeting it is held (R-26)."""
    meeting = place.require_meeting()
    require_correctable(meeting)
    place.ask(
        "In conjunction with which other meeting? Empty: with none",
        lambda other: set_conjunction(place.book, place.require_meeting(), other),
        text=meeting.conjunction,
        echo=lambda other: f"It is held {conjunction_words(other)}",
    )


def ask_to_cancel(place: Place) -> None:
    """Ask why the meeting is not held, which is printed, and cancel it; Problem if it was opened."""
    meeting = place.require_meeting()
    require_step(meeting, MeetingState.CANCELLED)
    told = " Tell the members: the agenda went out." if meeting.agenda_version else ""
    place.ask(
        f"Why is {meeting.symbol} cancelled? It is printed",
        lambda reason: cancel(place.book, place.require_meeting(), reason),
        echo=lambda _: f"{meeting.symbol} is cancelled; its symbol is not used again.{told}",
    )
