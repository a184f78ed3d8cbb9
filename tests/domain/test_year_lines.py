"""A year in lines: what is missing is a quarterly meeting or the annual one, never just a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tui_app.domain.attention.attention import matters
from tui_app.domain.attention.matter import Standing
from tui_app.domain.attention.year import YearLine, year_lines
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.services.charters import load_charter

NOVEMBER = date(2026, 11, 2)


def meeting(symbol: str, kind: MeetingKind, month: int, day: int, year: int = 2026, **known: object) -> Meeting:
    starts = datetime(year, month, day, 10, tzinfo=UTC)
    return Meeting(id=symbol, symbol=symbol, kind=kind, starts=starts, zone="UTC", **known)  # type: ignore[arg-type]


HELD = meeting("2026/Q1", MeetingKind.QUARTERLY, 2, 10, state=MeetingState.ADOPTED)
STAKEHOLDER = meeting("2026/ST1", MeetingKind.STAKEHOLDER, 11, 3)


def there(*meetings: Meeting) -> Standing:
    return Standing(charter=load_charter("albania"), seats=(), meetings=meetings, actions=(), decisions=(),
                    proposals=())  # fmt: skip


def told(lines: list[YearLine]) -> list[str]:
    return [f"{each.what}: {each.sentence}" for each in lines]


def test_a_quarter_with_another_meeting_lacks_its_quarterly_one_and_says_so() -> None:
    lines = [*year_lines(there(HELD, STAKEHOLDER), 2026, NOVEMBER)]
    assert told(lines)[1:4] == [
        "Q2 missing: no quarterly meeting was held",
        "Q3 missing: no quarterly meeting was held",
        "Q4 to come: no quarterly meeting is planned yet",
    ]
    assert (lines[4].quarter, lines[4].what, lines[4].meeting) == (4, "", STAKEHOLDER)
    assert told(lines)[5] == "no annual: no annual meeting is planned in 2026 yet (ALB:52)"
    sentences = [each.sentence for each in matters(there(HELD, STAKEHOLDER), NOVEMBER)]
    assert "No quarterly meeting is planned in Q4 2026, this quarter." in sentences


def test_a_year_that_is_over_and_one_to_come_are_told_as_such() -> None:
    later = date(2027, 1, 15)
    assert told([*year_lines(there(HELD), 2026, later)])[-2:] == [
        "Q4 missing: no quarterly meeting was held",
        "no annual: no annual meeting was held in 2026 (ALB:52)",
    ]
    assert told([*year_lines(there(HELD), 2028, later)])[-1] == (
        "no annual: no annual meeting is planned in 2028 yet (ALB:52)"
    )
    assert [each.state for each in year_lines(there(HELD), 2025, later)] == ["-"] * 4


def test_an_agenda_that_is_not_out_comes_first_the_day_before_and_by_its_day_until_then() -> None:
    old = meeting("2026/Q2", MeetingKind.QUARTERLY, 6, 16, state=MeetingState.DRAFT)
    near = [each.what for each in matters(there(HELD, old, STAKEHOLDER), NOVEMBER)]
    assert near[:2] == ["roster", "agenda"]
    recent = replace(old, starts=datetime(2026, 10, 20, 10, tzinfo=UTC))
    whats = [each.what for each in matters(there(HELD, recent, STAKEHOLDER), date(2026, 10, 21))]
    assert whats.index("agenda") < whats.index("minutes")


def test_what_was_missed_first_is_told_first() -> None:
    sentences = [each.sentence for each in matters(there(HELD), NOVEMBER) if each.what == "quarter"]
    assert sentences[:2] == [f"No quarterly meeting was held in Q{number} 2026." for number in (2, 3)]
