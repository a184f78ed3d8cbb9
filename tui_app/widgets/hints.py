"""The keys at the foot of a place: where the window is narrow, no key is parted from its word."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions
from rich.text import Text

from tui_app.domain.frozen import dataclass
from tui_app.widgets.clicked import clickable, clickable_hint

BETWEEN = "  "
"""What parts two hints."""


@dataclass(frozen=True, slots=True)
class Hints:
    """Hints, each a key and its word, for `Keys` to show."""

    words: str

    def lines(self, width: int) -> Iterator[Text]:
        """As many whole hints in a line as `width` cells hold."""
        return _lines([clickable_hint(hint) for hint in self.words.split(BETWEEN)], BETWEEN, width)

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Draw them."""
        return self.lines(options.max_width)


@dataclass(frozen=True, slots=True)
class Legend:
    """Keys, bold, each with its word, for `Keys` to show: closer together where one line then holds them all."""

    keys: tuple[tuple[str, str], ...]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Draw them."""
        words = [clickable([key], word, look="bold") for key, word in self.keys]
        close = sum(each.cell_len + 1 for each in words) - 1
        fits = close <= options.max_width < close + len(words) - 1
        yield from _lines(words, " " if fits else BETWEEN, options.max_width)


def _lines(words: list[Text], between: str, width: int) -> Iterator[Text]:
    line = Text()
    for each in words:
        if line and line.cell_len + len(between) + each.cell_len > width:
            yield line
            line = Text()
        line = line + between + each if line else each
    yield line
