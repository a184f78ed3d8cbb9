"""The pen: takes the minutes of one meeting, one line at a time."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from tui_app.domain.capture.capture import read_line
from tui_app.domain.capture.lines import Line
from tui_app.domain.capture.surroundings import Surroundings
from tui_app.domain.charter.charter import Charter
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.attendance import Capacity, Participant
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.names import entity_names
from tui_app.domain.text import clean
from tui_app.services.book import Book
from tui_app.services.carrying import open_symbols


@dataclass(frozen=True, slots=True)
class Taken:
    """What a line became, once it is on the disk: `A08 action IOM, ILO: ... by 2026-09-30`.

    `note` is a sentence for whoever typed it: what was removed, or what is
    to be seen to.
    """

    what: str
    symbol: str = ""
    entry: str = ""
    note: str = ""

    def __str__(self) -> str:
        return f"{self.symbol} {self.what}".strip()


@dataclasses.dataclass(slots=True)
class Pen:
    """Takes lines into the minutes of one meeting.

    `keeps_time`: a /time stays until the next one, as when minutes are
    written up from a text; otherwise it dates one entry and the clock goes on.
    `proposal`: the id of the one that moves are made on, where it is not the
    last one still open.
    """

    book: Book
    meeting_id: str
    keeps_time: bool = False
    instead_of: Entry | None = None
    proposal: str = ""
    _time: time | None = dataclasses.field(default=None, init=False)
    _known: tuple[int, int, datetime | None] = dataclasses.field(default=(-2, 0, None), init=False)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.book.of(Meeting).get(self.meeting_id)

    @property
    def charter(self) -> Charter:
        """The charter as it applies to the body that meets."""
        return self.book.charter_of(self.meeting.body)

    def moment(self) -> datetime:
        """The time that the next entry gets, in the zone of the meeting.

        Minutes written up on another day stay at the time they have come to: what the clock says then is not
        when it was said.
        """
        if self.instead_of is not None:
            return self.instead_of.at
        meeting = self.meeting
        zone = ZoneInfo(meeting.zone)
        if self._time is not None:
            return datetime.combine(meeting.on, self._time, zone)
        now = self.book.now().astimezone(zone)
        if meeting.live_on(now.date()) or not meeting.in_session:
            return now
        return (self._latest()[1] or meeting.opened or now).astimezone(zone)

    @property
    def item(self) -> str:
        """The id of the agenda item under which entries go."""
        return self.instead_of.item if self.instead_of is not None else self.meeting.current_item

    def surroundings(self) -> Surroundings:
        """What a line may refer to now."""
        meeting = self.meeting
        following = self.book.next_meeting_after(meeting)
        known = self.book.names()
        guests = {
            guest.entity: guest.entity
            for guest in self.book.of(Participant).of(meeting.id)
            if guest.capacity is not Capacity.MEMBER
        }
        return Surroundings(
            names=entity_names([*known.by_spelling.items(), *guests.items()]),
            now=datetime.combine(meeting.on, self.moment().timetz()) if self.keeps_time else self.moment(),
            next_meeting=following.on if following else None,
            followed_up=open_symbols(self.book, meeting),
        )

    def read(self, text: str, around: Surroundings | None = None) -> Line:
        """What Enter would do with this text; nothing is saved. Problem if it cannot be read.

        `around`: the surroundings, where they are known already; they are the same until the record changes.
        """
        return read_line(clean(text)[0].replace("\n", " "), around or self.surroundings())

    def set_time(self, at: time | None) -> None:
        """The time of what comes next; None: the clock's again."""
        self._time = at

    def enter(self, kind: EntryKind, *, text: str = "", entity: str = "", refers_to: str = "",
              on_record: bool = False, item: str = "") -> Entry:  # fmt: skip
        """Put one entry under an item, by default the current one, at the end, at the time that it is."""
        meeting = self.meeting
        return self.book.of(Entry).put(
            Entry(
                id=new_id(),
                meeting=meeting.id,
                item=item or self.item,
                rank=self.instead_of.rank if self.instead_of is not None else self._next_rank(),
                at=self.moment(),
                kind=kind,
                by=self.book.register.who,
                text=text,
                entity=entity,
                refers_to=refers_to,
                on_record=on_record,
                closed=meeting.doors_closed or (self.instead_of is not None and self.instead_of.closed),
            )
        )

    def _latest(self) -> tuple[int, datetime | None]:
        """The last rank and time of the meeting's entries; gone through only where something else was written."""
        sequence = self.book.register.sequence
        known_at, rank, at = self._known
        if sequence not in (known_at, known_at + 1):
            entries = self.book.of(Entry).of(self.meeting_id)
            rank = max((entry.rank for entry in entries), default=0)
            at = max((entry.at for entry in entries), default=None)
            self._known = (sequence, rank, at)
        return rank, at

    def _next_rank(self) -> int:
        rank, at = self._latest()
        self._known = (self.book.register.sequence, rank + 1, max(self.moment(), at) if at else self.moment())
        return rank + 1


Takers = Mapping[type, Callable[..., Taken]]
