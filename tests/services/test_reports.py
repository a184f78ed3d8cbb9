"""Reports from the record: drafted, refreshed, edited, sent; nothing internal to whoever is outside (R-64 to R-66)."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.attention.attention import matters
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.domain.reports.period import Period, read_period
from tui_app.domain.reports.reporting import report_rules
from tui_app.services import capture, convene, follow_up, releasing, reports
from tui_app.services.attention import standing
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.verifying import verify

MEETING, NOW = datetime(2026, 9, 22, 8, tzinfo=UTC), datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
THIRD = Period(date(2026, 7, 1), date(2026, 9, 30))
SECRETS = ("K. Hassan", "Members discussed", "ILO asked", "budget line", "questionnaire", "seasonal", "a secret text",
           "secret task", "objects", "reservation")  # fmt: skip
LINES = (
    "/in IOM A. Otieno", "/in UNHCR K. Hassan", "Members discussed the sources.", "ILO: ILO asked for more",
    "/action IOM: share the questionnaire by 30 Nov 2026", "/p The Network endorses the open plan",
    "/position UNHCR reservation para 3: seasonal work", "/position UNDP objects resources: a budget line",
    "/decide The Network took note of the survey", "/closed", "/decide The Network notes a secret text",
    "/action IOM: the secret task", "/open",
)  # fmt: skip


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))


@pytest.fixture
def held(tmp_path):
    """`held("kosovo")`: a register of that network with one meeting, held on 22 September 2026."""
    opened = []

    def holding(name):
        clock = [MEETING]
        book = make(load_charter(name), tmp_path / name, "A. Otieno", clock=lambda: clock[-1])
        opened.append(book)
        starts = datetime(2026, 9, 22, 10)
        meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts))
        convene.open_meeting(book, meeting)
        pen = Pen(book, meeting.id)
        for line in LINES:
            try:
                capture.take(pen, line)
            except Problem:
                assert name == "kosovo", line  # its members are not known, so that none has a position
        clock.append(NOW)
        return book

    yield holding
    for book in opened:
        book.register.close()


def drafted(book, *audience, period=THIRD, rule=None):
    return reports.draft(book, rule or report_rules(book.charter)[-1], period, audience)


CHARTERS = ("albania", "kenya", "kosovo", "kyrgyzstan", "serbia")


@pytest.mark.parametrize("name", CHARTERS)
def test_each_network_reports_on_any_period_to_its_parent_body(held, name):
    book = held(name)
    text = reports.text_of(book, drafted(book))
    assert "## Report on the third quarter of 2026" in text
    assert "Third quarterly meeting of 2026" in text
    assert "took note of the survey" in text
    assert "share the questionnaire" in text
    assert "INTERNAL USE ONLY" in text
    assert "a secret text" not in text
    assert "(closed item)" in text


def release(book, *symbols):
    """The symbol of a decision, taken in the meeting, that releases these."""
    pen = Pen(book, book.meeting_at_hand().id)
    capture.take(pen, "/defer")  # else the text on the table would release it
    capture.take(pen, "/decide The Network releases what follows")
    for symbol in symbols:
        capture.take(pen, f"/effect release {symbol}")
    return book.of(Decision).all()[-1].symbol


@pytest.mark.parametrize("name", CHARTERS)
def test_whoever_is_outside_gets_nothing_that_was_not_released(held, name):
    book = held(name)
    report = drafted(book, "the Ministry of Foreign Affairs")
    text = reports.text_of(book, report)
    assert report.external
    assert "Third quarterly meeting of 2026" in text
    assert [told for told in ("took note", "(closed item)", "the open plan", "D0", *SECRETS) if told in text] == []
    assert "those that the network has released" in text
    assert "INTERNAL USE ONLY" in text
    assert any("names no decision that releases it" in each for each in reports.before_sending(book, report))


@pytest.mark.parametrize("name", CHARTERS)
def test_what_a_decision_releases_is_told_outside_and_nothing_else(held, name):
    book = held(name)
    by = release(book, "D01")
    report = drafted(book, "the Ministry of Foreign Affairs")
    assert "took note of the survey" in reports.text_of(book, report)
    assert "INTERNAL USE ONLY" in reports.text_of(book, report), "the report itself names no release yet"
    sent = reports.send(book, reports.keep(book, report), "the Ministry of Foreign Affairs", released_by=by)
    assert f"- **Released by**: {by}" in sent.sent_text
    assert "INTERNAL" not in sent.sent_text
    assert [
        told for told in ("(closed item)", "the open plan", "releases what", *SECRETS) if told in sent.sent_text
    ] == []


def test_minutes_that_are_released_tell_their_decisions_and_closed_ones_by_number(held):
    book = held("kenya")
    release(book, "2026/Q3")
    text = reports.text_of(book, drafted(book, "the Ministry of Labour"))
    assert "took note of the survey" in text
    assert "| (closed item) |" in text
    assert [secret for secret in SECRETS if secret in text] == []


def test_only_a_decision_that_releases_lets_a_report_go_outside(held):
    book = held("kenya")
    outside = drafted(book, "the Ministry of Labour")
    with pytest.raises(Problem, match="D01 releases nothing; none does yet"):
        releasing.released(book, outside, "2026/Q3/D01")
    by = release(book, "D01")
    with pytest.raises(Problem, match=f"D01 releases nothing; {by} does"):
        releasing.released(book, outside, "2026/Q3/D01")
    with pytest.raises(Problem, match="Nobody outside reads this report"):
        releasing.released(book, drafted(book), by)
    pen = Pen(book, book.meeting_at_hand().id)
    capture.take(pen, "/decide The Network takes its release back")
    capture.take(pen, f"/effect rescind {by.partition('/')[2]}")
    with pytest.raises(Problem, match="is rescinded: it releases nothing any more"):
        releasing.released(book, outside, by)
    assert "took note" not in reports.text_of(book, drafted(book, "the Ministry of Labour"))


def test_a_report_for_outsiders_is_refreshed_before_it_is_sent(held):
    book = held("kenya")
    by = release(book, "D01")
    report = reports.keep(book, drafted(book, "the Ministry of Labour"))
    book.register.undo()
    report = reports.keep(book, report)
    pen = Pen(book, book.meeting_at_hand().id)
    capture.take(pen, "/decide The Network takes its release back")
    capture.take(pen, f"/effect rescind {by.partition('/')[2]}")
    with pytest.raises(Problem, match="the record has changed since: refresh it first"):
        reports.send(book, report, "the Ministry of Labour")
    assert "took note" not in reports.send(book, reports.refresh(book, report), "the Ministry of Labour").sent_text


def test_readers_outside_whom_the_tor_name_get_a_paper_that_is_not_internal_for_them_alone(held):
    book = held("kenya")
    briefing = next(rule for rule in book.charter.reports if rule.clauses == ("KEN:94",))
    text = reports.text_of(book, drafted(book, rule=briefing))
    assert "INTERNAL" not in text
    assert "took note" not in text, "no decision releases it"
    assert "INTERNAL USE ONLY" in reports.text_of(book, drafted(book, "the Ministry of Labour", rule=briefing))


def test_a_meeting_without_attendance_is_named_where_it_is_not_counted(held):
    book = held("kenya")
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 11, 20, 10)))
    convene.close_meeting(book, book.meeting_at_hand())
    convene.open_meeting(book, meeting)
    text = reports.text_of(book, drafted(book, period=read_period("2026", date(2026, 11, 21))))
    assert "held 2 meetings" in text
    assert "| IOM | 1 of 1 |" in text
    assert "\n\nNot counted, since no attendance was recorded: Fourth quarterly meeting of 2026.\n" in text


def test_a_report_that_says_nothing_or_is_there_already_is_told(held):
    book = held("kenya")
    empty = reports.keep(book, drafted(book, period=read_period("1 Jan 2020 to 31 Jan 2020", date(2026, 11, 21))))
    (said,) = reports.remarks(book, empty)
    assert "Nothing is on record of 1 January 2020 to 31 January 2020" in said
    first = reports.keep(book, drafted(book))
    assert not [*reports.remarks(book, first)]
    assert not [*reports.remarks(book, reports.keep(book, drafted(book, "the Ministry of Labour")))]
    (said,) = reports.remarks(book, reports.keep(book, drafted(book)))
    assert said.startswith(f"On the same days and for the same readers there is {first.symbol}, still a draft")


@pytest.mark.parametrize("name", CHARTERS)
def test_of_a_period_in_which_nothing_happened_there_is_one_sentence(held, name):
    book = held(name)
    empty = drafted(book, period=read_period("2024", date(2026, 11, 21)))
    (only,) = empty.sections
    assert only.text == "From 1 January 2024 to 31 December 2024 the Network held no meeting and took no decision."
    assert only.text in reports.text_of(book, empty)


def test_the_headings_of_the_tor_stand_first_and_empty_ones_are_flagged(held):
    book = held("kosovo")
    report = drafted(book, rule=book.charter.reports[0])
    assert [each.heading for each in report.sections if each.mandatory] == [*book.charter.reports[0].headings]
    sentences = reports.before_sending(book, reports.keep(book, report))
    assert sum("the ToR ask for it" in sentence for sentence in sentences) == 2
    assert "Recommendations" in [each.heading for each in report.sections]
    assert "awaited since 22 September 2026" in reports.text_of(book, report)


def test_a_status_is_that_of_the_end_of_the_period(held):
    book = held("kenya")
    action = next(a for a in book.of(ActionPoint).all() if "questionnaire" in a.text)
    follow_up.report(book, action, Reported(ActionStatus.IMPLEMENTED, "sent", "letter", date(2026, 10, 5)))
    assert "| not started |" in reports.text_of(book, drafted(book))
    fourth = drafted(book, period=read_period("Q4 2026", date(2026, 11, 21)))
    assert "| implemented |" in reports.text_of(book, fourth)


def test_an_edit_outlives_a_refresh_and_says_when_the_record_has_gone_on(held):
    book = held("kenya")
    report = reports.keep(book, drafted(book))
    section = next(each for each in report.sections if each.heading == "Action points")
    report = reports.edit(book, report, section, "One action was agreed.")
    action = next(a for a in book.of(ActionPoint).all() if "questionnaire" in a.text)
    follow_up.report(book, action, Reported(ActionStatus.IN_PROGRESS, "begun", "", date(2026, 9, 29)))
    report = reports.refresh(book, report)
    assert "One action was agreed." in reports.text_of(book, report)
    assert any("record has changed" in sentence for sentence in reports.before_sending(book, report))


def test_what_was_sent_stays_word_for_word_and_cannot_be_undone(held):
    book = held("kenya")
    sent = reports.send(book, reports.keep(book, drafted(book)), "the UNCT", date(2026, 10, 5))
    text = reports.text_of(book, sent)
    assert "5 October 2026 to the UNCT; written up on 21 November 2026" in text
    pen_less = next(a for a in book.of(ActionPoint).all() if "questionnaire" in a.text)
    follow_up.report(book, pen_less, Reported(ActionStatus.IN_PROGRESS, "begun", "", date(2026, 9, 29)))
    assert reports.text_of(book, reports.find_report(book, "R01")) == text
    book.register.undo()
    with pytest.raises(Problem, match="cannot be undone"):
        book.register.undo()
    for change in (lambda: reports.refresh(book, sent), lambda: reports.send(book, sent, "the GoK"),
                   lambda: reports.edit(book, sent, sent.sections[0], "other")):  # fmt: skip
        with pytest.raises(Problem, match="cannot change"):
            change()
    assert not verify(book).faults


@pytest.mark.parametrize(
    ("to", "on", "wrong"),
    [
        (" ", None, "to whom"),
        ("the UNCT", date(2026, 12, 1), "to come"),
    ],
)
def test_what_cannot_be_sent_so_is_told(held, to, on, wrong):
    book = held("kenya")
    with pytest.raises(Problem, match=wrong):
        reports.send(book, reports.keep(book, drafted(book)), to, on)


def test_numbers_of_reports_are_not_used_again(held):
    book = held("kenya")
    assert reports.keep(book, drafted(book)).symbol == "2026/R01"
    book.register.undo()
    assert reports.keep(book, drafted(book)).symbol == "2026/R02"
    with pytest.raises(Problem, match="did you mean '2026/R02'"):
        reports.find_report(book, "2026/R03")


def test_home_tells_of_both_rhythms_of_kosovo_with_their_clauses(held):
    book = held("kosovo")
    told = {m.clause: m.sentence for m in matters(standing(book), book.today()) if m.what == "report"}
    assert told["KOS:96"].startswith("The quarterly report to the UNKT on the third quarter of 2026 was not sent")
    assert "half-year update" in told["KOS:120"]
    reports.send(book, reports.keep(book, drafted(book, rule=book.charter.reports[0])), "the UNKT")
    told = {m.clause: m.sentence for m in matters(standing(book), book.today()) if m.what == "report"}
    assert told["KOS:96"] == (
        "The next quarterly report to the UNKT is due at the end of the fourth quarter of 2026, 31 December 2026."
    )
