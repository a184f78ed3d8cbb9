"""A meeting in session as many tests begin with it, and every text of what is shown of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import convene
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)  # 10:30 in Nairobi


def in_session(folder: Path, network: str = "kenya", clock: Callable[[], datetime] = lambda: NOW) -> Pen:
    """A pen in the third quarterly meeting of 2026, just opened; whoever calls closes its register."""
    book = make(load_charter(network), folder / network, "A. Otieno", clock=clock)
    invitation = convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10), place="Room 9")
    return Pen(book, convene.open_meeting(book, convene.plan(book, invitation)).id)


def texts(value: object) -> Iterator[str]:
    """Every text that stands anywhere in a value, but for words of the program's own."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        yield from (text for each in value for text in texts(each))
    elif is_dataclass(value):
        yield from (text for each in fields(value) for text in texts(getattr(value, each.name)))
