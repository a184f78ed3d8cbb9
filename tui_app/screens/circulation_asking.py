"""Circulating and adopting by keys: until when comments are asked for, and whether it is meant."""

from __future__ import annotations

from datetime import date

from tui_app.domain.calendar import day_and_date, read_date
from tui_app.domain.meeting.meeting import MeetingState, require_step
from tui_app.screens.asking import Confirm
from tui_app.screens.place import Place
from tui_app.services import convene


def ask_circulation(place: Place) -> None:
    """Record that the agenda went to the members, or ask until when comments on the minutes are awaited."""
    meeting, book = place.require_meeting(), place.book
    if meeting.state is MeetingState.PLANNED:
        _, done = convene.circulate(book, meeting)
        place.tell(f"{meeting.symbol}: {done}.")
        return
    require_step(meeting, MeetingState.CIRCULATED)

    def read(phrase: str) -> date | None:
        return read_date(phrase, book.today()) if phrase.strip() else None

    place.ask(
        f"Minutes v{meeting.minutes_version + 1} of {meeting.symbol} go to the members: comments by",
        lambda phrase: convene.circulate(book, meeting, read(phrase)),
        text="+2w",
        echo=lambda phrase: f"Comments by {day_and_date(read_date(phrase, book.today()))}",
    )


def ask_adoption(place: Place) -> None:
    """Ask, since it cannot be undone, then adopt the minutes."""
    meeting, book = place.require_meeting(), place.book
    sentences = convene.before_adopting(book, meeting)

    def answered(yes: bool | None) -> None:
        if yes:
            place.attempt(lambda: convene.adopt(book, meeting))

    place.app.push_screen(Confirm(f"Adopt the minutes of {meeting.symbol}?", sentences, "adopt them"), answered)
