"""The history in the preview of a place: of the register, or of the record that a symbol names (R-72)."""

from __future__ import annotations

from textual import on

from tui_app.commands.catalogue import key_of
from tui_app.register.past import Address
from tui_app.screens.history_lines import HistoryRead
from tui_app.screens.place import Place
from tui_app.services.naming import known
from tui_app.widgets.preview import Preview

HISTORY = "history"
"""The key of its row: shown among the papers, and handed out as none."""


class HistoryShown(Place):
    """A place with a list in which `HISTORY` is a row, and a preview in which it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._history: HistoryRead | None = None
        self._of: tuple[str, tuple[Address, ...]] = ("", ())

    def show_history(self, *, from_top: bool) -> None:
        """Show it in the preview, newest first."""
        symbol, addresses = self._of
        whose, other = (symbol, "another") if symbol else ("the register", "one record")
        title = f"History of {whose}, newest first ({key_of('papers.history')}: of {other})"
        self._history = HistoryRead(self.book, title, addresses)
        self._history.read_on()
        self.query_one(Preview).show(self._history.lines, from_top=from_top)

    @on(Preview.NearEnd)
    def _read_on(self) -> None:
        if self.rows().key == HISTORY and self._history is not None and not self._history.whole:
            self._history.read_on()
            self.query_one(Preview).show(self._history.lines, from_top=False)

    def action_history(self) -> None:
        """Ask of which record, then show its history; with no answer, that of the register."""
        symbols = known(self.book, self.meeting)

        def found(typed: str) -> None:
            self._of = symbols.find(typed) if typed.strip() else ("", ())
            self.rows().go_to(HISTORY)
            self.show_history(from_top=True)

        self.ask(
            "History of D04, Q3/A07, P2, 2026/Q3, 2026/Q3/3, UNHCR ...; empty: of the register", found,
            echo=lambda typed: f"Shows who changed {symbols.find(typed)[0]}, and when", reads=True,
        )  # fmt: skip
