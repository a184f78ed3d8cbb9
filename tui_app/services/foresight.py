"""What Enter will do, tried out on the record and taken back: no promise is made that is not kept."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy

from tui_app.domain.capture.echo import echo
from tui_app.domain.capture.lines import (
    AdoptAgendaLine,
    AdoptLine,
    DecideLine,
    DeclareLine,
    DeferLine,
    DocumentLine,
    FixLine,
    Line,
    NoteLine,
    StatementLine,
    UndoLine,
)
from tui_app.domain.capture.surroundings import Surroundings
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.symbols import Letter
from tui_app.services import capture
from tui_app.services.adopting import agenda_promise, promise
from tui_app.services.pen import Pen, Taken
from tui_app.services.trial import tried

_NOT_TRIED = (NoteLine, StatementLine, UndoLine, DocumentLine)
"""Lines that are never refused, that the record cannot take back, or for which a whole file would be read."""


def foretell(pen: Pen, text: str, numbers: Mapping[Letter, str], around: Surroundings | None = None) -> str:
    """The sentence for a line that is typed; Problem with the reason why Enter would refuse it.

    `numbers` and `around`: what comes next and what a line may refer to, which stay the same until the record changes.
    """
    return foretell_line(pen, pen.read(text, around), numbers)


def foretell_line(pen: Pen, line: Line, numbers: Mapping[Letter, str]) -> str:
    """The same for a line that was read, or made by a key."""
    if isinstance(line, _NOT_TRIED):
        return echo(line, numbers)
    if isinstance(line, AdoptLine):  # to try it would print the minutes that it adopts
        return echo(line, numbers, promise(pen.book, pen.meeting, line.meeting, line.corrections))
    if isinstance(line, AdoptAgendaLine):
        return echo(line, numbers, agenda_promise(pen.book, pen.meeting))
    taken = tried(pen.book, lambda: capture.carry_out(copy(pen), line))
    told = echo(line, numbers, str(taken), pen.charter.decision.output)
    return _warned(taken, told) if isinstance(line, FixLine) else f"{told}{_warning(line, taken)}"


def _warning(line: Line, taken: Taken) -> str:
    return f". {taken.note}" if isinstance(line, DecideLine | DeclareLine | DeferLine) and taken.note else ""


def foretell_edit(pen: Pen, entry: Entry, text: str) -> str:
    """The same for an entry that is written anew."""
    taken = tried(pen.book, lambda: capture.edit(copy(pen), entry, text))
    which = "the entry of the closed session" if entry.closed else "the entry"
    return _warned(taken, f"Edits {which}: {str(taken).removeprefix('edited ')}")


def _warned(taken: Taken, told: str) -> str:
    """What is told of an edited entry, behind what it comes to: the text is long, and its end may not be seen."""
    return f"{taken.note} {told}".strip()
