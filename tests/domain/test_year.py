"""The year: every meeting belongs to one quarter, and a quarter is what its quarterly meetings make it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.meeting_words import called_words, listed_words, moved_words, year_words
from tui_app.domain.meeting.quarters import is_late, lacks_annual, meetings_in, quarters, years_shown

TODAY = date(2026, 9, 22)


def meeting(symbol="2026/Q3", kind=MeetingKind.QUARTERLY, on=datetime(2026, 9, 22, 10, tzinfo=UTC), **known):
    return Meeting(id=symbol, symbol=symbol, kind=kind, starts=on, zone="UTC", **known)


MEETINGS = st.lists(
    st.builds(
        meeting,
        symbol=st.sampled_from(["2025/Q4", "2026/Q1", "2026/Q2", "2026/Q3", "2026/Q3-2", "2026/Q4", "2027/Q1"]),
        on=st.datetimes(datetime(2025, 10, 1), datetime(2027, 3, 31), timezones=st.just(UTC)),
        state=st.sampled_from(MeetingState),
    ),
    max_size=6,
    unique_by=lambda each: each.symbol,
)


@given(MEETINGS)
def test_a_quarter_is_held_planned_or_missing_by_the_meetings_that_stand_for_it(meetings):
    for each in quarters(meetings, 2026, TODAY):
        stands = [m for m in meetings if m.symbol.startswith(f"2026/Q{each.number}") and not m.cancelled]
        assert (each.state == "held") == any(m.held for m in stands)
        assert (each.state in ("held", "planned")) == bool(stands)
        assert (each.symbol in {m.symbol for m in stands}) == bool(stands)


@given(MEETINGS)
def test_every_meeting_stands_in_one_quarter_of_one_year(meetings):
    there = [m for year in (2025, 2026, 2027) for number in (1, 2, 3, 4) for m in meetings_in(meetings, year, number)]
    assert sorted(m.symbol for m in there) == sorted(m.symbol for m in meetings)


def test_any_other_meeting_stands_in_the_quarter_of_its_day():
    moved = meeting("2026/EX1", MeetingKind.EXTRAORDINARY, datetime(2026, 11, 3, 10, tzinfo=UTC))
    assert meetings_in([moved], 2026, 4) == (moved,)
    assert not is_late(moved)


def test_a_year_without_an_annual_meeting_is_told_a_cancelled_one_counts_for_nothing():
    annual = meeting("2026/AN", MeetingKind.ANNUAL)
    assert lacks_annual([meeting()], 2026)
    assert not lacks_annual([annual], 2026)
    assert lacks_annual([annual], 2027)
    assert lacks_annual([meeting("2026/AN", MeetingKind.ANNUAL, state=MeetingState.CANCELLED)], 2026)


def test_later_years_are_shown_once_something_is_planned_in_them():
    later = datetime(2028, 2, 1, tzinfo=UTC)
    assert years_shown([meeting()], TODAY) == (2026,)
    assert years_shown([meeting("2028/Q1", on=later)], TODAY) == (2026, 2028)
    assert years_shown([meeting("2028/Q1", on=later, state=MeetingState.CANCELLED)], TODAY) == (2026,)


CALLED = [
    (meeting(), ""),
    (meeting(requested_by="UNHCR"), "requested by UNHCR"),
    (meeting("2026/RQ1", MeetingKind.ON_REQUEST, requested_by="UNHCR", requested_on=date(2026, 9, 3)),
     "requested by UNHCR on 3 Sep 2026"),
    (meeting("2026/EX1", MeetingKind.EXTRAORDINARY, requested_by="Executive Committee"),
     "called by Executive Committee"),
]  # fmt: skip


@pytest.mark.parametrize(("called", "words"), CALLED)
def test_a_list_says_who_called_a_meeting(called, words):
    assert called_words(called) == words
    assert words in listed_words(called)
    assert words in year_words(called)


def test_moving_says_what_it_means():
    later = datetime(2027, 1, 5, 10, tzinfo=UTC)
    assert moved_words(meeting(), datetime(2026, 9, 24, 10, tzinfo=UTC)) == (
        "2026/Q3 moves to Thu 24 Sep 2026, 10:00 (UTC).",
    )
    assert moved_words(meeting(), later)[1:] == ("It stays the meeting of Q3 2026, though that day is in Q1 2027.",)
    extra = meeting("2026/EX1", MeetingKind.EXTRAORDINARY, agenda_version=1)
    assert moved_words(extra, later)[1:] == (
        "It keeps its symbol, though that day is in 2027.",
        "Agenda v1 went out with the old time: circulate it again.",
    )
