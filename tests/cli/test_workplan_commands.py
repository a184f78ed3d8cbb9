"""The workplan on the command line, as a secretary without a screen has it (R-67)."""

import json

import pytest

LINE = "Data plan adopted [IOM] with ILO, UNHCR; gcm 1, 3; sdg 10.7, 17.18; unsdcf 2.1; Q2 draft circulated; Q3 adopted"
YEAR = ("--year", "2026")


@pytest.fixture
def kenya(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    return command_line


def test_a_line_from_the_first_word_to_the_paper(kenya):
    said, _ = kenya("workplan", "add", LINE, *YEAR)
    assert said == f"2026/W01 {LINE}\n"
    kenya("workplan", "add", "Legal identity desk opened [UNHCR]", *YEAR)
    assert kenya("workplan", "move", "w02", "up", *YEAR)[0].startswith("2026/W02")
    said, _ = kenya("workplan", "done", "1", "Q2", "--on", "2026-06-12", *YEAR)
    assert said == "2026/W01 Q2 draft circulated (done 2026-06-12); Q3 adopted - in progress\n"
    said, _ = kenya("workplan", "progress", "2026/W01", "impl plan adopted", "--evidence", "minutes of Q3", "--on",
                    "2026-09-22")  # fmt: skip
    assert said == "2026/W01 implemented: plan adopted; evidence: minutes of Q3, 2026-09-22\n"
    said, _ = kenya("workplan", "edit", "W01", "Plan adopted [ILO]; Q2 draft circulated", *YEAR)
    assert said == "2026/W01 Plan adopted [ILO]; Q2 draft circulated\n"
    rows = [json.loads(line) for line in kenya("workplan", "2026", "--json")[0].splitlines()]
    assert [row["number"] for row in rows] == ["W02", "W01"]
    assert (rows[1]["status"], rows[1]["milestones"][0]["done"]) == ("implemented", "2026-06-12")
    assert kenya("workplan", "strike", "W02", *YEAR)[1] == "2026/W02 is struck out; once more restores it.\n"
    said, told = kenya("workplan", "2026")
    assert said.split(maxsplit=2) == ["W01", "implemented", "Plan adopted [ILO]; Q2 draft circulated\n"]
    assert told == "Workplan for 2026: draft, not endorsed by a decision.\n"
    paper, _ = kenya("export", "workplan", "2026")
    assert "## Workplan for 2026" in paper
    assert "implemented: plan adopted; evidence: minutes of Q3" in paper
    assert kenya("undo")[0].strip().endswith("2026/W02 struck out")


def test_decisions_are_linked_and_those_without_a_line_listed(in_session):
    in_session("capture", "2026/Q3", typed="/d It took note of the report\n/d It agreed on a survey\n/a IOM: send it\n")
    in_session("workplan", "add", "Survey held [IOM]", *YEAR)
    said, _ = in_session("workplan", "link", "W01", "2026/Q3/D02", "2026/Q3/A01", *YEAR)
    assert said == "2026/W01 is served by UNNM-KEN/2026/Q3/D02, UNNM-KEN/2026/Q3/A01\n"
    in_session("capture", "2026/Q3", typed="/d The workplan is endorsed\n/effect workplan 2026\n")
    in_session("workplan", "unlink", "W01", "2026/Q3/A01", *YEAR)
    assert "endorsed by 2026/Q3/D03 on " in in_session("workplan", "2026")[1]
    in_session("verify")


@pytest.mark.parametrize(
    ("words", "told", "status"),
    [
        (("add", "Plan; gcm 24"), "'24' is not an objective of the Global Compact: they are numbered 1 to 23", 1),
        (("add", "Plan; sdg 10.8"), "goal 10 has 10.1 to 10.7 and 10.a to 10.c", 1),
        (("done", "1", "Q1"), "the workplan for 2026 has no line yet", 1),
        (("link", "1"), "SYMBOL", 2),
        (("ad", "Plan"), "did you mean 'add'", 2),
        (("26",), "'26' is not a year: write it as 2026", 2),
        (("move", "1", "left"), "write up or down", 2),
    ],
)
def test_bad_input_is_told_in_one_sentence(kenya, words, told, status):
    of_the_year = YEAR if words[0] in ("add", "done") else ()
    _, message = kenya("workplan", *words, *of_the_year, status=status)
    assert told in message
    assert message.count("\n") == 1


def test_the_paper_of_what_is_no_year_is_told(kenya):
    assert "'soon' is not a year" in kenya("export", "workplan", "soon", status=1)[1]
