"""What is asked once where the Terms of Reference state no rule for decisions: on what this network decides (R-45)."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.domain.consensus.declaring import PRACTICE
from tui_app.domain.problem import Problem
from tui_app.screens.place import Place
from tui_app.services.basis import needs_basis, record_basis


def on_a_basis(place: Place, deed: Callable[[], object]) -> None:
    """Do what decides, once the basis is on record."""
    if not needs_basis(place.book):
        deed()
        return

    def recorded(text: str) -> None:
        if not text.strip():
            raise Problem("The basis is printed with every decision: write how this network decides.")
        record_basis(place.book, text.strip())
        deed()

    place.ask("The ToR state no rule: on what does this network decide? (asked once, printed)", recorded, text=PRACTICE)
