"""Whatever is done in whatever order, no forbidden state is reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Tier
from tui_app.domain.consensus import ending, moves
from tui_app.domain.consensus.consensus import binds, find, not_consulted
from tui_app.domain.consensus.ending import Declaration
from tui_app.domain.consensus.moves import Asked, Said
from tui_app.domain.consensus.proposal import Closing, Consultation, Ground, Outcome, PositionKind, Proposal
from tui_app.domain.problem import Problem
from tui_app.services.charters import load_charter

RULES = {name: load_charter(name).decision for name in ("kenya", "albania", "kyrgyzstan", "serbia", "kosovo")}
NOW = datetime(2026, 9, 22, 10, 0, tzinfo=UTC)
ENTITIES = ("FAO", "ILO", "IOM", "UNDP", "WHO")

rosters = st.lists(st.sampled_from(ENTITIES), unique=True).flatmap(
    lambda entities: st.tuples(
        *(st.builds(Asked, entity=st.just(e), tier=st.sampled_from(Tier), present=st.booleans()) for e in entities)
    )
)
said = st.sampled_from(PositionKind).map(
    lambda kind: Said(kind=kind, words="para 3: seasonal work", ground=Ground.RESOURCES)
)
events = st.one_of(
    st.tuples(st.just("position"), st.sampled_from(ENTITIES), said),
    st.tuples(st.just("withdraw"), st.sampled_from(ENTITIES), st.none()),
    st.tuples(st.just("consult"), st.sampled_from(ENTITIES), st.none()),
    st.tuples(st.just("attend"), st.sampled_from(ENTITIES), st.booleans()),
    st.tuples(
        st.sampled_from(["amend", "rest", "silence", "declare", "defer", "refer", "abandon"]), st.just(""), st.none()
    ),
)


def blank() -> Proposal:
    return Proposal(id="p", number="P1", meeting="m", item="i", body="network", text="a text")


def apply(proposal: Proposal, event: tuple[str, str, object], rule: object, at: datetime) -> Proposal:
    kind, entity, more = event
    declaration = Declaration(declared_by="The Chair", words="so", basis="", at=at)
    deeds = {
        "position": lambda: moves.take_position(proposal, entity, more, at),
        "withdraw": lambda: moves.withdraw_objection(proposal, entity, at),
        "consult": lambda: moves.consult(proposal, Consultation(body=entity, result="agrees", on=at.date())),
        "attend": lambda: moves.attend(proposal, entity, "", present=bool(more)),
        "amend": lambda: moves.amend(proposal, f"text of {at:%M:%S}", at),
        "rest": lambda: moves.rest(proposal, PositionKind.JOINS, at),
        "silence": lambda: moves.keep_silence(proposal, at + timedelta(seconds=2), "", at),
        "declare": lambda: ending.declare(proposal, rule, declaration),
        "defer": lambda: ending.defer(proposal, rule, declaration),
        "refer": lambda: ending.refer(proposal, rule, declaration),
        "abandon": lambda: ending.abandon(proposal, rule, declaration),
    }
    return deeds[kind]()


@given(st.sampled_from(sorted(RULES)), rosters, st.lists(events, max_size=25))
def test_no_sequence_of_moves_reaches_a_forbidden_state(name: str, roster: tuple[Asked, ...], done: list) -> None:
    rule = RULES[name]
    proposal = moves.open_check(blank(), roster, NOW)
    for second, event in enumerate(done):
        before = proposal
        try:
            proposal = apply(proposal, event, rule, NOW + timedelta(seconds=second))
        except Problem:
            continue
        if before.closing is not None and proposal != before:  # only what follows where there was no consensus
            assert before.closing.outcome is Outcome.NOT_REACHED
            assert event[0] == "refer" if rule.escalation else event[0] in ("defer", "abandon")
            assert (proposal.rounds, proposal.text) == (before.rounds, before.text)
            assert proposal.closing is not None
            assert proposal.closing.before == before.closing
    outcome = proposal.closing.outcome if proposal.closing else None
    if outcome is Outcome.ADOPTED:
        binding = [p for p in proposal.positions if binds(p, rule)]
        assert not any(p.objecting for p in binding)
        assert all(p.kind is not PositionKind.PENDING for p in proposal.positions)
        assert not (rule.consult_absent and not_consulted(proposal, rule))
        assert proposal.text == proposal.rounds[-1].text
    if outcome is Outcome.REFERRED:
        assert rule.escalation


@given(st.sampled_from(sorted(RULES)), st.permutations(ENTITIES), st.data())
def test_the_outcome_never_depends_on_the_order_of_the_positions(
    name: str, order: list[str], data: st.DataObject
) -> None:
    roster = [Asked(entity=e, tier=Tier.EXECUTIVE_COMMITTEE, present=True) for e in ENTITIES]
    chosen = {entity: data.draw(said) for entity in ENTITIES}
    first = second = moves.open_check(blank(), roster, NOW)
    for entity in ENTITIES:
        first = moves.take_position(first, entity, chosen[entity], NOW)
    for entity in order:
        second = moves.take_position(second, entity, chosen[entity], NOW)
    assert first == second
    assert find(first, RULES[name]) == find(second, RULES[name])


@given(rosters, st.lists(events, max_size=25))
def test_every_objection_that_was_raised_stays_on_record(roster: tuple[Asked, ...], done: list) -> None:
    """However an objection ends, the check still tells who raised it, and each silence procedure that was opened."""
    rule = RULES["albania"]
    proposal, raised, silences = moves.open_check(blank(), roster, NOW), set(), 0
    for second, event in enumerate(done):
        at = NOW + timedelta(seconds=second)
        try:
            proposal = apply(proposal, event, rule, at)
        except Problem:
            continue
        if event[0] == "position" and event[2].kind is PositionKind.OBJECTS:
            raised.add((proposal.rounds[-1].number, event[1]))
        if event[0] == "position" and event[2].kind is PositionKind.PENDING:  # taken back: it was not said
            raised.discard((proposal.rounds[-1].number, event[1]))
        silences += event[0] == "silence"
    told = {
        (each.number, position.entity)
        for each in proposal.rounds
        for position in (*each.positions, *each.resolved)
        if position.kind is PositionKind.OBJECTS
    }
    assert raised <= told
    assert len(proposal.silences) == silences


@pytest.mark.parametrize("kind", [PositionKind.PENDING, PositionKind.OBJECTS])
def test_what_may_never_be_adopted_cannot_even_be_made(kind: PositionKind) -> None:
    put = moves.open_check(blank(), [Asked(entity="IOM", tier=Tier.MEMBER, present=True)], NOW)
    said = Said(kind=kind, words="no", ground=Ground.LEGAL)
    stands = moves.take_position(put, "IOM", said, NOW)
    adopted = Closing(outcome=Outcome.ADOPTED, at=NOW, declared_by="", words="", basis="", binding=("IOM",))
    with pytest.raises(ValueError, match="cannot be adopted"):
        replace(stands, closing=adopted)


def test_an_adopted_text_cannot_be_given_other_words() -> None:
    put = moves.open_check(blank(), [Asked(entity="IOM", tier=Tier.MEMBER, present=True)], NOW)
    declaration = Declaration(declared_by="", words="", basis="", at=NOW)
    adopted = ending.declare(moves.rest(put, PositionKind.JOINS, NOW), RULES["albania"], declaration)
    with pytest.raises(ValueError, match="cannot be adopted"):
        replace(adopted, text="other words")
