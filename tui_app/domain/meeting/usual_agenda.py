"""The items that agendas have by themselves: with what one begins, and how what was typed is known for one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..identity import new_id
from ..names import fold
from ..words import ENGLISH, Words
from .agenda import AgendaItem, Purpose
from .meeting import MeetingKind
from .standing import TITLES, Standing

WITH_STAKEHOLDERS = "Exchange with the stakeholders"

_FIRST = (
    (Standing.OPENING, Purpose.DECISION, 5),
    (Standing.PREVIOUS_MINUTES, Purpose.DECISION, 5),
    (Standing.FOLLOW_UP, Purpose.INFORMATION, 15),
)
_LAST = ((Standing.LAST, Purpose.DISCUSSION, 5),)


def usual_items(
    meeting: str, kind: MeetingKind, purposes: Iterable[str], *, first: bool = False, words: Words = ENGLISH
) -> tuple[AgendaItem, ...]:
    """The items with which an agenda begins: opening, previous minutes, follow-up, any other business.

    `purposes`: those that the charter gives the kind of meeting, each an item
    of its own (the three of an annual meeting: ALB:52, KGZ:75, SRB:50). A
    stakeholder meeting begins with the members alone, in its closed part (R-24).
    `first`: the body never met before, so there are no minutes to adopt. `words`: those of the charter.
    """
    among_members = kind is MeetingKind.STAKEHOLDER
    opening = [each for each in _FIRST if not (first and each[0] is Standing.PREVIOUS_MINUTES)]
    items = [
        *_standing(opening, words, closed=among_members),
        *(_item(_capital(purpose), minutes=30, serves=purpose) for purpose in purposes),
        *([_item(words(WITH_STAKEHOLDERS), minutes=60)] if among_members else []),
        *_standing(_LAST, words, closed=False),
    ]
    return tuple(replace(item, meeting=meeting, rank=rank) for rank, item in enumerate(items))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _item(title: str, *, minutes: int, serves: str = "") -> AgendaItem:
    return AgendaItem(id=new_id(), meeting="", rank=0, title=title, minutes=minutes, serves=serves)


def _standing(items: Iterable[tuple[Standing, Purpose, int]], words: Words, *, closed: bool) -> Iterator[AgendaItem]:
    for standing, purpose, minutes in items:
        bare = _item(words(TITLES[standing]), minutes=minutes)
        yield replace(bare, purpose=purpose, noted_as=standing, closed=closed)


def recognised(item: AgendaItem, *languages: Words) -> AgendaItem:
    """An item that somebody typed, noted as the standing one that has its title in English or one of the languages.

    What is called otherwise stays what it is noted as.
    """
    title = fold(item.title)
    called = {fold(words(label)): standing for words in (ENGLISH, *languages) for standing, label in TITLES.items()}
    called |= {fold(words("Follow-up")): Standing.FOLLOW_UP for words in languages}
    return replace(item, noted_as=called.get(title, item.noted_as))


def retitled(item: AgendaItem, before: AgendaItem, *languages: Words) -> AgendaItem:
    """An item that was written anew: the standing one that it was, as long as its title keeps a word of the old one."""
    kept = _telling(item.title) & _telling(before.title)
    return recognised(replace(item, noted_as=before.standing if kept else None), *languages)


def _telling(title: str) -> set[str]:
    """The words of a title that are long enough to tell what it is about."""
    return {word for word in re.findall(r"\w+", fold(title)) if len(word) > 3}
