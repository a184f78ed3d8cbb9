"""Copying a paper as text for a mail: by the terminal and by the desktop, and which of them took it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tui_app.documents.formats.plain import plain_text
from tui_app.services import desktop


def copy_as_text(screen: Screen[Any], markdown: str, told: Callable[[str], object], otherwise: str = "") -> None:
    """Copy its words, without the marks of Markdown; `told` gets the sentence once it is known who took them.

    `otherwise` says what can be done where only the terminal may have taken them.

    The terminal is sent them too: through a connection to another machine it is the only way.
    """
    text = plain_text(markdown)
    screen.app.copy_to_clipboard(text)

    def beside_the_work() -> None:
        program = desktop.copy(text)
        doubtful = f"Sent to the terminal (OSC 52), if it lets programs copy. {otherwise}".rstrip()
        sentence = f"Copied by the system's clipboard ({program})." if program else doubtful
        screen.app.call_from_thread(told, sentence)

    screen.run_worker(beside_the_work, thread=True, exit_on_error=False)
