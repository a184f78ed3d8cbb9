"""Documents on the command line, from the first version to a file that is gone."""

import json


def test_a_document_from_its_arrival_to_its_circulation(command_line):
    command_line("new", "kosovo", "--me", "A. Otieno")
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2030-12-10T10:00")
    plan, second = command_line.home / "Data plan.txt", command_line.home / "Data plan v2.txt"
    plan.write_text("one", encoding="utf-8")
    second.write_text("two", encoding="utf-8")
    said, _ = command_line("document", "add", "2030/Q4", "1", "Data plan.txt", "--received", "2026-11-01")
    assert said == "1.1 Data plan, not circulated\n"
    _, told = command_line("document", "add", "2030/Q4", "1", "Data pan.txt", status=1)
    assert told == "The file Data pan.txt is not found: give it with its folder.\n"
    _, told = command_line("document", "add", "2030/Q4", "9", "Data plan.txt", status=1)
    assert told.startswith("There is no item '9' on the agenda")
    said, _ = command_line("document", "add", "2030/Q4", "1", "--title", "Note", "--number", "1.7")
    assert said == "1.7 Note, not circulated\n"
    command_line("document", "hold", "2030/Q4", "1.7")
    said, _ = command_line("document", "version", "2030/Q4", "1.1", str(second))
    assert said == "1.1 Data plan, version 2, not circulated\n"
    said, told = command_line("meeting", "circulate", "2030/Q4")
    assert said == "2030/Q4 agenda v1 circulated\n"
    assert "With it went document 1.1." in told.splitlines()

    second.unlink()
    said, told = command_line("document", "list", "2030/Q4")
    assert [line.split()[:4] for line in said.splitlines()] == [
        ["1.1", "1", "in", "place"], ["1.1", "2", "not", "found"], ["1.7", "-", "no", "file"],
    ]  # fmt: skip
    assert told == "Not as on record: document 1.1; minutebook check says what closes that.\n"
    rows = [json.loads(line) for line in command_line("document", "list", "--json")[0].splitlines()]
    assert [(row["version"], row["current"], row["file"]) for row in rows] == [
        ("1", False, "in place"), ("2", True, "not found"), (None, True, "no file"),
    ]  # fmt: skip
    said, _ = command_line("check", "2030/Q4", status=1)
    assert f"is not found at {second.resolve()} (KOS:107): name the place where it lies now" in said
    moved = command_line.home / "moved.txt"
    moved.write_text("two", encoding="utf-8")
    command_line("document", "file", "2030/Q4", "1.1", "moved.txt")
    said, told = command_line("check", "2030/Q4")
    assert (said, told.startswith("No gap is open so far")) == ("", True)
    _, told = command_line("document", "remove", "2030/Q4", "1.1", status=1)
    assert told == "Document 1.1 was circulated, so it stays on record.\n"
    assert command_line("document", "remove", "2030/Q4", "1.7")[0] == "1.7 Note removed\n"


def test_what_is_missing_from_an_agenda_is_told_when_it_is_circulated(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2030-12-10T10:00")
    (command_line.home / "items.txt").write_text("Plan [decision]\nHousing [decision]\n", encoding="utf-8")
    command_line("agenda", "2030/Q4", str(command_line.home / "items.txt"))
    plan = command_line.home / "Data plan.txt"
    plan.write_text("one", encoding="utf-8")
    items, _ = command_line("agenda", "2030/Q4")
    number = next(n for n, line in enumerate(items.splitlines(), 1) if "Plan" in line)
    command_line("document", "add", "2030/Q4", str(number), str(plan))
    plan.write_text("two", encoding="utf-8")
    said, told = command_line("meeting", "circulate", "2030/Q4")
    assert said == "2030/Q4 agenda v1 circulated\n"
    assert told.splitlines()[1:] == [  # the first names the recipients
        f"With it went document {number}.1.",
        f"For decision without a circulated document: {number + 1}.",
        f"Not found, or another file than on record: {number}.1.",
    ]
    _, told = command_line("meeting", "circulate", "2030/Q4")
    assert "Nothing has changed since v1." in told


def test_a_file_that_is_gone_or_there_already_is_told(in_session, tmp_path):
    file = tmp_path / "plan.docx"
    file.write_bytes(b"plan")
    assert "already" not in in_session("document", "add", "2026/Q3", "1", str(file))[1]
    told = in_session("document", "add", "2026/Q3", "1", str(file))[1]
    assert told == "The same file is on the table as document 1.1 already.\n"
    assert in_session("document", "circulate", "2026/Q3", "1.1")[1] == ""
    file.unlink()
    said, told = in_session("document", "circulate", "2026/Q3", "1.2")
    assert "circulated" in said
    assert told.startswith("The file of document 1.2, ")
    assert told.endswith("is not found on this computer.\n")


def test_a_document_has_its_history(in_session, tmp_path):
    for name in ("plan", "annex"):
        (tmp_path / f"{name}.docx").write_text(name, encoding="utf-8")
    in_session("document", "add", "2026/Q3", "1", str(tmp_path / "plan.docx"))
    in_session("document", "version", "2026/Q3", "1.1", str(tmp_path / "annex.docx"))
    for symbol in ("1.1", "2026/Q3/1.1"):
        assert "version: none -> 2" in in_session("history", symbol)[0]
