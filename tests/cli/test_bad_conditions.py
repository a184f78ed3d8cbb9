"""Papers where the disk is full, the place wrong, or the record odd: one sentence, or a paper."""

import csv
import io
import resource
import subprocess
import sys
from pathlib import Path

import pytest

LONG = "The Network endorses " + "the data plan of the survey " * 400


def refused(command_line, *words):
    results, messages = command_line(*words, status=1)
    assert results == ""
    assert messages.count("\n") == 1
    return messages


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("nowhere/minutes.md", "No such file or directory"),
        ("papers", "is a folder: name the file to write"),
        ("two\nlines.md", "is no name for a file: leave out the line break in it."),
        ("notes.txt/minutes.md", "Not a directory"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(in_session, place, why):
    (in_session.home / "notes.txt").write_text("mine", encoding="utf-8")
    (in_session.home / "papers").mkdir()
    before = sorted(path.name for path in in_session.home.iterdir())
    assert why in refused(in_session, "export", "minutes", "-o", place)
    assert sorted(path.name for path in in_session.home.iterdir()) == before


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_on_a_full_disk_the_paper_that_was_there_stays_and_nothing_is_left_behind(in_session, ending):
    paper = in_session.home / f"minutes.{ending}"
    paper.write_text("as it was", encoding="utf-8")
    there = sorted(path.name for path in in_session.home.iterdir())

    def with_little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))

    with in_session.start("export", "minutes", "-o", paper.name, preexec_fn=with_little_room) as process:
        results, messages = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"minutes." in messages
    assert b"cannot be written: " in messages
    assert messages.count(b"\n") == 1
    assert results == b""
    assert paper.read_text(encoding="utf-8") == "as it was"
    assert sorted(path.name for path in in_session.home.iterdir()) == there


@pytest.mark.parametrize("words", [("export", "minutes"), ("decisions",), ("export", "minutes", "--format", "html")])
def test_results_that_find_no_room_are_told_in_a_sentence(in_session, words):
    in_session("capture", "2026/Q3", typed="/d The Network took note\n")
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "tui_app", *words], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
            env=in_session.environment, cwd=in_session.home,
        )  # fmt: skip
    assert process.returncode == 1
    assert process.stderr.decode() == "There is no room left where the results go: free some, or send them elsewhere.\n"


def test_three_hundred_entries_a_cell_of_ten_thousand_characters_and_nobody_named_are_a_paper(in_session):
    entries = [f"Members discussed point {number}." for number in range(300)]
    in_session(
        "capture",
        "2026/Q3",
        typed="\n".join(["/in UNHCR", "/item 2", *entries, f"/d {LONG}", "/a IOM: " + "x" * 10_000]),
    )
    minutes, _ = in_session("export", "minutes")
    assert [line for line in minutes.split("\n") if line.startswith("Members discussed point")] == entries
    assert "| UNHCR | not named |" in minutes
    assert minutes.count(LONG.strip()) >= 2
    for ending in ("html", "docx"):
        in_session("export", "minutes", "-o", f"minutes.{ending}")
    in_session("export", "actions", "-o", "actions.csv")
    rows = csv.reader(io.StringIO((in_session.home / "actions.csv").read_bytes().decode("utf-8-sig")))
    assert "x" * 10_000 in {cell for row in rows for cell in row}


def test_names_with_line_breaks_are_kept_in_one_line(in_session):
    in_session("member", "add", "NRC", "--name", "Norwegian\nRefugee Council")
    in_session(
        "capture",
        "2026/Q3",
        typed="/in IOM A.\x0bOtieno\n/guest Min.\x0bof Labour, invited by IOM for item 2\n/new A title\x0bin two\n",
    )
    for kind in ("members", "minutes", "agenda"):
        text, _ = in_session("export", kind)
        assert text.startswith("# Kenya UN Network on Migration\n")
        for line in text.split("\n"):
            assert not line.startswith(("Refugee", "Otieno", "of Labour", "in two"))


def test_a_document_that_changed_on_disk_is_told_before_it_goes_out(in_session):
    plan = in_session.home / "plan.txt"
    plan.write_text("one", encoding="utf-8")
    in_session("document", "add", "2026/Q3", "2", "plan.txt")
    plan.write_text("two", encoding="utf-8")
    gaps, _ = in_session("check", "2026/Q3", status=1)
    assert "plan" in gaps
    assert "changed" in gaps or "another file" in gaps
    assert (
        "another file" in in_session("export", "completeness")[0]
        or "changed" in in_session("export", "completeness")[0]
    )
