"""What the catalogue says of one action, and how a key is written for people."""

from __future__ import annotations

from tui_app.domain.frozen import dataclass

ANYWHERE = "any"
"""The place of an action that works everywhere."""


@dataclass(frozen=True, slots=True)
class UserAction:
    """One action. `keys` as Textual names them, comma-separated, the first one is shown.

    `hint`: its word in the footer, where it has a place there. `always`: it
    works while a text field has the focus.
    """

    id: str
    keys: str
    title: str
    help: str
    hint: str = ""
    always: bool = False

    @property
    def place(self) -> str:
        """The place to which it belongs, or `any`."""
        return self.id.partition(".")[0]

    @property
    def method(self) -> str:
        """The name that Textual's action gets: `add` calls `action_add`."""
        return self.id.partition(".")[2].replace("-", "_")

    @property
    def key(self) -> str:
        """The key that is shown."""
        return key_name(self.keys.split(",")[0])


_KEY_NAMES = {
    "question_mark": "?", "slash": "/", "space": "space", "enter": "Enter", "escape": "Esc", "up": "Up",
    "down": "Down", "tab": "Tab", "shift+tab": "shift+Tab", "shift+up": "shift+Up",
    "shift+down": "shift+Down", "plus": "+", "minus": "-",
    "left": "Left", "right": "Right", "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as people read it: `?`, `Enter`, `F5`, `ctrl+z`."""
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key
