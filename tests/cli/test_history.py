"""`minutebook history` as people read it, and as programs do."""

import json


def test_the_history_of_an_action_is_told_in_words(in_session):
    in_session("capture", "2026/Q3", typed="/action IOM: revise section 2 by 30 Sep\n/fix section 2/section 3/\n")
    told = in_session("history", "a1")[0]
    assert "new: 2026/Q3/A01 - revise section 2; responsible IOM; due 30 Sep 2026" in told
    assert "text: revise section 2 -> revise section 3" in told
    assert len(in_session("history", "2026/Q3/A01", "--json")[0].splitlines()) == 2
    *_, last = in_session("history", "--json")[0].splitlines()
    changes = json.loads(last)["changes"]
    assert [(c["before"]["text"], c["changed"]["text"]) for c in changes] == [("revise section 2", "revise section 3")]


def test_a_record_that_there_is_not_is_told_with_the_nearest(in_session):
    in_session("capture", "2026/Q3", typed="/action IOM: revise section 2 by 30 Sep\n")
    assert "did you mean 'A01'?" in in_session("history", "A07", status=1)[1]


def test_a_note_that_is_undone_is_named_as_one(in_session):
    in_session("capture", "2026/Q3", typed="Members discussed the sources.\n")
    assert in_session("undo")[0] == "undone: note\n"
