"""The completeness check on the command line: names each gap, and exits 0 exactly when there is none (R-31)."""

import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.cli.main import main
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import adopting, capture, circulating, convene
from tui_app.services.charters import load_charter
from tui_app.services.ownership import assign, read_assignment
from tui_app.services.pen import Pen
from tui_app.services.registers import make

AT = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
PARTS = ("agenda", "attendance", "owner", "document", "minutes")


def _hold(folder, there):
    """A meeting in whose files exactly the parts that are in `there` are in order."""
    plan = folder / "plan.txt"
    plan.write_text("the plan", encoding="utf-8")
    book = make(load_charter("albania"), folder / "register", "A. Otieno", lambda: AT, remembered=False)
    with book.register:
        invitation = convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
        meeting = convene.plan(book, invitation)
        if "agenda" in there:
            meeting, _ = circulating.circulate(book, meeting)
        pen = Pen(book, convene.open_meeting(book, meeting).id)
        for line in (*(["/in IOM J. Mwangi"] if "attendance" in there else []), f"/doc 1.1 {plan}", "/d noted"):
            capture.take(pen, line)
        if "document" not in there:
            plan.write_text("another plan", encoding="utf-8")
        if "owner" in there:
            decision = book.of(Decision).all()[-1]
            assign(book, decision, read_assignment(book, decision, "IOM"))
        meeting = convene.close_meeting(book, book.meeting("2026/Q3"))
        if "minutes" in there:
            meeting, _ = circulating.circulate(book, meeting)
            adopting.adopt(book, meeting)


@settings(max_examples=20, deadline=None)
@given(there=st.sets(st.sampled_from(PARTS)))
def test_the_exit_status_is_0_exactly_when_nothing_is_missing(there):
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, {"MINUTEBOOK_HOME": f"{folder}/home"}):
        _hold(Path(folder), there)
        assert main(["check", "2026/Q3", "--register", f"{folder}/register"]) == (0 if there == {*PARTS} else 1)


def test_each_gap_is_named_and_a_reason_closes_what_is_past_mending(command_line):
    command_line("new", "kyrgyzstan", "--me", "A. Otieno")
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2026-09-22T10:00")
    command_line("meeting", "open", "2026/Q3")
    command_line("capture", "2026/Q3", typed="/in IOM J. Mwangi\n")
    command_line("meeting", "close", "2026/Q3")
    said, told = command_line("check", "2026/Q3", status=1)
    assert said.splitlines()[0] == "2026/Q3  agenda   The agenda was not circulated (KGZ:65): give the reason."
    assert "2026/Q3  minutes  The minutes are not circulated" in said
    assert told == "2 gaps to close.\n"
    said, _ = command_line("check", "2026/Q3", "--json", status=1)
    rows = [json.loads(line) for line in said.splitlines()]
    assert [(row["gap"], row["clause"], row["open"]) for row in rows] == [
        ("agenda", "KGZ:65", True), ("minutes", "KGZ:65", True),
    ]  # fmt: skip

    command_line("check", "2026/Q3", "--explain", "agenda", status=2)
    _, told = command_line("check", "2026/Q3", "--explain", "minutes", "--reason", "late", status=1)
    assert told.startswith("A reason does not close it; The minutes are not circulated")
    said, _ = command_line("check", "2026/Q3", "--explain", "agenda", "--reason", "called within a day")
    assert said == "2026/Q3 agenda: called within a day\n"
    command_line("meeting", "circulate", "2026/Q3")
    command_line("meeting", "adopt", "2026/Q3")
    said, told = command_line("check", "2026/Q3")
    assert said == "2026/Q3  agenda  The agenda was not circulated; the reason: called within a day\n"
    assert told == "The files are complete; what they lack has its reason.\n"
    paper, _ = command_line("export", "completeness", "2026/Q3")
    assert "The files are complete" in paper
    assert "- The agenda was not circulated: called within a day." in paper


def test_a_register_without_a_meeting_and_a_meeting_that_is_not_there(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    assert command_line("check") == ("", "The files are complete.\n")
    assert command_line("check", "--json") == ("", "")
    _, told = command_line("check", "2026/Q3", status=1)
    assert told == "There is no meeting 2026/Q3: none has been added yet.\n"
