"""Keys: as Textual names them, as people read them, and as they are written in `keys.toml`."""

from __future__ import annotations

from tui_app.domain.problem import Problem, did_you_mean

_SIGNS = {
    "question_mark": "?", "slash": "/", "plus": "+", "minus": "-", "left_square_bracket": "[",
    "right_square_bracket": "]", "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#",
    "dollar_sign": "$", "percent_sign": "%", "ampersand": "&", "apostrophe": "'", "left_parenthesis": "(",
    "right_parenthesis": ")", "asterisk": "*", "comma": ",", "full_stop": ".", "colon": ":", "semicolon": ";",
    "less_than_sign": "<", "equals_sign": "=", "greater_than_sign": ">", "at": "@", "backslash": "\\",
    "circumflex_accent": "^", "underscore": "_", "grave_accent": "`", "left_curly_bracket": "{",
    "vertical_line": "|", "right_curly_bracket": "}", "tilde": "~",
}  # fmt: skip
_WORDS = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "up": "Up", "down": "Down", "left": "Left", "right": "Right",
    "space": "space", "delete": "delete", "insert": "insert", "backspace": "backspace", "home": "Home", "end": "End",
    "pageup": "PgUp", "pagedown": "PgDn",
}  # fmt: skip
_FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 13))
_OTHER_WORDS = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup",
                "pgdn": "pagedown", "pgdown": "pagedown"}  # fmt: skip
_NEVER_ARRIVES = {"ctrl+i": "Tab", "ctrl+m": "Enter"}
"""What terminals send in their place."""


def key_name(key: str) -> str:
    """A key as people read it: `?`, `Enter`, `F5`, `ctrl+z`, `shift+Up`."""
    held, plus, base = key.rpartition("+")
    word = base.upper() if base in _FUNCTION_KEYS else _SIGNS.get(base) or _WORDS.get(base, base)
    return f"{held}{plus}{word}"


def read_key(typed: str) -> str:
    """Textual's name of a key as people write it; Problem with the nearest name if there is none such."""
    text = typed.strip()
    if len(text) == 1:
        return next((name for name, sign in _SIGNS.items() if sign == text), text)
    *held, base = text.casefold().split("+")
    base = _OTHER_WORDS.get(base, base)
    if held == ["shift"] and len(base) == 1 and base.isalpha():
        return base.upper()
    key = "+".join([*sorted(held), base])
    if key in _NEVER_ARRIVES:
        raise Problem(f"terminals send {_NEVER_ARRIVES[key]} for {key}: name another key.")
    if text in _SIGNS or key in _every_name():
        return text if text in _SIGNS else key
    raise Problem(f"there is no key {text!r}: {did_you_mean(text, map(key_name, _every_name()))}")


def _every_name() -> tuple[str, ...]:
    """Every key with more than one sign to its name."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    plain = (*_WORDS, *_FUNCTION_KEYS)
    held = (f"{keys}+{base}" for keys in ("shift", "ctrl", "alt", "ctrl+shift") for base in plain)
    return (*plain, *held, *(f"{keys}+{letter}" for keys in ("ctrl", "alt") for letter in letters))


def types(key: str) -> bool:
    """Whether a line that is typed in has a use for the key: then no action can have it there."""
    held, _, base = key.rpartition("+")
    return base not in _FUNCTION_KEYS and key != "escape" and "ctrl" not in held and "alt" not in held
