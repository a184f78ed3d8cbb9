"""To whom a paper went, and on which day, in one line."""

from __future__ import annotations

from datetime import date

import pytest

from tui_app.domain.meeting.circulated import recipients_and_day
from tui_app.domain.problem import Problem

TODAY = date(2026, 9, 22)
DAY = date(2026, 9, 12)


@pytest.mark.parametrize(
    ("typed", "named", "on"),
    [
        ("IOM, ILO on 12 Sep", "IOM, ILO", DAY),
        ("on 12/9", "", DAY),
        ("all members, on 2026-09-12", "all members", DAY),
        ("Commission on Human Rights on yesterday", "Commission on Human Rights", date(2026, 9, 21)),
        ("Commission on Human Rights", "Commission on Human Rights", None),
        ("IOM on", "IOM on", None),
        ("", "", None),
    ],
)
def test_a_day_stands_behind_the_names(typed: str, named: str, on: date | None) -> None:
    assert recipients_and_day(typed, TODAY) == (named, on)


@pytest.mark.parametrize("typed", ["IOM on 24 Sep", "IOM on fri", "IOM on 12 Sepp", "on 2026-13-01", "on +2w"])
def test_a_day_that_was_not_is_told(typed: str) -> None:
    with pytest.raises(Problem):
        recipients_and_day(typed, TODAY)
