"""One figure and its peer."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Two medians in the same unit; the ratio is ours to the peer's."""

    name: str
    unit: str
    ours: float
    peer_name: str
    peer: float

    @property
    def ratio(self) -> float:
        """As it is printed."""
        return round(self.ours / self.peer, 2)

    @property
    def row(self) -> dict[str, object]:
        """The figure as plain values."""
        return {
            "figure": self.name,
            "unit": self.unit,
            "ours": round(self.ours, 3),
            "peer": self.peer_name,
            "peer_value": round(self.peer, 3),
            "ratio": self.ratio,
        }

    def __str__(self) -> str:
        return f"{self.name:<64} {self.ours:9.3f} {self.unit}   {self.ratio:5.2f}x   {self.peer_name} ({self.peer:.3f})"


def median_of(deed: Callable[[], object], times: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """The median time of a deed in milliseconds, after one run that is not counted."""
    deed()
    found = []
    for _ in range(times):
        began = clock()
        deed()
        found.append((clock() - began) * 1000)
    return statistics.median(found)
