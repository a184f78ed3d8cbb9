"""What ctrl+z brings back is under the cursor, in every place that lists it."""

from __future__ import annotations

import pytest

from tui_app.services import documents, prepare_agenda, workplan
from tui_app.services.backlog import suggest
from tui_app.services.documents import Submission


def under_cursor(user):
    rows = user.app.screen.rows()
    return "  ".join(next(row.cells for row in rows.rows if row.key == rows.key))


@pytest.fixture
def agenda(in_session):
    meeting = in_session.meetings()[0]
    for title in ("Housing", "Health", "Harbours"):
        prepare_agenda.add_item(in_session, meeting, title, None)
    return in_session


async def test_in_the_agenda_and_a_sub_item_with_its_item(agenda, drive):
    async with drive(agenda) as user:
        await user.press("f3", "end", "up", "x", "up", "up", "ctrl+z")
        assert "Health" in under_cursor(user)
        await user.press("home", "ctrl+y", "ctrl+z")
        assert "Health" in under_cursor(user)


async def test_an_item_that_is_added_and_taken_back_leaves_the_cursor_near(agenda, drive):
    async with drive(agenda) as user:
        await user.press("f3", "end", "up", "up", "a")
        await user.type("Hospitals", "enter")
        await user.press("ctrl+z")
        assert "Health" in under_cursor(user)


async def test_in_the_list_of_the_minutes(in_session, drive, take):
    take(in_session, "first", "second", "third")
    async with drive(in_session) as user:
        await user.press("escape", "up", "x", "up", "u")
        assert under_cursor(user).endswith("second")


async def test_in_the_backlog(in_session, drive):
    for title in ("Housing", "Health", "Harbours"):
        suggest(in_session, title, "UNHCR")
    async with drive(in_session) as user:
        await user.press("f3", "b", "down", "x", "enter")
        assert "Harbours" in under_cursor(user)
        await user.press("home", "ctrl+z")
        assert "Health" in under_cursor(user)


async def test_among_the_documents_of_an_item(agenda, drive, tmp_path):
    meeting = agenda.meetings()[0]
    item = agenda.agenda(meeting.id).items[0]
    for title in ("Plan", "Budget", "Survey"):
        documents.add_document(agenda, meeting, item.id, Submission(title=title))
    async with drive(agenda) as user:
        await user.press("f3", "D", "down", "x", "home", "ctrl+z")
        assert "Budget" in under_cursor(user)


async def test_in_the_workplan(in_session, drive):
    for title in ("Housing", "Health", "Harbours"):
        workplan.add_line(in_session, 2026, title)
    async with drive(in_session) as user:
        await user.press("f8")
        for _ in range(8):
            if "Health" in user.screen:
                break
            await user.press("tab")
        await user.press("home", "down", "x", "home", "ctrl+z")
        assert "Health" in under_cursor(user)
