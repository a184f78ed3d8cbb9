"""What a report tells of decisions and referrals of earlier meetings, of the day of its statuses, of own decisions."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.answering import read_kind
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.problem import Problem
from tui_app.domain.reports.period import Period, read_period
from tui_app.domain.reports.reporting import report_rules
from tui_app.services import answering, capture, convene, follow_up, membership, reports
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

TODAY = date(2026, 11, 21)
THIRD, SINCE = read_period("Q3 2026", TODAY), Period(date(2026, 10, 1), TODAY)


@pytest.fixture
def held(tmp_path):
    """`held("kosovo", *lines)`: a register with one meeting of 22 September 2026, seen on 21 November."""

    def holding(name, *lines):
        clock = [datetime(2026, 9, 22, 8, tzinfo=UTC)]
        book = make(load_charter(name), tmp_path / name, "A. Otieno", lambda: clock[-1], remembered=False)
        if name == "kosovo":
            membership.admit(book, "IOM", "International Organization for Migration", date(2026, 1, 1))
        starts = datetime(2026, 9, 22, 10)
        meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts))
        pen = Pen(book, convene.open_meeting(book, meeting).id)
        for line in lines:
            capture.take(pen, line)
        convene.close_meeting(book, book.of(Meeting).get(meeting.id))
        clock.append(datetime(2026, 11, 21, 8, tzinfo=UTC))
        return book

    return holding


def drafted(book, period, *audience):
    return reports.draft(book, report_rules(book.charter)[-1], period, audience)


def under(report, heading):
    return next((each.text for each in report.sections if each.heading == heading), "")


def one(book, number):
    return next(each for each in book.of(Decision).all() if each.number == number)


KOSOVO = ("/in IOM", "/d The Network recommends a survey.", "/d The Network recommends a forum.",
          "/d The Network takes note of the report.", "/effect own")  # fmt: skip


@pytest.fixture
def kosovo(held):
    return held("kosovo", *KOSOVO)


def answered(book, number, kind, words, on):
    answering.record_answer(book, one(book, number), read_kind(kind), words, on)


def test_an_answer_in_the_period_is_told_with_what_is_still_open(kosovo):
    answered(kosovo, "D01", "partly", "only two municipalities", date(2026, 10, 30))
    report = drafted(kosovo, SINCE)
    told = under(report, "Earlier recommendations")
    assert "followed in part, 30 October 2026: only two municipalities" in told
    assert "awaited since 22 September 2026" in told
    assert "D03" not in told
    assert "/D03" in under(report, "Earlier decisions")
    assert "adopted no recommendation, followed up 2 earlier recommendations and followed up 1 earlier decision" in (
        under(report, "Summary")
    )


def test_own_decisions_are_counted_and_headed_apart_from_recommendations(kosovo):
    report = drafted(kosovo, THIRD)
    assert "adopted 2 recommendations and took 1 decision of its own" in under(report, "Summary")
    assert "D03" not in under(report, "Recommendations")
    assert "D03" in under(report, "Decisions")
    assert "Answer of" not in under(report, "Decisions")


def test_progress_in_the_period_is_told_and_what_was_done_before_is_not(held):
    book = held("kenya", "/in IOM", "/d The Network endorses the plan", "/owner IOM", "/d The Network takes note")
    day = date(2026, 10, 6)
    follow_up.report(book, one(book, "D01"), Reported(ActionStatus.IMPLEMENTED, "sent", "letter", day))
    follow_up.report(book, one(book, "D02"), Reported(ActionStatus.IMPLEMENTED, "sent", "letter", date(2026, 9, 29)))
    told = under(drafted(book, SINCE), "Earlier decisions")
    assert "D01" in told
    assert "implemented" in told
    assert "D02" not in told
    assert "the plan" not in reports.text_of(book, drafted(book, SINCE, "the Ministry of Labour"))


def test_an_earlier_referral_is_told_until_it_is_answered(held):
    lines = ("/in IOM", "/in UNHCR", "/p The Network endorses the plan", "/position UNHCR objects resources: a budget",
             "/rest joins", "/declare", "/refer Should the plan go ahead?")  # fmt: skip
    book = held("kenya", *lines, "/d The Network takes note")
    follow_up.report(book, one(book, "D01"), Reported(ActionStatus.IN_PROGRESS, "begun", "", date(2026, 10, 6)))
    report = drafted(book, SINCE)
    assert "awaited since 22 September 2026" in under(report, "Matters referred to the UNCT")
    assert "referred 1" not in under(report, "Summary")
    assert book.of(Proposal).all()


def test_the_paper_says_of_which_day_its_statuses_are(kosovo):
    text = reports.text_of(kosovo, drafted(kosovo, THIRD))
    assert "- **As at**: 21 November 2026; statuses and answers those of 30 September 2026\n" in text
    running = Period(date(2026, 10, 1), date(2026, 12, 31))
    assert "- **As at**: 21 November 2026; the period still runs\n" in reports.text_of(kosovo, drafted(kosovo, running))
    assert "- **As at**: 21 November 2026\n" in reports.text_of(kosovo, drafted(kosovo, SINCE))


def test_what_has_not_begun_is_not_reported_on(kosovo):
    with pytest.raises(Problem, match="1 January 2030 to 1 February 2030 has not begun: give days until today"):
        drafted(kosovo, Period(date(2030, 1, 1), date(2030, 2, 1)))


def test_one_that_was_drafted_after_it_was_sent_says_so(kosovo):
    kept = reports.keep(kosovo, drafted(kosovo, THIRD))
    told = "It was drafted on 21 November 2026, after it was sent on 5 October 2026: the paper will say so."
    assert told in reports.before_sending(kosovo, kept, date(2026, 10, 5))
    assert not [each for each in reports.before_sending(kosovo, kept) if "after it was sent" in each]
    sent = reports.send(kosovo, kept, "the UNKT", date(2026, 10, 5))
    assert "- **Sent**: 5 October 2026 to the UNKT; written up on 21 November 2026\n" in sent.sent_text
    older = reports.keep(kosovo, replace(drafted(kosovo, THIRD), drafted_on=None))
    assert "written up" not in reports.send(kosovo, older, "the UNKT", date(2026, 10, 5)).sent_text
