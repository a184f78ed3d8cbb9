"""Reading along in a register that another window writes: whatever happens to its file, nothing is locked or lost."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.services.in_session import NOW
from tui_app.domain.meeting.differences import Side
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.register.opening import JOURNAL_NAME
from tui_app.services import capture, convene, keeping
from tui_app.services.charters import load_charter
from tui_app.services.following import Following
from tui_app.services.pen import Pen
from tui_app.services.registers import make, open_book


@pytest.fixture
def following(pen):
    following = Following(pen.book.register.folder, clock=lambda: NOW)
    yield following
    following.book.register.close()


def text(following):
    shown = following.projection().text
    return "".join(words for side, words in shown.changes if side is not Side.BEFORE) if shown else ""


def test_what_is_written_is_seen_with_the_next_look(pen, following):
    assert not following.follow()
    capture.take(pen, "/p A text")
    assert text(following) == ""
    assert following.follow()
    assert text(following) == "A text"
    assert not following.follow()


def test_nothing_is_locked_and_nothing_is_written(pen):
    folder = pen.book.register.folder
    pen.book.register.close()
    before = {each: each.read_bytes() for each in folder.iterdir()}
    Following(folder).follow()
    assert {each: each.read_bytes() for each in folder.iterdir()} == before
    open_book(folder).register.check_writable()


def test_a_line_that_is_only_half_there_is_waited_for(pen, following):
    journal = pen.book.register.folder / JOURNAL_NAME
    capture.take(pen, "/p A text")
    whole, end = journal.read_bytes(), following.book.register.written.end
    for length in range(1, len(whole.rstrip(b"\n")) - end, 97):
        journal.write_bytes(whole[: end + length] + b"\n" * (len(whole) - end - length))
        assert not following.follow()
    journal.write_bytes(whole)
    assert following.follow()
    assert text(following) == "A text"


def test_a_register_that_is_closed_and_opened_again_is_followed_on(pen, following):
    capture.take(pen, "/p A text")
    pen.book.register.close()
    assert following.follow()
    book = open_book(pen.book.register.folder, clock=lambda: NOW)
    capture.take(Pen(book, pen.meeting_id), "/p Another text")
    assert following.follow()
    assert text(following) == "Another text"
    book.register.close()


def test_a_backup_that_is_put_back_is_seen_though_it_has_grown_since(pen, following):
    capture.take(pen, "/p A text")
    folder, backup = pen.book.register.folder, keeping.back_up(pen.book)
    capture.take(pen, "/p A text that the backup lacks")
    assert following.follow()
    pen.book.register.close()
    keeping.restore(folder, backup)
    book = open_book(folder, clock=lambda: NOW)
    capture.take(Pen(book, pen.meeting_id), "/amend Other words after the backup, and more of them than there were")
    assert following.follow()
    assert text(following).startswith("Other words")
    book.register.close()


def test_a_register_that_is_gone_is_told_and_followed_once_it_is_back(pen, following):
    folder = pen.book.register.folder
    away = folder.rename(folder.with_name("away"))
    for _ in range(2):
        with pytest.raises(Problem, match="There is no folder"):
            following.follow()
    away.rename(folder)
    assert following.follow()
    capture.take(pen, "/p A text")
    assert following.follow()
    assert text(following) == "A text"


def test_the_meeting_named_is_shown_else_the_one_in_session_then_that_it_is_closed(pen, following):
    book = pen.book
    annual = convene.plan(book, convene.Invitation(kind=MeetingKind.ANNUAL, starts=datetime(2026, 12, 1, 9)))
    named = Following(book.register.folder, "2026/an", clock=lambda: NOW)
    assert named.projection().meeting == "Annual meeting of 2026"
    following.follow()
    assert following.projection().meeting == "Third quarterly meeting of 2026"
    convene.close_meeting(book, pen.meeting)
    following.follow()
    assert following.projection().said[0] == "The meeting is closed."
    afresh = Following(book.register.folder, clock=lambda: NOW)
    assert afresh.projection().said[0] == "The meeting has not been opened yet."
    convene.open_meeting(book, annual)
    following.follow()
    assert following.projection().meeting == "Annual meeting of 2026"
    for each in (named, afresh):
        each.book.register.close()


def test_no_meeting_at_all_is_said_and_an_unknown_one_is_a_problem(tmp_path):
    folder = tmp_path / "empty"
    make(load_charter("kenya"), folder, "A. Otieno").register.close()
    assert Following(folder).projection().said == ("No meeting is planned.",)
    with pytest.raises(Problem, match="There is no meeting 2026/Q9"):
        Following(folder, "2026/Q9")
