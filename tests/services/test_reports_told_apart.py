"""What a report says of whom and as at when: groups apart, closed items by number alone, the day of the draft."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.membership.roster import Body, BodyKind
from tui_app.domain.reports.period import read_period
from tui_app.domain.reports.reporting import report_rules
from tui_app.services import capture, convene, reports
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

TODAY = date(2026, 9, 23)
THIRD = read_period("Q3 2026", TODAY)
IN_GROUP = ("/d The group settled its method", "/action IOM: draft the questionnaire by 30 Nov 2026")
IN_NETWORK = ("/d The Network took note of the survey", "/closed", "/d a secret text", "/action IOM: the secret task",
              "/open")  # fmt: skip


@pytest.fixture
def clock():
    return [datetime(2026, 9, 22, 8, tzinfo=UTC)]


@pytest.fixture
def kenya(tmp_path, clock):
    """A meeting of the network and one of its group, each with what it decided."""
    book = make(load_charter("kenya"), tmp_path / "kenya", "A. Otieno", lambda: clock[-1], remembered=False)
    with book.register.transaction("group"):
        book.of(Body).put(Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP))
    for kind, body, lines in ((MeetingKind.WORKING_GROUP, "WG-DATA", IN_GROUP),
                              (MeetingKind.QUARTERLY, "network", IN_NETWORK)):  # fmt: skip
        starts = datetime(2026, 9, 22, 10)
        meeting = convene.plan(book, convene.Invitation(kind=kind, starts=starts, body=body))
        pen = Pen(book, convene.open_meeting(book, meeting).id)
        for line in ("/in IOM A. Otieno", *lines):
            capture.take(pen, line)
        convene.close_meeting(book, book.of(Meeting).get(meeting.id))
    clock.append(datetime(2026, 9, 23, 8, tzinfo=UTC))
    return book


def drafted(book, *audience):
    return reports.draft(book, report_rules(book.charter)[-1], THIRD, audience)


def under(report, heading):
    return next((each.text for each in report.sections if each.heading == heading), "")


def test_what_a_group_did_is_counted_and_headed_apart(kenya):
    report = drafted(kenya)
    assert "the Network held 1 meeting, adopted 2 " in under(report, "Summary")
    assert "Its working groups held 1 meeting, took 1 decision and followed 1 action point." in under(report, "Summary")
    for own in ("Meetings", "Recommendations", "Decisions", "Action points"):
        assert "WG-DATA" not in under(report, own)
    assert "WG" in under(report, "Meetings of working groups")
    assert "settled its method" in under(report, "Decisions of working groups")
    assert "draft the questionnaire" in under(report, "Action points of working groups")


def test_nobody_outside_reads_what_a_group_decided(kenya):
    text = reports.text_of(kenya, drafted(kenya, "the Ministry of Foreign Affairs"))
    assert "its method" not in text
    assert "questionnaire" not in text


def test_of_a_closed_item_the_number_alone_is_told(kenya):
    text = reports.text_of(kenya, drafted(kenya))
    rows = [line for line in text.splitlines() if "(closed item)" in line]
    assert len(rows) == 2
    untrue = ("owner", "nobody", "not started")
    assert [word for row in rows for word in untrue if word in row] == []


def test_the_line_on_top_is_for_the_readers_of_the_report(kenya):
    assert "For the UNCT and the members of the Network" in reports.text_of(kenya, drafted(kenya))


def test_it_tells_as_at_when_it_was_drafted_and_that_its_period_still_runs(kenya, clock):
    report = reports.keep(kenya, drafted(kenya))
    assert "- **As at**: 23 September 2026; the period still runs" in reports.text_of(kenya, report)
    clock.append(datetime(2026, 10, 2, 8, tzinfo=UTC))
    assert any("while its period still ran" in each for each in reports.before_sending(kenya, report))
    report = reports.refresh(kenya, report)
    assert "- **As at**: 2 October 2026; statuses and answers those of 30 September 2026\n" in reports.text_of(
        kenya, report
    )
    assert not any("period" in each for each in reports.before_sending(kenya, report))
