"""The backlog from the command line: from a suggestion to the agenda and back."""

import json

import pytest


@pytest.fixture
def planned(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2026-12-08T10:00")
    return command_line


def test_a_suggestion_is_made_taken_and_sent_back(planned):
    assert planned("backlog")[1] == "The backlog is empty.\n"
    said, _ = planned("backlog", "add", "Housing", "[decision]", "20m", "--by", "unhcr", "--on", "2026-11-03",
                      "--note", "asked in the field")  # fmt: skip
    assert said == "S01 Housing - for decision - 20 minutes (UNHCR, 3 Nov 2026)\n"
    planned("backlog", "add", "Diaspora day", "--by", "J. Mwangi", "--on", "2026-11-04")
    assert [line.split()[0] for line in planned("backlog")[0].splitlines()] == ["S01", "S02"]
    assert planned("backlog", "by:UNHCR")[0] == "S01  decision  20m  Housing  UNHCR, 3 Nov 2026\n"
    said, _ = planned("backlog", "take", "S01", "2026/Q4")
    assert said == "item 4 of 2026/Q4: Housing (proposed by UNHCR)\n"
    assert "Housing (proposed by UNHCR)" in planned("export", "agenda", "2026/Q4")[0]
    said, _ = planned("backlog", "back", "4", "--reason", "the report is not ready")
    assert said == "S01 Housing - for decision - 20 minutes (UNHCR, 3 Nov 2026)\n"
    assert "the report is not ready" in planned("history", "S1")[0]
    assert planned("backlog", "withdraw", "diaspora")[0] == "S02 Diaspora day: withdrawn\n"
    (row,) = (json.loads(line) for line in planned("backlog", "--json")[0].splitlines())
    assert row == {"number": "S01", "title": "Housing", "purpose": "decision", "minutes": 20, "presenter": "",
                   "proposed_by": "UNHCR", "proposed_on": "2026-11-03", "note": "asked in the field",
                   "put_off": []}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("backlog", "take", "S09"), 1, "The backlog is empty."),
        (("backlog", "add", "Housing"), 2, "--by"),
        (("backlog", "colour:red"), 2, "colour"),
        (("backlog", "back", "1"), 1, "stands on every agenda"),
        (("backlog", "add", "Housing", "--by", "IOM", "--body", "WG-X"), 1, "no body 'WG-X'"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(planned, words, status, sentence):
    results, told = planned(*words, status=status)
    assert results == ""
    assert sentence in told
    assert told.count("\n") == 1
