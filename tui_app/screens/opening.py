"""Opening a meeting, from its agenda or from its minutes: at once, or after a question where something is odd."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.domain.calendar import day_and_date
from tui_app.domain.meeting.meeting import Meeting
from tui_app.screens.place import Place
from tui_app.services import convene
from tui_app.services.moving import open_today
from tui_app.widgets.rows import Row

_TODAY, _ITS_DAY = "today", "its day"


def open_meeting(place: Place, then: Callable[[], object]) -> None:
    """Open the meeting shown, then go on; Problem if it cannot be opened."""
    meeting, book = place.require_meeting(), place.book
    sentences = convene.before_opening(book, meeting)

    def ask(opening: Callable[[], object]) -> None:
        def do() -> None:
            opening()
            then()

        if sentences:
            place.confirm(f"Open {meeting.title}?", sentences, "open it", do)
        else:
            do()

    if another_day := convene.on_another_day(book, meeting):
        _ask_which_day(place, meeting, another_day, ask)
    else:
        ask(lambda: convene.open_meeting(book, meeting))


def _ask_which_day(place: Place, meeting: Meeting, why: str, ask: Callable[[Callable[[], object]], None]) -> None:
    """Whether it meets today, or its minutes are written up: what they print as day and time hangs on it."""
    book = place.book
    today = convene.today_at(book, meeting)
    ways = {_TODAY: lambda: open_today(book, meeting), _ITS_DAY: lambda: convene.open_meeting(book, meeting)}
    rows = [
        Row(_TODAY, (f"It meets today: the meeting is moved to {day_and_date(today)}.",)),
        Row(_ITS_DAY, (f"It is of {day_and_date(meeting.on)} all the same: its minutes are written up, and begin at "
                       f"{meeting.starts:%H:%M}; /time tells what was later.",)),
    ]  # fmt: skip
    past = (today - meeting.on).days > 2  # of a day to come nothing can be written up yet
    place.choose(why, rows, key=_ITS_DAY if past else _TODAY, then=lambda way: ask(ways[way]))
