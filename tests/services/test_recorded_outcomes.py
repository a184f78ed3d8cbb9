"""Outcomes as consensus bodies recorded them, typed into a meeting: what the register and the minutes then hold.

The cases stand in `recorded_outcomes.txt`, whose head says how it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.consensus.answer import Ruling
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem, nearest
from tui_app.register.register import Register
from tui_app.register.tables import TABLES
from tui_app.services import capture, convene, membership, papers
from tui_app.services.answering import find_answerable, record_answer
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.look_up import decisions
from tui_app.services.pen import Pen
from tui_app.services.registers import make

OF_KOSOVO = ("IOM", "OHCHR", "UNDP", "UNHCR", "UNICEF")
"""Its Terms of Reference list nobody, so these are admitted."""

CLAIMS = ("no objection", "was consensus", "by consensus", "so decided", "adopted as")
COUNTS = ("majority", "%", "in favour", "abstain", "votes", "voted", "against:")


@dataclass(frozen=True)
class Case:
    """One recorded outcome: the charter it is held under, what it was, and the lines of the file."""

    charter: str
    title: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    def __str__(self) -> str:
        return self.title.split(":")[0]


def cases() -> Iterator[Case]:
    text = (Path(__file__).parent / "recorded_outcomes.txt").read_text(encoding="utf-8")
    for block in text.split("\n## ")[1:]:
        head, *lines = block.splitlines()
        charter, _, title = head.partition(" ")
        marked = [(line[:1], line[2:]) for line in lines if line and not line.startswith("#")]
        yield Case(charter, title, marked)


CASES = list(cases())


class Clock:
    """A clock that stands where the case has put it."""

    now = datetime(2026, 9, 22, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Room:
    """The meeting of one case, and what each line of the file does in it."""

    def __init__(self, case: Case, folder: Path) -> None:
        self.clock = Clock()
        self.book: Book = make(load_charter(case.charter), folder / "register", "A", self.clock, remembered=False)
        for entity in OF_KOSOVO if case.charter == "kosovo" else ():
            membership.admit(self.book, entity, "", date(2026, 1, 1))
        self.convene(datetime(2026, 9, 22, 10))

    def convene(self, starts: datetime) -> None:
        invitation = convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts)
        meeting = convene.open_meeting(self.book, convene.plan(self.book, invitation))
        self.pen = Pen(self.book, meeting.id)

    @property
    def minutes(self) -> str:
        return papers.paper(self.book, "minutes", self.pen.meeting.symbol).replace("\\", "")

    @property
    def states(self) -> dict[str, str]:
        rows = decisions(self.book, everything=True)
        return {str(row["symbol"]).split("/", 1)[1].removeprefix("2026/"): str(row["state"]) for row in rows}

    def typed(self, line: str) -> None:
        capture.take(self.pen, line)

    def refused(self, line: str) -> None:
        typed, _, sentence = line.partition(" => ")
        with pytest.raises(Problem, match=sentence):
            capture.take(self.pen, typed)

    def prints(self, words: str) -> None:
        assert words in self.minutes, nearest(words, self.minutes.splitlines(), least=0.0)

    def does_not_print(self, words: str) -> None:
        assert words.casefold() not in self.minutes.casefold()

    def stands(self, line: str) -> None:
        expected = dict(part.split() for part in line.split(", "))
        assert {symbol.removeprefix("Q3/"): state for symbol, state in self.states.items()} == expected

    def happens(self, line: str) -> None:
        what, _, rest = line.partition(" ")
        if what == "close":
            convene.close_meeting(self.book, self.pen.meeting)
        elif what == "meets":
            self.clock.now = datetime.fromisoformat(rest).replace(tzinfo=self.book.zone)
            self.convene(datetime.fromisoformat(rest))
        elif what == "answer":
            symbol, kind, words = rest.split(" ", 2)
            record_answer(self.book, find_answerable(self.book, symbol), Ruling(kind.rstrip(":")), words)
        else:
            self.clock.now = datetime.fromisoformat(line).replace(tzinfo=self.book.zone)

    def play(self, case: Case) -> None:
        deeds = {">": self.typed, "x": self.refused, "+": self.prints, "-": self.does_not_print,
                 "=": self.stands, "@": self.happens}  # fmt: skip
        for mark, line in case.lines:
            deeds[mark](line)


def everything(register: Register) -> dict[str, dict[str, object]]:
    """Every document of a register, by table and id."""
    return {table.name: dict(register.documents(table.name)) for table in TABLES}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_outcome_as_it_was_recorded(case: Case, tmp_path: Path) -> None:
    room = Room(case, tmp_path)
    room.play(case)
    said = room.minutes.casefold()
    assert not [word for word in COUNTS if word in said]
    if not {"adopted", "superseded"} & {*room.states.values()}:
        assert not [claim for claim in CLAIMS if claim in said]
    before = everything(room.book.register)
    room.book.register.close()
    with Register.open(tmp_path / "register", TABLES) as again:
        assert everything(again) == before


def test_there_are_forty_of_them_from_each_kind_of_charter() -> None:
    assert len(CASES) >= 40
    assert {case.charter for case in CASES} == {"albania", "kyrgyzstan", "serbia", "kenya", "kosovo"}
    assert all(any(mark == "=" for mark, _ in case.lines) for case in CASES)
