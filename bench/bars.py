"""What the program has promised of its speed, each promise beside what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.figure import Figure
from bench.keys import PLACES


@dataclass(frozen=True, slots=True)
class Bar:
    """The most that a figure may be: so many times its peer, or so much in its own unit, or both."""

    figure: str
    times: float | None = None
    most: float | None = None

    def kept(self, figure: Figure) -> bool:
        """Whether the figure, rounded as it is printed, is within."""
        within = self.times is None or figure.ratio <= self.times
        return within and (self.most is None or figure.ours <= self.most)

    def promise(self, unit: str) -> str:
        """What was promised, in words."""
        wanted = (f"{self.times}x" if self.times else "", f"{self.most:g} {unit}" if self.most else "")
        return f"at most {' and '.join(filter(None, wanted))}"


BARS = (
    Bar("start to Home, 100 meetings, 10,000 entries", times=1.5),
    Bar("memory held then, 100 meetings, 10,000 entries", most=60),
    Bar("a letter in a meeting of 2,000 entries, p95", times=1.3),
    Bar("Enter there, to the line saved and on the screen", most=50),
    Bar("insert (repository) at 1,000", times=1.1),
    Bar("insert (repository) at 100,000", times=1.1),
    *(Bar(f"moving in {place}, p95", most=25) for place in PLACES),
    Bar("opening 10,000, verified", times=1.5, most=100),
    Bar("a letter of a search over all meetings, and its first results, p95", most=30),
    Bar("Home of 100 meetings, 20,000 entries, first time", most=50),
    Bar("minutes of 900 entries, 72 proposals: to Markdown", times=1),
    Bar("their preview, to the first screen", most=150),
    Bar("minutebook decisions", most=120),
)


def rows(figures: Iterable[Figure]) -> Iterator[dict[str, object]]:
    """Each figure as plain values, with what was promised of it and whether that was kept."""
    bars = {bar.figure: bar for bar in BARS}
    for figure in figures:
        bar = bars.pop(figure.name, None)  # of one name with several peers the first
        yield {**figure.row, **({"promised": bar.promise(figure.unit), "kept": bar.kept(figure)} if bar else {})}


def judged(figures: Iterable[Figure]) -> Iterator[str]:
    """A line on each promise of which something was measured."""
    for row in rows(figures):
        if "promised" in row:
            verdict = "kept" if row["kept"] else "MISSED"
            found = f"{row['ours']:9.2f} {row['unit']:<6} {row['ratio']:5.2f}x"
            yield f"{row['figure']:<64} {found}   {row['promised']}: {verdict}"
