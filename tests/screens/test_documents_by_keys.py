"""The documents of an item by keys, opened from the agenda."""

from datetime import datetime

import pytest

from tui_app.domain.meeting.document import Document
from tui_app.services import convene


@pytest.fixture
def planned(book):
    convene.plan(book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10)))
    return book


def documents(book):
    return [(d.number, d.title, d.version, bool(d.circulated), d.held_back) for d in book.of(Document).all()]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_a_document_comes_in_gets_a_version_and_goes_out_with_the_agenda(planned, drive, tmp_path, size):
    (tmp_path / "Data plan.txt").write_text("one", encoding="utf-8")
    (tmp_path / "v2.txt").write_text("two", encoding="utf-8")
    async with drive(planned, size=size) as user:
        await user.press("f3", "down", "D")
        assert "Documents of item 2, Minutes of the previous meeting" in " ".join(user.screen.split())
        assert "a records one" in user.screen
        await user.press("a")
        await user.type(f'"{tmp_path}/Data plan.txt"')
        assert "File:" in user.screen
        await user.press("enter", "end")
        await user.type(" of the UNCT", "enter")
        assert documents(planned) == [("2.1", "Data plan of the UNCT", "", False, False)]
        assert "in place" in user.screen
        await user.press("v")
        await user.type(f"{tmp_path}/v2.txt", "enter")
        assert documents(planned) == [("2.1", "Data plan of the UNCT", "2", False, False)]
        await user.press("a")
        await user.type("Note of the UNCT", "enter")
        await user.press("h")
        assert documents(planned)[1] == ("2.2", "Note of the UNCT", "", False, True)
        assert "held back" in user.screen
        await user.press("escape")
        assert "2.1 2.2" in user.screen
        await user.press("c")
        assert "With it go the documents 2.1" in " ".join(user.screen.split())
        await user.press("y")
        assert [sent for *_, sent, _ in documents(planned)] == [True, False]


async def test_a_file_that_is_gone_or_changed_is_told(planned, drive, tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text("one", encoding="utf-8")
    async with drive(planned) as user:
        await user.press("f3", "D", "a")
        await user.type(str(plan), "enter", "enter")
        assert "Its SHA-256 begins with 7692c3ad3540bb80." in " ".join(user.screen.split())
        plan.unlink()
        user.app._tick()  # the place stays in view, and time goes on
        await user.press()
        assert "not found" in user.screen
        await user.press("escape", "D")
        assert "not found" in user.screen
        assert "f says where it lies now" in user.screen
        await user.press("escape", "c")
        assert "Not found, or another file than on record: 1.1." in user.screen
        await user.press("n", "D")
        plan.write_text("one", encoding="utf-8")
        await user.press("f", "enter")
        assert "It is the file on record." in user.screen
        await user.press("x")
        assert documents(planned) == []
        await user.press("x")
        assert "a records one" in user.told


async def test_a_file_that_is_not_there_is_told_before_enter_and_a_title_is_kept(planned, drive, tmp_path):
    async with drive(planned) as user:
        await user.press("f3", "D", "a")
        await user.type("/nowhere/plan.docx", "enter")
        assert "The file /nowhere/plan.docx is not found" in user.screen
        await user.press("escape", "question_mark")
        assert "Hold back" in user.screen
        await user.press("escape", "escape")
        assert "a add  b backlog  D documents" in user.screen


async def test_another_meeting_leads_back_to_its_agenda(planned, drive):
    convene.plan(planned, convene.Invitation(kind=convene.MeetingKind.ANNUAL, starts=datetime(2026, 12, 9, 10)))
    async with drive(planned) as user:
        await user.press("f3", "D")
        user.app.choose_meeting(planned.meeting("2026/AN").id)
        await user.pilot.pause()
        assert user.app.screen.NAME == "agenda"
        assert "Annual meeting" in user.screen
