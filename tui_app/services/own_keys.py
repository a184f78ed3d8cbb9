"""The file in which a user gives actions other keys: `keys.toml`, in the folder of the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_app.services.registers import places

if TYPE_CHECKING:
    from tui_app.commands.keymap import Keymap


def keys_file() -> Path:
    """Where the file lies, or would lie."""
    return places().settings / "keys.toml"


def use_own_keys() -> tuple[dict[str, str], tuple[str, ...]]:
    """Take the user's keys, if there are any: what Textual is to be told of them, and a sentence for each mistake."""
    from tui_app.commands.action import OWN_KEYS

    OWN_KEYS.clear()
    if not keys_file().exists():
        return {}, ()
    from tui_app.commands.keymap import own_bindings, use

    keymap = read_own_keys()
    use(keymap)
    return own_bindings(), keymap.mistakes


def read_own_keys() -> Keymap:
    """What the file says; without one, and where it cannot be read, every action has its own key."""
    import tomllib

    from tui_app.commands.keymap import Keymap, read_keymap

    try:
        keymap = read_keymap(tomllib.loads(keys_file().read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        return Keymap({})
    except tomllib.TOMLDecodeError as error:
        wrong = f'it is not written as it should be ({error}); a line reads "agenda.add" = "a". All keys are the usual.'
        keymap = Keymap({}, (wrong,))
    except (OSError, UnicodeDecodeError) as error:
        keymap = Keymap({}, (f"it cannot be read ({error}): save it as UTF-8 text. All keys are the usual.",))
    return Keymap(keymap.keys, tuple(f"keys.toml, {mistake}" for mistake in keymap.mistakes))
