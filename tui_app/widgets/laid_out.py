"""Text whose lines are chosen for the width that there is when they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.console import Console, ConsoleOptions
from rich.text import Text

from tui_app.domain.frozen import dataclass


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What `Static` shows as `lines(width)` says; none of these is wider than `width` cells."""

    lines: Callable[[int], Iterable[str]]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Draw them."""
        yield Text("\n".join(self.lines(options.max_width)))
