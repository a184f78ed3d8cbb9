"""The gaps that are no meeting's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.attention.matter import Standing
from tui_app.domain.completeness.completeness import network_gaps
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.services.charters import load_charter


def standing(network: str, *meetings: Meeting) -> Standing:
    return Standing(
        charter=load_charter(network), seats=(), meetings=meetings, actions=(), decisions=(), proposals=()
    )  # fmt: skip


HELD = Meeting(id="m", symbol="2026/Q1", kind=MeetingKind.QUARTERLY, starts=datetime(2026, 2, 3, 10, tzinfo=UTC),
               zone="UTC", state=MeetingState.DRAFT)  # fmt: skip


@pytest.mark.parametrize(
    ("network", "today", "gaps"),
    [
        ("albania", date(2026, 3, 1), ["member list"]),
        ("kosovo", date(2026, 3, 1), []),
        ("kosovo", date(2026, 5, 1), ["quarterly report on the first quarter of 2026"]),
    ],
)
def test_a_report_is_a_gap_once_its_period_is_over(network: str, today: date, gaps: list[str]) -> None:
    assert [gap.key for gap in network_gaps(standing(network, HELD), today)] == gaps


def test_it_is_told_to_whom_the_report_was_due_and_by_which_clause() -> None:
    (gap,) = network_gaps(standing("kosovo", HELD), date(2026, 5, 1))
    assert str(gap).startswith("The quarterly report to the UNKT on the first quarter of 2026 was not sent (KOS:9")
