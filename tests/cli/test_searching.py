"""Searching from the command line: the same queries, saved ones too."""

import json


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
    assert "Nothing has owner:IOMM: did you mean 'owner:iom'?" in in_session("actions", "owner:IOMM")[1]
    assert in_session("searches", "save", "x", "ownr:IOM", status=1)[1].startswith("There is no filter 'ownr:'")
