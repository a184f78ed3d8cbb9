"""The backlog: what was suggested between meetings (KEN:102), and what a meeting put off; it waits for an agenda.

Where a suggestion is follows from the agenda items that carry its id: it is on
the agenda of the last one until that meeting is over, and waits again where
nothing came of it there. So it is never in two places, and never in none.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from tui_app.domain.frozen import dataclass

from ..consensus.proposal import Proposal
from ..membership.roster import NETWORK
from ..names import fold
from .agenda import AgendaItem, How, Purpose, PutOff, agenda_of, item_line
from .meeting import Meeting


class MoveKind(StrEnum):
    """What was done with a suggestion."""

    TAKEN = "taken onto the agenda of"
    SENT_BACK = "sent back from the agenda of"
    EDITED = "worded anew"
    WITHDRAWN = "withdrawn"
    RESTORED = "brought back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One move of a suggestion, on a day and by whom; `meeting` is a symbol or empty."""

    kind: MoveKind
    on: date
    meeting: str = ""
    why: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An issue for a meeting of a body (R-28); `parts` are the lines of its sub-items.

    `proposed_by` is an entity or a person. `number` is `S03`; that of an item
    which was put off and never taken from the backlog is its meeting's symbol
    and its own number there, `2026/Q2/4`, and its id is the item's, for ever;
    so it is with a text that was put off under a standing item (`2026/Q2/P3`).
    """

    id: str
    number: str
    title: str
    body: str = NETWORK
    purpose: Purpose = Purpose.DISCUSSION
    minutes: int = 0
    presenter: str = ""
    parts: tuple[str, ...] = ()
    proposed_by: str = ""
    proposed_on: date | None = None
    note: str = ""
    put_off: tuple[PutOff, ...] = ()
    closed: bool = False
    moves: tuple[Move, ...] = ()

    @property
    def withdrawn(self) -> bool:
        """Whether nobody wants it on an agenda any more."""
        return bool(self.moves) and self.moves[-1].kind is MoveKind.WITHDRAWN

    @property
    def taken(self) -> bool:
        """Whether it was taken onto an agenda last, so that the item there has its words."""
        return bool(self.moves) and self.moves[-1].kind is MoveKind.TAKEN

    @property
    def line(self) -> str:
        """It as a line of an agenda."""
        return item_line(self.item("", ""))

    def item(self, id: str, meeting: str) -> AgendaItem:
        """It as an item of an agenda, which knows where it came from."""
        return AgendaItem(
            id=id, meeting=meeting, rank=0, title=self.title, purpose=self.purpose, presenter=self.presenter,
            minutes=self.minutes, suggestion=self.id, proposed_by=self.proposed_by, put_off=self.put_off,
            closed=self.closed,
        )  # fmt: skip

    def moved(self, move: Move) -> Suggestion:
        """The same with one more move."""
        return replace(self, moves=(*self.moves, move))

    def worded(self, item: AgendaItem, agenda: Iterable[AgendaItem]) -> Suggestion:
        """The same in the words that it had on an agenda; a part that is a suggestion of its own goes by itself."""
        parts = (each for each in agenda if each.parent == item.id and not each.suggestion)
        return replace(
            self, title=item.title, purpose=item.purpose, minutes=item.minutes, presenter=item.presenter,
            put_off=item.put_off, closed=item.closed, parts=tuple(item_line(part).strip() for part in parts),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Held:
    """What the backlog is read from: meetings by id, all agenda items, those under which a text was put off.

    `texts`: all texts that were put off; `closed`: the ids of those that were put behind closed doors.
    """

    meetings: Mapping[str, Meeting]
    items: tuple[AgendaItem, ...]
    texts_deferred: Container[str] = frozenset()
    texts: tuple[Proposal, ...] = ()
    closed: Container[str] = frozenset()

    @cached_property
    def days(self) -> dict[str, date]:
        """The day of each meeting, by its symbol."""
        return {meeting.symbol: meeting.on for meeting in self.meetings.values()}

    @cached_property
    def by_meeting(self) -> dict[str, list[AgendaItem]]:
        """The items of each meeting."""
        found: dict[str, list[AgendaItem]] = {}
        for item in self.items:
            found.setdefault(item.meeting, []).append(item)
        return found

    @cached_property
    def _latest_by_title(self) -> dict[tuple[str, str], datetime]:
        """When a body last had an item of a title on an agenda that was not cancelled."""
        found: dict[tuple[str, str], datetime] = {}
        for item in self.items:
            meeting, key = self.meetings[item.meeting], self._title(item)
            if not meeting.cancelled:
                found[key] = max(meeting.starts, found.get(key, meeting.starts))
        return found

    def _title(self, item: AgendaItem) -> tuple[str, str]:
        return self.meetings[item.meeting].body, fold(item.title)

    def again(self, item: AgendaItem) -> bool:
        """Whether a later agenda has an item of the same title, put there by hand."""
        starts = self.meetings[item.meeting].starts
        return self._latest_by_title.get(self._title(item), starts) > starts

    @cached_property
    def last(self) -> dict[str, AgendaItem]:
        """The item of the latest meeting by the suggestion that it carries, or by its own id."""
        ordered = sorted(self.items, key=lambda item: self.meetings[item.meeting].starts)
        return {item.suggestion or item.id: item for item in ordered}


def waiting(suggestions: Iterable[Suggestion], held: Held) -> tuple[Suggestion, ...]:
    """What waits for an agenda: what was put off, then what was suggested, each the oldest first."""
    every = {each.id: each for each in suggestions}
    stored = (_as_it_waits(each, held.last.get(each.id), held) for each in every.values() if not each.withdrawn)
    fresh = (_put_off_at(item, held) for key, item in held.last.items() if key not in every and not held.again(item))
    texts = (_text_put_off(each, held) for each in held.texts if each.id not in every)
    return tuple(sorted(filter(None, (*stored, *fresh, *texts)), key=lambda each: _since(each, held)))


def on_agendas(suggestions: Iterable[Suggestion], held: Held) -> dict[str, str]:
    """The meeting, by its symbol, on whose agenda each suggestion is that is neither waiting nor over; by its id."""
    to_come = {key: held.meetings[item.meeting] for key, item in held.last.items()}
    return {
        each.id: to_come[each.id].symbol for each in suggestions
        if each.id in to_come and not (to_come[each.id].over or to_come[each.id].cancelled)
    }  # fmt: skip


def _as_it_waits(suggestion: Suggestion, item: AgendaItem | None, held: Held) -> Suggestion | None:
    """The suggestion as it waits, in its latest words; None while it is on an agenda or was dealt with."""
    if item is None or not suggestion.taken:
        return suggestion
    found = _put_off_at(item, held)
    return found and replace(
        suggestion, title=found.title, purpose=found.purpose, minutes=found.minutes, presenter=found.presenter,
        parts=found.parts, put_off=found.put_off, closed=found.closed,
    )  # fmt: skip


def _put_off_at(item: AgendaItem, held: Held) -> Suggestion | None:
    """An item of a meeting that is over, or was cancelled, as it waits; None if it was dealt with, or stands below one.

    The standing items of an agenda, which come by themselves, never wait.
    """
    meeting = held.meetings[item.meeting]
    siblings = held.by_meeting[item.meeting]
    how = _how(item, siblings, meeting, held.texts_deferred)
    above = next((each for each in siblings if each.id == item.parent), None)
    with_above = above is not None and not item.suggestion and _how(above, siblings, meeting, held.texts_deferred)
    if how is None or item.standing or with_above:
        return None
    agenda = agenda_of(siblings)
    bare = Suggestion(id=item.id, number=f"{meeting.symbol}/{agenda.numbers[item.id]}", title="", body=meeting.body,
                      proposed_by=item.proposed_by)  # fmt: skip
    put_off = (*item.put_off, PutOff(meeting=meeting.symbol, how=how))
    return bare.worded(replace(item, put_off=put_off, closed=agenda.in_closed_part(item)), agenda.items)


def _text_put_off(text: Proposal, held: Held) -> Suggestion | None:
    """A text put off under a standing item, as any other business: the item comes by itself, and without it."""
    meeting, siblings = held.meetings[text.meeting], held.by_meeting[text.meeting]
    standing = any(item.id == text.item and item.standing for item in siblings)
    if not (standing and meeting.over):
        return None
    return Suggestion(
        id=text.id, number=f"{meeting.symbol}/{text.number}", title=text.text, body=meeting.body,
        purpose=Purpose.DECISION, put_off=(PutOff(meeting=meeting.symbol, how=How.DEFERRED),),
        closed=text.id in held.closed,
    )  # fmt: skip


def _how(item: AgendaItem, siblings: Iterable[AgendaItem], meeting: Meeting, deferred: Container[str]) -> How | None:
    """How nothing came of an item at its meeting; None if something did, or may still."""
    if meeting.cancelled:
        return How.CANCELLED
    if not meeting.over:
        return None
    if item.deferred or item.id in deferred:
        return How.DEFERRED
    in_parts = any(each.parent == item.id and (each.spans or each.deferred) for each in siblings)
    return None if item.spans or in_parts else How.NOT_REACHED


def _since(suggestion: Suggestion, held: Held) -> tuple[bool, date, str]:
    """Where it stands in the backlog: by the meeting that put it off first, or the day on which it was proposed."""
    first = suggestion.put_off[0].meeting if suggestion.put_off else ""
    return not first, held.days.get(first, suggestion.proposed_on or date.max), suggestion.number
