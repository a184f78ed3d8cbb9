"""What tests of services share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.in_session import in_session
from tui_app.services.pen import Pen


@pytest.fixture
def pen(tmp_path: Path) -> Iterator[Pen]:
    """A pen in Kenya's meeting in session; a module that needs another one has its own."""
    pen = in_session(tmp_path)
    yield pen
    pen.book.register.close()
