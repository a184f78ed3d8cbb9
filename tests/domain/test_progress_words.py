"""Progress as typed: a status by its beginning, a note, the evidence."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.follow_up.progress_words import Reported, progress_echo, read_progress
from tui_app.domain.problem import Problem

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "status", "note", "evidence"),
    [
        ("in progress: draft shared", ActionStatus.IN_PROGRESS, "draft shared", ""),
        ("in pro draft shared", ActionStatus.IN_PROGRESS, "draft shared", ""),
        ("in draft shared", ActionStatus.IN_PROGRESS, "draft shared", ""),
        ("impl report published; evidence: its link", ActionStatus.IMPLEMENTED, "report published", "its link"),
        ("Implemented. Evidence: letter of 3 Oct", ActionStatus.IMPLEMENTED, "", "letter of 3 Oct"),
        ("done evidence: https://x.org/a", ActionStatus.IMPLEMENTED, "", "https://x.org/a"),
        ("d no consultant yet", ActionStatus.DELAYED, "no consultant yet", ""),
        ("over", ActionStatus.OVERTAKEN, "", ""),
        ("not started", ActionStatus.NOT_STARTED, "", ""),
        ("not sent out yet", ActionStatus.NOT_STARTED, "sent out yet", ""),
        (": delayed : the ministry moved it", ActionStatus.DELAYED, "the ministry moved it", ""),
    ],
)
def test_progress_is_read(text: str, status: ActionStatus, note: str, evidence: str) -> None:
    assert read_progress(text, TODAY) == Reported(status, note, evidence)


@pytest.mark.parametrize(
    ("text", "right"),
    [("i half", "in progress or implemented"), ("implemnted", "implemented"), ("", "not started"), ("xyz", "delayed")],
)
def test_what_is_no_status_gets_the_nearest(text: str, right: str) -> None:
    with pytest.raises(Problem, match=right):
        read_progress(text, TODAY)


@pytest.mark.parametrize("status", ActionStatus)
@given(note=st.from_regex(r"[A-Z][a-z]{2,8}( [a-z]{2,8}){0,4}", fullmatch=True))
def test_every_status_in_full_keeps_its_note(status: ActionStatus, note: str) -> None:
    assert read_progress(f"{status}: {note}", TODAY) == Reported(status, note)


@given(st.text(max_size=30))
def test_any_text_is_read_or_is_a_problem(text: str) -> None:
    with suppress(Problem):
        assert read_progress(text, TODAY).status in ActionStatus


def test_only_what_is_implemented_needs_its_evidence() -> None:
    assert read_progress("impl", TODAY).needs_evidence
    assert not read_progress("impl evidence: a letter", TODAY).needs_evidence
    assert not read_progress("delayed", TODAY).needs_evidence
    assert (
        progress_echo("A07", read_progress("impl sent", TODAY))
        == "A07 is implemented - sent; its evidence is asked next"
    )


@pytest.mark.parametrize(
    ("text", "on", "note"),
    [
        ("in progress on 10 Sep: draft shared", date(2026, 9, 10), "draft shared"),
        ("in pro, on 2026-11-02, draft shared", date(2026, 11, 2), "draft shared"),
        ("delayed on 12/11", date(2026, 11, 12), ""),
        ("delayed on hold: no consultant", None, "on hold: no consultant"),
        ("in progress on track for 30 Sep", None, "on track for 30 Sep"),
    ],
)
def test_a_note_may_be_of_another_day(text: str, on: date | None, note: str) -> None:
    said = read_progress(text, TODAY)
    assert (said.on, said.note) == (on, note)
    assert ("Thu 10 Sep 2026" in progress_echo("A07", said)) == (on == date(2026, 9, 10))


@pytest.mark.parametrize("day", ["30 Nov", "31 Sep", "2027-01-01"])
def test_what_is_still_to_come_was_not_done_yet(day: str) -> None:
    with pytest.raises(Problem):
        read_progress(f"implemented on {day}: sent", TODAY)
