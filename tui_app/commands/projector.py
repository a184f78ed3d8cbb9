"""What can be done on the projector screen, and the keys: an app of its own, so that no place has them."""

from __future__ import annotations

from tui_app.commands.action import UserAction

PROJECTOR: tuple[UserAction, ...] = (
    UserAction("projector.positions", "m", "Positions", "Shows or hides what each entity says.", "positions"),
    UserAction("projector.changes", "c", "Changes", "Shows what the last round changed, or the plain text.",
               "changes"),
    UserAction("projector.theme", "T", "Light or dark", "Changes the look: dark, light, the terminal's own colours."),
    UserAction("projector.help", "question_mark,f1", "Help", "Explains this screen and its keys.", "help"),
    UserAction("projector.quit", "ctrl+q", "Quit", "Leaves the projector screen; the meeting goes on.", "quit", True),
)  # fmt: skip
"""Every action that has a key there."""
