"""The footer in windows of any width."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.widgets.hints import hint_lines

VERSIONS = "a comment  s answer  n corrigendum  t whole  Esc papers  ? help  ctrl+q quit"
HINTS = st.lists(st.sampled_from(VERSIONS.split("  ")), min_size=1, max_size=14)


def test_a_line_goes_on_in_the_next_between_two_hints():
    assert hint_lines(VERSIONS, 78) == [VERSIONS]
    assert hint_lines(VERSIONS, 58) == [VERSIONS.removesuffix("  ? help  ctrl+q quit"), "? help  ctrl+q quit"]


def test_two_lines_stay_two_where_there_is_room_and_share_what_there_is_where_not():
    assert hint_lines("j joins  o objects\n? help", 18) == ["j joins  o objects", "? help"]
    assert hint_lines("j joins  o objects\n? help", 17) == ["j joins", "o objects  ? help"]


@given(HINTS, st.integers(15, 90))
def test_every_hint_stands_whole_in_a_line_that_is_not_too_wide(hints, width):
    lines = hint_lines("  ".join(hints), width)
    assert [hint for line in lines for hint in line.split("  ")] == hints
    assert max(map(len, lines)) <= width
