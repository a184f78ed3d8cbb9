"""What the program has promised of its speed, each promise beside what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.figure import Figure


@dataclass(frozen=True, slots=True)
class Bar:
    """The most that a figure may be: so many times its peer, or so much in its own unit, or both."""

    figure: str
    times: float | None = None
    most: float | None = None

    def kept(self, figure: Figure) -> bool:
        """Whether the figure, rounded as it is printed, is within."""
        within = self.times is None or round(figure.ours / figure.peer, 2) <= self.times
        return within and (self.most is None or figure.ours <= self.most)

    def __str__(self) -> str:
        wanted = (f"{self.times}x" if self.times else "", f"{self.most:g}" if self.most else "")
        return ", ".join(filter(None, wanted))


BARS = (
    Bar("start to Home, 100 meetings, 10,000 entries", times=1.5),
    Bar("  memory held then, 100 meetings, 10,000 entries", most=60),
    Bar("typing in a meeting of 2,000 entries, p95", times=1.3),
    Bar("  Enter to the line saved and on the screen", most=50),
    Bar("insert (repository) at 1,000", times=1.1),
    Bar("insert (repository) at 100,000", times=1.1),
    Bar("moving in decisions, p95", most=25),
    Bar("moving in minutes, p95", most=25),
    Bar("moving in papers, p95", most=25),
    Bar("opening 10,000, verified", times=1.5, most=100),
    Bar("  its first results, p95", most=30),
    Bar("minutes of 900 entries, 72 proposals: to Markdown", times=1),
    Bar("  to the first screen of the preview", most=150),
    Bar("minutebook decisions", most=120),
)


def judged(figures: Iterable[Figure]) -> Iterator[str]:
    """A line on each promise of which something was measured."""
    by_name = {figure.name: figure for figure in reversed([*figures])}  # of one name with several peers the first
    for bar in BARS:
        if bar.figure in by_name:
            figure = by_name[bar.figure]
            verdict = "kept" if bar.kept(figure) else "MISSED"
            found = f"{figure.ours:9.2f} {figure.unit:<6} {figure.ours / figure.peer:5.2f}x"
            yield f"{figure.name.strip():<52} {found}   at most {bar}: {verdict}"
