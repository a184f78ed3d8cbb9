"""A decision of which it was said that nobody has to carry anything out, as where minutes are adopted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui_app.domain.attention.attention import matters
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.attention import standing
from tui_app.services.charters import load_charter
from tui_app.services.follow_up import find_followed_up
from tui_app.services.look_up import decisions
from tui_app.services.ownership import assign, read_assignment
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make


@pytest.fixture
def book(tmp_path):
    book = make(load_charter("kenya"), tmp_path / "r", "A. Otieno", clock=lambda: datetime(2026, 9, 22, 8, tzinfo=UTC))
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    pen = Pen(book, convene.open_meeting(book, meeting).id)
    capture.take(pen, "/decide The Network adopted the minutes of its second meeting")
    yield book
    book.register.close()


def asked_for(book):
    return [each for each in matters(standing(book), book.today()) if each.what == "no owner"]


def test_it_asks_for_no_owner_is_carried_over_nowhere_and_its_papers_say_so(book):
    assert "**no owner**" in paper(book, "minutes")
    assert asked_for(book)
    capture.take(Pen(book, book.meeting("2026/Q3").id), "/owner D01 nobody")
    assert "no owner" not in paper(book, "minutes")
    assert "nothing to carry out" in paper(book, "minutes")
    assert not asked_for(book)
    convene.close_meeting(book, book.meeting("2026/Q3"))
    later = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10)))
    assert convene.open_meeting(book, later).carried == ()


def test_after_the_meeting_it_can_be_said_too_and_taken_back_by_naming_an_owner(book):
    convene.close_meeting(book, book.meeting("2026/Q3"))
    for words, owners, still_open in (("nobody", (), False), ("IOM by 30 Nov", ("IOM",), True)):
        decision = find_followed_up(book, "2026/Q3/D01")
        changed = assign(book, decision, read_assignment(book, decision, words))
        assert isinstance(changed, Decision)
        assert (changed.owners, changed.open) == (owners, still_open)


def test_an_action_is_always_somebodys(book):
    capture.take(Pen(book, book.meeting("2026/Q3").id), "/action IOM: revise section 2")
    action = find_followed_up(book, "A01")
    with pytest.raises(Problem, match=r"report .*A01 as overtaken"):
        read_assignment(book, action, "nobody")


def test_it_lists_as_nothing_to_carry_out_and_not_as_lacking_an_owner(book):
    (before,) = decisions(book)
    capture.take(Pen(book, book.meeting("2026/Q3").id), "/owner D01 nobody")
    (after,) = decisions(book)
    assert ("nothing_to_carry_out" in before, after["nothing_to_carry_out"]) == (False, True)
