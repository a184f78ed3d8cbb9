"""Opening a meeting, from its agenda or from its minutes: at once, or after a question where something is odd."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.screens.place import Place
from tui_app.services import convene


def open_meeting(place: Place, then: Callable[[], object]) -> None:
    """Open the meeting shown, then go on; Problem if it cannot be opened."""
    meeting = place.require_meeting()

    def do() -> None:
        convene.open_meeting(place.book, meeting)
        then()

    sentences = convene.before_opening(place.book, meeting)
    if sentences:
        place.confirm(f"Open {meeting.title}?", sentences, "open it", do)
    else:
        do()
