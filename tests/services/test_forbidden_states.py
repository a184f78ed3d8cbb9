"""What may never be is tried from the keyboard: line by line, by every key on an entry, and by chance."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Tier
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Outcome, PositionKind, Proposal
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.minutes import AdoptedMinutes, Entry, EntryKind, in_order
from tui_app.domain.membership.roster import NETWORK, Seat, seats_on
from tui_app.domain.problem import Problem
from tui_app.register.register import Register
from tui_app.register.tables import TABLES
from tui_app.services import adopting, capture, circulating, convene, correcting, membership
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

OBJECTS = "objects resources: asks for a budget line"


class Clock:
    """A clock that the desk turns on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 22, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


class Desk:
    """A meeting in session and everything that hands can do to it; a line after `~` is a key and not typed."""

    def __init__(self, charter: str, folder: Path) -> None:
        self.clock = Clock()
        self.book: Book = make(load_charter(charter), folder / "register", "A", self.clock, remembered=False)
        self.pen = self.convene(datetime(2026, 9, 22, 10))
        self.told: dict[str, str] = {}

    def convene(self, starts: datetime, body: str = NETWORK) -> Pen:
        kind = MeetingKind.QUARTERLY if body == NETWORK else MeetingKind.WORKING_GROUP
        meeting = convene.plan(self.book, convene.Invitation(kind=kind, starts=starts, body=body))
        return Pen(self.book, convene.open_meeting(self.book, meeting).id)

    def entry(self, number: str) -> Entry:
        entries = in_order(self.book.of(Entry).of(self.pen.meeting_id))
        if not entries:
            raise Problem("There is no entry.")
        return entries[int(number) % len(entries)]

    def do(self, line: str) -> None:
        if not line.startswith("~ "):
            capture.take(self.pen, line)
            return
        key, _, rest = line[2:].partition(" ")
        number, _, words = rest.partition(" ")
        deeds: dict[str, Callable[[], object]] = {
            "edit": lambda: capture.edit(self.pen, self.entry(number), words),
            "kind": lambda: capture.change_kind(self.pen, self.entry(number), EntryKind(words)),
            "strike": lambda: correcting.strike(self.book, self.entry(number)),
            "move": lambda: correcting.move(self.book, self.entry(number), down=True),
            "undo": self.book.register.undo,
            "redo": self.book.register.redo,
            "wait": lambda: self.clock.wait(int(number)),
            "close": lambda: convene.close_meeting(self.book, self.pen.meeting),
            "circulate": lambda: circulating.circulate(self.book, self.pen.meeting),
            "adopt": lambda: adopting.adopt(self.book, self.pen.meeting),
            "admit": lambda: self.admit(number, words),
            "keep": lambda: setattr(self.pen, "keeps_time", True),
            "group": lambda: self.meet_as(number),
        }
        deeds[key]()

    def admit(self, entity: str, group: str) -> None:
        """To the network, or to a group by the decision that established it."""
        by = self.book.body(group).established_by if group else ""
        membership.admit(self.book, entity, "", date(2026, 1, 1), body=group or NETWORK, by=by)

    def meet_as(self, group: str) -> None:
        convene.close_meeting(self.book, self.pen.meeting)
        self.pen = self.convene(datetime(2026, 9, 22, 15), group)

    def try_to(self, line: str) -> None:
        """Do it, or be told why not; whatever comes of it, no forbidden state is there."""
        with suppress(Problem):
            self.do(line)
        self.require_lawful()

    def require_lawful(self) -> None:
        proposals = {p.id: p for p in self.book.of(Proposal).all()}
        decisions = self.book.of(Decision).all()
        for proposal in proposals.values():
            require_lawful(self.book, proposal)
        adopted = [p.id for p in proposals.values() if p.closing and p.closing.outcome is Outcome.ADOPTED]
        assert sorted(adopted) == sorted(d.proposal for d in decisions)
        for decision in decisions:
            assert decision.text == proposals[decision.proposal].text
            assert self.told.setdefault(decision.symbol, decision.text) == decision.text


def require_lawful(book: Book, proposal: Proposal) -> None:
    """What may never be of one proposal, read from the Terms of Reference and not from the engine."""
    closing, rule = proposal.closing, book.charter_of(proposal.body).decision
    meeting = book.of(Meeting).get(proposal.meeting)
    seats = {seat.entity for seat in seats_on(book.of(Seat).of(proposal.body), proposal.body, meeting.on)}
    assert all(p.entity in seats for each in proposal.rounds for p in each.positions)
    for silence in proposal.silences:
        assert silence.ended is None or silence.objections or silence.ended > silence.deadline
    if closing is None:
        return
    assert closing.outcome is not Outcome.REFERRED or (rule.escalation and proposal.body == NETWORK)
    assert meeting.state is not MeetingState.PLANNED
    if closing.outcome is not Outcome.ADOPTED:
        return
    binding = [p for p in proposal.positions if rule.binding_tier is Tier.MEMBER or p.tier is Tier.EXECUTIVE_COMMITTEE]
    assert all(p.kind is not PositionKind.PENDING for p in proposal.positions)
    assert all(p.kind is not PositionKind.OBJECTS or p.withdrawn for p in binding)
    heard = {c.body for c in proposal.consultations if c.round in (0, len(proposal.rounds))}
    if rule.consult_absent:
        assert {p.entity for p in binding if p.kind is PositionKind.ABSENT} <= heard
    if proposal.state_concern:
        assert rule.state_concern in heard
    assert proposal.text == proposal.rounds[-1].text


def everything(register: Register) -> dict[str, dict[str, object]]:
    return {table.name: dict(register.documents(table.name)) for table in TABLES}


@pytest.fixture
def desk(tmp_path: Path, request: pytest.FixtureRequest):
    desk = Desk(getattr(request, "param", "albania"), tmp_path)
    yield desk
    desk.require_lawful()
    desk.book.register.close()


@dataclass(frozen=True)
class Way:
    """One way of `forbidden_ways.txt`."""

    network: str
    before: tuple[str, ...]
    tried: str
    told: str

    def __str__(self) -> str:
        return f"{self.network}: {self.tried}"


def read_ways() -> tuple[dict[str, tuple[str, ...]], list[Way]]:
    """What the names stand for, and every way."""
    names: dict[str, tuple[str, ...]] = {}
    ways = []
    for line in (Path(__file__).parent / "forbidden_ways.txt").read_text(encoding="utf-8").splitlines():
        name, named, lines = line.partition(" := ")
        before, tries, tried = line.partition(" | ")
        if named and not line.startswith(" "):
            names[name] = lines_of(lines, names)
        elif tries and not line.startswith(" "):
            network, _, lines = before.partition(" ")
            tried, _, told = tried.partition(" => ")
            ways.append(Way(network, lines_of(lines, names), tried, told))
    return names, ways


def lines_of(text: str, names: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(line for part in text.split(" ; ") for line in names.get(part, (part,)))


BEFORE, WAYS = read_ways()


@pytest.mark.parametrize(("desk", "way"), [(way.network, way) for way in WAYS], indirect=["desk"], ids=map(str, WAYS))
def test_what_may_never_be_is_refused(desk: Desk, way: Way) -> None:
    for line in way.before:
        desk.do(line)
        desk.require_lawful()
    was = everything(desk.book.register)
    with pytest.raises(Problem, match=way.told):
        desk.do(way.tried)
    assert everything(desk.book.register) == was


def test_undo_and_redo_lead_only_through_lawful_states(desk: Desk) -> None:
    back_and_forth = (
        "/withdraw IOM", "/declare", "~ undo", f"/position IOM {OBJECTS}", "~ redo", "~ undo", "~ undo", "~ redo",
        "~ redo", "/declare", "~ undo", "~ undo", "~ redo", "~ redo",
    )  # fmt: skip
    for line in (*BEFORE["OBJECTED"], *back_and_forth):
        desk.try_to(line)
    with pytest.raises(Problem):
        desk.do("/declare")


def test_redo_does_not_pass_what_came_after_the_undo(desk: Desk) -> None:
    for line in (*BEFORE["ADOPTED"], "~ undo", "/amend B", "~ redo"):
        desk.do(line)
    assert not desk.book.of(Decision).all()
    with pytest.raises(Problem, match="Not yet asked"):
        desk.do("/declare")


def test_a_number_taken_back_is_not_given_again(desk: Desk) -> None:
    for line in (*BEFORE["ADOPTED"], "~ undo", "/declare"):
        desk.do(line)
    assert [d.number for d in desk.book.of(Decision).all()] == ["D02"]


def test_a_text_of_which_only_the_entry_was_made_a_decision_was_never_before_the_body(desk: Desk) -> None:
    """A text that nobody was asked about may be so decided; its own proposal is then struck out."""
    for line in ("/in all", "/propose A text", "~ kind 0 decision"):
        desk.do(line)
    assert [p.struck for p in desk.book.of(Proposal).all()] == [True, False]


def test_adopted_minutes_stay_as_they_are_whatever_is_typed_into_the_next_meeting(desk: Desk) -> None:
    for line in BEFORE["MINUTED"]:
        desk.do(line)
    kept = desk.book.of(AdoptedMinutes).all()
    desk.pen = desk.convene(datetime(2026, 10, 6, 10))
    for line in ("/in all", "/decide B", "/effect rescind 2026/Q3/D01", *["~ undo"] * 9, *["~ redo"] * 9):
        desk.try_to(line)
    assert desk.book.of(AdoptedMinutes).all() == kept


# -- by chance -----------------------------------------------------------

ENTITIES = ("IOM", "WHO", "UNDP", "FAO")
entities = st.sampled_from(ENTITIES)
said = st.sampled_from(
    ["joins", "no position", "absent", "pending", "dissociates from para 3: no", "reservation para 3: no", OBJECTS,
     "joins with statement: gladly", "objects"]
)  # fmt: skip
places = st.integers(0, 12).map(str)
typed = st.one_of(
    st.sampled_from(
        ["/in all", "/propose A text", "/propose B text", "/decide C text", "/rest joins", "/rest absent",
         "/amend D text", "/amend E text", "/withdraw", "/concern", "/declare", "/declare So it is", "/declare",
         "/defer", "/end", "/refer Who pays?", "/undo", "/next", "a note", "/fix text/words/", "/time 10:00",
         "/time 23:00", "/time", "/silence 22 Sep 17:00", "/silence 22 Sep 12:00",
         "/consult Ministry of Interior: agrees",
         "/waive Ministry of Interior: late", "/effect workplan 2027", "/effect establish WG-DATA Data",
         "/effect supersede 2026/Q3/D01", "/effect rescind 2026/Q3/D01", "/closed", "/open"]
    ),
    st.builds("/position {} {}".format, entities, said),
    st.builds("/withdraw {}".format, entities),
    st.builds("/consult {}: agrees".format, entities),
    st.builds("/waive {}: ill".format, entities),
    st.builds("/in {}".format, entities),
    st.builds("/out {}".format, entities),
)  # fmt: skip
keys = st.one_of(
    st.sampled_from(["~ undo", "~ redo", "~ wait 5", "~ wait 300", "~ close", "~ circulate", "~ adopt"]),
    st.builds("~ kind {} {}".format, places, st.sampled_from(["note", "decision", "action"])),
    st.builds("~ strike {}".format, places),
    st.builds("~ edit {} {}".format, places, st.sampled_from(["/decide F text", "/propose F text", "F text"])),
    st.builds("~ move {}".format, places),
)
OPENINGS = [
    (),
    *BEFORE.values(),
    (*BEFORE["PUT"], "/concern", "/rest joins"),
    (*BEFORE["SILENT"], "~ close"),
    (*BEFORE["OBJECTED"], "/declare"),
]


@settings(max_examples=250)
@given(
    st.sampled_from(["kenya", "albania"]),
    st.sampled_from(OPENINGS),
    st.lists(st.one_of(typed, typed, keys), max_size=25),
)
def test_no_sequence_of_lines_and_keys_reaches_a_forbidden_state(
    charter: str, opening: tuple[str, ...], lines: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(charter, Path(folder))
        for line in (*opening, *lines):
            desk.try_to(line)
        was = everything(desk.book.register)
        desk.book.register.close()
        with Register.open(Path(folder) / "register", TABLES) as again:
            assert everything(again) == was
