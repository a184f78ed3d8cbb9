"""What is missing when a meeting is closed: one sentence a kind, the most serious first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem, Span, agenda_of
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.closing import missing_at_closing
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import NETWORK, Body, Seat
from tui_app.services.charters import load_charter

TEN = datetime(2026, 9, 22, 10, tzinfo=UTC)
TAKEN = (Span(start=TEN, end=TEN),)


def action(number: int, who: str = "", due: date | None = None) -> ActionPoint:
    name = f"A{number:02}"
    return ActionPoint(id=name, number=name, symbol=name, meeting="m", item="i", text="a text",
                       responsible=(who,) if who else (), due=due)  # fmt: skip


def decision(number: str, *owners: str) -> Decision:
    return Decision(id=number, number=number, symbol=number, kind=Output.DECISION, meeting="m", item="i", proposal="p",
                    body=NETWORK, text="a text", tier="member", basis="", clause="", adopted_on=TEN.date(),
                    owners=owners)  # fmt: skip


def proposal(number: str) -> Proposal:
    return Proposal(id=number, number=number, meeting="m", item="i", body=NETWORK, text="a text")


RECORD = MeetingRecord(
    charter=load_charter("kenya"),
    meeting=Meeting(id="m", symbol="2026/Q3", kind=MeetingKind.QUARTERLY, starts=TEN, zone="Africa/Nairobi"),
    body=Body(id="b", symbol=NETWORK, name="the network"),
    agenda=agenda_of([]),
    seats=(), entities=(), participants=(Participant(id="x", meeting="m", entity="IOM", name="A"),), entries=(),
    proposals=(), decisions=(), actions=(), documents=(),
)  # fmt: skip


def item(number: int, **known: object) -> AgendaItem:
    return replace(AgendaItem(id=f"i{number}", meeting="m", rank=number, title="An item"), **known)  # type: ignore[arg-type]


def test_nothing_is_told_of_a_record_that_is_whole() -> None:
    assert missing_at_closing(RECORD) == ()


def test_who_is_neither_here_nor_excused_is_named_where_each_member_is_to_be_represented() -> None:
    seats = tuple(Seat(id=e, entity=e, body=NETWORK) for e in ("FAO", "ILO", "IOM"))
    sent_word = Participant(id="y", meeting="m", entity="ILO", apologies=True)
    record = replace(RECORD, seats=seats, participants=(*RECORD.participants, sent_word))
    assert missing_at_closing(record) == ()
    (told,) = missing_at_closing(replace(record, charter=load_charter("kyrgyzstan")))
    assert told.startswith("Neither here nor excused: FAO, IOM (")
    assert "KGZ:71" in told


def test_each_kind_is_one_sentence_and_the_most_serious_is_first() -> None:
    poor = replace(
        RECORD,
        participants=(),
        agenda=agenda_of([item(1, spans=TAKEN), item(2), item(3, deferred=True), item(4)]),
        proposals=(proposal("P1"), proposal("P2"), replace(proposal("P3"), struck=True)),
        decisions=(decision("D01"), decision("D02", "IOM"), decision("D03")),
        actions=(action(1, "IOM"), action(2, due=TEN.date()), action(3), replace(action(4), struck=True)),
    )
    assert missing_at_closing(poor) == (
        "P1, P2 are still open: declare or defer each.",
        "Nobody was recorded as present (/in UNDP J. Mwangi).",
        "Not taken up: items 2, 4.",
        "No owner: D01, D03 (/owner D01 ..., or nobody).",
        "Nobody is responsible: A02, A03.",
        "No date: A01, A03.",
    )


def test_one_open_proposal_is_told_with_what_to_do() -> None:
    (told,) = missing_at_closing(replace(RECORD, proposals=(proposal("P1"),)))
    assert told == "P1 is still open: declare it or defer it."


def test_an_item_was_taken_up_where_a_part_of_it_was() -> None:
    parts = [item(1), item(2, parent="i1", spans=TAKEN), item(3, parent="i1")]
    assert missing_at_closing(replace(RECORD, agenda=agenda_of(parts))) == ("Not taken up: item 1b.",)
