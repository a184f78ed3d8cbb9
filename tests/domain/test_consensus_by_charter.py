"""Cases that read like the Terms of Reference: who objects, who is absent, and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_app.domain.capture.position_words import read_position
from tui_app.domain.charter.charter import Charter, Tier
from tui_app.domain.consensus import ending, moves
from tui_app.domain.consensus.consensus import find
from tui_app.domain.consensus.decision import DecisionState
from tui_app.domain.consensus.declaring import basis_of, proposed_words
from tui_app.domain.consensus.ending import Declaration
from tui_app.domain.consensus.moves import Asked, Said
from tui_app.domain.consensus.proposal import Consultation, Outcome, PositionKind, Proposal
from tui_app.domain.problem import Problem
from tui_app.services.charters import load_charter

NOW = datetime(2026, 9, 22, 10, 0, tzinfo=UTC)
OBJECTS = read_position("objects resources: asks for a budget line")
CHARTERS = ("kenya", "albania", "kyrgyzstan", "serbia", "kosovo")


def charter(name: str) -> Charter:
    return load_charter(name)


def put(name: str, *positions: str, absent: tuple[str, ...] = ()) -> Proposal:
    """A text before the body; everyone present joins but for `ENTITY words` and the absent."""
    members = charter(name).members or ()
    seats = [(m.entity, m.tier) for m in members] or [(e, Tier.MEMBER) for e in ("IOM", "UNDP", "UNHCR")]
    asked = [Asked(entity=entity, tier=tier, present=entity not in absent) for entity, tier in seats]
    proposal = moves.open_check(blank(), asked, NOW)
    for position in positions:
        entity, _, words = position.partition(" ")
        proposal = moves.take_position(proposal, entity, read_position(words), NOW)
    return moves.rest(proposal, PositionKind.JOINS, NOW)


def blank() -> Proposal:
    return Proposal(id="p", number="P1", meeting="m", item="i", body="network", text="The Network endorses the plan.")


def declared(name: str, proposal: Proposal, at: datetime = NOW) -> Proposal:
    said = Declaration(declared_by="The Chair", words="It was so decided.", basis="", at=at)
    return ending.declare(proposal, charter(name).decision, said)


def outcome(name: str, proposal: Proposal) -> str:
    closing = declared(name, proposal).closing
    assert closing is not None
    return closing.outcome.value


OUTCOMES = [
    # network, what the room says, what the chair can declare
    ("kenya", [], "adopted"),
    ("kenya", ["FAO objects resources: asks for a budget line"], "adopted"),  # not on the Committee: on record
    ("kenya", ["ILO objects mandate: leaves labour inspection out"], "not_reached"),
    ("kenya", ["ILO reservation para 3: seasonal work"], "adopted"),
    ("kenya", ["ILO dissociates", "WHO no position", "UNDP joins with statement: with pleasure"], "adopted"),
    ("albania", ["WHO objects legal: contrary to the law on asylum"], "not_reached"),
    ("albania", ["WHO dissociates"], "adopted"),
    ("kyrgyzstan", ["UNESCO objects mandate: education is its own"], "not_reached"),
    ("serbia", ["UNODC objects process: the text came late"], "not_reached"),
    ("serbia", ["UNODC no position"], "adopted"),
    ("kosovo", [], "adopted"),
    ("kosovo", ["UNDP objects substance: returns are missing"], "not_reached"),
]


@pytest.mark.parametrize(("name", "said", "expected"), OUTCOMES)
def test_the_outcome_follows_from_the_charter(name: str, said: list[str], expected: str) -> None:
    assert outcome(name, put(name, *said)) == expected


ABSENT = [
    # network, absent, must be consulted?
    ("kenya", "UNDP", True),  # on the Executive Committee
    ("kenya", "FAO", False),  # a member that does not bind
    ("albania", "WHO", True),
    ("kyrgyzstan", "FAO", True),
    ("serbia", "UNFPA", True),
    ("kosovo", "UNDP", False),  # no rule is stated, so none is claimed
]


@pytest.mark.parametrize(("name", "entity", "binding"), ABSENT)
def test_the_absent_of_the_binding_tier_must_be_consulted(name: str, entity: str, binding: bool) -> None:
    proposal = put(name, absent=(entity,))
    if not binding:
        assert outcome(name, proposal) == "adopted"
        return
    with pytest.raises(Problem, match=f"{entity} must be consulted"):
        declared(name, proposal)
    heard = moves.consult(proposal, Consultation(body=entity, result="agrees, by e-mail", on=NOW.date()))
    assert outcome(name, heard) == "adopted"


@pytest.mark.parametrize("name", ["albania", "kyrgyzstan", "serbia"])
def test_what_concerns_the_state_waits_for_its_consultation(name: str) -> None:
    rule = charter(name).decision
    proposal = replace(put(name), state_concern=True)
    assert find(proposal, rule).state is DecisionState.AWAITING_CONSULTATION
    with pytest.raises(Problem, match="before adoption"):
        declared(name, proposal)
    assert rule.state_concern is not None
    waived = Consultation(body=rule.state_concern, result="informed orally", on=NOW.date(), waived=True)
    assert outcome(name, moves.consult(proposal, waived)) == "adopted"


def test_nobody_may_be_left_unasked() -> None:
    asked = [Asked(entity="IOM", tier=Tier.MEMBER, present=True), Asked(entity="WHO", tier=Tier.MEMBER, present=True)]
    proposal = moves.take_position(moves.open_check(blank(), asked, NOW), "IOM", Said(kind=PositionKind.JOINS), NOW)
    with pytest.raises(Problem, match="Not yet asked: WHO"):
        declared("albania", proposal)


def test_an_amended_text_is_a_new_round_and_the_old_one_stays() -> None:
    first = put("kenya", "ILO objects substance: leaves out seasonal work")
    second = moves.amend(first, "The Network endorses the plan with seasonal work.", NOW)
    assert [r.number for r in second.rounds] == [1, 2]
    assert second.rounds[0].positions == first.positions
    assert {p.kind for p in second.positions} == {PositionKind.PENDING}
    assert outcome("kenya", moves.rest(second, PositionKind.JOINS, NOW)) == "adopted"


def test_a_withdrawn_objection_stays_on_record_and_blocks_no_more() -> None:
    proposal = moves.withdraw_objection(put("kenya", "ILO objects process: the text came late"), "ILO", NOW)
    ilo = next(p for p in proposal.positions if p.entity == "ILO")
    assert (ilo.kind, ilo.withdrawn) == (PositionKind.OBJECTS, NOW)
    assert outcome("kenya", proposal) == "adopted"


def test_an_objection_withdrawn_stays_on_record_when_its_entity_then_says_something_else() -> None:
    withdrawn = moves.withdraw_objection(put("kenya", "ILO objects process: the text came late"), "ILO", NOW)
    joined = moves.take_position(withdrawn, "ILO", read_position("joins with statement: in time next time"), NOW)
    assert joined.round is not None
    assert [(p.entity, p.words, p.withdrawn) for p in joined.round.resolved] == [("ILO", "the text came late", NOW)]


def test_what_an_absent_member_wrote_of_one_text_does_not_hold_for_the_next() -> None:
    rule = charter("albania").decision
    ministry = Consultation(body=rule.state_concern or "", result="has no comment", on=NOW.date())
    heard = moves.consult(put("albania", absent=("WHO",)), Consultation(body="WHO", result="agrees", on=NOW.date()))
    assert find(heard, rule).adoptable
    amended = moves.amend(moves.consult(heard, ministry), "The Network endorses half of the plan.", NOW)
    asked_again = moves.rest(amended, PositionKind.JOINS, NOW)
    assert find(asked_again, rule).missing == ("WHO must be consulted in writing, or by silence (ALB:48).",)
    assert asked_again.consulted(rule.state_concern or "") == ministry  # it is asked of the matter, not of the words


def test_only_kenya_refers_and_only_after_consensus_was_not_reached() -> None:
    said = Declaration(declared_by="The Chair", words="", basis="", at=NOW, question="Who pays?")
    for name in CHARTERS:
        entity = "ILO" if name in ("kenya", "kyrgyzstan") else "UNDP"
        ended = declared(name, put(name, f"{entity} objects resources: who pays"))
        if charter(name).decision.escalation:
            referred = ending.refer(ended, charter(name).decision, said)
            assert referred.closing is not None
            assert (referred.closing.outcome, referred.closing.question) == (Outcome.REFERRED, "Who pays?")
        else:
            with pytest.raises(Problem, match="know no referral"):
                ending.refer(ended, charter(name).decision, said)
    with pytest.raises(Problem, match="only after consensus was not reached"):
        ending.refer(declared("kenya", put("kenya")), charter("kenya").decision, said)


def test_a_closed_check_takes_no_move() -> None:
    ended = declared("kenya", put("kenya"))
    for move in (
        lambda: moves.amend(ended, "another text", NOW),
        lambda: moves.take_position(ended, "ILO", OBJECTS, NOW),
        lambda: moves.rest(moves.attend(ended, "ILO", "", present=False), PositionKind.JOINS, NOW),
        lambda: ending.defer(ended, charter("kenya").decision, Declaration(declared_by="", words="", basis="", at=NOW)),
    ):
        with pytest.raises(Problem, match="cannot change"):
            move()


INCOMPLETE = [
    ("objects", "needs its ground"),
    ("objects resources:", "needs its ground"),
    ("objects because we said so", "needs its ground"),
    ("reservation", "needs its text"),
    ("joins with statement", "needs its words"),
]


@pytest.mark.parametrize(("words", "sentence"), INCOMPLETE)
def test_a_position_that_needs_words_is_refused_without_them(words: str, sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        put("kenya", f"ILO {words}")


def test_silence_unbroken_is_confirmed_by_a_person_after_the_deadline() -> None:
    deadline = NOW + timedelta(days=3)
    proposal = moves.keep_silence(put("albania", absent=("WHO",)), deadline, "by e-mail to all", NOW)
    assert find(proposal, charter("albania").decision).state is DecisionState.SILENCE
    with pytest.raises(Problem, match="silence procedure runs until"):
        declared("albania", proposal, at=deadline)
    adopted = declared("albania", proposal, at=deadline + timedelta(seconds=1))
    assert adopted.closing is not None
    assert adopted.closing.outcome is Outcome.ADOPTED


def test_a_break_at_the_very_second_of_the_deadline_counts_and_one_after_it_does_not() -> None:
    deadline = NOW + timedelta(days=3)
    proposal = moves.keep_silence(put("albania", absent=("WHO",)), deadline, "", NOW)
    broken = moves.take_position(proposal, "WHO", OBJECTS, deadline)
    assert find(broken, charter("albania").decision).state is DecisionState.OBJECTED
    with pytest.raises(Problem, match="deadline of the silence procedure has passed"):
        moves.take_position(proposal, "WHO", OBJECTS, deadline + timedelta(seconds=1))
    with pytest.raises(Problem, match="only a break of silence"):
        moves.take_position(proposal, "WHO", Said(kind=PositionKind.JOINS), deadline)


def test_a_silence_that_was_broken_is_over_though_the_objection_is_withdrawn() -> None:
    deadline = NOW + timedelta(days=3)
    silence = moves.keep_silence(put("albania", absent=("WHO", "UNDP")), deadline, "by e-mail", NOW)
    withdrawn = moves.withdraw_objection(moves.take_position(silence, "WHO", OBJECTS, NOW), "WHO", NOW)
    assert withdrawn.silences[-1].objections == ("WHO",)
    with pytest.raises(Problem, match="UNDP must be consulted"):
        declared("albania", withdrawn, at=deadline + timedelta(days=1))
    assert "no objection was received" not in proposed_words(charter("albania"), withdrawn)


def test_an_objection_that_does_not_bind_does_not_break_the_silence_of_the_committee() -> None:
    deadline, after = NOW + timedelta(days=3), NOW + timedelta(days=4)
    silence = moves.keep_silence(put("kenya", absent=("UNDP",)), deadline, "by e-mail", NOW)
    objected = moves.take_position(silence, "FAO", OBJECTS, NOW)
    with pytest.raises(Problem, match="silence procedure runs until"):
        declared("kenya", objected)
    adopted = declared("kenya", objected, at=after)
    assert adopted.closing is not None
    assert adopted.closing.outcome is Outcome.ADOPTED
    assert "no objection was received" not in proposed_words(charter("kenya"), objected)
    assert "FAO" in proposed_words(charter("kenya"), objected)


PARAGRAPHS = [
    ("reservation para 3: seasonal work", "para 3", "seasonal work"),
    ("reservation on preambular paragraphs 4 and 7: no", "preambular paragraphs 4 and 7", "no"),
    ("reservation on paras 3, 5 and 7 to 9: no", "paras 3, 5 and 7 to 9", "no"),
    ("reservation on paragraph 5 bis: no", "paragraph 5 bis", "no"),
    ("reservation on objective 13: detention", "objective 13", "detention"),
    ("reservation on chapter VII: no", "chapter VII", "no"),
    ("dissociates from paragraph 8: not agreed", "paragraph 8", "not agreed"),
    ("dissociates from PP4 and OP2: no", "PP4 and OP2", "no"),
    ("dissociates from preambular paragraph 5", "preambular paragraph 5", ""),
    ("dissociates from the consensus", "", "from the consensus"),
    ("reservation point of order", "", "point of order"),
    ("reservation para 3 and a budget line", "para 3", "and a budget line"),
]


@pytest.mark.parametrize(("typed", "paragraph", "words"), PARAGRAPHS)
def test_a_reservation_and_a_dissociation_may_name_the_paragraph(typed: str, paragraph: str, words: str) -> None:
    said = read_position(typed)
    assert (said.paragraph, said.words) == (paragraph, words)


def test_who_comes_late_is_asked_and_who_leaves_unasked_is_absent() -> None:
    proposal = put("kenya", absent=("UNDP",))
    came = moves.attend(proposal, "UNDP", "J. Mwangi", present=True)
    undp = next(p for p in came.positions if p.entity == "UNDP")
    assert (undp.kind, undp.represented_by) == (PositionKind.PENDING, "J. Mwangi")
    left = moves.attend(came, "UNDP", "", present=False)
    assert next(p for p in left.positions if p.entity == "UNDP").kind is PositionKind.ABSENT
    kept = moves.attend(proposal, "ILO", "", present=False)
    assert next(p for p in kept.positions if p.entity == "ILO").kind is PositionKind.JOINS


def test_kosovo_never_claims_that_its_terms_of_reference_require_consensus() -> None:
    kosovo = charter("kosovo")
    words = f"{basis_of(kosovo, '', put('kosovo'))} {proposed_words(kosovo, put('kosovo'))}"
    assert "no rule" in words
    assert "KOS:" not in words
    finding = find(put("kosovo", "UNDP objects legal: against the law"), kosovo.decision)
    assert "(" not in " ".join(finding.missing)


def test_the_words_name_the_objection_that_is_on_record() -> None:
    words = proposed_words(charter("kenya"), put("kenya", "FAO objects resources: asks for a budget line"))
    assert "FAO" in words


@pytest.mark.parametrize("name", CHARTERS)
def test_no_sentence_ever_counts(name: str) -> None:
    kenya = put(name, *(["ILO dissociates"] if name == "kenya" else []))
    said = " ".join((*find(kenya, charter(name).decision).remarks, proposed_words(charter(name), kenya)))
    assert not any(word in said.casefold() for word in ("vote", "majority", "%", " for and ", "against,", "abstain"))


def test_without_a_roster_nothing_is_declared_and_only_the_chair_can_have_so_decided() -> None:
    empty = moves.open_check(blank(), (), NOW)
    rule = charter("kosovo").decision
    said = Declaration(declared_by="", words="", basis="", at=NOW)
    with pytest.raises(Problem, match="Nobody has a seat in this body yet"):
        ending.declare(empty, rule, said)
    assert ending.declare(empty, rule, replace(said, unasked=True)).closing is not None


@pytest.mark.parametrize("name", ["kenya", "albania"])
def test_a_basis_never_claims_a_consultation_that_was_waived(name: str) -> None:
    entity = "UNDP"
    waived = Consultation(body=entity, result="on mission", on=NOW.date(), waived=True)
    basis = basis_of(charter(name), "", moves.consult(put(name, absent=(entity,)), waived))
    told = f"{entity} absent and not consulted, for the reason on record"
    assert basis == f"consensus of those present or consulted; {told}"
