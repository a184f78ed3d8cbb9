"""Whom the chair turns to next, and whom a consultation is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Binding, DecisionRule, Tier
from tui_app.domain.consensus import moves
from tui_app.domain.consensus.proposal import Consultation, PositionKind, Proposal
from tui_app.domain.consensus.silence import proposed_terms, ran_out
from tui_app.domain.meeting.versions import marked
from tui_app.domain.membership.turn import asking_order, next_turn, state_body, to_consult
from tui_app.domain.problem import Problem

NOW = datetime(2026, 9, 22, 10, tzinfo=UTC)
KENYA = DecisionRule(statement=Binding.EXECUTIVE_COMMITTEE, binding_tier=Tier.EXECUTIVE_COMMITTEE, consult_absent=True)
ALBANIA = DecisionRule(statement=Binding.ALL_MEMBERS, consult_absent=True, state_concern="Ministry")
ROSTER = {"FAO": Tier.MEMBER, "ILO": Tier.EXECUTIVE_COMMITTEE, "IOM": Tier.EXECUTIVE_COMMITTEE, "WHO": Tier.MEMBER}


def put(*present: str) -> Proposal:
    proposal = Proposal(id="1", number="P1", meeting="m", item="i", body="network", text="A text.")
    asked = [moves.Asked(entity=e, tier=tier, present=e in present) for e, tier in ROSTER.items()]
    return moves.open_check(proposal, asked, NOW)


def says(proposal: Proposal, entity: str, kind: PositionKind = PositionKind.JOINS) -> Proposal:
    return moves.take_position(proposal, entity, moves.Said(kind=kind), NOW)


def consulted(proposal: Proposal, body: str) -> Proposal:
    return moves.consult(proposal, Consultation(body=body, result="agrees", on=date(2026, 9, 22)))


def test_those_who_bind_are_asked_first_then_the_others_each_once() -> None:
    proposal, asked = put(*ROSTER), []
    while following := next_turn(proposal, KENYA, asked[-1] if asked else ""):
        asked.append(following)
        proposal = says(proposal, following)
    assert asked == ["ILO", "IOM", "FAO", "WHO"] == [p.entity for p in asking_order(proposal, KENYA)]


def test_below_the_last_one_first_then_those_who_were_passed_over() -> None:
    proposal = says(put(*ROSTER), "IOM")
    assert next_turn(proposal, KENYA, "IOM") == "FAO"
    assert next_turn(says(says(proposal, "FAO"), "WHO"), KENYA, "WHO") == "ILO"


def test_then_the_absent_who_must_be_consulted_then_the_state() -> None:
    proposal = replace(put("FAO", "IOM", "WHO"), state_concern=True)
    for entity in ("FAO", "IOM", "WHO"):
        proposal = says(proposal, entity)
    assert next_turn(proposal, KENYA) == next_turn(proposal, ALBANIA) == "ILO"
    proposal = consulted(proposal, "ILO")
    assert (next_turn(proposal, KENYA), next_turn(proposal, ALBANIA)) == ("", "Ministry")
    assert next_turn(consulted(proposal, "Ministry"), ALBANIA) == ""


def test_a_consultation_is_of_the_absent_entity_chosen_or_else_of_the_state() -> None:
    proposal = put("FAO", "IOM", "WHO")
    assert to_consult(proposal, ALBANIA, "ILO") == "ILO"
    with pytest.raises(Problem, match="IOM is not absent"):
        to_consult(proposal, ALBANIA, "IOM")
    with pytest.raises(Problem, match="no entity under the cursor"):
        to_consult(proposal, ALBANIA, "")
    flagged = replace(proposal, state_concern=True)
    assert to_consult(flagged, ALBANIA, "IOM") == to_consult(flagged, ALBANIA, "Ministry") == "Ministry"
    assert state_body(flagged, KENYA) == ""


def test_while_a_silence_procedure_runs_nobody_is_asked_and_when_it_ran_out_a_person_is() -> None:
    proposal = moves.keep_silence(put(*ROSTER), datetime(2026, 9, 25, 17, tzinfo=UTC), "", NOW)
    assert next_turn(proposal, KENYA) == ""
    assert ran_out(proposal, datetime(2026, 9, 25, 17, tzinfo=UTC)) == ""
    after = datetime(2026, 9, 25, 17, 1, tzinfo=UTC)
    assert "ended on 25 September 2026, 17:00: a person confirms it" in ran_out(proposal, after)
    assert ran_out(put(*ROSTER), after) == ""


@pytest.mark.parametrize(("today", "day"), [(22, "29 Sep 2026"), (18, "25 Sep 2026"), (19, "28 Sep 2026"),
                                            (20, "28 Sep 2026"), (21, "28 Sep 2026")])  # fmt: skip
def test_a_deadline_is_proposed_in_a_week_on_a_working_day(today: int, day: str) -> None:
    assert proposed_terms(datetime(2026, 9, today, tzinfo=UTC)) == f"{day} 17:00 by e-mail to all members"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("The plan is endorsed.", "The plan is endorsed.", "The plan is endorsed."),
        ("The draft plan.", "The revised plan.", "The [-draft-] [+revised+] plan."),
        ("A text", "A text with work", "A text [+with work+]"),
        ("A long text", "A text", "A [-long-] text"),
        ("", "New", "[+New+]"),
    ],
)
def test_what_changed_is_marked(before: str, after: str, shown: str) -> None:
    assert marked(before, after) == shown


VOCABULARY = ["the", "plan", "is", "endorsed", "revised", "draft", "and", "IOM"]
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_out_of_the_marks(before: str, after: str) -> None:
    words = marked(before, after).replace("[-", "\0- ").replace("-]", " \0").replace("[+", "\0+ ").replace("+]", " \0")
    parts = words.split("\0")
    assert " ".join(" ".join(p for p in parts if not p.startswith("- ")).replace("+ ", " ").split()) == after
    assert " ".join(" ".join(p for p in parts if not p.startswith("+ ")).replace("- ", " ").split()) == before
