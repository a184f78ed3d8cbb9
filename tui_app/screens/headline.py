"""The line at the top of every place: network, meeting, its state, the clock at the right end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from rich.cells import cell_len

from tui_app.domain.calendar import short_date
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_words
from tui_app.widgets.wrapping import fit


def headline(width: int, network: tuple[str, str], told: tuple[str, ...], states: tuple[str, ...], clock: str) -> str:
    """The line in exactly `width` cells, the clock whole at its end.

    `network`: its name, and its symbol for where the name leaves no room. `told`: what is never left out, as the
    meeting's symbol. Of `states`, the longest first, the first that fits.
    """
    for name, gap, state in product(network, ("   ", "  "), states or ("",)):
        left = gap.join(filter(None, (name, *told, state)))
        if cell_len(left + gap + clock) <= width:
            return fit(left, width - cell_len(clock)) + clock
    return f"{fit('  '.join(filter(None, (network[-1], *told))), max(0, width - cell_len(clock) - 1))} {clock}"


def states_of(meeting: Meeting, today: date) -> tuple[str, ...]:
    """The state of the meeting in fewer and fewer words; of one that was left open, since when."""
    since = meeting.left_open(today)
    if since is not None:
        day = short_date(since).upper()
        return f"IN SESSION SINCE {day}", f"OPEN SINCE {day.rpartition(' ')[0]}"
    states = (state_words(meeting), *_shorter(meeting))
    return tuple(state.upper() for state in states) if meeting.in_session else states


def _shorter(meeting: Meeting) -> Iterator[str]:
    if meeting.state is MeetingState.CIRCULATED:
        if meeting.comments_by:
            yield f"minutes v{meeting.minutes_version} circulated, comments by {short_date(meeting.comments_by)}"
        yield f"minutes v{meeting.minutes_version} circulated"
        yield "circulated"
    elif meeting.state is MeetingState.PLANNED and meeting.agenda_version:
        yield f"planned, agenda v{meeting.agenda_version}"
        yield "planned"


def away_from(live: str, key: str, states: tuple[str, ...]) -> tuple[str, ...]:
    """The states of a meeting that is shown while another, `live`, is in session; `key` leads back to that one."""
    away = f"NOT {live} IN SESSION ({key})"
    return (*(f"{state}, {away}" for state in states), away, f"NOT {live} ({key})")
