"""The whole way from a new register to its papers, in real processes."""

import json
from pathlib import Path

AGENDA = """Opening [decision] 5m
Data on labour migration [decision] 20m IOM
  Sources of the survey 5m
"""
LINES = """/time 10:05
/in IOM A. Otieno
/in UNHCR K. Hassan
ILO: asked that seasonal work be included, à Genève — 日本

/item 2
/action IOM, ILO: revise section 2 by 30 Sep 2026
/propose The Network endorses the data plan
/position UNHCR objects resources: asks for a budget line
/withdraw UNHCR
/decide The Network took note of the survey
/owner D01 IOM by 2026-12-01
"""


def test_from_a_new_register_to_its_papers(command_line):
    folder, _ = command_line("new", "kenya", "--me", "A. Otieno")
    assert Path(folder.strip()).is_dir()
    assert Path(folder.strip()).is_relative_to(command_line.home)
    symbol, _ = command_line("meeting", "add", "--kind", "quarterly", "--on", "2026-09-22T10:00", "--place", "Gigiri")
    assert symbol == "2026/Q3\n"
    told, _ = command_line("agenda", "2026q3", "-", typed=AGENDA)
    assert told == "2026/Q3 agenda set: 3 items, 25 of 120 minutes\n"
    agenda, _ = command_line("agenda", "2026Q3")
    assert agenda.splitlines()[1] == "Data on labour migration [decision] 20m IOM"
    again, _ = command_line("agenda", "2026/Q3", "-", typed=agenda)
    assert again == told
    assert command_line("meeting", "circulate")[0] == "2026/Q3 agenda v1 circulated\n"
    assert command_line("meeting", "open", "--at", "10:00")[0] == "2026/Q3 opened 10:00\n"

    taken, notes = command_line("capture", "2026/q3", typed=LINES)
    assert len(taken.splitlines()) == len([line for line in LINES.splitlines() if line])
    assert "A01 action IOM, ILO: revise section 2 by 2026-09-30" in taken.splitlines()
    assert "statement ILO: asked that seasonal work be included, à Genève — 日本" in taken.splitlines()
    assert "1 empty line was passed over." in notes.splitlines()

    closed, missing = command_line("meeting", "close", "--at", "11:45")
    assert closed == "2026/Q3 closed 11:45\n"
    assert "P1 is still open" in missing
    minutes, _ = command_line("export", "minutes")
    assert "à Genève — 日本" in minutes
    assert "UNNM-KEN/2026/Q3/D01" in minutes
    for kind in ("agenda", "decisions", "actions", "members"):
        assert "# " in command_line("export", kind)[0]

    decisions, _ = command_line("decisions", "--json")
    (decision,) = [json.loads(line) for line in decisions.splitlines()]
    assert decision["symbol"] == "UNNM-KEN/2026/Q3/D01"
    assert decision["owners"] == ["IOM"]
    everything = [json.loads(line) for line in command_line("decisions", "--all", "--json")[0].splitlines()]
    assert [row["state"] for row in everything] == ["consultation", "adopted"]


def test_a_paper_is_written_to_a_file(in_session):
    told, _ = in_session("export", "agenda", "-o", "agenda.md")
    assert told == "agenda.md\n"
    printed, _ = in_session("export", "agenda")
    assert (in_session.home / "agenda.md").read_text(encoding="utf-8").rstrip("\n") == printed.rstrip("\n")


def test_minutes_are_circulated_and_adopted_and_then_stay(in_session):
    in_session("capture", "2026/Q3", typed="/in IOM A. Otieno\n")
    in_session("meeting", "close", "2026/Q3", "--at", "11:00")
    assert in_session("meeting", "circulate", "--comments-by", "+2w")[0] == "2026/Q3 minutes v1 circulated\n"
    assert in_session("meeting", "adopt")[0] == "2026/Q3 minutes adopted\n"
    assert "cannot be undone" in in_session("undo", status=1)[1]
    (row,) = in_session("meetings", "--json")[0].splitlines()
    assert json.loads(row)["state"] == "adopted"
    assert "2026/Q3  2026-09-22 10:00  quarterly  adopted" in in_session("meeting", "list")[0]


def test_undo_takes_the_last_change_back_and_says_what_it_was(in_session):
    assert in_session("undo")[0] == "undone: 2026/Q3 opened\n"
    assert '"state": "planned"' in in_session("meetings", "--json")[0]


def test_a_member_joins_and_leaves(in_session):
    told, notes = in_session("member", "add", "IFRC", "--name", "Red Cross", "--from", "2026-10-01")
    assert told == "IFRC member from 2026-10-01 (pending)\n"
    assert "KEN:74" in notes
    in_session("member", "end", "UNV", "--on", "2026-12-31")
    (row,) = in_session("members", "volunteers", "--json")[0].splitlines()
    assert json.loads(row) == {
        "entity": "UNV",
        "name": "United Nations Volunteers",
        "tier": "member",
        "from": None,
        "until": "2026-12-31",
    }


def test_the_charter_is_printed_with_clauses_and_where_it_disagrees(in_session):
    printed, _ = in_session("charter")
    assert "(KEN:134)" in printed
    assert any(line.startswith("to be settled [KEN/") for line in printed.splitlines())


def test_a_register_is_named_before_or_after_the_command(command_line):
    folder = str(command_line.home / "elsewhere")
    assert command_line("new", "serbia", "--me", "M. Petrović", "--register", folder)[0].strip() == folder
    command_line("--register", folder, "meeting", "add", "--kind", "annual", "--on", "2026-12-08T10:00")
    command_line("meeting", "--register", folder, "add", "--kind", "quarterly", "--on", "2026-12-09T10:00")
    assert command_line("--register", folder, "meetings") == command_line("meetings", "--register", folder)
    assert [json.loads(line)["by"] for line in command_line("history", "--json")[0].splitlines()] == ["M. Petrović"] * 4
    assert folder in command_line("paths")[0]


def test_the_sample_year_without_a_terminal_is_played_and_its_minutes_printed(command_line):
    minutes, told = command_line("demo")
    assert minutes.split("\n")[2].startswith("> INTERNAL USE ONLY")
    assert "Minutes of the third quarterly meeting of 2026" in minutes
    folder = told.strip().splitlines()[-1].removeprefix("The sample year is in ")
    assert Path(folder).is_dir()
    assert command_line("--register", folder, "decisions")[0]


def test_a_kind_of_meeting_that_the_tor_do_not_know_is_added_with_a_note(command_line):
    command_line("new", "kosovo", "--me", "B. Krasniqi")
    symbol, note = command_line("meeting", "add", "--kind", "annual", "--on", "2026-12-08T10:00")
    assert symbol == "2026/AN\n"
    assert note == "The Terms of Reference do not provide for an annual meeting; it is planned all the same.\n"
    assert command_line("meeting", "add", "--kind", "quarterly", "--on", "2026-12-09T10:00")[1] == ""
