"""The lines of the projector screen: nothing is lost or too wide, whatever the text and the window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.domain.meeting.differences import Side
from tui_app.domain.meeting.projection import ProjectedPosition, ProjectedText, Projection
from tui_app.domain.meeting.versions import changes
from tui_app.projector.drawing import Chosen, body_lines, position_lines

WORDS = st.text(st.sampled_from("ab ,.\n移é"), max_size=60)
POSITIONS = st.lists(
    st.builds(
        ProjectedPosition,
        entity=st.sampled_from(["IOM", "UNHCR", "UN Women", "Ministry of Labour"]),
        position=st.sampled_from(["joins", "pending", "objects", "joins with statement"]),
        objects=st.booleans(),
        binds=st.booleans(),
    ),
    min_size=1,
    max_size=25,
).map(tuple)


def text(before, after, positions=(), declared=""):
    return ProjectedText(
        heading="Proposal P1", changes=tuple(changes(before, after)), marks="", positions=positions, declared=declared
    )


def plain(lines):
    return "\n".join("".join(words for words, _ in line) for line in lines)


@given(WORDS, WORDS)
def test_both_texts_are_whole_in_their_changes(before, after):
    every = list(changes(before, after))
    assert "".join(words for side, words in every if side is not Side.BEFORE) == after
    assert "".join("".join(words.split()) for side, words in every if side is not Side.AFTER) == "".join(before.split())


@given(WORDS, WORDS, POSITIONS, st.integers(36, 200), st.integers(1, 60), st.booleans(), st.booleans())
def test_no_line_is_wider_than_the_window_and_no_word_is_lost(before, after, positions, width, height, seen, marked):
    shown = Projection(network="N", text=text(before, after, positions, "So decided."))
    lines = body_lines(shown, Chosen(positions=seen, changes=marked), width, height)
    assert all(cell_len("".join(words for words, _ in line)) <= width for line in lines)
    told = "".join(plain(lines).split())
    assert "Sodecided." in told
    if not marked:
        assert "".join(after.split()) in told


@given(POSITIONS, st.integers(48, 200))
def test_every_entity_stands_with_its_position(positions, width):
    told = " ".join(plain(position_lines(text("", "a", positions), width)).split())
    for each in positions:
        mark = " *" if each.binds else ""
        assert f"{each.entity}{mark} {each.position.upper() if each.objects else each.position}" in told


def test_what_was_taken_out_stands_apart_from_the_words_around_it():
    shown = Projection(network="N", text=text("by the end of the year.", "by the end of March."))
    assert plain(body_lines(shown, Chosen(), 80, 10)) == "by the end of [-the year-] March."


def test_lines_stand_apart_where_there_is_room():
    shown = Projection(network="N", text=text("", " ".join(["word"] * 40), declared="So decided."))
    close, apart = (body_lines(shown, Chosen(changes=False), 40, height) for height in (8, 30))
    assert () not in close[:5]
    assert apart[1] == ()
