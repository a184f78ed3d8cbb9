"""Words that wrap take the lines they need, and give them back."""

from textual.app import App, ComposeResult

from tui_app.widgets.few_lines import FewLines


class Said(App[None]):
    CSS = "FewLines { height: auto; }"

    def compose(self) -> ComposeResult:
        yield FewLines()


async def test_words_that_wrap_since_the_window_became_narrower_leave_no_line_behind():
    async with Said().run_test(size=(60, 10)) as pilot:
        line = pilot.app.query_one(FewLines)
        heights = []
        line.say("word " * 10)
        for words in (None, "short", "word " * 10, "term " * 9, "a\nb\nc", "term " * 17, "short", "two\nlines", ""):
            if words is None:
                await pilot.resize_terminal(30, 10)
            else:
                line.say(words)
            await pilot.pause()
            heights.append(line.size.height)
        assert heights == [2, 1, 2, 2, 3, 3, 1, 2, 1]
