"""What is told of a meeting that is planned, and never refused: another caller, a second one in its quarter."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import convene
from tui_app.services.charters import load_charter
from tui_app.services.moving import cancel
from tui_app.services.planning_remarks import told_of_caller, told_of_day
from tui_app.services.registers import make

QUARTERLY, EXTRAORDINARY = MeetingKind.QUARTERLY, MeetingKind.EXTRAORDINARY


@pytest.fixture
def book(tmp_path):
    now = datetime(2026, 9, 1, 7, tzinfo=UTC)
    return make(load_charter("kenya"), tmp_path / "kenya", "A. Otieno", lambda: now, remembered=False)


def test_who_calls_an_extraordinary_meeting_against_the_charter_is_told(book):
    assert told_of_caller(book, EXTRAORDINARY, "unhcr") == (
        "The Executive Committee calls extraordinary meetings (KEN:139): UNHCR is recorded all the same.",
    )
    assert told_of_caller(book, EXTRAORDINARY, "") == ()
    assert told_of_caller(book, EXTRAORDINARY, "the executive committee") == ()
    assert told_of_caller(book, MeetingKind.ON_REQUEST, "UNHCR") == ()


def test_a_requester_whom_nobody_knows_is_told_and_recorded_all_the_same(book):
    assert told_of_caller(book, MeetingKind.ON_REQUEST, "15 Feb 2028") == (
        "15 Feb 2028 is no entity on record and no body of the ToR: recorded as typed.",
    )
    for known in ("UN Women", "the UNCT", "Secretariat", "the Executive Committee", ""):
        assert told_of_caller(book, MeetingKind.ON_REQUEST, known) == ()


def test_a_second_quarterly_meeting_of_a_quarter_is_told_unless_the_first_was_cancelled(book):
    assert told_of_day(book, QUARTERLY, date(2026, 9, 22)) == ()
    first = convene.plan(book, convene.Invitation(kind=QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    assert told_of_day(book, QUARTERLY, date(2026, 8, 4)) == (
        "Q3 2026 has its quarterly meeting already, 2026/Q3: this is one more.",
    )
    assert told_of_day(book, QUARTERLY, date(2026, 10, 1)) == ()
    assert told_of_day(book, EXTRAORDINARY, date(2026, 9, 22)) == ()
    cancel(book, first, "no quorum")
    assert told_of_day(book, QUARTERLY, date(2026, 9, 29)) == ()
