"""Values of several words in a query, without the quotes that a shell takes away: `owner:UN Women shelter`."""

from __future__ import annotations

from collections.abc import Callable

from .search import TOKEN

Knows = Callable[[str, str], bool]
"""Whether a filter, by its name, can have a value: `("owner", "UN Women")`."""


def quoted(text: str, knows: Knows) -> str:
    """The query with a value in quotes where the words behind it make one that is known: `owner:"UN Women" shelter`."""
    left, told = TOKEN.findall(text), []
    while left:
        length = _length(left, knows)
        told.append(_in_quotes(" ".join(left[:length])) if length > 1 else left[0])
        del left[:length]
    return " ".join(told)


def _length(tokens: list[str], knows: Knows) -> int:
    """How many of the first words are one value of a filter; the longest that is known."""
    if not _is_filter(tokens[0]):
        return 1
    name, _, value = tokens[0].partition(":")
    last = next((n for n, token in enumerate(tokens[1:], 1) if set(token) & set(':"@')), len(tokens))
    return next((n for n in range(last, 1, -1) if knows(name, " ".join((value, *tokens[1:n])))), 1)


def _is_filter(token: str) -> bool:
    name, _, value = token.partition(":")
    return name.isalpha() and bool(value) and '"' not in value


def _in_quotes(words: str) -> str:
    name, _, value = words.partition(":")
    return f'{name}:"{value}"'


def whole_argument(argument: str, knows: Knows) -> str:
    """One argument of a shell as part of a query: with its quotes again where all of it may be one value.

    `item:data plan` was `item:"data plan"`; `kind:statement shelter` is a query by itself, since there is such a kind.
    """
    first, *more = argument.split(" ")
    if not more or not _is_filter(first) or set(" ".join(more)) & set(':"'):
        return argument
    name, _, value = first.partition(":")
    known = any(knows(name, " ".join((value, *more[:n]))) for n in range(len(more)))
    return argument if known else _in_quotes(argument)
