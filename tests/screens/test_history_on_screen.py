"""The history in Papers, and of the record under the cursor in Decisions and Actions (R-72)."""

import pytest

from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.services.follow_up import report

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


@pytest.fixture
def recorded(in_session, take):
    take(in_session, "/action IOM, ILO: revise section 2 of the plan by 30 Sep", "/p The Network endorses the plan",
         "/position UNHCR objects resources: asks for a budget line", "/fix section 2/section 3/")  # fmt: skip
    (action,) = in_session.of(ActionPoint).all()
    report(in_session, action, Reported(ActionStatus.IN_PROGRESS, "draft shared"))
    return in_session


def seen(user):
    """The words of the preview, or of the whole screen where there is none."""
    return " ".join(" ".join(line.rpartition("│")[2] for line in user.screen.splitlines()).split())


@SIZES
async def test_papers_show_the_newest_changes_of_the_register_first(recorded, drive, size):
    async with drive(recorded, size=size) as user:
        await user.press("f9", "end", "up")
        assert "22 September 2026 10:30 A. Otieno 2026/Q3/A01 in progress" in seen(user)
        assert "status: not started -> in progress" in seen(user)
        assert user.screen.index("in progress") < user.screen.index("section [3]")


async def test_a_key_asks_for_a_symbol_and_narrows_the_history_to_it(recorded, drive):
    async with drive(recorded) as user:
        await user.press("f9", "h")
        await user.type("a9")
        assert "did you mean 'A01'?" in user.screen
        await user.press("backspace", "1")
        assert "Shows who changed 2026/Q3/A01" in user.screen
        await user.press("enter")
        assert "History of 2026/Q3/A01" in user.screen
        assert "objects" not in user.screen
        await user.press("h", "enter")
        assert "History of the register" in user.screen


async def test_the_text_before_and_after_is_seen(recorded, drive):
    async with drive(recorded) as user:
        await user.press("f9", "h")
        await user.type("A01", "enter")
        assert "before: revise section [2] of the plan" in user.screen
        assert "after: revise section [3] of the plan" in seen(user)


async def test_going_down_reads_on_to_the_first_transaction(recorded, drive, take):
    take(recorded, *(f"Members discussed source {number}." for number in range(300)))
    async with drive(recorded) as user:
        await user.press("f9", "end", "up", "tab")
        assert "source 299" in user.screen
        for _ in range(8):
            await user.press("end")
        assert "register created" in user.screen
        assert "Older ones follow" not in user.screen


@pytest.mark.parametrize(("place", "shown"), [("f7", "status: not started -> in progress"), ("f6", "UNHCR: pending")])
async def test_of_the_record_under_the_cursor_it_is_one_key(recorded, drive, place, shown):
    async with drive(recorded) as user:
        await user.press(place, "h")
        assert "History of 2026/Q3/" in user.screen
        assert shown in seen(user)
        await user.press("escape")
        assert "History of" not in user.screen


@pytest.mark.parametrize("place", ["f6", "f7"])
async def test_where_there_is_no_record_it_is_said(book, drive, place):
    async with drive(book) as user:
        await user.press(place, "h")
        assert "no record under the cursor" in user.told


async def test_the_history_is_no_paper_to_write(recorded, drive):
    async with drive(recorded) as user:
        await user.press("f9", "end", "up", "w")
        assert "minutebook history prints it" in user.told
