"""The footer of the minutes place: the keys of the line, of the list, or of a meeting that is not in session."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.commands.catalogue import hint_of, key_of
from tui_app.domain.meeting.meeting import Meeting, MeetingState

_HELP_WHILE_TYPING = "/? help"
"""A question mark alone is text there."""


def footer(meeting: Meeting | None, *, typing: bool, carried: bool = False) -> str:
    """At most seven keys; `typing`: the line has the focus, `carried`: the cursor is on what was carried over."""
    first = _in_the_line() if typing else _in_the_list(meeting, carried=carried)
    help = _HELP_WHILE_TYPING if typing else hint_of("any.help")
    return "  ".join([*first, help, hint_of("any.quit")])


def _in_the_line() -> Iterator[str]:
    yield hint_of("minutes.list")
    yield from ("Tab complete", "F5 consensus")
    yield hint_of("any.undo", "undo")


def _in_the_list(meeting: Meeting | None, *, carried: bool) -> Iterator[str]:
    state = meeting.state if meeting is not None else MeetingState.CANCELLED
    if state is MeetingState.PLANNED:
        yield from (hint_of("minutes.open-meeting", "open the meeting"), "F3 agenda")
    if state in (MeetingState.PLANNED, MeetingState.CANCELLED):
        yield from (hint_of("any.choose-meeting", "meeting"), hint_of("any.new-meeting", "plan one"))
        return
    if state is MeetingState.IN_SESSION:
        yield hint_of("minutes.line", "line")
    yield from _on_carried() if carried else _on_entry()
    yield hint_of("minutes.close-meeting", "close") if state is MeetingState.IN_SESSION else "8 papers"


def _on_carried() -> Iterator[str]:
    yield hint_of("minutes.report", "progress or answer")
    yield hint_of("minutes.find", "find")


def _on_entry() -> Iterator[str]:
    yield hint_of("minutes.edit", "edit")
    yield hint_of("minutes.strike", "strike")
    kinds = (key_of(f"minutes.make-{kind}") for kind in ("action", "decision", "note", "statement"))
    yield f"{' '.join(kinds)} kind"
