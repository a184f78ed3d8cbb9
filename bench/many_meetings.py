"""A register as it is after twenty years: a hundred meetings of three bodies, twenty thousand entries.

`python -m bench.many_meetings FOLDER [--seed 1] [--live]` keeps one in a folder; `fill` makes one for a measure.
The same seed makes the same register, byte for byte. Meetings are planned, opened, closed, circulated and adopted by
the services; what was said in each is written in one transaction, and none of it waits for the disk.
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

from bench.one_meeting import Session, Size
from bench.vocabulary import PEOPLE, Words
from tui_app.domain import identity
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.membership.roster import NETWORK, Body, BodyKind, Seat
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.register import disk
from tui_app.services import adopting, circulating, convene
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.registers import make
from tui_app.services.sample_year import PlayedClock

GROUPS = {"WG-DATA": "Data and research", "WG-LABOUR": "Labour mobility"}
WHOLE = Size()
FIRST_DAY, TODAY = date(2006, 9, 5), date(2026, 9, 22)


def fill(folder: Path, size: Size = WHOLE, *, seed: int = 1, live: bool = False) -> Book:
    """Make the register in a folder; its clock stands at the day of the last meeting, in session if `live`."""
    chance = random.Random(seed)
    clock = PlayedClock(datetime(2006, 8, 1, 8, tzinfo=UTC))
    with (
        patch.object(disk, "sync"),
        patch.object(identity, "uuid4", lambda: UUID(int=chance.getrandbits(128), version=4)),
    ):
        book = make(load_charter("kenya"), folder, "Bench", clock, remembered=False)
        _Years(book, clock, Words(chance), size).live_through(to_the_end=not live)
    return book


class _Years:
    """Lives through the meetings one after the other."""

    def __init__(self, book: Book, clock: PlayedClock, words: Words, size: Size) -> None:
        self.book, self.clock, self.words, self.chance, self.size = book, clock, words, words.chance, size
        self.charter = book.charter
        self.decided: list[Decision] = []

    def live_through(self, *, to_the_end: bool) -> None:
        """Every meeting: the last one is in session or a draft, the one before circulated, all others adopted."""
        with self.book.register.transaction("groups established"):
            self._establish_groups()
        last = self.size.meetings - 1
        for n in range(self.size.meetings):
            meeting = self._hold(n)
            if n == last and not to_the_end:
                return
            convene.close_meeting(self.book, meeting)
            if n < last:
                self._circulate(meeting.symbol, adopt=n < last - 1)
        self.clock.set(datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(hours=15))

    def _circulate(self, symbol: str, *, adopt: bool) -> None:
        self.clock.set(self.clock() + timedelta(days=6))
        circulating.circulate(self.book, self.book.meeting(symbol))
        if adopt:
            self.clock.set(self.clock() + timedelta(days=14))
            adopting.adopt(self.book, self.book.meeting(symbol))

    def _establish_groups(self) -> None:
        put, members = self.book.of(Seat).put, self.charter.members
        for symbol, name in GROUPS.items():
            body = Body(id=new_id(), symbol=symbol, name=name, kind=BodyKind.WORKING_GROUP, established=FIRST_DAY)
            self.book.of(Body).put(body)
            for member in self.chance.sample(members, min(9, len(members))):
                put(Seat(id=new_id(), body=symbol, entity=member.entity, since=FIRST_DAY))
            for year in range(FIRST_DAY.year, TODAY.year + 1):
                chair = self.chance.choice(members).entity
                since, until = date(year, 1, 1), date(year, 12, 31)
                person = self.words.pick(PEOPLE)
                term = ChairTerm(
                    id=new_id(), body=symbol, office="chair", entity=chair, since=since, until=until, person=person
                )
                self.book.of(ChairTerm).put(term)

    # -- one meeting -----------------------------------------------------

    def _hold(self, n: int) -> Meeting:
        every = max(1, self.size.meetings - 1)
        on = FIRST_DAY + (TODAY - FIRST_DAY) * n // every
        starts = datetime(on.year, on.month, on.day, 10)
        kind, body = MeetingKind.QUARTERLY, NETWORK
        if n % 6 == 5:
            kind, body = MeetingKind.WORKING_GROUP, [*GROUPS][n // 6 % 2]
        self.clock.set(datetime(on.year, on.month, on.day, 6, 55, tzinfo=UTC))
        invitation = convene.Invitation(kind=kind, starts=starts, body=body, place=f"Conference Room {n % 12 + 1}")
        meeting = convene.plan(self.book, invitation)
        self.clock.set(datetime(on.year, on.month, on.day, 7, 0, tzinfo=UTC))
        meeting = convene.open_meeting(self.book, meeting)
        with self.book.register.transaction(f"minutes of {meeting.symbol} taken"):
            Session(self.book, self.words, meeting, self.size.share(n), self.decided, TODAY).take()
        self.clock.set(datetime(on.year, on.month, on.day, 9, 20, tzinfo=UTC))
        return meeting


def main() -> None:
    """Keep one in a folder."""
    parser = argparse.ArgumentParser(prog="python -m bench.many_meetings", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--live", action="store_true", help="the last meeting is in session")
    options = parser.parse_args()
    began = time.perf_counter()
    with fill(options.folder, seed=options.seed, live=options.live).register as register:
        sizes = {name: len(register.documents(name)) for name in ("meetings", "entries", "decisions", "actions")}
    print(f"{options.folder}: {sizes}, {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
