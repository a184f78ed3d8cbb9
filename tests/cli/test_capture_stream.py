"""Minutes through a pipe: a line is acknowledged once it is on the disk, and nothing acknowledged is lost."""

import json
import signal
import sys

import pytest


def entries(command_line):
    (row,) = command_line("meetings", "--json")[0].splitlines()
    return json.loads(row)["entries"]


def test_each_line_is_answered_before_the_next_is_typed_and_survives_a_kill(in_session):
    with in_session.start("capture", "2026/Q3") as process:
        for number in range(3):
            process.stdin.write(f"note {number}\n".encode())
            process.stdin.flush()
            assert process.stdout.readline() == f"note note {number}\n".encode()
        process.kill()
    assert entries(in_session) == 3


def test_a_line_that_cannot_be_read_is_told_with_its_number_and_the_next_is_taken(in_session):
    taken, told = in_session("capture", "2026/Q3", "-", typed="one\n/acton x\n\ntwo\n", status=1)
    assert taken == "note one\nnote two\n"
    assert told.splitlines() == [
        "line 2: There is no command /acton: did you mean 'action'? Begin with // to write it as text.",
        "1 empty line was passed over.",
    ]
    assert entries(in_session) == 2


def test_strict_stops_at_the_first_line_that_cannot_be_read(in_session):
    taken, told = in_session("capture", "2026/Q3", "--strict", typed="one\n/acton x\ntwo\n", status=1)
    assert taken == "note one\n"
    assert told.startswith("line 2: ")
    assert entries(in_session) == 1


def test_bytes_of_any_kind_are_taken_as_text(in_session):
    raw = b"\xef\xbb\xbffirst\r\nbad \xff byte\r\nbell \x07\nlast without an end"
    taken, told = in_session("capture", "2026/Q3", typed=raw)
    assert taken.splitlines() == [
        "note first",
        "note bad \N{REPLACEMENT CHARACTER} byte",
        "note bell",
        "note last without an end",
    ]
    assert told.splitlines() == [
        "line 3 was taken. 1 control character was removed.",
        "Line 2 has bytes that are not UTF-8: each was replaced by \N{REPLACEMENT CHARACTER}.",
    ]


def test_utf_16_is_refused_in_one_sentence(in_session):
    taken, told = in_session("capture", "2026/Q3", typed="one\n".encode("utf-16"), status=1)
    assert (taken, told.count("\n")) == ("", 1)
    assert "UTF-8" in told
    assert entries(in_session) == 0


def test_a_file_is_taken_like_standard_input(in_session):
    (in_session.home / "lines.txt").write_text("one\n/time 10:20\ntwo\n", encoding="utf-8")
    assert in_session("capture", "2026/Q3", "lines.txt")[0] == "note one\ntime 10:20\nnote two\n"
    assert "cannot be read" in in_session("capture", "2026/Q3", "missing.txt", status=1)[1]


def test_a_meeting_that_is_over_takes_no_new_line(in_session):
    in_session("meeting", "close", "--at", "11:00")
    taken, told = in_session("capture", "2026/Q3", typed="one\n", status=1)
    assert taken == ""
    assert told == (
        "line 1: 2026/Q3 is closed and its minutes are a draft: no line is added to them, /fix old/new/ repairs one.\n"
    )


def test_what_comments_ask_for_is_put_right_in_the_draft_and_goes_out_as_the_next_version(in_session):
    in_session("capture", "2026/Q3", typed="Members discussed the sources.\n")
    in_session("meeting", "close", "--at", "11:00")
    in_session("meeting", "circulate", "2026/Q3")
    taken, _ = in_session("capture", "2026/Q3", typed="/fix the sources/the draft sources/\n")
    assert taken == "edited Members discussed the draft sources.\n"
    in_session("meeting", "circulate", "2026/Q3")
    assert "[+draft +]" in in_session("differences", "2026/Q3", "minutes", "1", "2")[0]
    in_session("meeting", "adopt", "2026/Q3")
    refused = in_session("capture", "2026/Q3", typed="/fix draft/final/\n", status=1)[1]
    assert refused == "2026/Q3 has adopted minutes, which cannot change.\n"


def test_a_reader_that_goes_away_ends_the_capture_quietly(in_session):
    with in_session.start("capture", "2026/Q3") as process:
        process.stdout.close()
        process.stdin.write(b"one\n")
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
    assert entries(in_session) == 1


@pytest.mark.parametrize("words", [("history", "--json"), ("--help",)])
def test_a_reader_of_results_may_stop_reading(in_session, words):
    with in_session.start(*words) as process:
        process.stdin.close()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.fixture
def interruptible():
    """A runner in the background ignores the interrupt, and so would every process that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_capture_keeps_what_was_acknowledged(in_session):
    with in_session.start("capture", "2026/Q3") as process:
        process.stdin.write(b"one\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
        messages = process.stderr.read().decode()
    assert "Traceback" not in messages
    assert process.returncode != 0
    assert entries(in_session) == 1


def test_a_second_window_can_read_and_is_told_that_it_cannot_write(in_session):
    with in_session.start("capture", "2026/Q3") as process:
        process.stdin.write(b"one\n")
        process.stdin.flush()
        process.stdout.readline()
        assert entries(in_session) == 1
        taken, told = in_session("capture", "2026/Q3", typed="two\nthree\n", status=1)
        assert taken == ""
        assert told.count("\n") == 1
        assert "open in another window" in told
        process.stdin.close()
        process.wait(timeout=60)
    assert entries(in_session) == 1


def test_what_is_adopted_has_one_word_wherever_the_network_recommends(command_line):
    command_line("new", "kosovo", "--me", "A. Otieno")
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2026-09-22T10:00")
    command_line("meeting", "open", "2026/Q3")
    said, _ = command_line("capture", "2026/Q3", typed="/d The plan is sound\n")
    assert said == "D01 recommendation The plan is sound\n"
    assert command_line("history", "D01")[0].splitlines()[0].endswith("  recommendation")


def test_a_line_that_was_taken_is_not_told_as_one_that_was_not(in_session):
    taken, told = in_session("capture", "2026/Q3", typed="/in ILO, FAO\n")
    assert taken.startswith("in ILO, FAO ")
    assert told == "line 1 was taken. Names can follow, as in /in ILO J. Doe.\n"
