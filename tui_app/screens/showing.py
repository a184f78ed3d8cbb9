"""Showing on the desktop what was written: the file, or the folder in which it lies."""

from __future__ import annotations

from pathlib import Path

from tui_app.screens.place import Place
from tui_app.services import desktop


def show_on_desktop(place: Place, path: Path) -> None:
    """Open it with what this system has for it; where there is nothing, tell where it is."""

    def beside_the_work() -> None:
        opened = desktop.show(path)
        sentence = f"Opened: {path}" if opened else f"Nothing here opens it for you: it is {path}"
        place.app.call_from_thread(place.tell, sentence)

    place.run_worker(beside_the_work, thread=True, exit_on_error=False)
