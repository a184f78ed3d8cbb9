"""Help on the projector screen: what it is for, and its keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_app.commands.catalogue import action_of
from tui_app.commands.projector import PROJECTOR

ABOUT = (
    "For the room: it follows what is recorded in the first window, and writes nothing. Notes, entries and what is "
    "taken in closed session never come here. The letters grow with those of the terminal, often by ctrl and +."
)
_HELP = action_of("projector.help")
SCROLLING = "Arrows, PgUp and PgDn go through a long text."


class KeysOfProjector(ModalScreen[None]):
    """Closed by Esc, or by the key that opened it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Close"),
        Binding(_HELP.default_keys, "dismiss", "Close", id=_HELP.id),
    ]

    def compose(self) -> ComposeResult:
        """A title, what it is for, the keys."""
        keys = "\n".join(f"{each.key or '-':<8}{each.title}: {each.help}" for each in PROJECTOR)
        with Vertical():
            yield Static("The projector screen", classes="title", markup=False)
            yield Static(f"{ABOUT}\n\n{keys}\n{'':<8}{SCROLLING}", markup=False)
            yield Static("Esc closes.", classes="note", markup=False)
