"""The headline: whatever there is to say, the clock is whole and the state is shortened by words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from rich.cells import cell_len

from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState, Step
from tui_app.screens.headline import away_from, headline, states_of
from tui_app.services.charters import charter_names, load_charter

Q3 = Meeting(id="q3", symbol="2026/Q3", kind=MeetingKind.QUARTERLY, zone="Africa/Nairobi",
             starts=datetime(2026, 9, 22, 10, tzinfo=UTC))  # fmt: skip
LIVE = replace(Q3, state=MeetingState.IN_SESSION)
FORGOTTEN = replace(LIVE, steps=(Step(what="opened", at=datetime(2026, 4, 20, 10, tzinfo=UTC), by="A"),))
SENT = replace(Q3, state=MeetingState.CIRCULATED, minutes_version=2, comments_by=date(2026, 10, 5))
ANNOUNCED = replace(Q3, agenda_version=1)
KENYA = ("Kenya UN Network on Migration", "UNNM-KEN")
ALBANIA = ("United Nations (UN) Migration Network in Albania", "UNNM-ALB")

LINES = [
    (118, KENYA, SENT, "Kenya UN Network on Migration   2026/Q3   minutes v2 circulated, comments by 5 October 2026"),
    (98, KENYA, SENT, "Kenya UN Network on Migration   2026/Q3   minutes v2 circulated, comments by 5 Oct 2026"),
    (78, KENYA, SENT, "Kenya UN Network on Migration   2026/Q3   minutes v2 circulated"),
    (58, KENYA, SENT, "Kenya UN Network on Migration  2026/Q3  circulated"),
    (78, ALBANIA, SENT, "United Nations (UN) Migration Network in Albania  2026/Q3  circulated"),
    (58, ALBANIA, SENT, "UNNM-ALB   2026/Q3   minutes v2 circulated"),
    (78, KENYA, ANNOUNCED, "Kenya UN Network on Migration   2026/Q3   planned, agenda v1"),
    (58, KENYA, ANNOUNCED, "Kenya UN Network on Migration   2026/Q3   planned"),
    (78, ALBANIA, LIVE, "United Nations (UN) Migration Network in Albania  2026/Q3  IN SESSION"),
    (78, KENYA, FORGOTTEN, "Kenya UN Network on Migration   2026/Q3   IN SESSION SINCE 20 APR 2026"),
    (58, ALBANIA, FORGOTTEN, "UNNM-ALB   2026/Q3   IN SESSION SINCE 20 APR 2026"),
    (58, KENYA, LIVE, "Kenya UN Network on Migration  2026/Q3  IN SESSION"),
]


@pytest.mark.parametrize(("width", "network", "meeting", "left"), LINES)
def test_the_state_is_shortened_by_words(width: int, network: tuple[str, str], meeting: Meeting, left: str) -> None:
    line = headline(width, network, (meeting.symbol,), states_of(meeting, Q3.on), "10:42")
    assert line[:-5].rstrip() == left
    assert line.endswith(" 10:42")
    assert cell_len(line) == width


@pytest.mark.parametrize("width", [58, 78, 98, 118])
@pytest.mark.parametrize("charter", charter_names())
@pytest.mark.parametrize("told", [(), ("2026/WG-DATA-12",), ("2026/Q3", "reading only")])
@pytest.mark.parametrize("meeting", [Q3, ANNOUNCED, LIVE, FORGOTTEN, SENT])
@pytest.mark.parametrize("away", [False, True])
def test_every_network_fits_every_window(
    width: int, charter: str, told: tuple[str, ...], meeting: Meeting, away: bool
) -> None:
    network = load_charter(charter)
    states = away_from("2026/Q4", "F4", states_of(meeting, Q3.on)) if away else states_of(meeting, Q3.on)
    line = headline(width, (network.name, network.symbol), told, states, "10:42")
    assert line.endswith(" 10:42")
    assert cell_len(line) == width
    assert "…" not in line
    assert all(each in line for each in told)
    assert any(state in line for state in states)
    assert not away or "NOT 2026/Q4" in line


def test_the_meeting_in_session_is_named_where_another_is_shown() -> None:
    states = away_from("2026/Q4", "F4", states_of(SENT, Q3.on))
    line = headline(78, KENYA, ("2026/Q3",), states, "10:42")
    assert line[:-5].rstrip() == "Kenya UN Network on Migration   2026/Q3   NOT 2026/Q4 IN SESSION (F4)"
    assert "circulated, NOT 2026/Q4 IN SESSION (F4)" in headline(118, KENYA, ("2026/Q3",), states, "10:42")


def test_a_name_longer_than_the_window_leaves_the_clock_whole() -> None:
    line = headline(58, ("A network " * 9, "UNNM-" + "X" * 60), ("2026/Q3",), ("planned",), "10:42")
    assert line.endswith(" 10:42")
    assert cell_len(line) == 58
