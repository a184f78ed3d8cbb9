"""The sentences of procedure that the program itself enters into the minutes; each is a label of its language."""

from __future__ import annotations

from ..words import Words
from .meeting import Meeting, title_in

ITEM_DEFERRED = "The item was deferred."
AGENDA_AS_IT_IS = "The agenda was adopted."
AGENDA_AS_CIRCULATED = "The agenda was adopted as circulated."
AGENDA_AS_CHANGED = "The agenda was adopted with what was changed since."
MINUTES_ADOPTED = "The minutes of the {meeting} were adopted."
MINUTES_CORRECTED = "The minutes of the {meeting} were adopted, with the following corrections: {corrections}."

SENTENCES = (
    *(ITEM_DEFERRED, AGENDA_AS_IT_IS, AGENDA_AS_CIRCULATED, AGENDA_AS_CHANGED),
    *(MINUTES_CORRECTED, MINUTES_ADOPTED),
)
"""All of them; of two that fit a text, the first is meant."""


def minutes_adopted(meeting: Meeting, words: Words, corrections: str = "") -> str:
    """That the minutes of an earlier meeting were adopted, with what corrections, as the minutes of this one say it."""
    title = title_in(words, meeting)
    named = f"{title[:1].lower()}{title[1:]}"
    if not corrections:
        return words(MINUTES_ADOPTED, meeting=named)
    return words(MINUTES_CORRECTED, meeting=named, corrections=corrections.rstrip("."))
