"""What the catalogue says of one action."""

from __future__ import annotations

from tui_app.commands.keys import key_name
from tui_app.domain.frozen import dataclass

ANYWHERE = "any"
"""The place of an action that works everywhere."""

OWN_KEYS: dict[str, str] = {}
"""The keys that this user has chosen, by the id of the action, comma-separated, empty for none; filled once, as the
application starts."""


@dataclass(frozen=True, slots=True)
class UserAction:
    """One action. `default_keys` as Textual names them, comma-separated, the first one is shown.

    `hint`: its word in the footer, where it has a place there. `always`: it
    works while a text field has the focus.
    """

    id: str
    default_keys: str
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
    def keys(self) -> tuple[str, ...]:
        """Its keys as Textual names them: this user's own, who may want none, else those of the catalogue."""
        return tuple(filter(None, OWN_KEYS.get(self.id, self.default_keys).split(",")))

    @property
    def key(self) -> str:
        """The key that is shown where there is room for one; empty if it has none."""
        return next(iter(self.every_key), "")

    @property
    def every_key(self) -> tuple[str, ...]:
        """All of its keys as people read them, the one that is shown first."""
        return tuple(map(key_name, self.keys))
