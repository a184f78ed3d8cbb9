"""Who does something and by when: as it is, as it was before, and a line that changes it after the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import day_and_date, is_date_phrase, long_date, looks_like_date, short_date
from ..names import EntityNames, fold
from ..problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who was responsible and by when, `until` the day on which that was changed, by whom and why."""

    responsible: tuple[str, ...]
    due: date | None = None
    due_words: str = ""
    until: date
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who is responsible, by when (a day, or words, or both), and why that was changed.

    `carried_out`: nobody, since nothing has to be carried out.
    """

    responsible: tuple[str, ...]
    due: date | None = None
    due_words: str = ""
    why: str = ""
    carried_out: bool = False


def kept_words(due: date | None, words: str) -> str:
    """The words of a deadline that say more than its day: `before the winter`, not `30 Sep`."""
    return "" if not words or (due and is_date_phrase(words)) else words


def deadline_words(due: date | None, words: str, write: Callable[[date], str] = long_date) -> str:
    """`30 November 2026 (before the winter)`: the day, the words that say more, or both; empty without a deadline."""
    kept = kept_words(due, words)
    if due is None:
        return kept
    return f"{write(due)} ({kept})" if kept else write(due)


_SAYS_WHEN = r"(?i)(?:before|after|until|in|at|on|during|when|once|as|with|by)\b"


def by_words(due: date | None, words: str, write: Callable[[date], str] = long_date, by: str = "by {deadline}") -> str:
    """`by 30 November 2026`, `by next meeting`, `before the winter`; empty without a deadline."""
    written = deadline_words(due, words, write)
    return written if not written or (due is None and re.match(_SAYS_WHEN, written)) else by.format(deadline=written)


def typed_deadline(due: date | None, words: str) -> str:
    """The deadline as it is typed in the minutes: `2026-11-30 (before the winter)`, `"before the winter"`."""
    written = deadline_words(due, words, date.isoformat)
    return written if due or is_date_phrase(words) else f'"{written}"'


_NONE = frozenset({"-", "none", "no date", "nothing"})


def read_deadline(text: str, read: Callable[[str], date], words_before: str = "") -> tuple[date | None, str]:
    """`30 Nov`, `before the winter`, or `30 Nov (before the winter)` as a day and words; `no date` is neither.

    `words_before`: those of the deadline as it was: a day given later keeps them beside it, unless `()` follows it.
    Problem: what was meant as a date is none.
    """
    said = text.strip().rstrip(".;").strip('"“”')
    if fold(said) in _NONE:
        return None, ""
    both = re.fullmatch(r"(.+?)\s*\((.*)\)", said)
    try:
        return read(both[1] if both else said), both[2].strip() if both else words_before
    except Problem:
        if both or looks_like_date(said) or (is_date_phrase(said) and fold(said) != "next meeting"):
            raise
        return None, said


NOTHING_TO_DO = "nothing to carry out"
_NOBODY = frozenset({NOTHING_TO_DO, "nobody", "no one", "none", "nothing", "-"})


def nothing_to_do(text: str) -> bool:
    """Whether the words in place of an owner say that nothing has to be carried out."""
    return fold(text.strip().rstrip(".")) in _NOBODY


def read_terms(text: str, now: Terms, names: EntityNames, read: Callable[[str], date]) -> Terms:
    """`IOM, ILO by 30 Nov because the ministry moved it`; what is not said stays as it is `now`.

    Problem: a name or a date that cannot be read, or nothing at all.
    """
    rest, _, why = _split(text, r"\s*\bbecause\s+")
    if nothing_to_do(rest):
        return Terms(responsible=(), why=why.strip(), carried_out=True)
    who, by, when = _split(rest, r"(?:^|\s+)by\s+")
    if not who.strip() and not by:
        raise Problem("Who, and by when? Write IOM, ILO by 30 Nov.")
    due, words = read_deadline(when, read, kept_words(now.due, now.due_words)) if by else (now.due, now.due_words)
    responsible = tuple(dict.fromkeys(names.responsible(p) for p in re.split(r"\s*[,;&]\s*", who.strip()) if p))
    return Terms(responsible=responsible or now.responsible, due=due, due_words=words, why=why.strip())


def _split(text: str, at: str) -> tuple[str, str, str]:
    """Before, the mark, and behind it; the mark is empty where it is not there."""
    found = re.search(at, text, re.IGNORECASE)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def terms_line(terms: Terms) -> str:
    """The terms as `read_terms` reads them."""
    by = deadline_words(terms.due, terms.due_words, short_date)
    who = "nobody" if terms.carried_out else ", ".join(terms.responsible)
    return f"{who}{f' by {by}' if by else ''}".strip()


def terms_echo(symbol: str, terms: Terms) -> str:
    """What Enter will do with a line on who and by when."""
    if terms.carried_out:
        return f"{symbol} - {NOTHING_TO_DO}" + (f" - because {terms.why}" if terms.why else "")
    who, by = ", ".join(terms.responsible) or "nobody yet", by_words(terms.due, terms.due_words, day_and_date)
    return f"{symbol} - {who} - {by or 'no date'}" + (f" - because {terms.why}" if terms.why else "")


def changed_words(before: Assignment, after: Terms) -> str:
    """What was changed: `due 30 September 2026, moved to 30 November 2026: the ministry moved it`."""
    was, becomes = (deadline_words(each.due, each.due_words) or "no date" for each in (before, after))
    parts = []
    if before.responsible != after.responsible:
        parts.append(f"{_who(before.responsible)}, then {_who(after.responsible)}")
    if was != becomes:
        parts.append(f"due {was}, moved to {becomes}" if before.due or before.due_words else f"due {becomes}")
    said = "; ".join(parts) or "unchanged"
    return said + (f": {before.why}" if before.why else "") + (f"  ({before.by})" if before.by else "")


def _who(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nobody"
