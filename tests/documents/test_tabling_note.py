"""The tabling note, and how the other papers print what the parent body answered."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.decisions import decisions_paper
from tui_app.documents.minutes import minutes_paper
from tui_app.documents.public import public_minutes
from tui_app.documents.release import released_minutes
from tui_app.documents.seal import Seal, checksum
from tui_app.documents.tabling_note import tabling_note
from tui_app.domain.charter.charter import Output, Tier
from tui_app.domain.consensus.answer import Answered, Response, Ruled, Ruling
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import (
    Closing,
    Consultation,
    Ground,
    Outcome,
    Position,
    PositionKind,
    Proposal,
    Round,
    SilenceProcedure,
)
from tui_app.domain.meeting.minutes import Entry, EntryKind

TEN = datetime(2026, 9, 22, 10, 0, tzinfo=timezone(timedelta(hours=3)))
SEAL = Seal(22, "a1b2")
COMMITTEE = Tier.EXECUTIVE_COMMITTEE


def position(entity, kind, tier=Tier.MEMBER, **fields):
    return Position(entity=entity, tier=tier, kind=kind, **fields)


def objection(entity, tier=Tier.MEMBER, **fields):
    known = {"ground": Ground.RESOURCES, "words": "asks for a budget line", **fields}
    return position(entity, PositionKind.OBJECTS, tier, **known)


def referral(*, rounds=None, **fields):
    """P1 of the third quarter, on which ILO's objection was sustained."""
    before = Closing(outcome=Outcome.NOT_REACHED, at=TEN, declared_by="The Chair", words="Not agreed.", basis="")
    closing = Closing(outcome=Outcome.REFERRED, at=TEN, declared_by="The Chair", words="It was tabled.", basis="",
                      question="Is there a budget?", before=before)  # fmt: skip
    last = Round(number=1, text="the budget", opened=TEN, positions=(objection("ILO", COMMITTEE),))
    known = {"id": "p", "number": "P1", "meeting": "m", "item": "i2", "body": "network", "text": "the budget"}
    return Proposal(**{**known, "rounds": rounds or (last,), "closing": closing, **fields})


def recommendation(**fields):
    known = {
        "id": "d", "number": "D01", "symbol": "UNNM-KOS/2026/Q3/D01", "kind": Output.RECOMMENDATION, "meeting": "m",
        "item": "i2", "proposal": "", "body": "network", "text": "a survey", "tier": "member", "basis": "practice",
        "clause": "", "adopted_on": date(2026, 9, 22),
    }  # fmt: skip
    return Decision(**{**known, **fields})


def taken(kind, record):
    return Entry(id="e1", meeting="m", item="i2", rank=1, at=TEN, by="A. Otieno", kind=kind, refers_to=record.id)


def note(record_of, *proposals):
    return tabling_note(record_of(proposals=proposals), proposals, SEAL)


def test_the_note_says_who_asks_whom_what_and_on_which_clause(record_of):
    paper = note(record_of, referral())
    headings = [line for line in paper.splitlines() if line.startswith("#")]
    assert paper.split("\n")[2].startswith("> INTERNAL USE ONLY")
    assert headings == [
        "# Kenya UN Network on Migration", "## Tabling note to the UNCT", "### UNNM-KEN/2026/Q3/P1", "#### Question",
        "#### Text", "#### Positions", "#### Objections", "#### What was tried", "#### Why it is tabled",
        "#### Answer of the UNCT",
    ]  # fmt: skip
    for line in ("- **Date**: 22 September 2026", "- **To**: UN Country Team (UNCT)",
                 "- **From**: Kenya UN Network on Migration", "- **Item**: 2. Data", "> Is there a budget?",
                 "- **Objects**: ILO", "Not agreed.", "It was tabled."):  # fmt: skip
        assert line in paper.splitlines(), line
    assert "| ILO | 1 | resources | asks for a budget line | sustained |" in paper
    assert "the matter will be tabled to the UNCT.” (KEN:134)" in paper


def test_every_round_and_all_that_was_tried_stand_in_the_note(record_of):
    first = Round(
        number=1, text="the first text", opened=TEN, positions=(objection("IOM", COMMITTEE), objection("FAO")),
        resolved=(objection("UNHCR", COMMITTEE, withdrawn=TEN),),
    )  # fmt: skip
    last = Round(number=2, text="the second text", opened=TEN + timedelta(minutes=20),
                 positions=(objection("IOM", COMMITTEE), objection("FAO")))  # fmt: skip
    silence = SilenceProcedure(opened=TEN, deadline=TEN + timedelta(days=3), circulated="by mail", round=2)
    heard = Consultation(body="UNDP", result="it agrees", on=date(2026, 9, 22), channel="by letter")
    paper = note(record_of, referral(rounds=(first, last), silences=(silence,), consultations=(heard,)))
    assert "> **Round 1**: the first text" in paper
    assert "> **Round 2**: the second text" in paper
    for row in ("| IOM | 1 | resources | asks for a budget line | the text was amended |",
                "| UNHCR | 1 | resources | asks for a budget line | withdrawn at 10:00 |",
                "| IOM | 2 | resources | asks for a budget line | sustained |",
                "| FAO | 2 | resources | asks for a budget line | on record, not binding |"):  # fmt: skip
        assert row in paper
    assert "put to the members on 22 September 2026, 10:20 (UTC+03:00)" in paper
    assert "- **Silence procedure**: until 25 September 2026" in paper
    assert "- **Consulted in writing**: UNDP, 22 September 2026, by letter: it agrees" in paper


def test_there_is_space_for_the_answer_and_then_the_answer(record_of):
    assert "| Decided, or returned | What was decided, or why it was returned | Date | For the UNCT |" in note(
        record_of, referral()
    )
    answer = Ruled(kind=Ruling.RETURNED, on=date(2026, 10, 5), words="more data are needed")
    answered = note(record_of, referral(answer=answer))
    assert "- **Answer**: returned, 5 October 2026: more data are needed" in answered
    assert "Decided, or returned" not in answered


def test_several_matters_make_one_note_each_and_the_whole_is_sealed(record_of):
    paper = note(record_of, referral(), referral(id="p2", number="P2"))
    assert [line for line in paper.splitlines() if line.startswith("### ")] == [
        "### UNNM-KEN/2026/Q3/P1", "### UNNM-KEN/2026/Q3/P2",
    ]  # fmt: skip
    assert paper.count("#### Answer of the UNCT") == 2
    assert f"- **Checksum**: {checksum(paper)}\n" in paper


@given(st.data())
def test_whatever_is_typed_is_seen(record_of, assert_seen, typed_texts, data):
    words, answer = data.draw(typed_texts), data.draw(typed_texts)
    asked = referral(text=words, answer=Ruled(kind=Ruling.DECIDED, on=date(2026, 10, 5), words=answer))
    closing = replace(asked.closing, question=words)
    rounds = (Round(number=1, text=words, opened=TEN, positions=(objection("ILO", COMMITTEE, words=words),)),)
    assert_seen(note(record_of, replace(asked, closing=closing, rounds=rounds)), words, answer)


def test_the_minutes_and_the_register_print_the_answer_with_its_motivation(record_of, assert_seen):
    why = Answered(kind=Response.NOT_FOLLOWED, on=date(2026, 10, 5), motivation="no *mandate*")
    answered = recommendation(answer=why)
    record = record_of("kosovo", decisions=(answered,), entries=(taken(EntryKind.DECISION, answered),))
    minutes = minutes_paper(record)
    assert "awaiting the response" not in minutes
    register = decisions_paper(record.charter, [answered], [record.meeting])
    assert "| Answer of the UNKT |" in register
    for paper in (minutes, register):
        assert_seen(paper, "not followed, 5 October 2026: no *mandate*")
        assert "UNCT" not in paper


def test_what_awaits_its_answer_is_printed_as_waiting(record_of):
    waiting = recommendation()
    record = record_of("kosovo", decisions=(waiting,), entries=(taken(EntryKind.DECISION, waiting),))
    assert "Recommendations awaiting the response of the UNKT" in minutes_paper(record)
    register = decisions_paper(record.charter, [waiting], [record.meeting])
    assert "| awaited since 22 September 2026 |" in register


def test_the_register_lists_what_was_referred_with_its_answer(record_of):
    asked, record = referral(), record_of()
    paper = decisions_paper(record.charter, [], [record.meeting], [asked])
    assert "### Matters referred to the UNCT" in paper
    assert "| UNNM-KEN/2026/Q3/P1 | the budget | Is there a budget? | 22 September 2026 | awaited since" in paper


def test_a_closed_item_keeps_its_motivation_to_itself(record_of):
    why = Answered(kind=Response.NOT_FOLLOWED, on=date(2026, 10, 5), motivation="a secret", by="A. Otieno")
    answered = recommendation(answer=why)
    entry = replace(taken(EntryKind.DECISION, answered), closed=True)
    asked = referral(answer=Ruled(kind=Ruling.DECIDED, on=date(2026, 10, 5), words="a secret"))
    put = replace(taken(EntryKind.PROPOSAL, asked), id="e2", rank=2, closed=True)
    record = record_of("kosovo", decisions=(answered,), proposals=(asked,), entries=(entry, put))
    assert "a secret" in minutes_paper(record)
    assert "a secret" not in public_minutes(released_minutes(record), ())
