"""Names, titles and words in any script: each place draws lines as wide as the window, and its panes stay apart."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

PLACES = ("f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9")


LINES = (
    "/new 開会と議題の採択 [decision] 5m",
    "/new Данные о миграции [decision] 20m",
    "/in UNDP 山田 太郎, 所長",
    "/in ILO Ольга Й. Čapková",
    "/in IOM محمد علي",
    "/in FAO Nguye\u0302\u0303n",
    "国際移住機関は報告した。" * 6,
    "UNDP: 👍🏽 ✈️ 👩\u200d👩\u200d👧 согласен",
    "/a ILO: 調査票を共有する by 30 Sep",
    "/p 本ネットワークは計画を承認する。" * 3,
    "/position ILO reservation para 3: 季節労働は対象外",
    "/d هذا قرار الشبكة",
)


@pytest.fixture
def many_scripts(in_session, take):
    """A meeting whose items, people, entries, positions and actions are written in several scripts."""
    take(in_session, *LINES)
    return in_session


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_every_line_is_as_wide_as_the_window(drive, many_scripts, size):
    async with drive(many_scripts, size=size) as user:
        for place in PLACES:
            await user.press(place)
            strips = user.app.screen._compositor.render_strips()
            assert {sum(cell_len(segment.text) for segment in strip) for strip in strips} == {size[0]}, user.screen


async def test_the_items_and_the_entries_are_divided_in_one_column(drive, many_scripts):
    async with drive(many_scripts) as user:
        await user.press("f4")
        lines = [line for line in user.screen.splitlines() if "│" in line]
        assert {cell_len(line.partition("│")[0]) for line in lines} == {23}
        await user.type("会議は", "enter")
        assert "会議は" in user.screen


@pytest.mark.parametrize(("before", "after"), [((), ("enter",)), (("ctrl+e",), ("ctrl+s", "enter"))])
async def test_joiners_and_marks_of_direction_are_kept_where_they_are_typed(in_session, drive, before, after):
    words = "می\u200cخواهم 👩\u200d👩\u200d👧 \u200fx"
    async with drive(in_session) as user:
        await user.press(*before)
        await user.type(words, *after)
        assert in_session.record(in_session.meeting_at_hand().id).entries[-1].text == words
