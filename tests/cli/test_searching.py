"""Searching from the command line: the same queries, saved ones too."""

import json

import pytest


def filled(command_line):
    lines = (
        "/in all\nILO: asked about seasonal work\n/decide The Network endorsed the data plan\n/action IOM: print it\n"
    )
    command_line("capture", "2026/Q3", typed=lines)


def test_all_that_is_on_record_is_searched(in_session):
    filled(in_session)
    results, _ = in_session("search", "seasonal")
    assert "2026/Q3  2026-09-22  statement  ILO: asked about seasonal work" in results
    assert "decision  The Network endorsed the data plan\n    ILO: asked about seasonal work" in results
    (row,) = map(json.loads, in_session("search", "kind:action", "--json")[0].splitlines())
    assert list(row) == ["kind", "symbol", "meeting", "on", "item", "entity", "text", "context"]
    assert (row["symbol"], row["text"]) == ("UNNM-KEN/2026/Q3/A01", "print it")


def test_decisions_come_before_actions_and_these_before_what_was_said(in_session):
    in_session(
        "capture", "2026/Q3", typed="/in all\nILO: the shelter\n/decide A shelter\n/action IOM: find the shelter\n"
    )
    kinds = [json.loads(line)["kind"] for line in in_session("search", "shelter", "--json")[0].splitlines()]
    assert kinds == ["decision", "action", "statement"]


SHELTER = "/in all\nUN Women: the shelter\n/action UN Women: find a shelter\n/action UNHCR: build it\n"


@pytest.mark.parametrize(
    "words",
    [
        ("actions", "is:open owner:UN Women"),
        ("actions", "owner:UN Women shelter"),
        ("actions", "is:open", "owner:UN", "Women", "is:not", "started"),
        ("actions", "owner:UN Women"),
        ("actions", "since:1 July 2026", "find"),
        ("search", "kind:statement shelter"),
        ("search", "shelter kind:statement"),
        ("search", "entity:UN Women kind:statement"),
        ("search", "meeting:2026 Q3 kind:statement"),
    ],
)
def test_a_query_of_one_argument_and_names_of_two_words_are_understood(in_session, words):
    in_session("capture", "2026/Q3", typed=SHELTER)
    (line,) = in_session(*words)[0].splitlines()
    assert "shelter" in line


def test_a_saved_search_is_found_without_its_accents(in_session):
    filled(in_session)
    in_session("searches", "save", "vonesë", "plan")
    assert "D01" in in_session("decisions", "@VONESE")[0]
    assert in_session("searches", "remove", "vonese")[0] == "removed: @vonesë\n"


def test_a_saved_search_is_used_by_its_name_and_removed(in_session):
    filled(in_session)
    assert in_session("searches", "save", "plan", "text:data plan", "kind:decision")[0].startswith("@plan  text:")
    assert "UNNM-KEN/2026/Q3/D01" in in_session("decisions", "@plan")[0]
    assert in_session("searches")[0] == '@plan  text:"data plan" kind:decision\n'
    assert "did you mean '@plan'" in in_session("decisions", "@plam", status=2)[1]
    in_session("searches", "remove", "@plan")
    assert "There is no saved search yet" in in_session("searches")[1]


def test_what_cannot_be_searched_for_is_one_sentence(in_session):
    filled(in_session)
    assert "Search for what?" in in_session("search", status=2)[1]
    assert "turn the two around" in in_session("search", "since:2026", "until:2025", status=2)[1]
    assert "Nothing has owner:IOMM: did you mean 'owner:IOM'?" in in_session("actions", "owner:IOMM", status=2)[1]
    assert in_session("actions", "meeting:2026/Q8", status=2)[1].endswith("did you mean 'meeting:2026/Q3'?\n")
    assert in_session("actions", "owner:FAO")[1] == "There is no action that matches.\n"
    assert in_session("searches", "save", "x", "ownr:IOM", status=1)[1].startswith("There is no filter 'ownr:'")


def test_what_was_said_is_asked_of_the_decisions_and_found_by_a_search(in_session):
    _, told = in_session("decisions", "kind:statement", "shelter", status=2)
    assert "minutebook search kind:statement shelter" in told
    _, told = in_session("decisions", "kind:recomendation", status=2)
    assert "did you mean 'kind:recommendation'?" in told
    _, told = in_session("decisions", "kind:statment", status=2)
    assert "did you mean 'kind:statement'?" in told


def test_a_decision_that_nobody_has_to_carry_out_is_listed_so(in_session):
    in_session("capture", "2026/Q3", typed="/in all\n/decide It adopted its minutes\n/owner D01 nobody\n")
    listed, _ = in_session("decisions")
    assert "  adopted  -  nothing to carry out  -  It adopted its minutes" in listed
    assert "no owner" not in listed


def test_the_list_of_decisions_tells_of_the_proposals_that_match(in_session):
    lines = "/in all\n/propose A budget line\n/position FAO objects resources: none is there\n/decide The report\n"
    in_session("capture", "2026/Q3", typed=lines)
    for query in ("is:consultation", 'entity:"FAO objects"'):
        assert in_session("decisions", query)[1] == (
            "What matches too and became no decision, --all lists: 1 proposal.\n"
        )
    listed, told = in_session("decisions", "kind:proposal")
    assert ("2026/Q3/P1" in listed, told) == (True, "")
    assert in_session("decisions", "is:consultation", "--all")[1] == ""
    assert in_session("decisions")[1] == ""


def test_the_words_of_a_deadline_stay_beside_its_day(in_session):
    in_session("capture", "2026/Q3", typed="/in all\n/action IOM: clear the road\n")
    in_session("meeting", "close", "2026/Q3")
    in_session("assign", "A01", 'by "the first snow"')
    assert "  the first snow  " in in_session("actions")[0]
    in_session("assign", "A01", "ILO by 2027-03-15 because the ministry lost its officer")
    assert "  2027-03-15 (the first snow)  ILO" in in_session("actions")[0]
    (row,) = map(json.loads, in_session("actions", "--json")[0].splitlines())
    assert (row["due"], row["due_words"]) == ("2027-03-15", "the first snow")
    assert "by when: the first snow" in in_session("search", "snow")[0]
    assert "IOM; the first snow; the ministry lost its officer" in in_session("search", "lost its officer")[0]


def test_a_filter_without_its_value_lists_nothing(in_session):
    assert "is: needs its value right behind it: one of: open, overdue" in in_session("actions", "is:", status=2)[1]
    assert "meeting: needs its value right behind it" in in_session("decisions", "meeting:", status=2)[1]
    assert "An @ needs the name" in in_session("decisions", "@", status=2)[1]
    assert "by: needs its value" in in_session("backlog", "by:", status=2)[1]
    assert "Nothing has by:UNHCRR: did you mean 'by:UNHCR'?" in in_session("backlog", "by:UNHCRR", status=2)[1]
