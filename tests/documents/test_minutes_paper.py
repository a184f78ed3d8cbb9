"""The minutes: what a reader of the circulated paper must find, and what must not be in it."""

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.minutes import minutes_paper, sealed_minutes
from tui_app.documents.public import public_minutes
from tui_app.documents.release import released_minutes
from tui_app.documents.seal import Seal, checksum
from tui_app.domain.charter.charter import Output, Tier
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
)
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress
from tui_app.domain.meeting.agenda import Span
from tui_app.domain.meeting.attendance import Capacity, Participant
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import MeetingState
from tui_app.domain.meeting.minutes import Entry, EntryKind

TEN = datetime(2026, 9, 22, 10, 0, tzinfo=timezone(timedelta(hours=3)))
NOON = TEN + timedelta(hours=2)


def entry(kind=EntryKind.NOTE, rank=1, **fields):
    known = {"id": f"e{rank}", "meeting": "m", "item": "i2", "rank": rank, "at": TEN, "by": "A. Otieno"}
    return Entry(kind=kind, **{**known, **fields})


def decision(number="D01", **fields):
    known = {
        "id": number, "number": number, "symbol": f"UNNM-KEN/2026/Q3/{number}", "kind": Output.DECISION,
        "meeting": "m", "item": "i2", "proposal": "", "body": "network", "text": "the Network endorsed the plan",
        "tier": "executive committee", "basis": "consensus of members", "clause": "KEN:134",
        "adopted_on": date(2026, 9, 22),
    }  # fmt: skip
    return Decision(**{**known, **fields})


def action(number="A01", **fields):
    known = {"id": number, "number": number, "symbol": f"UNNM-KEN/2026/Q3/{number}", "meeting": "m", "item": "i2"}
    return ActionPoint(**{**known, "text": "revise section 2", **fields})


def participant(entity, name="", **fields):
    presence = (Span(start=TEN, end=NOON),)
    return Participant(id=f"{entity}{name}", meeting="m", entity=entity, name=name, **{"presence": presence, **fields})


def position(entity, kind, tier=Tier.EXECUTIVE_COMMITTEE, **fields):
    return Position(entity=entity, tier=tier, kind=kind, **fields)


def proposal(*positions, outcome=Outcome.ADOPTED, **fields):
    rounds = (Round(number=1, text=fields.get("text", "the text"), opened=TEN, positions=positions),)
    closing = Closing(outcome=outcome, at=TEN, declared_by="The Chair", words="So be it.", basis="consensus")
    known = {"id": "p", "number": "P1", "meeting": "m", "item": "i2", "body": "network", "text": "the text"}
    return Proposal(**{**known, "rounds": rounds, "closing": closing, **fields})


def put_and_adopted(record_of, put, **parts):
    """A record in which the proposal became decision D01."""
    entries = (entry(EntryKind.PROPOSAL, 1, refers_to="p"), entry(EntryKind.DECISION, 2, refers_to="D01"))
    decisions = (decision(proposal="p", text=put.text),)
    return record_of(proposals=(put,), decisions=decisions, entries=entries, **parts)


def test_the_parts_stand_in_the_order_of_the_template(record_of):
    paper = minutes_paper(record_of())
    headings = [line for line in paper.splitlines() if line.startswith("#")]
    assert paper.split("\n")[2].startswith("> INTERNAL USE ONLY")
    assert headings == [
        "# Kenya UN Network on Migration",
        "## Minutes of the third quarterly meeting of 2026",
        "### Participation",
        "### Decisions",
        "### Action points",
        "### 1. Opening [for discussion]",
        "### 2. Data [for decision]",
        "### Next meeting",
        "### Annexes",
        "#### Annex 1. Agenda",
    ]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"state": MeetingState.DRAFT}, "Status: **DRAFT, not yet circulated**"),
        (
            {"state": MeetingState.CIRCULATED,
             "of_meeting": {"minutes_version": 2, "comments_by": date(2026, 10, 3)}},
            "Status: **DRAFT v2, comments by 3 October 2026**",
        ),
        (
            {"state": MeetingState.ADOPTED, "of_meeting": {"adopted_on": date(2026, 11, 21)}},
            "Status: **ADOPTED on 21 November 2026**",
        ),
    ],
)  # fmt: skip
def test_the_paper_says_how_final_it_is(record_of, fields, line):
    assert line in minutes_paper(record_of(**fields)).splitlines()


@given(st.data())
def test_whatever_is_typed_is_seen(record_of, assert_seen, typed_texts, data):
    words, name, title = (data.draw(typed_texts) for _ in range(3))
    put = proposal(
        position("IOM", PositionKind.STATEMENT, words=words),
        position("FAO", PositionKind.OBJECTS, Tier.MEMBER, words=words, ground=Ground.LEGAL),
        text=words,
    )
    record = put_and_adopted(
        record_of,
        put,
        participants=(participant("IOM", name, title=title), participant(title, capacity=Capacity.INVITEE)),
        actions=(action(text=words),),
        documents=(Document(id="d", meeting="m", item="i1", number="3.1", title=title),),
        of_meeting={"place": name, "conjunction": title},
    )
    extra = (entry(rank=3, text=words), entry(EntryKind.ACTION, 4, refers_to="A01"))
    paper = minutes_paper(replace(record, entries=(*record.entries, *extra)))
    assert_seen(paper, words, name, title, words, f"A01 nobody yet: {words}")


def test_members_are_named_by_how_they_were_represented(record_of):
    people = (
        participant("UNDP", "J. Mwangi", title="Analyst", acting_for="P. Doe"),
        participant("WHO", apologies=True, presence=()),
        participant("Min. of Labour", "J. Doe", capacity=Capacity.INVITEE, invited_by="IOM", invited_why="item 2"),
    )
    paper = minutes_paper(record_of(participants=people))
    assert "| UNDP | J. Mwangi, acting for P. Doe | Analyst | member | 10:00-12:00 |" in paper
    assert "- **Apologies**: WHO\n" in paper
    assert "- **Not represented**: FAO, IFAD, ILO, IOM, OHCHR," in paper
    assert "| Min. of Labour | J. Doe | invitee | by IOM, for item 2 | 10:00-12:00 |" in paper


def test_discussion_is_unattributed_unless_placed_on_record(record_of):
    said = (
        entry(EntryKind.STATEMENT, 1, entity="UNHCR", text="asked for data"),
        entry(EntryKind.STATEMENT, 2, entity="Min. of Labour", text="the data are old"),
        entry(EntryKind.STATEMENT, 3, entity="UNEP", text="regretted it", on_record=True),
    )
    body = minutes_paper(record_of(entries=said, seats=record_of().seats)).partition("### 2. Data")[2]
    assert "One member asked for data" in body
    assert "One participant: the data are old" in body
    assert "**On record, as requested**: UNEP: regretted it" in body
    assert "UNHCR" not in body
    assert "Min. of Labour" not in body


def test_official_numbers_survive_gaps_and_struck_lines(record_of, assert_seen):
    actions = (action("A02"), action("A04", struck=True, text="never print this"), action("A07"))
    entries = tuple(entry(EntryKind.ACTION, n, refers_to=a.id) for n, a in enumerate(actions))
    entries += (entry(rank=9, text="nor this", struck=True),)
    paper = minutes_paper(record_of(actions=actions, entries=entries))
    assert_seen(paper, "A02 nobody yet: revise section 2", "A07 nobody yet: revise section 2")
    assert "A04" not in paper
    assert "never print this" not in paper
    assert "nor this" not in paper


def test_every_decision_prints_what_it_rests_on_and_what_was_said(record_of):
    put = proposal(
        position("IOM", PositionKind.JOINS),
        position("UNDP", PositionKind.RESERVATION, paragraph="para 3", words="seasonal work"),
        position("ILO", PositionKind.STATEMENT, words="we read it otherwise"),
        position("UNHCR", PositionKind.OBJECTS, ground=Ground.MANDATE, words="strike it", withdrawn=TEN),
        position("FAO", PositionKind.OBJECTS, Tier.MEMBER, ground=Ground.RESOURCES, words="a budget line"),
        position("WHO", PositionKind.DISSOCIATES, Tier.MEMBER),
        position("OHCHR", PositionKind.ABSENT),
        consultations=(Consultation(body="OHCHR", result="on leave", on=TEN.date(), waived=True),),
    )
    paper = minutes_paper(put_and_adopted(record_of, put))
    for line in (
        "> **UNNM-KEN/2026/Q3/D01** the text",
        "- **Basis**: consensus of members (KEN:134)",
        "- **Declaration**: So be it.",
        "- **Reservation of UNDP on para 3**: seasonal work",
        "- **Statement of ILO**: we read it otherwise",
        "- **Objection of UNHCR, withdrawn at 10:00**: on the ground of mandate; strike it",
        "- **Objection of FAO, on record (KEN:134) and not binding**: on the ground of resources; a budget line",
        "- **Dissociation of WHO**: it dissociated itself from the text",
        "- **Consultation waived**: OHCHR, 22 September 2026: on leave",
        "- **Owner**: no owner",
    ):
        assert line in paper.splitlines()
    assert "**Objection of IOM" not in paper
    assert "| UNDP (executive committee) | not named | reservation (para 3): seasonal work |" in paper


def test_a_proposal_that_was_not_adopted_is_printed_with_its_outcome(record_of):
    put = proposal(
        position("IOM", PositionKind.OBJECTS, ground=Ground.LEGAL, words="no basis"), outcome=Outcome.NOT_REACHED
    )
    closing = Closing(outcome=Outcome.NOT_REACHED, at=TEN, declared_by="The Chair", words="No.", basis="")
    entries = (entry(EntryKind.PROPOSAL, refers_to="p"),)
    paper = minutes_paper(record_of(proposals=(replace(put, closing=closing),), entries=entries))
    assert "> **Proposal P1**: the text" in paper
    assert "- **Outcome**: not adopted: the objection was sustained" in paper
    assert "- **Objection of IOM, sustained**: on the ground of legal; no basis" in paper
    assert "No decision was taken." in paper


def test_the_charter_without_a_rule_prints_the_recorded_basis_and_awaits_an_answer(record_of):
    taken = decision(kind=Output.RECOMMENDATION, basis="the practice of this network", clause="")
    entries = (entry(EntryKind.DECISION, refers_to="D01"),)
    paper = minutes_paper(record_of("kosovo", decisions=(taken,), entries=entries))
    assert "- **Basis**: the practice of this network\n" in paper
    assert "- **Recommendation to**: UNKT (KOS:115)" in paper
    assert "#### Annex 2. Recommendations awaiting the response of the UNKT" in paper


def test_closed_items_are_marked_inside_and_gone_outside(record_of, seen_by):
    secret = "nobody shall read this"
    put = proposal(position("FAO", PositionKind.OBJECTS, Tier.MEMBER, ground=Ground.LEGAL, words=secret), text=secret)
    record = put_and_adopted(record_of, put, actions=(action("A07", text=secret, responsible=("IOM",)),))
    closed = (
        *(replace(each, closed=True) for each in record.entries),
        entry(rank=5, text=secret, closed=True),
        entry(EntryKind.STATEMENT, 6, entity="UNEP", text=secret, closed=True, on_record=True),
        entry(EntryKind.PROCEDURAL, 7, text=secret, refers_to="p", closed=False),
        entry(EntryKind.ACTION, 8, refers_to="A07", closed=True),
    )
    record = replace(record, entries=closed)
    assert "(closed session) nobody shall read this" in minutes_paper(record)
    outside = public_minutes(released_minutes(record), ())
    assert "INTERNAL" not in outside
    assert secret not in outside.casefold()
    assert "UNEP" not in outside.partition("### 2. Data")[2]
    for seen in seen_by(outside).values():
        assert "UNNM-KEN/2026/Q3/D01 (closed item)" in seen
        assert "A07: (closed item)" in seen


@given(st.lists(st.booleans(), min_size=1, max_size=6), st.text("abcdefgh", min_size=1))
def test_nothing_said_behind_closed_doors_is_in_a_public_paper(record_of, doors, word):
    entries = tuple(
        entry(rank=n, text=f"{'hush' if closed else 'plain'} {word}", closed=closed) for n, closed in enumerate(doors)
    )
    paper = public_minutes(released_minutes(record_of(entries=entries)), ()).casefold()
    assert "hush" not in paper
    assert paper.count("(closed item)") == any(doors), "once, however much was said there"
    assert paper.count(f"plain {word}\n") == len(doors) - sum(doors)


def test_the_footnote_stands_once_at_the_first_mention_and_only_in_its_charter(record_of):
    typed = (entry(text="Kosovo and Kosovo again"),)
    paper = minutes_paper(record_of("kosovo", entries=typed))
    assert paper.count("1244 (1999)") == 1
    assert paper.count("¹") == 2
    assert "# UN Network on Migration in Kosovo¹\n" in paper
    assert paper.rstrip().splitlines()[-1].startswith("¹ All references to Kosovo")
    for other in ("kenya", "albania", "serbia", "kyrgyzstan"):
        assert "1244" not in minutes_paper(record_of(other, entries=typed))
        assert "¹" not in minutes_paper(record_of(other, entries=typed))


@pytest.mark.parametrize("charter", ["kenya", "albania", "serbia", "kyrgyzstan", "kosovo"])
def test_the_header_prints_the_chairs_that_the_charter_names(record_of, charter):
    record = record_of(charter, of_meeting={"in_the_chair": "B. Person"})
    paper = minutes_paper(record)
    assert all(f"{chair.office} ({chair.title}" in paper for chair in record.charter.chairs)
    assert "- **In the chair**: B. Person" in paper


def test_only_adopted_minutes_bear_the_seal(record_of):
    seal = Seal(214, "ab" * 32)
    assert "214" not in minutes_paper(record_of(), seal)
    adopted = minutes_paper(record_of(state=MeetingState.ADOPTED), seal)
    assert "- **Register sequence**: 214" in adopted
    assert "- **Register head**: " + "ab" * 32 in adopted


def test_the_checksum_is_that_of_the_paper_without_the_line_that_names_it(record_of):
    text, seal = sealed_minutes(record_of("kosovo", state=MeetingState.ADOPTED), Seal(214, "ab" * 32), None)
    line = f"- **Checksum**: {seal.checksum}\n"
    assert text.count(line) == 1
    assert hashlib.sha256(text.replace(line, "").encode()).hexdigest() == seal.checksum == checksum(text)
    assert checksum(text.replace("214", "215")) != seal.checksum


def test_adopted_minutes_do_not_follow_the_progress_of_their_actions(record_of):
    later = (Progress(on=date(2027, 1, 1), status=ActionStatus.IMPLEMENTED),)
    adopted = {"state": MeetingState.ADOPTED, "of_meeting": {"adopted_on": date(2026, 12, 1)}}
    before = record_of(actions=(action(),), **adopted)
    after = record_of(actions=(action(progress=later),), **adopted)
    assert minutes_paper(before) == minutes_paper(after)


def test_an_entry_of_no_item_is_not_lost(record_of):
    assert "before all items" in minutes_paper(record_of(entries=(entry(item="", text="before all items"),)))
