"""Moving and cancelling a planned meeting: its symbol stays, and is never used again."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.attention.attention import matters
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.quarters import is_late, quarters
from tui_app.domain.problem import Problem
from tui_app.services import circulating, convene, papers
from tui_app.services.attention import standing
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.convene import Invitation
from tui_app.services.meeting_place import set_place
from tui_app.services.moving import Change, cancel, move
from tui_app.services.prepare_agenda import add_item, set_agenda
from tui_app.services.registers import make

NOW = datetime(2026, 9, 1, 7, 0, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return make(load_charter("kenya"), tmp_path / "register", "A. Otieno", lambda: NOW, remembered=False)


@pytest.fixture
def meeting(book: Book) -> Meeting:
    return convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))


def test_a_meeting_that_is_moved_keeps_its_symbol_and_says_who_moved_it(book, meeting):
    moved = move(book, meeting, Change(starts=datetime(2026, 9, 24, 14), place=" UN  House "))
    assert (moved.symbol, moved.starts.isoformat()) == ("2026/Q3", "2026-09-24T14:00:00+03:00")
    assert moved.place == "UN House"
    step = moved.steps[-1]
    assert (step.what, step.by) == (
        "moved from Tue 22 Sep 2026, 10:00 to Thu 24 Sep 2026, 14:00, UN House", "A. Otieno"
    )  # fmt: skip


def test_a_move_is_undone_and_done_again(book, meeting):
    move(book, meeting, Change(starts=datetime(2026, 9, 24, 14)))
    assert book.register.undo().why.startswith("2026/Q3 moved from")
    assert book.meeting("2026/Q3") == meeting
    book.register.redo()
    assert book.meeting("2026/Q3").on == date(2026, 9, 24)


@pytest.mark.parametrize("typed", ["Europe/Zurich", "zurich"])
def test_another_zone_keeps_the_clock_time(book, meeting, typed):
    moved = move(book, meeting, Change(zone=typed))
    assert moved.zone == "Europe/Zurich"
    assert moved.starts.isoformat() == "2026-09-22T10:00:00+02:00"


def test_a_time_with_an_offset_is_shown_by_the_clock_of_the_place(book, meeting):
    moved = move(book, meeting, Change(starts=datetime(2026, 9, 24, 11, tzinfo=UTC)))
    assert moved.starts.isoformat() == "2026-09-24T14:00:00+03:00"


REFUSED = [
    (Change(starts=datetime(2026, 9, 22, 10)), "is on Tue 22 Sep 2026, 10:00 already: nothing changes"),
    (Change(zone="Nairobbi"), "is not a time zone"),
    (Change(minutes_available=0), "0 is no time for a meeting"),
]


@pytest.mark.parametrize(("change", "sentence"), REFUSED)
def test_a_move_that_is_none_is_refused(book, meeting, change, sentence):
    with pytest.raises(Problem, match=sentence):
        move(book, meeting, change)


def test_only_what_was_not_opened_is_moved_or_cancelled(book, meeting):
    opened = convene.open_meeting(book, meeting)
    with pytest.raises(Problem, match="is in session: only a meeting that is still to come can be moved"):
        move(book, opened, Change(starts=datetime(2026, 9, 24, 10)))
    with pytest.raises(Problem, match="is in session: it can now only be closed"):
        cancel(book, opened, "no room")


def test_an_agenda_that_went_out_before_the_move_needs_attention_until_it_goes_out_again(book, meeting):
    def needs() -> bool:
        return any("before it was moved" in each.sentence for each in matters(standing(book), NOW.date()))

    sent, _ = circulating.circulate(book, meeting)
    assert not needs()
    moved = move(book, sent, Change(starts=datetime(2026, 9, 24, 14)))
    assert needs()
    circulating.circulate(book, moved)
    assert not needs()


def test_a_cancelled_meeting_has_no_minutes_but_an_agenda_that_says_so(book, meeting):
    cancelled = cancel(book, meeting, "no room")
    with pytest.raises(Problem, match=r"2026/Q3 was cancelled \(no room\): it has no minutes"):
        papers.paper(book, "minutes", cancelled.symbol)
    assert "Status: **CANCELLED: no room**" in papers.paper(book, "agenda", cancelled.symbol)


def test_a_cancelled_meeting_stays_and_its_symbol_is_not_used_again(book, meeting):
    cancelled = cancel(book, meeting, " no  room ")
    assert (cancelled.state, cancelled.cancelled_because) == (MeetingState.CANCELLED, "no room")
    assert book.meetings() == (cancelled,)
    again = convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 29, 10)))
    assert again.symbol == "2026/Q3-2"


def test_cancelling_needs_its_reason_and_is_undone(book, meeting):
    with pytest.raises(Problem, match="needs the reason"):
        cancel(book, meeting, "  ")
    cancel(book, meeting, "no room")
    book.register.undo()
    assert book.meeting("2026/Q3") == meeting


def test_nothing_of_a_cancelled_meeting_changes(book, meeting):
    cancelled = cancel(book, meeting, "no room")
    for deed in (
        lambda: convene.open_meeting(book, cancelled),
        lambda: circulating.circulate(book, cancelled),
        lambda: move(book, cancelled, Change(place="x")),
        lambda: cancel(book, cancelled, "again"),
        lambda: set_place(book, cancelled, "x"),
        lambda: add_item(book, cancelled, "x", None),
        lambda: set_agenda(book, cancelled, ["x"]),
    ):
        with pytest.raises(Problem, match="2026/Q3 was cancelled"):
            deed()


def test_a_cancelled_meeting_is_neither_at_hand_nor_the_next_one(book, meeting):
    cancelled = cancel(book, meeting, "no room")
    assert book.meeting_at_hand() == cancelled
    later = convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 12, 1, 10)))
    assert book.meeting_at_hand() == later
    earlier = convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 6, 1, 10)))
    assert book.next_meeting_after(earlier) == later


def test_a_cancelled_quarterly_meeting_leaves_its_quarter_without_one(book, meeting):
    cancel(book, meeting, "no room")
    assert [q.state for q in quarters(book.meetings(), 2026, date(2026, 9, 1))] == ["-", "-", "to come", "to come"]
    assert quarters(book.meetings(), 2026, date(2026, 10, 1))[2].state == "missing"


def test_a_quarterly_meeting_moved_past_its_quarter_still_stands_for_it(book, meeting):
    move(book, meeting, Change(starts=datetime(2026, 10, 6, 10)))
    third, fourth = quarters(book.meetings(), 2026, date(2026, 9, 1))[2:]
    assert (third.state, third.symbol) == ("planned", "2026/Q3")
    assert is_late(book.meeting("2026/Q3"))
    assert fourth.state == "to come"


def test_who_requested_it_is_kept_by_the_name_known(book):
    invitation = Invitation(
        kind=MeetingKind.ON_REQUEST, starts=datetime(2026, 9, 22, 10), requested_by="unhcr", requested_on=NOW.date()
    )
    assert convene.plan(book, invitation).requested_by == "UNHCR"


def test_any_body_can_request_a_meeting_and_is_kept_as_typed(book):
    invitation = Invitation(kind=MeetingKind.ON_REQUEST, starts=datetime(2026, 9, 22, 10),
                            requested_by=" Ministry of  Labour", requested_on=NOW.date())  # fmt: skip
    assert convene.plan(book, invitation).requested_by == "Ministry of Labour"


def test_an_extraordinary_meeting_keeps_the_caller_of_the_charter(book):
    for typed in ("", "executive committee", "the Executive Committee"):
        called = Invitation(
            kind=MeetingKind.EXTRAORDINARY, starts=datetime(2026, 9, 22, 10), reason="floods", requested_by=typed
        )
        assert convene.plan(book, called).requested_by == "Executive Committee"


GROUNDS = [
    ({"requested_by": "UNHRC", "requested_on": NOW.date()}, "did you mean UNHCR"),
    ({"requested_by": "UNHCR", "requested_on": date(2026, 9, 2)}, "is still to come"),
    ({"requested_by": "UNHCR", "requested_on": date(2026, 9, 1), "starts": datetime(2026, 8, 1, 10)},
     "cannot be requested on 1 September 2026"),
    ({"kind": MeetingKind.EXTRAORDINARY, "reason": " "}, "needs its reason"),
    ({"minutes_available": 0}, "0 is no time"),
]  # fmt: skip


@pytest.mark.parametrize(("known", "sentence"), GROUNDS)
def test_grounds_that_cannot_be_are_refused(book, known, sentence):
    given = {"kind": MeetingKind.ON_REQUEST, "starts": datetime(2026, 9, 22, 10), "requested_by": "UNHCR",
             "requested_on": date(2026, 9, 1)} | known  # fmt: skip
    with pytest.raises(Problem, match=sentence):
        convene.plan(book, Invitation(**given))
    assert not book.meetings()


def test_an_extraordinary_meeting_needs_a_caller_where_the_charter_names_none(tmp_path):
    albania = make(load_charter("albania"), tmp_path / "albania", "A", lambda: NOW, remembered=False)
    floods = {"kind": MeetingKind.EXTRAORDINARY, "starts": datetime(2026, 9, 22, 10), "reason": "floods"}
    with pytest.raises(Problem, match="needs who calls it"):
        convene.plan(albania, Invitation(**floods))
    assert convene.plan(albania, Invitation(**floods, requested_by="undp")).requested_by == "UNDP"
