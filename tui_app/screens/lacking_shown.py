"""What a paper still lacks, above it, and the way to where that is dealt with."""

from __future__ import annotations

from tui_app.domain.problem import Problem
from tui_app.screens.asking import Choose
from tui_app.screens.place import Place
from tui_app.services.lacking import Lack
from tui_app.widgets.rows import Row

_NAMED = 2
"""As many as two lines hold."""


def lacking_line(lacks: tuple[Lack, ...]) -> str:
    """`Missing (l goes there): D01 has no owner; A03 has no date; and 2 more`; empty where nothing is."""
    named = [lack.sentence for lack in lacks[:_NAMED]]
    more = [f"and {len(lacks) - _NAMED} more"] if len(lacks) > _NAMED else []
    return f"Missing (l goes there): {'; '.join([*named, *more])}" if lacks else ""


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
