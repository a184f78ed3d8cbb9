"""The one way in which a rule says no."""

from __future__ import annotations

from collections.abc import Iterable


class Problem(Exception):
    """Something that cannot be done, as one sentence for the person who asked.

    The sentence says what is wrong, where, and what would be right, and names
    neither a key nor an option. What answers it is named behind it by the
    screen and by the command line, each its own: `deed` is the id of the action
    that does on the screen, as the catalogue of user actions has it, `option`
    what does on the command line, as `--reason`.
    """

    def __init__(self, sentence: str = "", *, option: str = "", deed: str = "") -> None:
        super().__init__(sentence)
        self.option, self.deed = option, deed


def nearest(word: str, valid: Iterable[str], *, least: float = 0.5) -> str | None:
    """The valid name that a mistyped one most resembles, case-blind; None if none is near."""
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in valid}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=least)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """The tail of a sentence: the nearest valid name, or else the names there are."""
    names = tuple(valid)
    found = nearest(word, names)
    if found is not None:
        return f"did you mean {str(found)!r}?"
    shown = ", ".join(names[:12]) + (" ..." if len(names) > 12 else "")
    return f"it can be one of: {shown}."
