"""The footer in windows of any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tui_app.widgets.hints import Hints, Legend

VERSIONS = "a comment  s answer  n corrigendum  t whole  Esc papers  ? help  ctrl+q quit"
HINTS = st.lists(st.sampled_from(VERSIONS.split("  ")), min_size=1, max_size=14)


def hint_lines(hints: str, width: int) -> list[str]:
    return [line.plain for line in Hints(hints).lines(width)]


def test_a_line_goes_on_in_the_next_between_two_hints():
    assert hint_lines(VERSIONS, 78) == [VERSIONS]
    assert hint_lines(VERSIONS, 58) == [VERSIONS.removesuffix("  ? help  ctrl+q quit"), "? help  ctrl+q quit"]


LEGEND = Legend((("j", "joins"), ("o", "objects"), ("J", "rest")))


@pytest.mark.parametrize(("width", "lines"), [
    (26, ["j joins  o objects  J rest"]), (25, ["j joins o objects J rest"]), (24, ["j joins o objects J rest"]),
    (23, ["j joins  o objects", "J rest"]),
])  # fmt: skip
def test_a_legend_moves_together_where_it_then_is_one_line(width, lines):
    console = Console(width=width)
    with console.capture() as drawn:
        console.print(LEGEND)
    assert [line.rstrip() for line in drawn.get().splitlines()] == lines


@given(HINTS, st.integers(15, 90))
def test_every_hint_stands_whole_in_a_line_that_is_not_too_wide(hints, width):
    lines = hint_lines("  ".join(hints), width)
    assert [hint for line in lines for hint in line.split("  ")] == hints
    assert max(map(len, lines)) <= width
