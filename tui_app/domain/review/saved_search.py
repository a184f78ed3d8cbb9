"""Searches that are kept under a name: typed as `@name` in any search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui_app.domain.frozen import dataclass

from ..problem import Problem, did_you_mean
from ..text import clean
from .search import TOKEN, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A query under a name, which is one word."""

    id: str
    name: str
    query: str

    @property
    def folded(self) -> str:
        """Its name as names are compared: without case and accents."""
        return fold(self.name)


def read_name(text: str) -> str:
    """The name of a search as typed, its words joined: `overdue of IOM` is `overdue-of-IOM`; Problem if it is none."""
    name = "-".join(clean(text)[0].replace("@", " ").replace('"', " ").split())
    if not name:
        raise Problem("A saved search needs a name, as in overdue or data-plan.")
    return name


def expand(text: str, saved: Iterable[SavedSearch]) -> str:
    """A query with every `@name` replaced by the query of that name; Problem with the nearest.

    A lone `@` is passed over: its name is still to be typed.
    """
    if "@" not in text:
        return text
    known = {each.folded: each for each in saved}
    return " ".join(_query_of(token[1:], known) if token[:1] == "@" else token for token in TOKEN.findall(text))


def _query_of(name: str, known: Mapping[str, SavedSearch]) -> str:
    if not name:
        return ""
    if fold(name) in known:
        return known[fold(name)].query
    if not known:
        raise Problem(f"There is no saved search @{name}: none has been saved yet. Words with an @ go in quotes.")
    names = [f"@{each.name}" for each in known.values()]
    raise Problem(f"There is no saved search @{name}: {did_you_mean(f'@{name}', names)}")
