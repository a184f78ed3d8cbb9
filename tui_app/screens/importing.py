"""Importing the minutes of an earlier meeting: the file is asked for, what would be made is shown, Enter saves it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui_app.commands.catalogue import key_of
from tui_app.documents.markdown import bullets, document, escape, heading, paragraph
from tui_app.screens.place import Place
from tui_app.screens.shown_paper import ShownPaper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tui_app.app import MinutebookApp
    from tui_app.documents.reading.found import Unread
    from tui_app.services.importing import Import

_KEYS = "Enter imports it, arrows move, Esc leaves it."
_KEYS_WITH_OPEN = "Enter imports it, n with nothing left open, arrows move, Esc leaves it."
_KEYS_WITH_UNREAD = "Nothing is imported until these lines are mended in the file. Esc goes back."


class DryRun(ShownPaper):
    """What an import would make, or why it cannot; it is left with the import to save, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Import"),
        Binding("n", "close", "Nothing left open"),
    ]

    def __init__(self, found: Import, closed: Import) -> None:
        """`closed`: the same file with nothing of it left open."""
        from tui_app.services.importing import still_open

        self._found, self._with_nothing_open, self._open = found, closed, still_open(found)
        keys = _KEYS_WITH_UNREAD if found.unread else _KEYS_WITH_OPEN if self._open else _KEYS
        super().__init__(_page(found, self._open), keys=keys)

    def action_save(self) -> None:
        """Import it as it is."""
        self._save(self._found)

    def action_close(self) -> None:
        """Import it with nothing of it left open."""
        if self._open:
            self._save(self._with_nothing_open)

    def _save(self, found: Import) -> None:
        from tui_app.services.importing import import_minutes

        if not found.unread:
            meeting = import_minutes(self.app.book, found)  # type: ignore[attr-defined]
            self.app.notify(f"{meeting.symbol} is in the register; {key_of('any.undo')} takes it back.", markup=False)
            self.dismiss(None)


def import_minutes(app: MinutebookApp) -> None:
    """Ask for the file of an earlier meeting's minutes, and show what an import would make of it."""
    place = app.screen
    if isinstance(place, Place):
        label = "Minutes in which file? Drop it here, or type its folder and name"
        place.ask(label, partial(_show, app), echo=lambda typed: str(_file(app, typed)), chain="import")


def _file(app: MinutebookApp, typed: str) -> Path:
    from tui_app.services.document_files import require_file

    return require_file(app.book, typed)


def _show(app: MinutebookApp, typed: str) -> None:
    from tui_app.services.importing import Unreadable, file_content, look

    path = _file(app, typed)
    content = file_content(str(path))
    try:
        found = look(app.book, path.name, content)
    except Unreadable as problem:
        app.push_screen(ShownPaper(document(_title(path.name), *_unread(problem.unread)), keys=_KEYS_WITH_UNREAD))
        return
    app.push_screen(DryRun(found, look(app.book, path.name, content, nothing_open=True)))


def _title(name: str) -> str:
    return heading(2, escape(f"Import of {name}"))


def _unread(unread: Sequence[Unread]) -> tuple[str, ...]:
    return (heading(3, "What cannot be read"), bullets(escape(str(each)) for each in unread)) if unread else ()


def _page(found: Import, still_open: str) -> str:
    """What cannot be read first, since it stops the import."""
    from tui_app.services.importing import made_lines

    name = found.record.meeting.imported.name if found.record.meeting.imported else ""
    first, *made = made_lines(found)
    return document(
        _title(name),
        *_unread(found.unread),
        heading(3, "What would be made" if found.unread else "What is made"),
        paragraph(escape(f"{first}. {still_open}".strip())),
        bullets(map(escape, made)),
    )
