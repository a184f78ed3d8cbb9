"""Home and the year, line by line: what needs attention with its clause, and the quarters."""

import json
from datetime import UTC, datetime

import pytest

from tui_app.cli.main import main
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

HELD = datetime(2025, 9, 23, 7, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def register(tmp_path, monkeypatch):
    """Kenya's register of last year: a meeting with an action that is long overdue, and whose minutes are a draft."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: HELD)
    with book.register:
        invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2025, 9, 23, 10))
        meeting = convene.open_meeting(book, convene.plan(book, invitation))
        capture.take(Pen(book, meeting.id), "/a IOM: revise section 2 by 30 Sep 2025")
        convene.close_meeting(book, book.meeting("2025/Q3"))


def printed(capsys, *words, status=0):
    assert main(words) == status
    return capsys.readouterr()


def test_home_prints_what_home_shows_with_the_clause_and_then_the_year(capsys):
    out = printed(capsys, "home").out
    assert out.startswith("Needs attention on ")
    assert "2025/Q3/A01, due 30 Sep 2025: IOM - revise section 2 (KEN:114)" in out
    assert "The minutes of 2025/Q3 have not been circulated. (KEN:106)" in out
    year = out.partition("\n\n")[2]
    assert year.startswith("The year ")
    assert "Q1 " in year


def test_each_matter_is_one_object_with_the_record_it_is_about(capsys):
    rows = [json.loads(line) for line in printed(capsys, "home", "--json").out.splitlines()]
    late = next(row for row in rows if row["what"] == "overdue")
    assert (late["urgency"], late["record"], late["since"], late["clause"]) == (
        "late", "2025/Q3/A01", "2025-09-30", "KEN:114")  # fmt: skip
    assert next(row["meeting"] for row in rows if row["what"] == "minutes") == "2025/Q3"


def test_home_looks_ahead_and_not_back(capsys):
    assert "is past: --on looks ahead" in printed(capsys, "home", "--on", "2025-10-01", status=2).err
    assert "Needs attention on Fri 1 Jan 2100" in printed(capsys, "home", "--on", "2100-01-01").out


def test_a_year_that_is_over_is_shown_by_quarters(capsys):
    out = printed(capsys, "year", "2025").out.splitlines()
    assert out[0] == "The year 2025"
    assert out[1].split(maxsplit=2) == ["Q1", "-", "before this record begins"]
    assert out[3].startswith("Q3 held     2025/Q3  Tue 23 Sep 2025, 10:00, quarterly")
    assert out[4] == "Q4 missing  no quarterly meeting was held"
    rows = [json.loads(line) for line in printed(capsys, "year", "2025", "--json").out.splitlines()]
    assert [(row["quarter"], row["state"], row["meeting"]) for row in rows] == [
        (1, "-", None), (2, "-", None), (3, "held", "2025/Q3"), (4, "missing", None)]  # fmt: skip
    assert "is not a year" in printed(capsys, "year", "25", status=2).err
