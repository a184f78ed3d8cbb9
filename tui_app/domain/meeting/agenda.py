"""The agenda: items in order, numbered 1, 2, 2a, 2b, with a purpose, a presenter and minutes planned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..identity import new_id
from ..problem import Problem, did_you_mean, nearest
from .standing import BY_TITLE, TITLES, Standing


class Purpose(StrEnum):
    """What the body is asked to do with an item."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time during which an item was on the table; `end` None while it is."""

    start: datetime
    end: datetime | None = None


class How(StrEnum):
    """How an item came to wait for another meeting."""

    DEFERRED = "deferred from"
    NOT_REACHED = "not reached at"
    CANCELLED = "planned for the cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOff:
    """That a meeting, by its symbol, did not deal with an item."""

    meeting: str
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item; `parent` is the id of the item it is a part of, or empty. `rank` orders siblings.

    `suggestion`: the id of the one in the backlog that it was taken from, `proposed_by`: by whom that was made,
    `put_off`: by which meetings it was put off before; `serves`: the purpose that the ToR give such a meeting and
    for which it was put there; `closed`: it is taken behind closed doors, its sub-items with it (R-24).
    `untold`: its title was given behind closed doors, and it has not been put on the table in the open since.
    `noted_as`: which of the standing items it is, noted when it was written; None for any other, and in older records.
    """

    id: str
    meeting: str
    rank: int
    title: str
    parent: str = ""
    purpose: Purpose = Purpose.DISCUSSION
    presenter: str = ""
    minutes: int = 0
    spans: tuple[Span, ...] = ()
    deferred: bool = False
    suggestion: str = ""
    proposed_by: str = ""
    put_off: tuple[PutOff, ...] = ()
    serves: str = ""
    closed: bool = False
    noted_as: Standing | None = None
    untold: bool = False

    @property
    def standing(self) -> Standing | None:
        """Which of the items it is that every agenda has; by its English title where that was not noted."""
        return self.noted_as or BY_TITLE.get(self.title.casefold())

    @property
    def comes_last(self) -> bool:
        """Whether it is the item under which anything else is raised."""
        return self.standing is Standing.LAST

    @property
    def follows_up(self) -> bool:
        """Whether what was put before is followed up under it."""
        return self._is(Standing.FOLLOW_UP, "follow")

    @property
    def adopts_minutes(self) -> bool:
        """Whether the minutes of the previous meeting are adopted under it."""
        return self._is(Standing.PREVIOUS_MINUTES, TITLES[Standing.PREVIOUS_MINUTES].casefold())

    def _is(self, standing: Standing, beginning: str) -> bool:
        """Whether it is noted as that; where nothing is noted, whether its title begins so."""
        return self.noted_as is standing or (self.noted_as is None and self.title.casefold().startswith(beginning))

    @property
    def expects_document(self) -> bool:
        """Whether it is for decision and a document can be expected for it: not for the standing items."""
        return self.purpose is Purpose.DECISION and self.standing is None

    def spent(self, now: datetime) -> timedelta:
        """How long the item has been on the table; nothing yet where its clock starts on a day to come."""
        return sum((max((span.end or now) - span.start, timedelta()) for span in self.spans), timedelta())


def start_clock(item: AgendaItem, at: datetime) -> AgendaItem:
    """The item with its clock running."""
    if item.spans and item.spans[-1].end is None:
        return item
    return replace(item, spans=(*item.spans, Span(start=at)))


def stop_clock(item: AgendaItem, at: datetime) -> AgendaItem:
    """The item with its clock stopped; a clock that went back counts as no time."""
    if not item.spans or item.spans[-1].end is not None:
        return item
    last = item.spans[-1]
    return replace(item, spans=(*item.spans[:-1], replace(last, end=max(at, last.start))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The items of one meeting in their order, with the numbers that papers print."""

    items: tuple[AgendaItem, ...]
    numbers: Mapping[str, str]

    @property
    def minutes(self) -> int:
        """The minutes planned in all; sub-items take theirs within their item."""
        return sum(self.taken_by(item) for item in self.items if not item.parent)

    @property
    def follow_up(self) -> AgendaItem | None:
        """The item under which what was carried over is followed up."""
        return next((item for item in self.items if item.follows_up), None)

    def taken_by(self, item: AgendaItem) -> int:
        """The minutes that an item takes: those planned for it, or those of its sub-items where they are more."""
        return max(item.minutes, sum(part.minutes for part in self.items if part.parent == item.id))

    def in_closed_part(self, item: AgendaItem) -> bool:
        """Whether an item is taken behind closed doors, by itself or with the one of which it is a part."""
        return item.closed or any(other.id == item.parent and other.closed for other in self.items)

    def number_alone(self, item: AgendaItem) -> bool:
        """Whether nobody but who takes the minutes may see more of an item than its number."""
        return item.untold or self.in_closed_part(item)

    def by_number(self, number: str) -> AgendaItem:
        """The item with that number; Problem with the numbers there are."""
        wanted = number.strip().casefold().rstrip(".)")
        for item in self.items:
            if self.numbers[item.id] == wanted:
                return item
        there = ", ".join(self.numbers.values()) or "none yet"
        raise Problem(f"There is no item {number.strip()!r} on the agenda: the items are {there}.")

    def after(self, item_id: str) -> AgendaItem | None:
        """The item that follows; the first one if there is no such item; None at the end."""
        ids = [item.id for item in self.items]
        following = ids.index(item_id) + 1 if item_id in ids else 0
        return self.items[following] if following < len(self.items) else None


def fingerprint(agenda: Agenda, starts: datetime, minutes_available: int) -> str:
    """A short text that is another as soon as what an agenda announces is: its time, an item, their order or level.

    What became of an item in the meeting, its clock or that it was put off, makes no difference.
    """
    from hashlib import sha256

    items = [(agenda.numbers[i.id], i.title, i.purpose.value, i.presenter, i.minutes, *(["closed"] if i.closed else []))
             for i in agenda.items]  # fmt: skip
    return sha256(repr((starts.isoformat(), minutes_available, items)).encode()).hexdigest()[:16]


def agenda_of(items: Iterable[AgendaItem]) -> Agenda:
    """Order and number the items of one meeting: 1, 2, 2a, 2b, 3."""
    every = sorted(items, key=lambda item: item.rank)
    ids = {item.id for item in every}
    ordered: list[AgendaItem] = []
    numbers: dict[str, str] = {}
    tops = [item for item in every if item.parent not in ids]
    for place, top in enumerate(tops, 1):
        ordered.append(top)
        numbers[top.id] = str(place)
        for letter, part in enumerate(item for item in every if item.parent == top.id):
            ordered.append(part)
            numbers[part.id] = f"{place}{_letters(letter)}"
    return Agenda(items=tuple(ordered), numbers=numbers)


def _letters(place: int) -> str:
    return ("" if place < 26 else _letters(place // 26 - 1)) + chr(ord("a") + place % 26)


_CLOSED = r"(?i)\[\s*closed(?: part| session)?\s*\]"
_PURPOSE = r"\[\s*(?:for\s+)?([^\]]*?)\s*\]"
_MINUTES = r"(?i)(?<!\S)(\d{1,3})\s?(?:m|min|mins|minutes|')(?!\S)"


def read_agenda(lines: Iterable[str], meeting: str, presenters: Iterable[str]) -> tuple[AgendaItem, ...]:
    """Read an agenda, one item a line: `Title [decision] 20m IOM`; two spaces in front make a sub-item.

    `presenters` are the names that count as one when they stand after the
    purpose; whoever stands after the minutes is one. Raises Problem naming the line.
    """
    known = tuple(presenters)
    items: list[AgendaItem] = []
    top = ""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = read_item(line, meeting, known, rank=len(items))
        except Problem as problem:
            raise Problem(f"Agenda line {number}: {problem}") from None
        if line.startswith(("  ", "\t")):
            if not top:
                raise Problem(f"Agenda line {number}: a sub-item needs an item above it; remove the two spaces.")
            item = replace(item, parent=top)
        else:
            top = item.id
        items.append(item)
    return tuple(items)


def read_item(line: str, meeting: str, presenters: Iterable[str], rank: int) -> AgendaItem:
    """One agenda line as an item; numbers in front (`3.`, `2a)`) are dropped, since the order gives them."""
    text = re.sub(r"^\s*\d{1,2}[a-z]?[.)]\s+", "", line).strip()
    closed, text = re.search(_CLOSED, text) is not None, re.sub(_CLOSED, " ", text)
    purpose, text = _take_purpose(text)
    minutes, presenter, text = _take_minutes(text)
    if not presenter:
        presenter, text = _take_presenter(text, line, presenters)
    title = " ".join(text.split())
    if not title:
        raise Problem("an item needs a title, as in: Data on labour migration [decision] 20m IOM")
    return AgendaItem(id=new_id(), meeting=meeting, rank=rank, title=title, purpose=purpose, presenter=presenter,
                      minutes=minutes, closed=closed)  # fmt: skip


def _take_purpose(text: str) -> tuple[Purpose, str]:
    """The last bracket that was meant as a purpose; any other belongs to the title."""
    for found in reversed(list(re.finditer(_PURPOSE, text))):
        word = found[1].casefold()
        if not word:
            continue
        if any(p.startswith(word) for p in Purpose) or nearest(word, [p.value for p in Purpose], least=0.6):
            return read_purpose(word), f"{text[: found.start()]} {text[found.end() :]}".strip()
    return Purpose.DISCUSSION, text


def read_purpose(text: str) -> Purpose:
    """A purpose by its word or a beginning of it (`d` alone is ambiguous); Problem with the nearest."""
    word = text.strip().casefold()
    matches = [p for p in Purpose if word and p.value.startswith(word)]
    if len(matches) == 1:
        return matches[0]
    raise Problem(f"{text.strip()!r} is not a purpose: {did_you_mean(word, [p.value for p in Purpose])}")


def _take_minutes(text: str) -> tuple[int, str, str]:
    found = list(re.finditer(_MINUTES, text))
    if not found:
        return 0, "", text
    last = found[-1]
    return int(last[1]), text[last.end() :].strip(), text[: last.start()].strip()


def _take_presenter(text: str, line: str, presenters: Iterable[str]) -> tuple[str, str]:
    """The name at the end that stood behind a bracket of the line; any other is the end of the title."""
    for name in sorted(presenters, key=len, reverse=True):
        if text.endswith(f" {name}") and re.search(rf"\]\s*{re.escape(name)}(?!\S)", line):
            return name, text[: -len(name)].strip()
    return "", text


def item_line(item: AgendaItem) -> str:
    """The item as `read_item` reads it."""
    parts = [item.title, f"[{item.purpose}]", *(["[closed]"] if item.closed else [])]
    if item.minutes or item.presenter:
        parts.append(f"{item.minutes}m")
    if item.presenter:
        parts.append(item.presenter)
    return ("  " if item.parent else "") + " ".join(parts)
