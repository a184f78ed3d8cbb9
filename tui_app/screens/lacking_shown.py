"""What a paper still lacks, above it, and the way to where that is dealt with."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.commands.catalogue import key_of
from tui_app.domain.problem import Problem
from tui_app.screens.asking import Choose
from tui_app.screens.place import Place
from tui_app.services.lacking import Lack
from tui_app.widgets.rows import Row
from tui_app.widgets.wrapping import wrap

_LINES, _NAMED = 2, 12
"""So many stand above a paper, and in them never more sentences than that."""
_NARROW = 50
"""Beside a list in a small window a sentence needs a line more."""


def lacking_lines(lacks: tuple[Lack, ...], width: int) -> tuple[str, ...]:
    """`Missing (l goes there): D01 has no owner; A03 has no date; and 2 more`, no sentence cut.

    As many are named as two lines hold, three in a small window; where even one is too long it is said how many
    there are. Nothing where nothing lacks.
    """
    most = _LINES + (width < _NARROW)
    return next((lines for way in _ways(lacks) if len(lines := wrap(way, width)) <= most), ())


def _ways(lacks: tuple[Lack, ...]) -> Iterator[str]:
    """How it can be said, from the fullest to the shortest."""
    for named in range(min(len(lacks), _NAMED), 0, -1):
        yield _said([lack.sentence for lack in lacks[:named]], len(lacks) - named)
    if lacks:
        yield f"{len(lacks)} {'gap' if len(lacks) == 1 else 'gaps'} in it: {key_of('papers.lacking')} goes there"


def _said(named: list[str], left: int) -> str:
    more = [f"and {left} more"] if left else []
    return f"Missing ({key_of('papers.lacking')} goes there): {'; '.join([*named, *more])}"


def go_to_lacking(place: Place, lacks: tuple[Lack, ...]) -> None:
    """Go to what is missing, once it is known which; Problem where nothing is."""
    if not lacks:
        raise Problem("Nothing is missing of this paper that the record could tell.")
    if len(lacks) == 1:
        place.minutebook.show(lacks[0].place, lacks[0].record)
        return

    def chosen(number: str | None) -> None:
        if number:
            lack = lacks[int(number)]
            place.minutebook.show(lack.place, lack.record)

    rows = [Row(str(number), (lack.sentence,)) for number, lack in enumerate(lacks)]
    place.app.push_screen(Choose("What is missing of it: Enter goes there", rows), chosen)
