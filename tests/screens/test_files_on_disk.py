"""Files that change beside the program: told on Home after its first paint, and in Documents when it is seen again."""

from __future__ import annotations

from datetime import datetime

import pytest

from tui_app.domain.meeting.document import Document
from tui_app.services import convene, documents
from tui_app.services.completeness import explain

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "plan.docx"
    file.write_bytes(b"one")
    return file


@pytest.fixture
def planned(book, plan):
    """A meeting in eleven weeks, with a document under its first item."""
    kind = convene.MeetingKind.QUARTERLY
    meeting = convene.plan(book, convene.Invitation(kind=kind, starts=datetime(2026, 12, 8, 10)))
    item = book.agenda(meeting.id).items[0]
    documents.add_document(book, meeting, item.id, documents.Submission(file=plan))
    return book


async def looked(user):
    await user.pilot.pause()
    await user.app.workers.wait_for_complete()
    await user.pilot.pause()
    return user.words


@SIZES
async def test_home_tells_a_changed_file_when_it_is_seen_again_and_leads_to_its_item(planned, drive, plan, size):
    async with drive(planned, size=size) as user:
        assert "Documents of 2026/Q4" not in await looked(user)
        plan.write_bytes(b"two")
        await user.press("f6", "f2")
        assert "Documents of 2026/Q4: 1.1 another file than on record. [D documents]" in await looked(user)
        user.app.screen.rows().go_to(next(r.key for r in user.app.screen.rows().rows if r.cells[0] == "documents"))
        await user.press("enter")
        assert user.app.screen.NAME == "agenda"
        await user.press("D")
        told = " ".join(line.rpartition("│")[2] for line in user.screen.splitlines())  # beside the list, or below it
        assert "Another file lies there than the one on record" in " ".join(told.split())
        plan.write_bytes(b"one")
        await user.press("f2")
        assert "Documents of 2026/Q4" not in await looked(user)


async def test_home_tells_a_file_that_is_gone_at_the_start_and_the_cursor_stays_where_it_was(planned, drive, plan):
    plan.unlink()
    async with drive(planned) as user:
        await user.press("end")
        before = user.app.screen.rows().key
        assert "Documents of 2026/Q4: 1.1 not found. [D documents]" in await looked(user)
        assert user.app.screen.rows().key == before


async def test_what_got_its_reason_is_told_no_more(planned, drive, plan):
    plan.unlink()
    explain(planned, planned.meeting("2026/Q4"), "document 1.1", "the drive was lost")
    async with drive(planned) as user:
        assert "Documents of 2026/Q4" not in await looked(user)


async def test_documents_look_at_the_disk_when_they_are_seen_again(planned, drive, plan):
    async with drive(planned) as user:
        await user.press("f3", "D")
        assert "It is the file on record." in user.screen
        plan.write_bytes(b"two")
        await user.press("f2", "f3", "D")
        assert "Another file lies there" in " ".join(user.screen.split())
        assert planned.of(Document).all()[0].version == ""


async def test_documents_in_view_look_at_the_disk_as_the_clock_goes_on(planned, drive, plan):
    async with drive(planned) as user:
        await user.press("f3", "D")
        plan.write_bytes(b"two")
        user.app._tick()
        await user.pilot.pause()
        assert "Another file lies there" in " ".join(user.screen.split())
