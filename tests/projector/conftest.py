"""A meeting in session for the projector to follow."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.projector.seeing import NOW
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make


@pytest.fixture(autouse=True)
def usual_look(monkeypatch):
    """Whatever the terminal of whoever runs this asks for."""
    for look in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(look, raising=False)


@pytest.fixture
def pen(tmp_path):
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: NOW)
    meeting = convene.plan(
        book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10), place="Room 9")
    )
    convene.open_meeting(book, meeting)
    pen = Pen(book, meeting.id)
    capture.take(pen, "/new Data on labour migration [decision] 20m")
    capture.take(pen, "/in all")
    yield pen
    book.register.close()
