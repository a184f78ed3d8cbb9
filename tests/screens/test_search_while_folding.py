"""A search in force shows what has changed, however long it takes until all can be searched again."""

from __future__ import annotations

import pytest

from tui_app.screens import folding


@pytest.fixture
def slowly(monkeypatch):
    """One card is folded at a time."""
    monkeypatch.setattr(folding, "SLICE", 1e-6)


async def folded(user):
    """Until all is folded."""
    slices = user.app.screen._folding._slices
    while slices is not None and slices._active.is_set():
        await user.pilot.pause(0.01)
    await user.pilot.pause()


async def test_what_was_reported_stands_in_the_list_of_a_search(in_session, take, drive, slowly):
    take(in_session, "/in all", *(f"/a ILO: send list {n} of the survey by 30 Sep 2026" for n in range(9)))
    async with drive(in_session) as user:
        await user.press("f7")
        await folded(user)
        await user.press("slash")
        await user.type("survey", "enter")
        await user.press("s")
        await user.type("delayed: sent to half", "enter")  # of the first, A01
        await folded(user)
        assert [row.cells[1] for row in user.app.screen.rows().rows if row.key].count("delayed") == 1
