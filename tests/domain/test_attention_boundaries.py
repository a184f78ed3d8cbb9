"""Each matter on Home comes and goes on its day, leads to its record, and names a key that there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tui_app.commands.catalogue import CATALOGUE
from tui_app.commands.places import PLACES
from tui_app.domain.attention.attention import matters
from tui_app.domain.attention.matter import MOST, Matter, Standing, Urgency
from tui_app.domain.charter.charter import Output, Tier
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import (
    Closing,
    Consultation,
    Outcome,
    Position,
    PositionKind,
    Proposal,
    Round,
    SilenceProcedure,
)
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.membership.offices import Office
from tui_app.domain.membership.roster import Body, BodyKind, Seat
from tui_app.domain.membership.succession import notices
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.services.charters import load_charter

KENYA, ALBANIA = load_charter("kenya"), load_charter("albania")
Q3 = Meeting(id="q3", symbol="2026/Q3", kind=MeetingKind.QUARTERLY, zone="Africa/Nairobi",
             starts=datetime(2026, 9, 22, 10, tzinfo=UTC), state=MeetingState.ADOPTED)  # fmt: skip
EMPTY = Standing(charter=KENYA, seats=(Seat(id="s", body="network", entity="IOM"),), meetings=(Q3,), actions=(),
                 decisions=(), proposals=())  # fmt: skip
DAY = timedelta(days=1)


def found(there: Standing, today: date, what: str) -> list[Matter]:
    return [matter for matter in matters(there, today) if matter.what == what]


def decision(id: str = "d", **fields: object) -> Decision:
    given: dict[str, object] = {"kind": Output.DECISION, "owners": ("IOM",), "adopted_on": Q3.on, **fields}
    return Decision(id=id, number="D01", symbol="UNNM-KEN/2026/Q3/D01", meeting="q3", item="i", proposal="p",
                    body="network", text="a text", tier="member", basis="", clause="",
                    **given)  # type: ignore[arg-type]  # fmt: skip


def action(id: str = "a", **fields: object) -> ActionPoint:
    return ActionPoint(id=id, number="A01", symbol="UNNM-KEN/2026/Q3/A01", meeting="q3", item="i", text="a text",
                       **fields)  # type: ignore[arg-type]  # fmt: skip


def proposal(**fields: object) -> Proposal:
    return Proposal(id="p", number="P1", meeting="q3", item="i", body="network", text="a text",
                    **fields)  # type: ignore[arg-type]  # fmt: skip


def ended(outcome: Outcome) -> Proposal:
    return proposal(closing=Closing(outcome=outcome, at=Q3.starts, declared_by="", words="", basis=""))


def asked(*kinds: PositionKind, **fields: object) -> Proposal:
    positions = tuple(
        Position(entity=entity, tier=Tier.MEMBER, kind=kind, present=kind is not PositionKind.ABSENT)
        for entity, kind in zip(("IOM", "ILO"), kinds, strict=True)
    )
    return proposal(rounds=(Round(number=1, text="a text", opened=Q3.starts, positions=positions),), **fields)


GROUP = Body(id="b", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP, ad_hoc=True,
             review_on=date(2026, 9, 30))  # fmt: skip
TERM = ChairTerm(id="t", body="network", office="co-chair", entity="IOM", since=date(2026, 1, 1),
                 until=date(2026, 12, 31))  # fmt: skip
OFFICE = Office(body="network", name="co-chair", title="Co-chair", label="co-chair", months=12)


def with_term(today: date) -> Standing:
    return replace(EMPTY, notices=tuple(notices((OFFICE,), (TERM,), today)))


BOUNDARIES: list[tuple[str, Standing, date, bool, bool]] = [
    # what, on record, a day, whether it is told on the day before, whether on the day
    ("overdue", replace(EMPTY, actions=(action(due=date(2026, 9, 30)),)), date(2026, 10, 1), False, True),
    ("overdue", replace(EMPTY, decisions=(decision(due=date(2026, 9, 30)),)), date(2026, 10, 1), False, True),
    ("agenda", replace(EMPTY, meetings=(replace(Q3, state=MeetingState.PLANNED),)), date(2026, 9, 1), False, True),
    ("agenda", replace(EMPTY, meetings=(replace(Q3, state=MeetingState.PLANNED),)), date(2026, 9, 23), True, False),
    ("not opened", replace(EMPTY, meetings=(replace(Q3, state=MeetingState.PLANNED),)), date(2026, 9, 23), False, True),
    ("quarter", EMPTY, date(2026, 10, 1), False, True),
    ("review", replace(EMPTY, bodies=(GROUP,)), date(2026, 10, 1), False, True),
    ("review", replace(EMPTY, bodies=(replace(GROUP, abolished=date(2026, 9, 1)),)), date(2026, 10, 5), False, False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "there", "day", "before", "on_it"), BOUNDARIES)
def test_it_is_told_from_its_day_on(what: str, there: Standing, day: date, *, before: bool, on_it: bool) -> None:
    assert [bool(found(there, day - DAY, what)), bool(found(there, day, what))] == [before, on_it]


def test_a_term_is_told_sixty_days_before_its_end_and_late_after_it() -> None:
    last = date(2026, 12, 31)
    assert not found(with_term(last - 61 * DAY), last - 61 * DAY, "term ends")
    (soon,) = found(with_term(last - 60 * DAY), last - 60 * DAY, "term ends")
    (over,) = found(with_term(last + DAY), last + DAY, "term ended")
    assert [(m.record, m.deed, m.urgency) for m in (soon, over)] == [
        ("t", "network.begin-term", Urgency.SOON), ("t", "network.begin-term", Urgency.LATE),
    ]  # fmt: skip


def test_comments_are_late_the_day_after_and_the_minutes_can_be_adopted_then() -> None:
    sent = replace(Q3, state=MeetingState.CIRCULATED, comments_by=date(2026, 10, 6))
    there = replace(EMPTY, meetings=(sent,))
    (due,), (over,) = (found(there, date(2026, 10, day), "comments") for day in (6, 7))
    assert [(m.urgency, m.deed, m.record) for m in (due, over)] == [
        (Urgency.LATER, "", "minutes"), (Urgency.SOON, "papers.adopt", "minutes"),
    ]  # fmt: skip


CHECKS = [
    ("still open", asked(PositionKind.JOINS, PositionKind.PENDING), "Not yet asked: ILO.", ""),
    ("still open", asked(PositionKind.JOINS, PositionKind.JOINS), "the chair declares it, or it is put off.",
     "consensus.declare"),
    ("to consult", asked(PositionKind.JOINS, PositionKind.ABSENT), "ILO must be consulted in writing, or by silence "
     "(ALB:48).", "consensus.consult"),
    ("to consult", asked(PositionKind.JOINS, PositionKind.JOINS, state_concern=True), "must be consulted before "
     "adoption (ALB:48).", "consensus.consult"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "open_one", "ending", "deed"), CHECKS)
def test_a_check_left_open_says_what_is_missing(what: str, open_one: Proposal, ending: str, deed: str) -> None:
    (told,) = found(replace(EMPTY, charter=ALBANIA, proposals=(open_one,)), date(2026, 9, 23), what)
    assert told.sentence.startswith("P1 of 2026/Q3 is still open")
    assert told.sentence.endswith(ending)
    assert (told.deed, told.record, told.meeting) == (deed, "p", "q3")


def test_a_text_without_consensus_is_told_until_something_follows_where_there_is_no_referral() -> None:
    standing = replace(EMPTY, charter=ALBANIA, proposals=(ended(Outcome.NOT_REACHED),))
    (told,) = found(standing, date(2026, 9, 23), "no consensus")
    assert told.sentence.startswith("P1 of 2026/Q3 ended without consensus, and nothing followed")
    assert (told.deed, told.record, told.meeting) == ("consensus.end", "p", "q3")
    deferred = replace(standing, proposals=(ended(Outcome.DEFERRED),))
    assert not found(deferred, date(2026, 9, 23), "no consensus")


def test_a_consultation_that_was_held_is_asked_for_no_more() -> None:
    body = ALBANIA.decision.state_concern
    assert body
    held = Consultation(body=body, result="agrees", on=date(2026, 9, 23))
    concluded = asked(PositionKind.JOINS, PositionKind.JOINS, state_concern=True, consultations=(held,))
    assert not found(replace(EMPTY, charter=ALBANIA, proposals=(concluded,)), date(2026, 9, 23), "to consult")


def test_a_silence_that_ran_out_names_the_key_that_confirms_it() -> None:
    running = SilenceProcedure(opened=Q3.starts, deadline=datetime(2026, 9, 30, 17, tzinfo=UTC))
    there = replace(EMPTY, proposals=(asked(PositionKind.JOINS, PositionKind.ABSENT, silences=(running,)),))
    days = [found(there, date(2026, month, day), "silence")[0] for month, day in ((9, 30), (10, 1))]
    assert [(m.deed, m.urgency) for m in days] == [("", Urgency.LATER), ("consensus.declare", Urgency.SOON)]


def test_a_quarter_that_was_missed_long_ago_is_told_no_more() -> None:
    for year, told in ((2027, True), (2028, False)):
        sentences = [m.sentence for m in found(EMPTY, date(year, 11, 1), "quarter")]
        assert ("No quarterly meeting was held in Q4 2026." in sentences) is told


@pytest.mark.parametrize("many", [MOST, MOST + 1, MOST + 2, MOST + 400])
def test_of_many_of_a_kind_the_oldest_are_named_and_the_others_counted(many: int) -> None:
    actions = tuple(action(f"a{n}", due=date(2026, 9, 30) - n * DAY) for n in range(many))
    told = found(replace(EMPTY, actions=actions), date(2026, 10, 1), "overdue")
    assert [m.record for m in told[:2]] == [f"a{many - 1}", f"a{many - 2}"]
    assert len(told) == min(many, MOST + 1)
    assert (told[-1].sentence == f"{many - MOST} more actions are overdue.") is (many > MOST + 1)


def test_every_line_leads_to_a_place_and_names_a_key_that_there_is() -> None:
    day = date(2027, 2, 1)
    there = replace(
        with_term(day), charter=ALBANIA, bodies=(GROUP,), actions=(action(due=date(2026, 9, 30)),),
        decisions=(decision(owners=(), due=date(2026, 9, 30)), decision("r", kind=Output.RECOMMENDATION)),
        proposals=(asked(PositionKind.JOINS, PositionKind.ABSENT),),
        meetings=(Q3, replace(Q3, id="m2", symbol="2027/Q1", starts=Q3.starts.replace(2027, 2, 9),
                              state=MeetingState.PLANNED),
                  replace(Q3, id="m3", symbol="2026/Q4", starts=Q3.starts.replace(2026, 12, 8),
                          state=MeetingState.CIRCULATED)),
    )  # fmt: skip
    referred = replace(there, charter=KENYA, proposals=(ended(Outcome.NOT_REACHED),))
    told = [*matters(there, day), *matters(referred, day), *matters(replace(EMPTY, seats=()), day),
            *matters(replace(EMPTY, charter=ALBANIA), date(2028, 1, 5))]  # fmt: skip
    assert {"overdue", "no owner", "no answer", "to consult", "to refer", "review", "term ended", "roster", "agenda",
            "comments", "quarter", "annual", "next meeting"} <= {matter.what for matter in told}  # fmt: skip
    deeds = {deed.id for deed in CATALOGUE}
    for matter in told:
        assert matter.place in {place.id for place in PLACES}
        assert not matter.deed or matter.deed in deeds
        assert matter.place == "home" or matter.deed.partition(".")[0] in ("", matter.place)


def test_what_is_done_is_told_no_more() -> None:
    done = (Progress(on=Q3.on, status=ActionStatus.IMPLEMENTED, evidence="a letter"),)
    there = replace(EMPTY, actions=(action(due=Q3.on, progress=done),), decisions=(decision(owners=(), progress=done),))
    assert {m.what for m in matters(there, date(2026, 10, 1))} == {"quarter"}
