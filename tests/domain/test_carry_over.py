"""What is carried over to a meeting, by moving the date, and how it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.answer import Answered, Response, Ruled, Ruling
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Closing, Outcome, Proposal
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress, with_report
from tui_app.domain.meeting.carry_over import (
    Followed,
    carried,
    carried_words,
    open_before,
    open_on,
    overdue_on,
    reported_on,
    status_words,
)
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.services.charters import load_charter

KENYA, KOSOVO = load_charter("kenya"), load_charter("kosovo")


def held(id: str, month: int, body: str = "network") -> Meeting:
    return Meeting(id=id, symbol=f"2026/{id.upper()}", kind=MeetingKind.QUARTERLY, zone="Africa/Nairobi", body=body,
                   starts=datetime(2026, month, 10, 10, tzinfo=UTC))  # fmt: skip


Q1, Q2, Q3, GROUP = held("q1", 3), held("q2", 6), held("q3", 9), held("wg", 5, "WG-DATA")
MEETINGS = (Q3, Q1, GROUP, Q2)


def action(number: str, meeting: str = "q1", **fields: object) -> ActionPoint:
    return ActionPoint(id=f"{meeting}{number}", number=number, symbol=f"UNNM-KEN/{meeting}/{number}", meeting=meeting,
                       item="i", text="a text", **fields)  # type: ignore[arg-type]  # fmt: skip


def decision(number: str, meeting: str = "q1", kind: Output = Output.DECISION, **fields: object) -> Decision:
    given: dict[str, object] = {"adopted_on": date(2026, 3, 10), **fields}
    return Decision(id=f"{meeting}{number}", number=number, symbol=f"UNNM-KEN/{meeting}/{number}", meeting=meeting,
                    kind=kind, item="i", proposal="p", body="network", text="a text", tier="member", basis="",
                    clause="", **given)  # type: ignore[arg-type]  # fmt: skip


def referral(number: str = "P1", meeting: str = "q1", **fields: object) -> Proposal:
    closing = Closing(outcome=Outcome.REFERRED, at=Q1.starts, declared_by="", words="", basis="", question="May it?")
    return Proposal(id=f"{meeting}{number}", number=number, meeting=meeting, item="i", body="network", text="a text",
                    closing=closing, **fields)  # type: ignore[arg-type]  # fmt: skip


def said(status: ActionStatus, on: date, note: str = "") -> Progress:
    return Progress(on=on, status=status, note=note, evidence="a letter" if status is ActionStatus.IMPLEMENTED else "")


DONE_IN_MAY = (said(ActionStatus.IMPLEMENTED, date(2026, 5, 4)),)
OPEN_DAYS: list[tuple[str, Followed, date, bool]] = [
    ("an action nobody reported on", action("A01"), date(2027, 1, 1), True),
    ("an action that was struck out", action("A01", struck=True), date(2026, 4, 1), False),
    ("an action the day before it was done", action("A01", progress=DONE_IN_MAY), date(2026, 5, 3), True),
    ("an action on the day on which it was done", action("A01", progress=DONE_IN_MAY), date(2026, 5, 4), False),
    ("a decision under implementation", decision("D01"), date(2026, 6, 1), True),
    ("a decision before it was adopted", decision("D01", adopted_on=date(2026, 6, 2)), date(2026, 6, 1), False),
    ("a decision that was carried out", decision("D01", progress=DONE_IN_MAY), date(2026, 6, 1), False),
    ("a decision that was superseded", decision("D01", superseded_by="x"), date(2026, 6, 1), False),
    ("a recommendation carried out and not answered", decision("D01", kind=Output.RECOMMENDATION, progress=DONE_IN_MAY),
     date(2026, 6, 1), True),
    ("one that was not followed", decision("D01", kind=Output.RECOMMENDATION, answer=Answered(
        kind=Response.NOT_FOLLOWED, on=date(2026, 5, 4))), date(2026, 5, 4), False),
    ("one that was followed and is not carried out", decision("D01", kind=Output.RECOMMENDATION, answer=Answered(
        kind=Response.FOLLOWED, on=date(2026, 5, 4))), date(2026, 5, 4), True),
    ("a referral without an answer", referral(), date(2026, 6, 1), True),
    ("a referral the day before its answer", referral(answer=Ruled(
        kind=Ruling.DECIDED, on=date(2026, 5, 4), words="yes")), date(2026, 5, 3), True),
    ("a referral on the day of its answer", referral(answer=Ruled(
        kind=Ruling.DECIDED, on=date(2026, 5, 4), words="yes")), date(2026, 5, 4), False),
    ("a text that was deferred", replace(referral(), closing=replace(
        referral().closing, outcome=Outcome.DEFERRED)), date(2026, 6, 1), False),  # type: ignore[type-var]
]  # fmt: skip


@pytest.mark.parametrize(("which", "record", "on", "expected"), OPEN_DAYS)
def test_something_remains_to_be_done_until_the_day_on_which_it_was_done(
    which: str, record: Followed, on: date, *, expected: bool
) -> None:
    assert open_on(record, on) is expected, which


def test_the_oldest_come_first_each_once_and_nothing_of_the_meeting_itself_or_of_another_body() -> None:
    records = [action("A02", "q2"), action("A10"), action("A09"), referral(), decision("D02"), action("A01", "q3"),
               action("A01", "wg")]  # fmt: skip
    found = open_before(Q3, MEETINGS, records, Q3.on)
    assert [record.id for record in found] == ["q1D02", "q1P1", "q1A09", "q1A10", "q2A02"]
    assert [record.id for record in open_before(held("wg2", 9, "WG-DATA"), MEETINGS, records, Q3.on)] == ["wgA01"]
    assert open_before(Q1, MEETINGS, records, Q1.on) == []


@given(st.lists(st.sampled_from([action("A01"), action("A02", "q2"), decision("D01"), referral(), action("A03", "q3")]),
                unique=True))  # fmt: skip
def test_whatever_is_open_is_carried_exactly_once_in_one_order(records: list[Followed]) -> None:
    found = open_before(Q3, MEETINGS, records, Q3.on)
    assert {record.id for record in found} == {record.id for record in records if record.meeting != "q3"}
    assert len(found) == len({record.id for record in found})
    assert found == open_before(Q3, MEETINGS, list(reversed(records)), Q3.on)


def test_it_is_late_the_day_after_its_day_until_it_is_done() -> None:
    due = action("A01", due=date(2026, 4, 30), progress=DONE_IN_MAY)
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 3), date(2026, 5, 4)]
    assert [overdue_on(due, day) for day in days] == [False, True, True, False]


STANDING = [
    (action("A01"), "not started"),
    (action("A01", progress=(said(ActionStatus.DELAYED, date(2026, 4, 2), "the visa"),)),
     "delayed, 2 April 2026: the visa"),
    (decision("D01", progress=DONE_IN_MAY), "implemented, 4 May 2026 (evidence: a letter)"),
    (decision("D01", progress=(said(ActionStatus.DELAYED, date(2026, 9, 2)),)), "not started"),
    (referral(), "awaiting the answer of the UNCT since 10 March 2026"),
    (referral(answer=Ruled(kind=Ruling.RETURNED, on=date(2026, 5, 4), words="more data")),
     "returned, 4 May 2026: more data"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "words"), STANDING)
def test_it_is_told_as_it_stood_on_the_day(record: Followed, words: str) -> None:
    assert status_words(record, KENYA, date(2026, 6, 10)) == words


def test_a_recommendation_tells_its_answer_and_what_was_done() -> None:
    advice = decision("D01", kind=Output.RECOMMENDATION)
    assert status_words(advice, KOSOVO, Q2.on) == "awaiting the answer of the UNKT since 10 March 2026"
    followed = replace(advice, answer=Answered(kind=Response.FOLLOWED, on=date(2026, 4, 1)), progress=DONE_IN_MAY)
    assert status_words(followed, KOSOVO, Q2.on) == (
        "followed, 1 April 2026; implemented, 4 May 2026 (evidence: a letter)"
    )


def test_what_is_reported_on_the_day_itself_is_told_apart() -> None:
    assert [reported_on(action("A01", progress=DONE_IN_MAY), date(2026, 5, day)) for day in (3, 4)] == [False, True]
    assert reported_on(referral(answer=Ruled(kind=Ruling.DECIDED, on=date(2026, 5, 4), words="yes")), date(2026, 5, 4))
    assert not reported_on(referral(), date(2026, 5, 4))


def test_a_report_written_up_later_does_not_hide_what_came_after_it() -> None:
    late = with_report(DONE_IN_MAY, said(ActionStatus.IN_PROGRESS, date(2026, 3, 10)))
    assert [each.status for each in late] == [ActionStatus.IN_PROGRESS, ActionStatus.IMPLEMENTED]
    again = with_report(DONE_IN_MAY, said(ActionStatus.DELAYED, date(2026, 5, 4)))
    assert again[-1].status is ActionStatus.DELAYED


def test_a_sentence_counts_them_and_names_what_is_late_or_has_no_answer() -> None:
    records = [action("A01", due=date(2026, 4, 30)), referral()]
    there = carried(records, MEETINGS, frozenset())
    assert carried_words(there, Q2.on) == [
        "2 matters are carried over, 1 overdue: 2026/Q1/A01.", "Without an answer: 2026/Q1/P1.",
    ]  # fmt: skip
    assert carried_words(there[:1], date(2026, 4, 30)) == ["1 matter is carried over."]
    assert carried_words((), Q2.on) == []


def test_what_was_taken_behind_closed_doors_is_marked_through_its_proposal_too() -> None:
    there = carried([decision("D01"), action("A01"), action("A02")], MEETINGS, {"p", "q1A02"})
    assert [each.closed for each in there] == [True, False, True]
