"""The file in which a user gives actions other keys: `keys.toml`, in the folder of the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_app.services.registers import places

if TYPE_CHECKING:
    from tui_app.commands.keymap import Keymap


_MOST_TOLD = 3


def keys_file() -> Path:
    """Where the file lies, or would lie."""
    return places().settings / "keys.toml"


def use_own_keys() -> tuple[dict[str, str], tuple[str, ...]]:
    """Take the user's keys, if there are any: what Textual is to be told of them, and what of them does not hold."""
    from tui_app.commands.action import OWN_KEYS

    OWN_KEYS.clear()
    if not keys_file().exists():
        return {}, ()
    from tui_app.commands.keymap import own_bindings, use

    keymap = read_own_keys()
    use(keymap)
    return own_bindings(), _few(keymap.mistakes)


def _few(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """As many as leave the screen to what it shows, the last one with the way to all."""
    if len(sentences) <= _MOST_TOLD:
        return sentences
    more = f"minutebook keys --check tells all {len(sentences)} mistakes in keys.toml."
    return (*sentences[: _MOST_TOLD - 1], more)


def read_own_keys() -> Keymap:
    """What the file says; without one, and where none of it can be read, every action has its own key."""
    import tomllib

    from tui_app.commands.keymap import Keymap, read_keymap
    from tui_app.commands.keys_toml import A_LINE, read_text

    table: dict[str, object] = {}
    unread: tuple[str, ...] = ()
    try:
        table, unread = read_text(keys_file().read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        pass
    except tomllib.TOMLDecodeError as error:
        unread = (f"it is not written as it should be ({error}); a line reads {A_LINE}. All keys are the usual.",)
    except (OSError, UnicodeDecodeError) as error:
        unread = (f"it cannot be read ({error}): save it as UTF-8 text. All keys are the usual.",)
    keymap = read_keymap(table)
    return Keymap(keymap.keys, tuple(f"keys.toml, {mistake}" for mistake in (*unread, *keymap.mistakes)))
