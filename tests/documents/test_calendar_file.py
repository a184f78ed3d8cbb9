"""The calendar file, read back by a reader of calendar files, and held against RFC 5545 line by line."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tui_app.documents.calendar_entries import CalendarEntry, Revision
from tui_app.documents.calendar_file import calendar_file
from tui_app.domain.text import clean
from tui_app.services.charters import load_charter

STARTS = datetime(2026, 9, 22, 7, tzinfo=UTC)
NASTY = st.text(st.sampled_from('aé,;:\\"nN\n\r\t \u2028\x85\x0b\x07\u202e漢😀👩‍👩‍👧’^='), max_size=120) | st.text(
    max_size=60
)


def entry(**known):
    given = {
        "uid": "m@r", "revision": Revision(number=0, at=STARTS), "starts": STARTS, "ends": STARTS + timedelta(hours=2),
        "when": "Tue 22 Sep 2026, 10:00-12:00 (Africa/Nairobi, UTC+03:00)", "summary": "UNNM-KEN: a meeting",
        "place": "", "cancelled": False, "lines": (),
    }  # fmt: skip
    return CalendarEntry(**(given | known))


def written(*entries, charter="kenya"):
    return calendar_file(load_charter(charter), entries)


def unfolded(content):
    return re.sub(rb"\r\n[ \t]", b"", content)


@given(summary=NASTY.filter(str.strip), place=NASTY, lines=st.lists(NASTY, max_size=4))
def test_whatever_was_typed_is_read_back_as_it_is_in_the_record(summary, place, lines):
    content = written(entry(summary=summary, place=place, lines=tuple(lines)), entry(uid="other@r"))
    events = Calendar.from_ical(content).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == ["m@r", "other@r"]
    assert str(events[0]["summary"]) == clean(summary)[0]
    assert str(events[0].get("location", "")) == clean(place)[0]
    assert str(events[0]["description"]).endswith(clean("\n".join(["", *lines]))[0])


@given(summary=NASTY, place=NASTY, lines=st.lists(NASTY, max_size=4))
def test_every_line_is_short_ends_in_crlf_and_is_a_property(summary, place, lines):
    content = written(entry(summary=summary, place=place, lines=tuple(lines)))
    assert content.endswith(b"\r\n")
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", content) is None
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for line in content.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut in two
    for line in unfolded(content).decode("utf-8").removesuffix("\r\n").split("\r\n"):
        assert re.match(r"[A-Z-]+[:;]", line), line
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line)


def test_an_entry_has_what_a_calendar_needs():
    (event,) = Calendar.from_ical(written(entry(place="UN House", revision=Revision(number=3, at=STARTS)))).walk(
        "VEVENT"
    )
    assert event["dtstart"].dt == STARTS
    assert event["dtend"].dt == STARTS + timedelta(hours=2)
    assert event["dtstamp"].dt == STARTS
    assert (event["sequence"], event["status"], event["class"], event["transp"]) == (
        3,
        "CONFIRMED",
        "PRIVATE",
        "OPAQUE",
    )
    assert b"DTSTART:20260922T070000Z\r\n" in written(entry())
    assert str(event["description"]).startswith("INTERNAL USE ONLY. For the members of the Network")


def test_a_cancelled_meeting_takes_no_time_and_keeps_its_uid():
    (event,) = Calendar.from_ical(written(entry(cancelled=True))).walk("VEVENT")
    assert (event["uid"], event["status"], event["transp"]) == ("m@r", "CANCELLED", "TRANSPARENT")


def test_nobody_is_invited_and_no_address_is_given():
    content = written(entry(), entry(uid="other@r")).upper()
    assert not re.search(rb"^(METHOD|ORGANIZER|ATTENDEE|CONTACT)|MAILTO", content, re.MULTILINE)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_the_standing_footnote_stands_once_and_is_marked_at_the_name(count):
    content = unfolded(written(*(entry(uid=f"{n}@r") for n in range(count)), charter="kosovo")).decode()
    assert content.count("1244 (1999)") == 1
    assert content.count("Kosovo¹") == 1
    assert content.index("Kosovo¹") == content.index("Kosovo")


def test_no_other_network_has_a_standing_footnote():
    for charter in ("kenya", "albania", "serbia", "kyrgyzstan"):
        assert "¹" not in written(entry(), charter=charter).decode()
