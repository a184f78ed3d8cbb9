"""The year from the command line: planned, moved, cancelled, listed."""

import json

import pytest


@pytest.fixture
def planned(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2026-12-08T10:00", "--place", "Room 9")
    return command_line


def test_a_meeting_is_moved_and_keeps_its_symbol(planned):
    results, messages = planned("meeting", "move", "2026/Q4", "--on", "2027-01-12T11:00")
    assert results == "2026/Q4 meets on Tue 12 Jan 2027, 11:00 (Africa/Nairobi), Room 9\n"
    assert messages == "It stays the meeting of Q4 2026, though that day is in Q1 2027.\n"


def test_a_city_is_a_time_zone_too(planned):
    planned("meeting", "add", "--kind", "annual", "--on", "2026-12-10T10:00", "--zone", "addis ababa")
    moved = planned("meeting", "move", "2026/AN", "--on", "2026-12-11T10:00")[0]
    assert moved == "2026/AN meets on Fri 11 Dec 2026, 10:00 (Africa/Addis_Ababa)\n"
    told = planned("meeting", "move", "2026/Q4", "--zone", "acra", status=1)[1]
    assert told == "'acra' is not a time zone: did you mean 'Africa/Accra'?\n"


def test_a_move_says_what_is_missing(planned):
    assert "needs what is to change" in planned("meeting", "move", "2026/Q4", status=2)[1]
    assert "nothing changes" in planned("meeting", "move", "2026/Q4", "--place", "Room 9", status=1)[1]


def test_a_cancelled_meeting_stays_in_the_list_with_its_reason(planned):
    assert "--reason" in planned("meeting", "cancel", "2026/Q4", status=2)[1]
    assert planned("meeting", "cancel", "2026/Q4", "--reason", "no room")[0] == "2026/Q4 cancelled: no room\n"
    listed = planned("meetings", "is:cancelled")[0]
    assert listed.split() == ["2026/Q4", "2026-12-08", "10:00", "quarterly", "cancelled:", "no", "room", "Room", "9"]
    row = json.loads(planned("meetings", "--json")[0])
    assert row["state"] == "cancelled"
    assert [*row] == ["symbol", "kind", "state", "opened", "closed", "entries", "decisions", "actions"]
    assert "was cancelled" in planned("meeting", "open", "2026/Q4", status=1)[1]
    planned("undo")
    assert "planned" in planned("meeting", "list")[0]


def test_a_list_tells_when_a_planned_meeting_is_and_who_called_it(planned):
    planned("meeting", "add", "--kind", "extraordinary", "--on", "2026-12-10T10:00", "--reason", "floods")
    listed = planned("meeting", "list")[0]
    assert "2026-12-08 10:00" in listed
    assert "called by Executive Committee" in listed


def test_opening_a_meeting_of_another_day_is_told(planned):
    planned("meeting", "move", "2026/Q4", "--on", "2031-12-09T10:00")
    results, messages = planned("meeting", "open", "2026/Q4")
    assert results == "2026/Q4 opened 10:00\n"
    assert "It is planned for Tue 9 Dec 2031; today is" in messages


def test_a_calendar_file_goes_out_byte_for_byte(planned, tmp_path):
    process = planned.start("export", "calendar", "2026/Q4", "--format", "ics")
    content, _ = process.communicate(timeout=60)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"LOCATION:Room 9\r\n" in content
    planned("export", "calendar", "2026", "--format", "ics", "-o", "year.ics")
    assert b"UID:" in (tmp_path / "year.ics").read_bytes()
    assert (tmp_path / "year.ics").read_bytes().count(b"\r\n") == (tmp_path / "year.ics").read_bytes().count(b"\n")


def test_a_calendar_is_a_paper_too_and_the_only_one_in_that_format(planned):
    assert "| Tue 8 Dec 2026, 10:00-12:00" in planned("export", "calendar", "2026")[0]
    assert "ics is a format of calendar; agenda has md" in planned("export", "agenda", "--format", "ics", status=2)[1]
    assert "is always internal" in planned("export", "calendar", "--format", "ics", "--public", status=1)[1]
    assert "No meeting is on record for 2024" in planned("export", "calendar", "2024", "--format", "ics", status=1)[1]


def test_an_agenda_does_not_drop_the_purposes_of_an_annual_meeting_silently(command_line):
    command_line("new", "serbia", "--me", "A")
    command_line("meeting", "add", "--kind", "annual", "--on", "2026-12-15T10:00")
    lines = "Opening [decision] 5m\nReview Network progress 30m\nIdentify emerging challenges 30m\n"
    _, messages = command_line("agenda", "2026/AN", "-", typed=lines, status=1)
    assert 'The ToR ask for "explore ways to further enhance collaboration": no item serves it.' in messages
    assert "--without" in messages
    command_line("agenda", "2026/AN", "-", "--without", "it has a retreat of its own", typed=lines)
    assert "(it has a retreat of its own)" in command_line("export", "agenda", "2026/AN")[0]
