"""Any script stays within its columns: every line that is drawn has exactly the cells it should have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tui_app.widgets.laid import Column, Laid, Row
from tui_app.widgets.preview import Preview
from tui_app.widgets.rows import Rows
from tui_app.widgets.wrapping import fit, wrap, wrap_line

SCRIPTS = (
    "移民 国際移住機関 日本語の長い項目名 Отдел международной مكتب الهجرة ＡＢＣ ﾊﾝｶｸ 한국어 ก็ नमस्ते ñandú é survey — …"
)
SIGNS = ("o\u0302\u0301", "👩\u200d👩\u200d👧", "🇰🇪", "👍🏽", "✈\ufe0f", "\u200b", "a\u00a0b")
WORDS = (*SCRIPTS.split(), *SIGNS)
text = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=12).map(" ".join)
plain = text.map(lambda each: "".join(char for char in each if char.isprintable() or char == "\n"))
width = st.integers(1, 60)


@given(plain, width)
def test_a_cell_has_its_width(words, cells):
    assert cell_len(fit(words.replace("\n", " "), cells)) == cells


@given(plain, st.integers(2, 60))
def test_no_line_is_wider_than_its_column_and_no_word_is_lost(words, cells):
    lines = wrap(words, cells)
    assert all(cell_len(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())


@given(st.lists(st.tuples(plain, st.sampled_from(("", "bold", "dim"))), max_size=5), st.integers(2, 60))
def test_a_line_of_a_paper_is_no_wider_than_the_paper(parts, cells):
    line = tuple((words.replace("\n", " "), look) for words, look in parts)
    for wrapped in wrap_line(line, cells):
        assert sum(cell_len(words) for words, _ in wrapped) <= cells


@given(st.lists(st.tuples(plain, plain, plain), max_size=6), st.integers(20, 80))
def test_each_line_of_a_list_has_the_cells_of_its_columns(cells, whole):
    widths = (6, 8, whole)
    laid = Laid([Row(str(n), each) for n, each in enumerate(cells)], widths, wraps=True)
    laid.all()
    assert {cell_len(line) for lines in laid.lines for line in lines} <= {sum(widths) + 2}


class Shown(App[None]):
    """A list and a paper of the same words."""

    def compose(self) -> ComposeResult:
        yield Rows(Column("no.", 6), Column("words"))
        yield Preview()


@pytest.mark.parametrize("size", [(80, 24), (61, 20)])
async def test_what_is_drawn_is_as_wide_as_the_window(size):
    app = Shown()
    async with app.run_test(size=size) as pilot:
        rows = [Row(str(n), (word, " ".join(WORDS[n:] + WORDS[:n]))) for n, word in enumerate(WORDS)]
        app.query_one(Rows).show(rows)
        lines = [((" ".join(WORDS[n:]), "bold"), (word, "dim")) for n, word in enumerate(WORDS)]
        app.query_one(Preview).show(
            lambda cells: [each for line in lines for each in wrap_line(line, cells)], from_top=True
        )
        for _ in rows:
            strips = app.screen._compositor.render_strips()
            assert {sum(cell_len(segment.text) for segment in strip) for strip in strips} == {size[0]}
            await pilot.press("down")
