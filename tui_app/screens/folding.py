"""Cards folded in slices between the keys, so that no key waits for twenty thousand of them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from textual.timer import Timer
from textual.widget import Widget

from tui_app.domain.review.search import Card
from tui_app.widgets.rows import SLICE

R = TypeVar("R")
Piece = tuple[Sequence[Card[Any]], Sequence[Card[Any]]]
"""Cards of what a place lists, and of what it lists only when it is searched for."""


class Folding:
    """Takes pieces of cards for a slice of time at once, and for one slice after the other where there are more.

    `cards` are those folded so far, or those of the time before as long as these are more. `done` is called when the
    last piece is there, unless it was there at once.
    """

    def __init__(self, place: Widget, done: Callable[[], object]) -> None:
        self.cards: Piece = ((), ())
        self._place, self._done = place, done
        self._coming: Iterator[Piece] = iter(())
        self._folded: tuple[list[Card[Any]], list[Card[Any]]] = ([], [])
        self._slices: Timer | None = None

    def begin(self, pieces: Iterator[Piece]) -> None:
        """Fold these from now on."""
        self._coming, self._folded = pieces, ([], [])
        if self._fold():
            return
        if self._slices is None:
            self._slices = self._place.set_interval(2 * SLICE, self._go_on, pause=True)
        gc.disable()  # it would look through all that is there, again and again, while a key waits
        self._slices.resume()

    def _fold(self) -> bool:
        """Fold for a slice of time; whether all is folded."""
        until = time.perf_counter() + SLICE
        for cards, others in self._coming:
            self._folded[0].extend(cards)
            self._folded[1].extend(others)
            if time.perf_counter() > until:
                break
        else:
            self.cards = self._folded
            return True
        if len(self._folded[0]) > len(self.cards[0]):
            self.cards = self._folded
        return False

    def _go_on(self) -> None:
        if self._fold() and self._slices is not None:
            self._slices.pause()
            gc.freeze()  # cards stay
            gc.enable()
            self._done()


class Later(Generic[R]):
    """What is looked for when it is first asked for; `found` is None until then."""

    def __init__(self, look: Callable[[], Sequence[R]]) -> None:
        self.found: Sequence[R] | None = None
        self._look = look

    def all(self) -> Sequence[R]:
        """All of it."""
        if self.found is None:
            self.found = self._look()
        return self.found
