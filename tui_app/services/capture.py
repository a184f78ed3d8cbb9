"""The way of one captured line: read, carried out by a table, and told once it is on the disk."""

from __future__ import annotations

from dataclasses import replace

from tui_app.domain.capture.lines import (
    ActionLine,
    DecideLine,
    FixLine,
    Line,
    NoteLine,
    ProposeLine,
    TimeLine,
    UndoLine,
)
from tui_app.domain.meeting.meeting import require_session, state_sentence
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.problem import Problem
from tui_app.domain.text import clean
from tui_app.services import checking, correcting, deciding, effects, reporting, room, taking
from tui_app.services.history import what_was_done
from tui_app.services.pen import Pen, Taken, Takers


def take(pen: Pen, text: str, reason: str = "") -> Taken:
    """Read one line, carry it out, and say what it became once it is saved; Problem if it cannot be.

    `reason`: why a decision goes on without those who are absent and were not consulted.
    """
    taken = carry_out(pen, _with_reason(pen.read(text), reason))
    removed = clean(text)[1]
    if not removed:
        return taken
    plural = "s were" if removed > 1 else " was"
    return replace(taken, note=f"{removed} control character{plural} removed. {taken.note}".strip())


def take_as_note(pen: Pen, text: str) -> Taken:
    """Save a line as it is, whatever it was meant to be: for one that cannot be read and must not be lost."""
    return carry_out(pen, NoteLine(clean(text)[0].replace("\n", " ").strip()))


def require_open(pen: Pen) -> None:
    """Raise Problem where no line could be taken: the meeting has not begun, or its minutes are adopted."""
    if not deciding.is_over(pen):
        require_session(pen.meeting)


def carry_out(pen: Pen, line: Line) -> Taken:
    """Carry out a line that was read: in a meeting in session, in a check that outlasts it, or to repair a draft."""
    if pen.instead_of is None:
        _require_time_for(pen, line)
    taken = TAKERS[type(line)](pen, line)
    if not pen.keeps_time and not isinstance(line, TimeLine):
        pen.set_time(None)
    return taken


def _require_time_for(pen: Pen, line: Line) -> None:
    if not deciding.is_over(pen):
        require_session(pen.meeting)
    elif not (isinstance(line, FixLine) or deciding.outlasts_the_meeting(pen, line)):
        raise Problem(f"{state_sentence(pen.meeting)}: no line is added to them, /fix old/new/ repairs one.")


def _with_reason(line: Line, reason: str) -> Line:
    return replace(line, reason=reason) if isinstance(line, DecideLine) and reason else line


def change_kind(pen: Pen, entry: Entry, kind: EntryKind, reason: str = "") -> Taken:
    """Make an entry an action, a decision, a note or a statement: its words are taken anew, the old one is struck."""
    line = _with_reason(correcting.line_of_kind(pen, entry, kind), reason)
    return _instead(pen, entry, line, f"entry made {_A[kind]} {kind}")


def edit(pen: Pen, entry: Entry, text: str, reason: str = "") -> Taken:
    """Write an entry anew, from a line as it would be typed; its time, place and number stay.

    A note or statement that is made a command becomes what the command says, and is struck out itself.
    """
    line = _with_reason(pen.read(text), reason)
    if entry.refers_to or not isinstance(line, ActionLine | ProposeLine | DecideLine):
        return correcting.rewrite(pen, entry, line)
    return _instead(pen, entry, line, "entry edited")


def _instead(pen: Pen, entry: Entry, line: Line, why: str) -> Taken:
    correcting.require_replaceable(pen, entry, line)
    with pen.book.register.transaction(why):
        taken = carry_out(replace(pen, instead_of=entry), line)
        correcting.strike(pen.book, entry)
    return taken


_A = {EntryKind.ACTION: "an", EntryKind.DECISION: "a", EntryKind.NOTE: "a", EntryKind.STATEMENT: "a"}


def _time(pen: Pen, line: TimeLine) -> Taken:
    if line.at is not None:
        room.require_past(pen, line.at)
    pen.set_time(line.at)
    return Taken(f"time {line.at:%H:%M}" if line.at else "time by the clock")


def _undo(pen: Pen, _: UndoLine) -> Taken:
    undone = pen.book.register.undo()
    return Taken(f"undone: {what_was_done(undone)}" if undone else "nothing to undo")


def _fix(pen: Pen, line: FixLine) -> Taken:
    entry, text = correcting.repaired(pen, line.old, line.new)
    return edit(pen, entry, text)


TAKERS: Takers = {
    TimeLine: _time,
    UndoLine: _undo,
    FixLine: _fix,
    **taking.TAKERS,
    **room.TAKERS,
    **checking.TAKERS,
    **effects.TAKERS,
    **deciding.TAKERS,
    **reporting.TAKERS,
}
"""What carries each form of line out."""
