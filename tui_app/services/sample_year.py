"""The sample year: a register made by playing text files through the services, as if it had been lived.

`sample_data/kenya/year.toml` says what happened when; agendas and minutes are
text files in the forms in which they are typed. Nothing is written past the
services, so whatever they refuse or stamp is refused and stamped here too.
"""

from __future__ import annotations

import time as stopwatch
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter, full_symbol
from tui_app.domain.workplan.workplan import WorkplanLine, find_milestone
from tui_app.resources import resource
from tui_app.services import capture, convene, workplan
from tui_app.services.adopting import adopt
from tui_app.services.backlog import suggest
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.circulating import Circulation, circulate
from tui_app.services.comments import answer_comment, comments_on, log_comment
from tui_app.services.follow_up import find_followed_up, report
from tui_app.services.membership import admit
from tui_app.services.pen import Pen
from tui_app.services.prepare_agenda import set_agenda
from tui_app.services.registers import make
from tui_app.services.sample_events import (
    SampleCirculation,
    SampleComment,
    SampleDone,
    SampleLine,
    SampleMeeting,
    SampleProgress,
    SampleSeats,
    SampleYear,
)

FOLDER = "sample_data/kenya"


class PlayedClock:
    """A clock that shows the time it was set to, and from `run` on goes with real time."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._running_since: float | None = None

    def __call__(self) -> datetime:
        """The time it shows."""
        if self._running_since is None:
            return self._at
        return self._at + timedelta(seconds=stopwatch.monotonic() - self._running_since)

    def set(self, at: datetime) -> None:
        """Show this time, and stand still."""
        self._at, self._running_since = at, None

    def run(self) -> None:
        """Go on from the time it shows."""
        self._at, self._running_since = self(), stopwatch.monotonic()


def sample_year() -> SampleYear:
    """The year that ships with the program."""
    return msgspec.toml.decode((resource(FOLDER) / "year.toml").read_bytes(), type=SampleYear)


def sample_lines(name: str) -> tuple[str, ...]:
    """The lines of one of the year's text files, the empty ones too."""
    return tuple((resource(FOLDER) / name).read_text(encoding="utf-8").splitlines())


def play(folder: Path, *, to_the_end: bool) -> Book:
    """Make the sample register in a folder; the book is open and its clock is the played one.

    To the end: every meeting with minutes is closed and the clock stands still,
    so that papers come out the same each time. Otherwise the last one is in
    session, a check half done, and the clock runs on from there.
    """
    year = sample_year()
    charter = load_charter(year.charter)
    zone = ZoneInfo(charter.zone)
    clock = PlayedClock(year.made.replace(tzinfo=zone))
    book = make(charter, folder, year.kept_by, clock, remembered=False)
    player = _Player(book, clock, to_the_end)
    for at, happen in sorted(player.events(year), key=lambda event: event[0]):
        clock.set(at.replace(tzinfo=zone))
        happen()
    if not to_the_end:
        clock.set(year.now.replace(tzinfo=zone))
        clock.run()
    return book


_Event = tuple[datetime, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class _Player:
    """Carries out what happened in the year."""

    book: Book
    clock: PlayedClock
    to_the_end: bool

    def events(self, year: SampleYear) -> Iterator[_Event]:
        for sample in year.meeting:
            yield from self._life(sample)
        for seats in year.seat:
            yield seats.at, partial(self._admit, seats)
        for progress in year.progress:
            yield progress.at, partial(self._report, progress)
        for made in year.suggestion:
            yield made.at, partial(suggest, self.book, made.line, made.by, note=made.note)
        for number, line in enumerate(year.workplan, 1):
            yield from self._planned(line, str(number))

    def _life(self, sample: SampleMeeting) -> Iterator[_Event]:
        yield sample.planned, partial(self._plan, sample)
        if sample.agenda_circulated is not None:
            yield sample.agenda_circulated, partial(self._circulate_agenda, sample)
        if sample.opened is not None:
            yield datetime.combine(sample.on, sample.opened), partial(self._hold, sample)
        for comment in sample.comments:
            yield comment.at, partial(self._comment, sample, comment)
            yield comment.answered, partial(self._answer, sample, comment)
        for sent in sample.circulated:
            yield sent.at, partial(self._circulate_minutes, sample, sent)
        if sample.adopted is not None:
            yield sample.adopted, partial(self._adopt, sample)

    def _planned(self, sample: SampleLine, number: str) -> Iterator[_Event]:
        """A line is added, linked when the last of what serves it was there, and its milestones are reached."""

        def line() -> WorkplanLine:
            return workplan.find_line(self.book, number, sample.year)

        yield sample.at, lambda: workplan.add_line(self.book, sample.year, sample.line)
        if sample.linked is not None:
            yield sample.linked, lambda: workplan.link(self.book, line(), sample.served_by)
        for each in sample.done:
            yield each.at, partial(self._done, line, each)

    def _done(self, line: Callable[[], WorkplanLine], done: SampleDone) -> None:
        place = find_milestone(line(), done.milestone)
        workplan.mark_milestone(self.book, line(), place, done.at.date())

    def _plan(self, sample: SampleMeeting) -> None:
        known = convene.Invitation(kind=sample.kind, starts=sample.on, place=sample.place, body=sample.body)
        convene.plan(self.book, known)

    def _admit(self, seats: SampleSeats) -> None:
        for acronym, name in seats.entities.items():
            admit(self.book, acronym, name, seats.at.date(), by=seats.by, body=seats.body)

    def _circulate_agenda(self, sample: SampleMeeting) -> None:
        meeting = self.book.meeting(sample.symbol)
        set_agenda(self.book, meeting, sample_lines(sample.agenda))
        circulate(self.book, meeting)

    def _hold(self, sample: SampleMeeting) -> None:
        meeting = convene.open_meeting(self.book, self.book.meeting(sample.symbol))
        pen = Pen(self.book, meeting.id, keeps_time=True)
        self._write(pen, sample.minutes)
        if sample.rest and not self.to_the_end:
            return
        if sample.rest:
            self._write(pen, sample.rest)
        if sample.closed is not None:
            self.clock.set(datetime.combine(meeting.on, sample.closed, ZoneInfo(meeting.zone)))
        convene.close_meeting(self.book, self.book.meeting(sample.symbol))

    def _write(self, pen: Pen, name: str) -> None:
        for number, line in enumerate(sample_lines(name), 1):
            if not line.strip():
                continue
            try:
                capture.take(pen, line)
            except Problem as problem:
                raise Problem(f"{name}, line {number}: {problem}") from problem
            self.clock.set(pen.moment())

    def _circulate_minutes(self, sample: SampleMeeting, sent: SampleCirculation) -> None:
        circulate(self.book, self.book.meeting(sample.symbol), Circulation(comments_by=sent.comments_by))

    def _comment(self, sample: SampleMeeting, said: SampleComment) -> None:
        log_comment(self.book, self.book.meeting(sample.symbol), said.entity, said.text)

    def _answer(self, sample: SampleMeeting, said: SampleComment) -> None:
        comments = comments_on(self.book, self.book.meeting(sample.symbol))
        answer_comment(self.book, next(each for each in comments if each.text == said.text), said.answer)

    def _adopt(self, sample: SampleMeeting) -> None:
        adopt(self.book, self.book.meeting(sample.symbol))

    def _report(self, said: SampleProgress) -> None:
        meeting, _, number = said.of.rpartition("/")
        on = said.at.date()
        reported = Reported(said.status, said.note, said.evidence, on)
        if number.startswith(Letter.WORKPLAN_LINE):
            report(self.book, workplan.find_line(self.book, said.of, on.year), reported)
        else:
            symbol = full_symbol(self.book.charter.symbol, meeting, number)
            report(self.book, find_followed_up(self.book, symbol), reported)
