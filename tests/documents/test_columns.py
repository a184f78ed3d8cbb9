"""The widths of columns: everything that is short stays whole, and the texts get the room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.formats.columns import ROOM, widths

cells = st.text(max_size=60)


@given(st.integers(1, 8).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1)))
def test_columns_share_the_whole_line_and_each_has_some(rows):
    shares = widths(rows)
    assert len(shares) == len(rows[0])
    assert sum(shares) == pytest.approx(100, abs=0.5)
    assert all(share > 0 for share in shares)


def test_a_table_of_short_cells_gives_each_column_what_it_holds():
    first, second = widths([["a" * 10, "b" * 30]])
    assert first < second


def test_a_decision_gets_the_room_and_its_date_and_symbol_two_lines_at_most():
    decision = "The Network endorses the concept note for submission to the fund. " * 4
    row = ["UNNM-KEN/2026/Q1/D02", decision, "consensus of the Executive Committee entities (KEN:134) " * 2,
           "Secretariat", "30 September 2026", "adopted, in progress"]  # fmt: skip
    symbol, text, basis, owner, due, state = widths([["Symbol", "Decision", "Basis", "Owner", "Due", "State"], row])
    assert text > 1.5 * max(symbol, basis, owner, due, state)
    assert due * ROOM / 100 > len("30 September")
    assert symbol * ROOM / 100 > len("KEN/2026/Q1/D02")
    assert owner * ROOM / 100 > len("Secretariat")


def test_beside_one_endless_word_an_ordinary_sentence_keeps_its_words_whole():
    _, other = widths([["x" * 10_000, "an ordinary sentence of the paper that has some length"]])
    assert other * ROOM / 100 > len("sentence")


def test_a_cell_of_ten_thousand_letters_gets_all_that_the_others_can_spare():
    row = ["UNNM-KEN/2026/Q3/D01", "the data plan as revised " * 400, "30 September 2026", "adopted"]
    symbol, text, due, state = widths([["Symbol", "Decision", "Due", "State"], row])
    assert text == pytest.approx(100 - symbol - due - state, abs=0.5)
    assert (symbol + due + state) * ROOM / 100 < len("KEN/2026/Q3/D01" + "30 September" + "adopted") + 16


def test_a_heading_of_one_word_is_not_broken_though_it_is_bold():
    header = ["Entity", "Round", "Ground", "Words"]
    row = ["UNHCR", "1", "resources", "asks for a budget line " * 9]
    shares = widths([header, row])
    for heading, share in zip(header, shares, strict=True):
        assert share * ROOM / 100 - 2.5 >= len(heading) * 1.15
