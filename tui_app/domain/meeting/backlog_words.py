"""The backlog in words: where each suggestion, and each item, comes from, and all that was done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..calendar import short_date
from ..words import ENGLISH, Words
from .agenda import AgendaItem, How
from .backlog import Move, Suggestion
from .meeting import Meeting
from .timetable import minutes_words

PUT_OFF = {
    How.DEFERRED: "deferred from {meetings}",
    How.NOT_REACHED: "not reached at {meetings}",
    How.CANCELLED: "planned for the cancelled {meetings}",
}
"""How an agenda tells that an item was put off, which is a label; `meetings` are symbols."""


def origin(item: AgendaItem, words: Words = ENGLISH) -> str:
    """`proposed by UNHCR; deferred from 2026/Q1, 2026/Q2`; empty for what the agenda itself began with."""
    proposed = (words("proposed by {who}", who=item.proposed_by),) if item.proposed_by else ()
    by_how = {how: [each.meeting for each in item.put_off if each.how is how] for how in How}
    put_off = (words(PUT_OFF[how], meetings=", ".join(each)) for how, each in by_how.items() if each)
    return words.semicolon.join((*proposed, *put_off))


def standing_words(suggestion: Suggestion) -> str:
    """`UNHCR, 3 Nov 2026; deferred twice, last by 2026/Q2`: who made it, when, and what put it off."""
    proposed = ", ".join(
        filter(None, (suggestion.proposed_by, short_date(suggestion.proposed_on) if suggestion.proposed_on else ""))
    )
    return "; ".join(filter(None, (proposed, put_off_words(suggestion))))


def put_off_words(suggestion: Suggestion) -> str:
    """`deferred from 2026/Q2`; of several, how often and by which."""
    put_off = suggestion.put_off
    if len(put_off) < 2:
        return "".join(f"{each.how} {each.meeting}" for each in put_off)
    deferred = sum(each.how is How.DEFERRED for each in put_off)
    how = "deferred" if deferred == len(put_off) else "put off"
    return f"{how} {_TIMES.get(len(put_off), f'{len(put_off)} times')}, by {', '.join(e.meeting for e in put_off)}"


_TIMES = {2: "twice", 3: "three times", 4: "four times"}


def history(suggestion: Suggestion, meetings: Mapping[str, Meeting]) -> tuple[tuple[date | None, str], ...]:
    """Everything that happened to it, each with its day, in its order; `meetings` by symbol."""
    events: list[tuple[date | None, str]] = []
    if suggestion.proposed_by:
        events.append((suggestion.proposed_on, f"proposed by {suggestion.proposed_by}"))
    events += [(meetings[e.meeting].on if e.meeting in meetings else None, f"{e.how} {e.meeting}")
               for e in suggestion.put_off]  # fmt: skip
    events += [(move.on, _moved(move)) for move in suggestion.moves]
    return tuple(sorted(events, key=lambda event: event[0] or date.min))


def _moved(move: Move) -> str:
    where = f" {move.meeting}" if move.meeting else ""
    return f"{move.kind}{where}{f': {move.why}' if move.why else ''}" + (f"  ({move.by})" if move.by else "")


def suggestion_words(suggestion: Suggestion) -> str:
    """`Data plan - for decision - 20 minutes - IOM`, as it was understood."""
    planned = minutes_words(suggestion.minutes) if suggestion.minutes else "no minutes yet"
    return " - ".join(filter(None, (suggestion.title, f"for {suggestion.purpose}", planned, suggestion.presenter)))
