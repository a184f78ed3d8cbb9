"""An action changed after its meeting: its minutes keep what was agreed; all members are reminded each."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.membership.roster import Body, BodyKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, correcting
from tui_app.services.charters import load_charter
from tui_app.services.chasing import actions_of, chasing_text, reminded
from tui_app.services.follow_up import find_followed_up
from tui_app.services.look_up import actions
from tui_app.services.ownership import assign, read_assignment
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kenya"), tmp_path / "r", "A. Otieno", clock=lambda: NOW)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    pen = Pen(book, meeting.id)
    for line in ("/action IOM: revise section 2 by 30 Sep", "/action all: share data by 15 Oct",
                 "/decide The Network endorsed the data plan"):  # fmt: skip
        capture.take(pen, line)
    yield book
    book.register.close()


@pytest.fixture
def closed(book):
    convene.close_meeting(book, book.of(Meeting).all()[0])
    return book


def change(book, symbol, text):
    record = find_followed_up(book, symbol)
    return assign(book, record, read_assignment(book, record, text))


def test_in_the_meeting_it_is_still_being_agreed(book):
    assert change(book, "A01", "ILO by 5 Oct").earlier == ()


def test_after_the_meeting_the_old_date_stays_readable_and_the_minutes_keep_it(closed):
    moved = change(closed, "2026/Q3/A01", "ILO by 30 Nov (before the winter) because the ministry moved it")
    assert (moved.responsible, moved.due, moved.due_words) == (("ILO",), date(2026, 11, 30), "before the winter")
    (before,) = moved.earlier
    assert (before.responsible, before.due, before.until) == (("IOM",), date(2026, 9, 30), NOW.date())
    assert before.why == "the ministry moved it"
    assert "| revise section 2 | IOM | 30 September 2026 |" in paper(closed, "minutes")
    assert "30 November 2026 (before the winter)" in paper(closed, "actions")
    closed.register.undo()
    assert find_followed_up(closed, "A01").earlier == ()


def test_the_same_again_leaves_no_trace_and_a_first_owner_needs_none(closed):
    assert change(closed, "A01", "IOM by 30 Sep").earlier == ()
    assert change(closed, "D01", "IOM by 30 Oct").earlier == ()
    assert change(closed, "D01", "ILO").earlier[0].responsible == ("IOM",)
    assert "| IOM | 30 October 2026 |" in paper(closed, "minutes")


def test_minutes_corrected_later_do_not_take_the_change_back(closed):
    change(closed, "A01", "ILO by 30 Nov")
    action = find_followed_up(closed, "A01")
    entry = next(e for e in closed.of(Entry).all() if e.refers_to == action.id)
    pen = Pen(closed, action.meeting)
    correcting.rewrite(pen, entry, pen.read("/action IOM: revise sections 2 and 3 by 30 Sep"))
    action = find_followed_up(closed, "A01")
    assert (action.text, action.responsible) == ("revise sections 2 and 3", ("ILO",))
    assert action.agreed.responsible == ("IOM",)


def test_what_was_struck_out_or_is_no_day_is_refused(closed):
    entry = next(e for e in closed.of(Entry).all() if e.refers_to == find_followed_up(closed, "A01").id)
    with pytest.raises(Problem, match="is a day"):
        change(closed, "D01", "IOM by before the winter")
    correcting.strike(closed, entry)
    with pytest.raises(Problem, match="struck out"):
        change(closed, "A01", "ILO")


def test_a_symbol_is_found_by_its_end(closed):
    assert find_followed_up(closed, "unnm-ken/2026/q3/a01").number == "A01"
    assert isinstance(find_followed_up(closed, "D01"), Decision)
    with pytest.raises(Problem, match="no action or decision 'A09'"):
        find_followed_up(closed, "A09")


def test_what_all_members_have_to_do_falls_to_each_and_to_nobody_else(closed):
    today = closed.today()
    assert [a.number for a in actions_of(closed, "IOM", today)] == ["A01", "A02"]
    assert [a.number for a in actions_of(closed, "FAO", today)] == ["A02"]
    assert actions_of(closed, "Secretariat", today) == ()
    shared = next(a for a in closed.of(ActionPoint).all() if a.number == "A02")
    assert len(reminded(closed, shared)) == 19
    assert "share data (by 15 October 2026; all members)" in chasing_text(closed, "fao", today)
    assert [row["symbol"][-3:] for row in actions(closed, "owner:FAO")] == ["A02"]
    assert actions(closed, f"is:open owner:UNCT {ActionStatus.DELAYED.value}") == ()


def test_a_reminder_has_the_decisions_that_the_entity_carries_out(closed):
    change(closed, "D01", "ILO, IOM by 15 Sep 2026")
    text = chasing_text(closed, "ILO", closed.today())
    assert "### Overdue" in text
    assert "**UNNM-KEN/2026/Q3/D01** The Network endorsed the data plan (by 15 September 2026; with IOM): " in text
    assert (
        "**7 days overdue**, not started. Decided at the third quarterly meeting of 2026, on 22 September 2026." in text
    )
    change(closed, "D01", "nobody")
    assert "D01" not in chasing_text(closed, "ILO", closed.today())


def test_an_answer_is_asked_before_the_next_meeting_of_a_body_that_agreed_it(closed):
    group = closed.of(Body).put(Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP))
    for kind, body, month in ((MeetingKind.WORKING_GROUP, group.symbol, 11), (MeetingKind.QUARTERLY, "network", 12)):
        starts = datetime(2026, month, 8, 10)
        convene.plan(closed, convene.Invitation(kind=kind, body=body, starts=starts))
    assert "before the fourth quarterly meeting of 2026, on 8 December 2026:" in chasing_text(
        closed, "IOM", closed.today()
    )
