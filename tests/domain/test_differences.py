"""Differences lose nothing, tell what changed and only that, and are quick on long minutes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.meeting.differences import Side, count_words, differences, differing, text_of

LINES = st.lists(
    st.one_of(st.text(max_size=12), st.sampled_from(["", "### 3. Data", "IOM, ILO: revise it", "IOM: revise it all"])),
    max_size=12,
)
TEXTS = LINES.map("\n".join)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    lines = differences(before, after)
    assert text_of(lines, Side.BEFORE) == before
    assert text_of(lines, Side.AFTER) == after


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert [*differing(differences(text, text))] == []


@given(TEXTS, TEXTS)
def test_what_differs_in_a_line_is_marked_and_the_rest_is_in_both(before: str, after: str) -> None:
    lines = differences(before, after)
    for was, now in pairwise(lines):
        if was.side is Side.BEFORE and now.side is Side.AFTER and not all(p.differs for p in was.pieces):
            kept = "".join(piece.text for piece in was.pieces if not piece.differs)
            assert kept == "".join(piece.text for piece in now.pieces if not piece.differs)


def marked(before: str, after: str) -> list[str]:
    return [line.marked for line in differing(differences(before, after))]


def test_changed_lines_stand_under_their_heading_with_the_words_marked() -> None:
    before = "# Minutes\n\n### 3. Data\n\nIOM presented the plan.\nILO agreed.\n\n### 4. Other\n\nNothing."
    after = "# Minutes\n\n### 3. Data\n\nIOM presented the draft plan.\n\n### 4. Other\n\nNothing."
    assert marked(before, after) == [
        "  ### 3. Data",
        "- IOM presented the plan.",
        "+ IOM presented the [+draft +]plan.",
        "- ILO agreed.",
    ]
    assert count_words(differences(before, after)) == "2 lines differ"


def test_a_line_between_two_that_changed_is_new_as_a_whole() -> None:
    assert marked("by 3 May, IOM acts\nby 4 May, ILO acts", "by 3 June, IOM acts\nnew\nby 4 June, ILO acts") == [
        "- by 3 [-May-], IOM acts",
        "+ by 3 [+June+], IOM acts",
        "+ new",
        "- by 4 [-May-], ILO acts",
        "+ by 4 [+June+], ILO acts",
    ]


def test_a_line_whose_words_are_gone_is_told_once_more_without_marks_inside() -> None:
    assert marked("one two three", "quite another thing") == ["- one two three", "+ quite another thing"]
