"""The scrollbar of a list tells how long it is, whatever was added or taken away."""

from textual.app import App, ComposeResult

from tui_app.widgets.rows import Column, Row, Rows


class Listed(App[None]):
    def compose(self) -> ComposeResult:
        yield Rows(Column("words"))


def some(count):
    return [Row(f"k{n}", (f"row {n}",)) for n in range(count)]


async def test_a_list_that_becomes_longer_or_shorter_scrolls_as_far_as_it_goes():
    async with Listed().run_test(size=(40, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        for count in (50, 51, 400, 60, 8, 30, 10, 11, 10, 3):
            rows.show(some(count), end=True)
            await pilot.pause()
            assert rows.max_scroll_y == max(0, count - 10)
            assert rows.scroll_y == rows.max_scroll_y
            assert rows.show_vertical_scrollbar == (count > 10)
            if count > 10:
                bar = rows.vertical_scrollbar
                assert (bar.window_virtual_size, bar.window_size, bar.position) == (count, 10, count - 10)


async def test_a_list_that_loses_what_is_seen_of_it_shows_its_end():
    async with Listed().run_test(size=(40, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show(some(200), end=True)
        rows.show(some(40), key="none")
        await pilot.pause()
        assert rows.scroll_y == 30


async def test_a_list_that_becomes_wider_is_seen_whole():
    async with Listed().run_test(size=(12, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show(Row(f"k{n}", (f"row {n} " + "of many words " * 3,)) for n in range(15))
        await pilot.resize_terminal(70, 20)
        await pilot.pause(0.1)
        strips = pilot.app.screen._compositor.render_strips()
        seen = ["".join(segment.text for segment in strip).split() for strip in strips]
        assert [words[1] for words in seen if words[:1] == ["row"]] == [str(n) for n in range(15)]


async def test_the_end_of_a_long_list_is_in_sight_before_all_of_it_was_laid_out_between_the_keys():
    async with Listed().run_test(size=(40, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        for to_the_end in (rows.action_letter_edge, lambda _: rows.go_to("k1999")):
            rows.show(some(2000), top=True)
            to_the_end(1)
            await pilot.pause()
            assert (rows.key, rows.scroll_y) == ("k1999", 1990)


async def test_rows_that_somebody_read_ahead_can_be_paged_through_at_once():
    async with Listed().run_test(size=(40, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show(some(2000), top=True)
        assert len(rows.rows) == 2000
        for _ in range(12):
            rows.action_page(1)
        assert (rows.key, rows.scroll_y) == ("k108", 99)
