"""What stands in a question survives the killing of the program, and leaving it; what was put away does not."""

from __future__ import annotations

import json
import signal
import stat
from datetime import UTC, datetime, timedelta

import pytest

from tests.faults.terminal import app
from tui_app.services import capture, half_typed
from tui_app.services.half_answered import HalfAnswered
from tui_app.services.pen import Pen
from tui_app.services.registers import open_book

F5, CTRL_Q = "\x1b[15~", "\x11"
NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
WORDS = "resources: asks for a bud"


def line_of(user):
    return user.app.screen.query_one("PromptLine AnswerLine")


def kill(terminal, kept):
    """As soon as the words are on the disk, which takes no longer than the next paint."""
    terminal.wait_until(lambda: WORDS in kept())
    terminal.process.kill()


def lose_the_terminal(terminal, kept):
    """What the kernel does to a program whose window is closed."""
    terminal.wait_until(lambda: WORDS in kept())
    terminal.process.send_signal(signal.SIGHUP)
    terminal.process.wait(20)


def leave_by_key(terminal, _):
    """In the same breath as the last letter."""
    terminal.type(CTRL_Q)
    terminal.wait_until(lambda: terminal.process.poll() is not None)


@pytest.fixture
def with_text(in_session, take):
    take(in_session, "/in IOM A. Otieno", "/in ILO M. Njeri", "/next", "/propose The Network endorses the data plan")
    return in_session


def closed(book):
    book.register.close()
    return book.register.folder


def half_answered(folder):
    return folder / "half-answered.json"


def words_in(file):
    return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.mark.parametrize("end", [kill, leave_by_key, lose_the_terminal])
async def test_the_words_of_an_open_question_are_offered_after_the_program_ended(with_text, drive, end):
    folder = closed(with_text)
    with app(folder) as terminal:
        terminal.wait_until(lambda: terminal.shows("Type a line"))
        terminal.type(F5)
        terminal.wait_until(lambda: terminal.shows("Not yet asked"))
        terminal.type("o")
        terminal.wait_until(lambda: terminal.shows("Esc leave it"))
        terminal.type(WORDS)
        end(terminal, lambda: words_in(half_answered(folder)))
    assert stat.S_IMODE(half_answered(folder).stat().st_mode) == 0o600
    again = open_book(folder)
    async with drive(again) as user:
        assert f'Typed and not entered before the program ended: "{WORDS}"' in user.told
        await user.press("f5", "o")
        assert line_of(user).value == WORDS
        await user.press("end")
        await user.type("get line", "enter")
        assert "asks for a budget line" in user.words
    assert json.loads(half_answered(folder).read_text(encoding="utf-8")) == []
    again.register.close()


async def test_leaving_keeps_letters_that_came_too_late_to_be_kept_with_a_paint(in_session, drive, monkeypatch):
    async with drive(in_session) as user:
        monkeypatch.setattr(user.app.screen, "call_after_refresh", lambda *_: True)
        await user.type(WORDS)
    again = open_book(in_session.register.folder)
    assert half_typed.recall(again, again.meetings()[0].id).text == WORDS
    again.register.close()


@pytest.mark.parametrize("end", [kill, leave_by_key, lose_the_terminal])
async def test_a_half_typed_line_survives_in_the_same_way(in_session, end):
    folder = closed(in_session)
    with app(folder) as terminal:
        terminal.wait_until(lambda: terminal.shows("Type a line"))
        terminal.type(WORDS)
        end(terminal, lambda: words_in(folder / "half-typed.json"))
    again = open_book(folder)
    assert half_typed.recall(again, again.meetings()[0].id).text == WORDS
    again.register.close()


async def test_they_are_not_offered_to_the_same_question_about_another_text(with_text, drive, take):
    async with drive(with_text) as user:
        await user.press("f5", "t", "end")
        await user.type(" as revised")
    folder = closed(with_text)
    again = open_book(folder, clock=lambda: NOW)
    take(again, "/propose The Network meets in Kisumu")
    async with drive(again) as user:
        await user.press("f5", "t")
        assert line_of(user).value == "The Network meets in Kisumu"
        await user.press("escape", "left_square_bracket", "t")
        assert line_of(user).value == "The Network endorses the data plan as revised"
    again.register.close()


@pytest.mark.parametrize("leave", [("escape",), ("end", "enter")])
async def test_a_contact_lies_beside_the_register_no_longer_than_its_question_is_open(book, drive, leave):
    folder = book.register.folder
    async with drive(book) as user:
        await user.press("f8", "c")
        await user.type("Jane, jane@iom.int")
        assert "jane@iom.int" in half_answered(folder).read_text(encoding="utf-8")
        await user.press(*leave)
        files = [each for each in folder.iterdir() if each.is_file()]  # a backup may have been begun beside them
        assert [each.name for each in files if b"jane@iom" in each.read_bytes()] == (
            [] if leave == ("escape",) else ["register.journal"]
        )


async def test_a_chain_is_offered_whole_and_only_once_it_is_done_forgotten(with_text, drive):
    async with drive(with_text) as user:
        await user.press("f8", "a")
        await user.type("UNOPS", "enter")
        await user.type("United Nations Office for Project Ser")
    folder = closed(with_text)
    again = open_book(folder, clock=lambda: NOW)
    async with drive(again) as user:
        await user.press("f8", "a", "enter")
        assert line_of(user).value == "United Nations Office for Project Ser"
        await user.press("end")
        await user.type("vices", "enter", "enter", "enter", "enter")
        assert "UNOPS" in user.screen
    assert HalfAnswered(again).remark == ""
    again.register.close()


async def test_a_dialog_that_is_left_keeps_the_words_for_the_question_before_it(in_session, drive):
    """The words stay while the dialog stands, and a crash then loses none of them either."""
    folder = in_session.register.folder
    async with drive(in_session) as user:
        await user.press("f8", "a")
        await user.type("UNOPS", "enter")
        await user.type("Office", "enter", "enter")
        assert type(user.app.screen).__name__ == "Choose"
        assert "UNOPS" in half_answered(folder).read_text(encoding="utf-8")
        await user.press("escape")
        assert "UNOPS" not in half_answered(folder).read_text(encoding="utf-8")
        await user.press("a")
        assert line_of(user).value == "UNOPS"


async def test_words_of_a_question_that_is_not_asked_again_are_forgotten_in_a_month(book, drive):
    folder = book.register.folder
    async with drive(book) as user:
        await user.press("f8", "c")
        await user.type("Jane, jane@iom.int")
    book.register.close()
    for days, offered, told in ((2, True, True), (20, True, False), (31, False, False)):
        again = open_book(folder, clock=lambda days=days: NOW + timedelta(days=days))
        left = HalfAnswered(again)
        assert (bool(left.remark), any("jane" in str(each) for each in half_typed.recall_answers(again).values())) == (
            told, offered
        )  # fmt: skip
        async with drive(again) as user:
            await user.press("f8", "c")
            assert line_of(user).value == ("Jane, jane@iom.int" if offered else "")
        again.register.close()
    assert "jane" not in words_in(half_answered(folder))


async def test_a_window_that_only_reads_offers_nothing_of_what_the_other_has_open(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f8", "s")
        await user.type("the UNCT")
        reading = open_book(in_session.register.folder, read_only=True)
        assert HalfAnswered(reading).remark == ""


async def test_what_was_half_typed_before_an_edit_survives_too(in_session, drive):
    capture.take(Pen(in_session, in_session.meetings()[0].id), "Members discussed the plan")
    async with drive(in_session) as user:
        await user.type("half of a line")
        await user.press("escape", "e", "end")
        await user.type(" of work")
    folder = closed(in_session)
    again = open_book(folder, clock=lambda: NOW)
    async with drive(again) as user:
        line = user.app.screen.query_one("CaptureLine")
        assert line.value == "Members discussed the plan of work"
        await user.press("enter")
        assert line.value == "half of a line"
    again.register.close()
