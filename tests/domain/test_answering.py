"""The parent body's answer: what can be recorded by each charter, and what waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Charter, Output
from tui_app.domain.consensus.answer import Answered, Response, Ruled, Ruling
from tui_app.domain.consensus.answering import (
    answer_recommendation,
    answer_referral,
    answer_sentence,
    answer_state,
    kinds_of,
    read_day,
    read_kind,
    require_words,
)
from tui_app.domain.consensus.awaiting import awaited
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Closing, Outcome, Proposal
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services.charters import load_charter

KOSOVO, KENYA, ALBANIA = (load_charter(name) for name in ("kosovo", "kenya", "albania"))
PUT = date(2026, 9, 22)
TODAY = date(2026, 11, 21)

Q3 = Meeting(id="m", symbol="2026/Q3", kind=MeetingKind.QUARTERLY, zone="Africa/Nairobi",
             starts=datetime(2026, 9, 22, 10, tzinfo=UTC))  # fmt: skip
ADVICE = Decision(
    id="d", number="D01", symbol="UNNM-KOS/2026/Q3/D01", kind=Output.RECOMMENDATION, meeting="m", item="i",
    proposal="p", body="network", text="the Network recommended a survey", tier="member", basis="practice", clause="",
    adopted_on=PUT,
)  # fmt: skip
REFERRAL = Proposal(
    id="p", number="P2", meeting="m", item="i", body="network", text="The Network endorses the budget.",
    closing=Closing(outcome=Outcome.REFERRED, at=datetime(2026, 9, 22, 11, tzinfo=UTC), declared_by="The Coordinator",
                    words="Tabled.", basis="", question="Is there a budget?"),
)  # fmt: skip


def respond(kind: Response, words: str = "", *, decision: Decision = ADVICE, charter: Charter = KOSOVO,
            on: date = TODAY) -> Decision:  # fmt: skip
    return answer_recommendation(decision, charter, Answered(kind=kind, on=on, motivation=words), TODAY)


def rule(kind: Ruling, words: str, *, proposal: Proposal = REFERRAL, charter: Charter = KENYA,
         on: date = TODAY) -> Proposal:  # fmt: skip
    return answer_referral(proposal, charter, Ruled(kind=kind, on=on, words=words), TODAY)


def ended(outcome: Outcome) -> Proposal:
    assert REFERRAL.closing is not None
    return replace(REFERRAL, closing=replace(REFERRAL.closing, outcome=outcome))


@pytest.mark.parametrize(
    ("kind", "words", "sentence"),
    [
        (Response.FOLLOWED, "", "followed, 21 November 2026"),
        (Response.FOLLOWED, "with thanks", "followed, 21 November 2026: with thanks"),
        (Response.PARTLY, " no budget ", "followed in part, 21 November 2026: no budget"),
        (Response.NOT_FOLLOWED, "no mandate", "not followed, 21 November 2026: no mandate"),
    ],
)
def test_a_recommendation_is_answered(kind: Response, words: str, sentence: str) -> None:
    answered = respond(kind, words)
    assert answer_sentence(answered) == sentence
    assert answer_state(answered, KOSOVO) == kind.value


REFUSED = [
    (lambda: respond(Response.PARTLY), "recorded as followed in part only with the motivation of the UNKT (KOS:115)"),
    (lambda: respond(Response.NOT_FOLLOWED, "  "), "as not followed only with the motivation of the UNKT (KOS:115)"),
    (lambda: respond(Response.FOLLOWED, on=date(2026, 9, 21)), "D01 was adopted on 22 September 2026"),
    (lambda: respond(Response.FOLLOWED, on=date(2026, 11, 22)), "22 November 2026 is still to come"),
    (lambda: respond(Response.FOLLOWED, decision=replace(ADVICE, superseded_by="x")), "D01 is superseded"),
    (lambda: respond(Response.FOLLOWED, decision=replace(ADVICE, kind=Output.DECISION), charter=KENYA),
     "D01 is a decision of the network: only a recommendation is answered"),
    (lambda: rule(Ruling.DECIDED, ""), "The answer of the UNCT to P2 needs its words: what was decided"),
    (lambda: rule(Ruling.RETURNED, " "), "needs its words: why it was returned"),
    (lambda: rule(Ruling.DECIDED, "yes", on=date(2026, 9, 21)), "P2 was referred on 22 September 2026"),
    (lambda: rule(Ruling.DECIDED, "yes", proposal=ended(Outcome.NOT_REACHED)), "not been referred to the UNCT yet"),
    (lambda: rule(Ruling.DECIDED, "yes", proposal=ended(Outcome.ADOPTED)), "P2 was adopted"),
    (lambda: rule(Ruling.DECIDED, "yes", proposal=ended(Outcome.DEFERRED)), "P2 was not referred to the UNCT"),
    (lambda: rule(Ruling.DECIDED, "yes", proposal=replace(REFERRAL, struck=True)), "was not referred"),
    (lambda: rule(Ruling.DECIDED, "yes", proposal=ended(Outcome.NOT_REACHED), charter=ALBANIA), "know no referral"),
]  # fmt: skip


@pytest.mark.parametrize(("deed", "sentence"), REFUSED)
def test_what_cannot_be_recorded_is_refused_in_one_sentence(deed: object, sentence: str) -> None:
    with pytest.raises(Problem) as refused:
        deed()  # type: ignore[operator]
    assert sentence in str(refused.value)


def test_a_motivation_is_asked_for_only_where_the_charter_asks() -> None:
    rule_, answer = KOSOVO.decision, KOSOVO.decision.answer
    assert answer is not None
    for decides in (replace(rule_, answer=replace(answer, motivation=False)), replace(rule_, answer=None)):
        answered = respond(Response.NOT_FOLLOWED, charter=replace(KOSOVO, decision=decides))
        assert answer_state(answered, KOSOVO) == "not followed"


@given(st.sampled_from([*Response]), st.text(alphabet=st.sampled_from(" \t\nab")), st.dates())
def test_an_answer_that_needs_a_motivation_is_never_recorded_without(kind: Response, words: str, on: date) -> None:
    try:
        answered = respond(kind, words, on=on)
    except Problem:
        return
    assert answered.answer is not None
    assert kind is Response.FOLLOWED or answered.answer.motivation.strip()
    assert PUT <= answered.answer.on <= TODAY


@given(st.sampled_from([*Outcome]), st.sampled_from([*Ruling]), st.text(alphabet=st.sampled_from(" ab")))
def test_only_a_referral_is_ever_answered_and_always_in_words(outcome: Outcome, kind: Ruling, words: str) -> None:
    for charter in (KENYA, KOSOVO, ALBANIA):
        try:
            answered = rule(kind, words, proposal=ended(outcome), charter=charter)
        except Problem:
            continue
        assert answered.answer is not None
        assert answered.answer.words.strip()
        assert outcome is Outcome.REFERRED


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    first = respond(Response.NOT_FOLLOWED, "no budget")
    assert not first.open  # nothing is left to be carried out
    second = respond(Response.FOLLOWED, decision=first)
    assert answer_sentence(second) == "followed, 21 November 2026"
    assert second.open


def test_an_answer_of_the_other_kind_is_told_with_those_that_fit() -> None:
    with pytest.raises(Problem, match="D01 is a recommendation: the UNKT's answer is followed, partly or not followed"):
        require_words(ADVICE, KOSOVO, Ruling.RETURNED, "x")
    with pytest.raises(Problem, match="P2 is a referral: the UNCT's answer is decided or returned"):
        require_words(REFERRAL, KENYA, Response.FOLLOWED, "x")
    assert kinds_of(ADVICE) == (*Response,)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("followed", Response.FOLLOWED), ("not-followed", Response.NOT_FOLLOWED), ("Not followed", Response.NOT_FOLLOWED),
     ("PARTLY", Response.PARTLY), ("returned", Ruling.RETURNED), ("decided", Ruling.DECIDED)],
)  # fmt: skip
def test_an_answer_is_read(typed: str, kind: Response | Ruling) -> None:
    assert read_kind(typed) is kind


def test_a_mistyped_answer_is_told_with_the_nearest() -> None:
    with pytest.raises(Problem, match="did you mean 'followed'"):
        read_kind("folowed")


def test_what_waits_comes_oldest_first_and_as_it_was_on_a_day() -> None:
    older = replace(ADVICE, id="d0", adopted_on=date(2026, 6, 22))
    assert [(each.by, each.since) for each in awaited(KOSOVO, [ADVICE, older], [Q3])] == [
        ("UNKT", date(2026, 6, 22)), ("UNKT", PUT),
    ]  # fmt: skip
    (only,) = awaited(KENYA, [REFERRAL, replace(ADVICE, kind=Output.DECISION)], [Q3])
    assert (only.symbol, only.text, only.by, only.clauses) == ("2026/Q3/P2", "Is there a budget?", "UNCT", ("KEN:134",))
    answered = rule(Ruling.RETURNED, "more data are needed", on=date(2026, 10, 5))
    assert awaited(KENYA, [answered], [Q3]) == ()
    assert len(awaited(KENYA, [answered], [Q3], on=date(2026, 10, 4))) == 1
    assert awaited(KENYA, [answered], [Q3], on=date(2026, 10, 5)) == ()
    assert awaited(KENYA, [REFERRAL], [Q3], on=date(2026, 9, 21)) == ()
    assert awaited(KENYA, [REFERRAL], []) == ()


def test_a_charter_may_have_both_recommendations_and_referrals_to_different_bodies() -> None:
    both = replace(KOSOVO, decision=replace(KOSOVO.decision, escalation="RC", clauses=("KOS:200",)))  # type: ignore[arg-type]
    found = awaited(both, [ADVICE, REFERRAL], [Q3])
    assert [(each.symbol, each.by) for each in found] == [("2026/Q3/D01", "UNKT"), ("2026/Q3/P2", "RC")]
    assert respond(Response.FOLLOWED, charter=both).answer is not None
    assert rule(Ruling.DECIDED, "it was approved", charter=both).answer is not None


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 Oct", date(2026, 10, 3)),
        ("today", TODAY),
        ("2026-10-03", date(2026, 10, 3)),
        ("18 Nov", date(2026, 11, 18)),
        ("sat 3 Oct", date(2026, 10, 3)),
        ("yesterday", date(2026, 11, 20)),
    ],
)
def test_the_day_of_an_answer_lies_behind_us(typed: str, day: date) -> None:
    assert read_day(typed, ADVICE, TODAY) == day


def test_minutes_written_ahead_of_the_calendar_can_be_answered_on_their_day() -> None:
    early = date(2026, 1, 1)
    assert answer_recommendation(ADVICE, KOSOVO, Answered(kind=Response.FOLLOWED, on=PUT), early).answer is not None
