"""What needs attention, by moving the date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.domain.attention.attention import matters
from tui_app.domain.attention.matter import Standing, Urgency
from tui_app.domain.charter.charter import Output, Tier
from tui_app.domain.consensus.answer import Answered, Response, Ruled, Ruling
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Closing, Outcome, Position, Proposal, Round, SilenceProcedure
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.quarters import quarters
from tui_app.domain.membership.roster import Seat
from tui_app.domain.names import entity_names
from tui_app.domain.workplan.line import read_line
from tui_app.services.charters import load_charter

Q3 = Meeting(id="q3", symbol="2026/Q3", kind=MeetingKind.QUARTERLY, zone="Africa/Nairobi",
             starts=datetime(2026, 9, 22, 10, tzinfo=UTC))  # fmt: skip
A01 = ActionPoint(id="a", number="A01", symbol="UNNM-KEN/2026/Q3/A01", meeting="q3", item="i", text="revise section 2",
                  responsible=("ILO",), due=date(2026, 9, 30))  # fmt: skip


IOM = Seat(id="s", body="network", entity="IOM")


def standing(
    *meetings: Meeting, actions: tuple[ActionPoint, ...] = (), proposals: tuple[Proposal, ...] = ()
) -> Standing:
    return Standing(
        charter=load_charter("kenya"),
        seats=(IOM,),
        meetings=meetings,
        actions=actions,
        decisions=(),
        proposals=proposals,
    )


MEETING_DAYS = [
    (date(2026, 7, 1), Q3, ["next meeting"]),
    (date(2026, 9, 10), Q3, ["agenda", "next meeting"]),
    (date(2026, 9, 22), Q3, ["next meeting", "agenda"]),
    (date(2026, 9, 23), Q3, ["not opened"]),
    (date(2026, 9, 10), replace(Q3, agenda_version=1), ["next meeting"]),
    (date(2026, 9, 22), replace(Q3, state=MeetingState.IN_SESSION), ["in session"]),
    (date(2026, 9, 25), replace(Q3, state=MeetingState.DRAFT), ["minutes"]),
    (date(2026, 9, 25), replace(Q3, state=MeetingState.CIRCULATED, comments_by=date(2026, 9, 30)), ["comments"]),
    (date(2026, 9, 25), replace(Q3, state=MeetingState.ADOPTED), []),
    (date(2026, 9, 10), replace(Q3, state=MeetingState.CANCELLED), ["quarter"]),
]


@pytest.mark.parametrize(("today", "meeting", "expected"), MEETING_DAYS)
def test_a_meeting_calls_for_attention_by_its_state_and_the_day(
    today: date, meeting: Meeting, expected: list[str]
) -> None:
    assert [matter.what for matter in matters(standing(meeting), today)] == expected


def test_of_a_year_that_is_planned_only_the_next_meeting_of_each_body_is_told() -> None:
    q4 = replace(Q3, id="q4", symbol="2026/Q4", starts=datetime(2026, 12, 8, 10, tzinfo=UTC))
    group = replace(q4, id="g", symbol="2026/WG-DATA-1", kind=MeetingKind.WORKING_GROUP, body="WG-DATA")
    told = [m for m in matters(standing(q4, group, Q3), date(2026, 7, 1)) if m.what == "next meeting"]
    assert [matter.meeting for matter in told] == ["q3", "g"]


def test_without_a_member_the_roster_comes_first() -> None:
    kosovo = replace(standing(replace(Q3, state=MeetingState.IN_SESSION)), charter=load_charter("kosovo"))
    waiting = replace(IOM, pending=True)
    ended, elsewhere = replace(IOM, until=date(2026, 9, 21)), replace(IOM, body="WG-DATA")
    for seats in ((), (waiting,), (ended, elsewhere)):
        first = matters(replace(kosovo, seats=seats), date(2026, 9, 22))[0]
        assert (first.what, first.urgency, first.place, first.clause) == ("roster", Urgency.NOW, "network", "KOS:84")
    assert [m.what for m in matters(kosovo, date(2026, 9, 22))] == ["in session", "report", "report"]


def test_an_action_is_overdue_the_day_after_its_day_until_it_is_done() -> None:
    held = replace(Q3, state=MeetingState.ADOPTED)
    assert not matters(standing(held, actions=(A01,)), date(2026, 9, 30))
    (late,) = (m for m in matters(standing(held, actions=(A01,)), date(2026, 10, 1)) if m.what == "overdue")
    assert late.sentence == "2026/Q3/A01, due 30 Sep 2026: ILO - revise section 2"
    done = replace(A01, progress=(Progress(on=date(2026, 10, 1), status=ActionStatus.IMPLEMENTED, evidence="sent"),))
    assert not [m for m in matters(standing(held, actions=(done,)), date(2026, 10, 2)) if m.what == "overdue"]


def test_a_quarter_without_a_meeting_is_missed_once_it_is_over_and_names_the_clause() -> None:
    held = replace(Q3, state=MeetingState.ADOPTED)
    found = [
        (m.sentence, m.urgency, m.clause) for m in matters(standing(held), date(2027, 1, 5)) if m.what == "quarter"
    ]
    assert found[0] == ("No quarterly meeting was held in Q4 2026.", Urgency.LATE, "KEN:138")
    assert found[1][0].startswith("No quarterly meeting is planned in Q1 2027, this quarter")


def test_a_year_without_an_annual_meeting_is_told_where_the_tor_ask_for_one() -> None:
    first = replace(Q3, starts=datetime(2025, 1, 20, 10, tzinfo=UTC), symbol="2025/Q1", state=MeetingState.ADOPTED)
    annual = replace(first, id="an", symbol="2026/AN", kind=MeetingKind.ANNUAL, state=MeetingState.PLANNED)

    def told(today: date, *meetings: Meeting, charter: str = "albania") -> list[tuple[str, Urgency, str]]:
        there = replace(standing(*meetings), charter=load_charter(charter))
        return [(m.sentence, m.urgency, m.clause) for m in matters(there, today) if m.what == "annual"]

    missed = ("No annual meeting was held in 2025.", Urgency.LATE, "ALB:52")
    to_plan = ("No annual meeting is planned in 2026 yet.", Urgency.SOON, "ALB:52")
    assert told(date(2026, 9, 30), first) == [missed]
    assert told(date(2026, 10, 1), first) == [missed, to_plan]
    assert told(date(2026, 10, 1), first, annual) == [missed]
    assert told(date(2026, 10, 1), first, replace(annual, state=MeetingState.CANCELLED)) == [missed, to_plan]
    assert told(date(2026, 10, 1), replace(first, starts=datetime(2025, 5, 1, tzinfo=UTC))) == [to_plan]
    assert told(date(2026, 10, 1), first, charter="kenya") == []


def test_the_year_shows_its_quarters() -> None:
    states = [q.state for q in quarters((replace(Q3, state=MeetingState.DRAFT),), 2026, date(2026, 11, 21))]
    assert states == ["-", "-", "held", "to come"]
    states = [q.state for q in quarters((replace(Q3, state=MeetingState.DRAFT),), 2027, date(2027, 5, 1))]
    assert states == ["missing", "to come", "to come", "to come"]


def test_what_was_not_agreed_goes_first_and_a_referral_waits_for_its_answer() -> None:
    held = replace(Q3, state=MeetingState.ADOPTED)
    closing = Closing(outcome=Outcome.NOT_REACHED, at=Q3.starts, declared_by="The Chair", words="", basis="")
    proposal = Proposal(id="p", number="P1", meeting="q3", item="i", body="network", text="A text.", closing=closing)
    first = matters(standing(held, proposals=(proposal,)), date(2026, 9, 23))[0]
    assert (first.what, first.urgency, first.clause) == ("to refer", Urgency.NOW, "KEN:134")
    referred = replace(proposal, closing=replace(closing, outcome=Outcome.REFERRED))
    asked = matters(standing(held, proposals=(referred,)), date(2026, 9, 23))[0]
    assert (asked.what, asked.clause) == ("referral", "KEN:134")
    assert asked.sentence == "The UNCT has not answered 2026/Q3/P1, since 22 Sep 2026: A text."
    ruled = replace(referred, answer=Ruled(kind=Ruling.DECIDED, on=date(2026, 9, 23), words="it was approved"))
    assert not [m for m in matters(standing(held, proposals=(ruled,)), date(2026, 9, 23)) if m.what == "referral"]


def test_the_recommendations_of_a_meeting_wait_together_and_are_chased_after_a_quarter() -> None:
    held = replace(Q3, state=MeetingState.ADOPTED)
    advice = [
        Decision(id=number, number=number, symbol=f"UNNM-KOS/2026/Q3/{number}", kind=Output.RECOMMENDATION,
                 meeting="q3", item="i", proposal="p", body="network", text="a survey", tier="member", basis="",
                 clause="", adopted_on=Q3.on, owners=("IOM",))
        for number in ("D01", "D02", "D03")
    ]  # fmt: skip
    advice[1] = replace(advice[1], answer=Answered(kind=Response.FOLLOWED, on=Q3.on))
    kosovo = replace(standing(held), charter=load_charter("kosovo"), decisions=(*advice,))
    for today, urgency in ((date(2026, 9, 23), Urgency.LATER), (date(2026, 12, 31), Urgency.SOON)):
        (waits,) = (m for m in matters(kosovo, today) if m.what == "no answer")
        assert (waits.urgency, waits.clause, waits.place) == (urgency, "KOS:115", "decisions")
        assert waits.sentence == "The UNKT has not answered D01 and D03 of 2026/Q3, since 22 Sep 2026."


OPEN = Proposal(id="p", number="P12", meeting="q3", item="i", body="network", text="A text.",
                rounds=(Round(number=1, text="A text.", opened=Q3.starts, positions=(
                    Position(entity="IOM", tier=Tier.MEMBER),)),))  # fmt: skip
SILENT = replace(OPEN, silences=(SilenceProcedure(opened=Q3.starts, deadline=datetime(2026, 9, 30, 17, tzinfo=UTC)),))
STILL_OPEN = [
    (OPEN, date(2026, 9, 23), Urgency.SOON, "P12 of 2026/Q3 is still open. Not yet asked: IOM."),
    (SILENT, date(2026, 9, 30), Urgency.LATER, "The silence procedure on P12 of 2026/Q3 runs until 30 Sep 2026, 17:00: "
                                               "a person confirms it once that has passed."),
    (SILENT, date(2026, 10, 1), Urgency.SOON, "The silence procedure on P12 of 2026/Q3 ended on 30 Sep 2026, 17:00: "
                                              "a person confirms it now."),
]  # fmt: skip


@pytest.mark.parametrize("state", [MeetingState.DRAFT, MeetingState.CIRCULATED])
@pytest.mark.parametrize(("proposal", "today", "urgency", "sentence"), STILL_OPEN)
def test_a_proposal_still_open_after_its_meeting_is_told_until_its_check_ends(
    proposal: Proposal, today: date, urgency: Urgency, sentence: str, state: MeetingState
) -> None:
    over = replace(Q3, state=state)
    (found,) = (m for m in matters(standing(over, proposals=(proposal,)), today) if m.place == "consensus")
    assert (found.sentence, found.urgency, found.meeting) == (sentence, urgency, "q3")
    ended = replace(
        proposal, closing=Closing(outcome=Outcome.DEFERRED, at=Q3.starts, declared_by="", words="", basis="")
    )
    for there in (
        standing(over, proposals=(ended,)),
        standing(over, proposals=(replace(proposal, struck=True),)),
        standing(replace(Q3, state=MeetingState.IN_SESSION), proposals=(proposal,)),
    ):
        assert not [m for m in matters(there, today) if m.place == "consensus"]


def test_a_milestone_of_a_past_quarter_is_told_with_the_clause_and_leads_to_its_line():
    names = entity_names([("IOM", "IOM")])
    line = read_line("Plan [IOM]; Q1 begun; Q2 draft; Q3 plan", names, id="w", year=2026, number="W01")
    there = replace(standing(), workplan_lines=(line,))
    (matter,) = [each for each in matters(there, date(2026, 9, 22)) if each.what == "milestone"]
    assert matter.sentence == "2026/W01, IOM: not done Q1 begun; Q2 draft."
    assert (matter.clause, matter.place, matter.record, matter.since) == ("KEN:122", "network", "w", date(2026, 3, 31))
    assert not [each for each in matters(there, date(2026, 3, 31)) if each.what == "milestone"]
    kosovo = replace(there, charter=load_charter("kosovo"))
    assert [each.clause for each in matters(kosovo, date(2026, 9, 22)) if each.what == "milestone"] == ["KOS:117"]
