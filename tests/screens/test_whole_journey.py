"""From nothing to exported minutes, with keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Drive = Callable[..., object]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_from_a_new_register_to_minutes_in_a_file(drive: Drive, home: Path, size: tuple[int, int]) -> None:
    async with drive(None, size) as user:
        # A register
        await user.press("down", "enter")
        await user.type("A. Otieno", "enter")
        # A meeting, today
        await user.press("M", "enter")
        await user.type("today 10:00", "enter")
        await user.type("UN House, Gigiri", "enter")
        assert "Opening and adoption of the agenda" in user.screen
        # Its agenda
        await user.press("down", "down", "a")
        await user.type("Data on labour migration [decision] 20m IOM", "enter")
        assert "Data on labour migration" in user.screen
        # The meeting
        await user.press("o", "f4")
        for entity in ("IOM", "ILO", "OHCHR", "UNDP", "UNHCR", "UNICEF", "UNODC"):
            await user.type(f"/in {entity} A. Person", "enter")
        await user.type("/item 4", "enter")
        await user.type("IOM presented the draft data plan.", "enter")
        await user.type("/a IOM, ILO: revise section 2 by eoq", "enter")
        await user.type("/p The Network endorses the data plan.", "enter")
        # Consensus
        await user.press("f5", "r")
        await user.type("para 3: seasonal work is not covered", "enter")
        await user.press("J", "y", "enter", "enter")
        await user.press("f4")
        await user.type("/owner IOM by next meeting", "enter")
        # Closing and the paper
        await user.press("escape", "C", "y")
        await user.press("f9", "w", "end")
        await user.type(".md", "enter")
        (file,) = home.parent.rglob("UNNM-KEN * minutes draft*.md")
    minutes = file.read_text(encoding="utf-8")
    for words in (
        "UN House, Gigiri",
        "IOM presented the draft data plan.",
        "**A01** IOM, ILO: revise section 2",
        "The Network endorses the data plan.",
        "seasonal work is not covered",
        "KEN:134",
        "INTERNAL USE ONLY",
    ):
        assert words in minutes
