"""What led to a decision and what came of it: everything on record that is tied to it, in whichever meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.services.cards import Matter, by_number, matters_of
from tui_app.services.passages import OfItem
from tui_app.services.rows import Shelf


class Event(NamedTuple):
    """Something that came after: on which day, in words, and the record that it leads to, if there is one."""

    on: date | None
    words: str
    record: OfItem | None = None


def decided_under(around: Shelf, record: OfItem) -> tuple[Matter, ...]:
    """What else was decided or proposed under the same item, by number."""
    there = matters_of(around, around.meetings[record.meeting]) if record.item else ()  # imported: of no item
    return tuple(sorted((each for each in there if each.item == record.item and each.id != record.id), key=by_number))


def actions_under(around: Shelf, record: OfItem) -> tuple[ActionPoint, ...]:
    """The action points of the same item that were not struck out, by number."""
    there = around.book.of(ActionPoint).of(record.meeting) if record.item else ()
    return tuple(sorted((each for each in there if each.item == record.item and not each.struck), key=by_number))


def before(around: Shelf, decision: Decision) -> tuple[Decision, ...]:
    """The decisions whose place it took, or that it rescinded."""
    every = around.book.of(Decision).all()
    return tuple(each for each in every if decision.id in (each.superseded_by, each.rescinded_by))


def since(around: Shelf, record: Matter) -> tuple[Event, ...]:
    """What came after: its minutes adopted, meetings that followed it up or spoke of it, what took its place."""
    events = [*_of_minutes(around.meetings[record.meeting]), *_followed_up(around, record), *_named(around, record)]
    if isinstance(record, Decision):
        events += [*_replaced(around, record), *_planned(around, record)]
    return tuple(sorted(events, key=lambda event: event.on or date.max))


def _of_minutes(meeting: Meeting) -> Iterator[Event]:
    if meeting.state is MeetingState.ADOPTED:
        yield Event(meeting.adopted_on, f"The minutes of {meeting.symbol} were adopted.")


def _followed_up(around: Shelf, record: Matter) -> Iterator[Event]:
    for meeting in around.meetings.values():
        if record.id in (meeting.carried or ()):
            yield Event(meeting.on, f"Still open, it was carried over to {meeting.symbol}.")


def _replaced(around: Shelf, decision: Decision) -> Iterator[Event]:
    for id, did in ((decision.superseded_by, "took its place"), (decision.rescinded_by, "rescinded it")):
        later = around.book.of(Decision).find(id) if id else None
        if later is not None:
            yield Event(later.adopted_on, f"{later.symbol} {did}: {later.text}", later)


def _planned(around: Shelf, decision: Decision) -> Iterator[Event]:
    for line in around.book.of(WorkplanLine).all():
        if decision.symbol in line.decisions and not line.struck:
            yield Event(None, f"It serves {line.symbol} of the workplan: {line.output} ({line.status}).")


def _named(around: Shelf, record: Matter) -> Iterator[Event]:
    """Where its symbol was named in another meeting, with or without the network in front."""
    meeting = around.meetings[record.meeting]
    short = f"{meeting.symbol}/{record.number}".casefold()
    every: tuple[Entry | Proposal | ActionPoint, ...] = (
        *around.book.of(Entry).all(),
        *around.book.of(ActionPoint).all(),
        *around.book.of(Proposal).all(),
    )
    for each in every:
        if short in each.text.casefold() and each.meeting != record.meeting and not each.struck:
            there = around.meetings[each.meeting]
            who = f"{each.entity}: " if isinstance(each, Entry) and each.entity else ""
            yield Event(there.on, f"{there.symbol}: {who}{each.text}", each)
