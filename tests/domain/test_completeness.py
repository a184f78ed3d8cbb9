"""The gaps in the files of a meeting: each by itself, and none where the files are whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Output
from tui_app.domain.completeness.completeness import meeting_gaps, open_gaps, require_explainable
from tui_app.domain.completeness.gap import Explained, MeetingFiles
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.agenda import AgendaItem, Purpose, Span, agenda_of
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.document import Document, FileState
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState, Step
from tui_app.domain.membership.roster import NETWORK
from tui_app.domain.problem import Problem
from tui_app.services.charters import load_charter

TEN = datetime(2026, 9, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
SENT = Step(what="agenda v1 circulated", at=TEN - timedelta(days=7), by="A. Otieno")
DECISION = Decision(id="d", number="D01", symbol="D01", kind=Output.DECISION, meeting="m", item="i", proposal="p",
                    body=NETWORK, text="a text", tier="member", basis="", clause="", adopted_on=TEN.date(),
                    owners=("IOM",))  # fmt: skip
PLAN = Document(id="x", meeting="m", item="i", number="3.1", title="Plan", path="plan.md", checksum="c",
                circulated=TEN.date())  # fmt: skip
WHOLE = MeetingFiles(
    charter=load_charter("kosovo"),
    meeting=Meeting(id="m", symbol="2026/Q3", kind=MeetingKind.QUARTERLY, starts=TEN, zone="UTC", opened=TEN,
                    state=MeetingState.ADOPTED, steps=(SENT,)),
    agenda=agenda_of([AgendaItem(id="i", meeting="m", rank=0, title="Data", purpose=Purpose.DECISION)]),
    members=3,
    participants=(Participant(id="p", meeting="m", entity="IOM", presence=(Span(start=TEN, end=TEN),)),),
    decisions=(DECISION,),
    documents=(PLAN,),
    found={"x": FileState.IN_PLACE},
)  # fmt: skip


def of_meeting(files: MeetingFiles, **known: object) -> MeetingFiles:
    return replace(files, meeting=replace(files.meeting, **known))  # type: ignore[arg-type]


SPOILED = {
    "agenda": lambda files: of_meeting(files, steps=()),
    "attendance": lambda files: replace(files, participants=()),
    "item 1": lambda files: replace(files, documents=tuple(replace(d, circulated=None) for d in files.documents)),
    "document 3.1": lambda files: replace(files, found={"x": FileState.CHANGED}),
    "proposal P1": lambda files: replace(
        files, proposals=(Proposal(id="p", number="P1", meeting="m", item="i", body=NETWORK, text="a text"),)
    ),
    "owner of D01": lambda files: replace(files, decisions=tuple(replace(d, owners=()) for d in files.decisions)),
    "text of D01": lambda files: replace(files, decisions=tuple(replace(d, text=" ") for d in files.decisions)),
    "minutes": lambda files: of_meeting(files, state=MeetingState.CIRCULATED),
    "seal 1": lambda files: replace(files, faults=("The text does not fit its checksum.",)),
}


def keys(files: MeetingFiles) -> set[str]:
    return {gap.key for gap in open_gaps(files, TODAY)}


@given(st.sets(st.sampled_from(sorted(SPOILED))))
def test_exactly_what_is_missing_is_a_gap_and_nothing_else(spoiled: set[str]) -> None:
    files = WHOLE
    for key in sorted(spoiled):
        files = SPOILED[key](files)
    assert keys(files) == spoiled


@given(st.sets(st.sampled_from(sorted(SPOILED))), st.sets(st.sampled_from(sorted(SPOILED))))
def test_a_reason_closes_a_gap_that_it_can_close_and_no_other(spoiled: set[str], explained: set[str]) -> None:
    files = WHOLE
    for key in sorted(spoiled):
        files = SPOILED[key](files)
    reasons = tuple(Explained(id=k, meeting="m", gap=k, reason="it is so", on=TODAY) for k in sorted(explained))
    closable = {gap.key for gap in meeting_gaps(files, TODAY) if gap.explainable}
    assert keys(replace(files, explained=reasons)) == spoiled - (explained & closable)


def test_each_gap_is_one_sentence_with_its_clause_and_what_closes_it() -> None:
    files = WHOLE
    for spoil in SPOILED.values():
        files = spoil(files)
    told = [str(gap) for gap in open_gaps(files, TODAY)]
    assert told[0] == "The agenda was not circulated (KOS:107): give the reason."
    assert (
        told[2] == "No document was circulated for item 1, Data, which was for decision (KOS:106): record the document "
        "and when it was circulated, or give the reason."
    )
    assert "D01 has no owner (KOS:43): name who carries it out." in told
    assert all(sentence.endswith(".") and sentence.count(": ") == 1 for sentence in told)


MINUTES = [
    (MeetingState.DRAFT, None, "The minutes are not circulated, 60 days after the meeting"),
    (MeetingState.CIRCULATED, date(2026, 10, 5), "The minutes are not adopted, 47 days after comments were due"),
    (MeetingState.CIRCULATED, TODAY, "The minutes are not adopted, comments are awaited until 21 November 2026"),
    (MeetingState.CIRCULATED, None, "The minutes are not adopted, 60 days after the meeting"),
]


@pytest.mark.parametrize(("state", "comments_by", "sentence"), MINUTES)
def test_it_is_told_how_late_the_minutes_are(state: MeetingState, comments_by: date | None, sentence: str) -> None:
    (gap,) = open_gaps(of_meeting(WHOLE, state=state, comments_by=comments_by), TODAY)
    assert gap.sentence == sentence


def test_an_agenda_that_went_out_after_the_meeting_had_begun_is_a_gap() -> None:
    late = replace(SENT, at=TEN + timedelta(days=1))
    (gap,) = open_gaps(of_meeting(WHOLE, steps=(late,)), TODAY)
    assert gap.sentence == "The agenda was not circulated before the meeting, but on 23 September 2026"
    assert keys(of_meeting(WHOLE, steps=(SENT, late))) == set()


@pytest.mark.parametrize(("state", "on", "expected"), [
    (MeetingState.PLANNED, TODAY, set()),
    (MeetingState.PLANNED, TODAY - timedelta(days=1), {"session"}),
    (MeetingState.IN_SESSION, TODAY, set()),
    (MeetingState.IN_SESSION, TODAY - timedelta(days=1), {"session"}),
])  # fmt: skip
def test_a_meeting_that_is_not_over_lacks_nothing_before_its_day_is(
    state: MeetingState, on: date, expected: set[str]
) -> None:
    starts = datetime(on.year, on.month, on.day, 10, tzinfo=UTC)
    planned = replace(of_meeting(WHOLE, state=state, starts=starts, steps=()), participants=(), documents=())
    assert keys(replace(planned, decisions=())) == expected


def test_a_meeting_that_was_cancelled_lacks_nothing() -> None:
    files = WHOLE
    for spoil in SPOILED.values():
        files = spoil(files)
    assert keys(of_meeting(files, state=MeetingState.CANCELLED)) == set()


def test_a_body_without_a_member_cannot_name_who_was_not_represented() -> None:
    (gap,) = open_gaps(replace(WHOLE, members=0), TODAY)
    assert "nobody who was not represented can be named" in gap.sentence


@pytest.mark.parametrize(
    ("path", "found", "told"),
    [
        ("", {}, "is on record by its title alone"),
        ("plan.md", {}, ""),
        ("plan.md", {"x": FileState.NOT_FOUND}, "is not found at plan.md"),
        ("plan.md", {"x": FileState.CHANGED}, "is another file at plan.md than the one on record"),
    ],
)
def test_what_was_found_of_a_document_is_told(path: str, found: dict[str, FileState], told: str) -> None:
    files = replace(WHOLE, documents=(replace(PLAN, path=path),), found=found)
    assert [gap.sentence for gap in open_gaps(files, TODAY)] == ([f"Document 3.1, Plan, {told}"] if told else [])


def test_only_where_the_terms_of_reference_ask_for_documents_is_one_that_was_not_sent_a_gap() -> None:
    bare = replace(WHOLE, documents=())
    assert keys(bare) == {"item 1"}
    assert keys(replace(bare, charter=load_charter("serbia"))) == set()


def test_a_reason_for_what_is_no_gap_or_has_to_be_mended_is_refused() -> None:
    gaps = meeting_gaps(SPOILED["owner of D01"](SPOILED["agenda"](WHOLE)), TODAY)
    assert require_explainable(gaps, " agenda ").key == "agenda"
    with pytest.raises(Problem, match="did you mean 'agenda'"):
        require_explainable(gaps, "agend")
    with pytest.raises(Problem, match="A reason does not close it; D01 has no owner: name who carries it out"):
        require_explainable(gaps, "owner of D01")
