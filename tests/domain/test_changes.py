"""What a transaction changed, in words (R-72)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.review.changed_values import marked, value_words
from tui_app.domain.review.changes import Change, change_lines

MEETING, ITEM = "m" * 32, "1" * 32
NAMED = {MEETING: "2026/Q3", ITEM: "item 3 Data"}


class Around:
    def name(self, id):
        return NAMED.get(id, "")

    def number(self, item):
        return "3" if item == ITEM else ""


def lines(*changes):
    return [*change_lines([Change(table, id, before, after) for table, id, before, after in changes], Around())]


def action(**fields):
    return {"number": "A07", "symbol": "UNNM-KEN/2026/Q3/A07", "meeting": MEETING, "item": ITEM, "text": "revise",
            "struck": False, **fields}  # fmt: skip


def proposal(**positions):
    held = [{"entity": name, "tier": "member", "present": True, **said} for name, said in positions.items()]
    return {"number": "P2", "meeting": MEETING, "text": "The Network", "rounds": [{"number": 1, "positions": held}]}


def test_a_status_is_told_before_and_after_with_its_note_and_evidence():
    report = {"on": "2026-09-22", "status": "implemented", "note": "sent", "evidence": "letter", "by": "A. Otieno"}
    assert lines(("actions", "a", action(), action(progress=[report]))) == [
        "2026/Q3/A07 - status: not started -> implemented",
        "  as at: 22 Sep 2026",
        "  note: sent",
        "  evidence: letter",
    ]


def test_a_new_record_is_told_by_its_words_in_one_line():
    told = lines(("actions", "a", None, action(responsible=["IOM", "ILO"], due="2026-09-30", due_words="30 Sep")))
    assert told == ["new: 2026/Q3/A07 - revise; responsible IOM, ILO; due 30 Sep 2026"]
    assert lines(("actions", "a", action(), None)) == ["taken out: 2026/Q3/A07 - revise"]


def test_of_a_text_both_versions_are_shown_and_the_words_marked_that_differ():
    old, new = "share the survey questionnaire by Friday", "share the revised survey questionnaire by Monday"
    assert lines(("actions", "a", action(text=old), action(text=new))) == [
        "2026/Q3/A07 - text",
        "    before: share the survey questionnaire by [Friday]",
        "    after:  share the [revised] survey questionnaire by [Monday]",
    ]


def test_a_position_is_told_by_its_entity_and_alike_ones_together():
    before = proposal(IOM={"kind": "pending"}, ILO={"kind": "pending"}, FAO={"kind": "pending"})
    objects = {"kind": "objects", "ground": "resources", "words": "asks for a budget line"}
    after = proposal(IOM={"kind": "joins"}, ILO={"kind": "joins"}, FAO=objects)
    assert lines(("proposals", "p", before, after)) == [
        "2026/Q3/P2 - position of IOM, ILO: pending -> joins",
        "  position of FAO: pending -> objects (resources: asks for a budget line)",
    ]
    withdrawn = proposal(FAO={**objects, "withdrawn": "2026-09-22T11:00:00+03:00"})
    assert "objection withdrawn" in lines(("proposals", "p", proposal(FAO=objects), withdrawn))[0]


def test_the_first_position_of_a_round_is_told_with_its_beginning():
    before = {**proposal(), "rounds": None}
    told = lines(("proposals", "p", before, proposal(FAO={"kind": "joins"}, ILO={"kind": "absent"})))
    assert told == ["2026/Q3/P2 - round 1 begins", "  position of FAO: pending -> joins"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"rank": 3}, "moved"),
        ({"struck": True}, "struck out"),
        ({"closed": True}, "behind closed doors"),
        ({"item": ITEM}, "item: none -> item 3 Data"),
        ({"entity": "FAO"}, "entity: none -> FAO"),
        ({"a_field_of_next_year": 3}, "a field of next year: none -> 3"),
    ],
)
def test_fields_are_told_in_plain_words(changed, words):
    before = {"kind": "note", "rank": 1, "struck": False, "closed": False}
    assert lines(("entries", "e", before, {**before, **changed}))[0].endswith(f" - {words}")


def test_what_only_the_program_needs_is_left_out():
    before = {"symbol": "2026/Q3", "state": "planned", "agenda_fingerprint": "ab12", "sealed_sequence": 0}
    after = {**before, "agenda_fingerprint": "cd34", "sealed_sequence": 7, "steps": [{"what": "circulated"}]}
    assert lines(("meetings", MEETING, before, after), ("numbering", "n", None, {"last": 1})) == []


def test_the_entry_that_stands_for_an_action_is_not_told_twice():
    entry = {"kind": "action", "item": ITEM, "refers_to": "a", "rank": 1}
    assert len(lines(("actions", "a", None, action()), ("entries", "e", None, entry))) == 1


def test_many_records_that_changed_alike_take_one_line():
    told = lines(*[
        ("participants", name, {"entity": name}, {"entity": name, "apologies": True}) for name in ("FAO", "WHO")
    ])  # fmt: skip
    assert told == ["FAO, WHO - sent apologies"]


WORDS = st.lists(st.sampled_from(["the", "survey", "plan", "of", "data"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_marks_lose_no_word_and_unmarked_words_are_common_to_both(before, after):
    old, new = marked(before, after)
    assert re.sub(r"[\[\]]", "", old) == before
    assert re.sub(r"[\[\]]", "", new) == after
    assert " ".join(re.sub(r"\[[^]]*\]", "", old).split()) == " ".join(re.sub(r"\[[^]]*\]", "", new).split())


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9999, 9999)
    | st.text(max_size=8)
    | st.sampled_from([ITEM, "2026-09-30", "f" * 32]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_no_value_of_the_record_shows_a_key_or_fails(value):
    assert not re.search("[0-9a-f]{32}", value_words(value, Around().name))


def test_the_milestones_of_a_workplan_line_are_told_by_their_quarter():
    line = {"year": 2026, "number": "W03", "output": "Plan", "gcm": [1, 3], "sdg": ["10.7"], "unsdcf": "2.1",
            "milestones": [{"quarter": 2, "text": "draft", "done_on": None}]}  # fmt: skip
    done = {**line, "milestones": [{"quarter": 2, "text": "draft", "done_on": "2026-06-12"}]}
    assert lines(("workplan_lines", "w", None, line)) == [
        "new: 2026/W03 - output Plan; gcm 1, 3; sdg 10.7; unsdcf 2.1; milestones Q2 draft"
    ]
    assert lines(("workplan_lines", "w", line, done)) == [
        "2026/W03 - milestones: Q2 draft -> Q2 draft, done 12 Jun 2026"
    ]


def test_who_was_responsible_before_is_told_with_the_day_and_the_reason_of_the_change():
    was = {"responsible": ["UNDP", "UNV"], "due": "2026-08-31", "due_words": "31 Aug", "until": "2026-09-22",
           "by": "A. Otieno", "why": "roads were closed"}  # fmt: skip
    told = lines(("actions", "a", action(responsible=["UNDP", "UNV"]), action(responsible=["IOM"], earlier=[was])))
    assert told[1] == "  until then: UNDP, UNV, by 31 Aug 2026; changed on 22 Sep 2026 because roads were closed"
    was = {**was, "due": None, "due_words": "the first snow", "why": ""}
    assert lines(("actions", "a", action(earlier=[]), action(earlier=[was]))) == [
        "2026/Q3/A07 - until then: UNDP, UNV, by the first snow; changed on 22 Sep 2026"
    ]


def test_a_saved_search_is_told_by_its_name():
    assert lines(("searches", "s", None, {"name": "late-ones", "query": "is:overdue"})) == [
        "new: search @late-ones - query is:overdue"
    ]


def test_that_nothing_has_to_be_carried_out_is_said_so():
    before = {"number": "D01", "meeting": MEETING, "text": "The Network"}
    assert lines(("decisions", "d", {**before, "carried_out": False}, {**before, "carried_out": True})) == [
        "2026/Q3/D01 - nothing has to be carried out"
    ]
    assert lines(("decisions", "d", before, {**before, "carried_out": False})) == [], "a field that came later"


def test_the_review_of_a_group_is_told_with_its_day_and_its_grounds():
    before = {"symbol": "WG-DATA", "review_on": None, "review_by": "", "review_reason": ""}
    after = {**before, "review_on": "2026-12-31", "review_reason": "the report is late"}
    assert lines(("bodies", "b", before, after)) == [
        "WG-DATA - to be reviewed by: none -> 31 Dec 2026",
        "  review moved because: none -> the report is late",
    ]


def test_the_end_of_a_check_says_who_declared_it_and_on_what_basis():
    closing = {"outcome": "adopted", "at": "2026-09-22T10:44:00+03:00", "declared_by": "IOM", "words": "so decided",
               "basis": "consensus"}  # fmt: skip
    assert lines(("proposals", "p", proposal(), {**proposal(), "closing": closing})) == [
        "2026/Q3/P2 - end of the check: none -> adopted; at 22 Sep 2026 10:44; declared by IOM; so decided; "
        "basis: consensus"
    ]


def test_what_adoption_does_is_told_with_its_day():
    effect = {"kind": "establish", "subject": "WG-DATA", "name": "Data", "tier": "member", "until": "2027-03-31"}
    assert lines(("proposals", "p", proposal(), {**proposal(), "effects": [effect]})) == [
        "2026/Q3/P2 - on adoption: establish; WG-DATA; Data; until 31 Mar 2027"
    ]
